"""What a stranger may send on a connection, and for how long: over real sockets."""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send

from infra.local.connections import MAX_HEAD, MAX_HEADERS, MAX_TARGET, Connection
from infra.local.serving import server_config

_LARGE = 8_000_000


class _Answered:
    """Reads the body and answers with its length, or at /large with more than any buffer holds."""

    def __init__(self) -> None:
        self.bodies: list[int | None] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        size, more = 0, scope["path"] != "/unread"
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                self.bodies.append(None)
                return
            size += len(message["body"])
            more = message["more_body"]
        self.bodies.append(size)
        body = b"x" * _LARGE if scope["path"] == "/large" else b"%d" % size
        headers = [(b"content-length", b"%d" % len(body))]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})


class _Slow(_Answered):
    """Answers after its client has ended their side."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await asyncio.sleep(0.2)
        await super().__call__(scope, receive, send)


@contextlib.contextmanager
def _served(app: Any = None, most: int = 1_000, **seconds: float) -> Iterator[int]:
    members = {"waiting": {}, "most": classmethod(lambda _: most), **seconds}
    connection = type("Bounded", (Connection,), members)
    server = uvicorn.Server(server_config(app or _Answered(), connection))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        while not server.started:
            time.sleep(0.01)
        try:
            yield listener.getsockname()[1]
        finally:
            server.should_exit = True
            server.force_exit = True
            thread.join()


def _open(port: int, sent: bytes = b"") -> socket.socket:
    client = socket.create_connection(("127.0.0.1", port), timeout=10)
    client.sendall(sent)
    return client


def _read(client: socket.socket) -> bytes:
    """Until the server closes."""
    received = b""
    with contextlib.suppress(ConnectionError):
        while piece := client.recv(65_536):
            received += piece
    return received


def _sent(client: socket.socket, data: bytes) -> bytes:
    with contextlib.suppress(ConnectionError):
        client.sendall(data)
    return _read(client)


def _assert_refused(answer: bytes, status: int, code: int) -> None:
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 %d " % status), answer[:200]
    assert b"content-type: application/json" in head
    assert b"connection: close" in head
    said = json.loads(body)
    assert (said["StatusCode"], said["code"]) == (status, code)
    assert {"message", "duration", "more_info", "details"} <= set(said)


_FULL = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"
_CLOSING = b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"


@pytest.mark.parametrize(
    "head",
    [
        b"GET / HTTP/1.1\r\nX: " + b"y" * 10_000_000,
        b"GET / HTTP/1.1\r\nX: " + b"y" * MAX_HEAD + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * (MAX_HEADERS + 1) + b"\r\n",
        b"GET / HTTP/1.1\r\n" + b"X: " + b"y" * 9_000 + b"\r\n" + b"Y: " + b"y" * 30_000,
        b"GET / HTTP/1.1\r\n" + b"X" * 50_000,
    ],
    ids=["endless", "large", "many", "large together", "a large name"],
)
def test_a_head_that_is_too_large(head: bytes) -> None:
    with _served() as port, _open(port) as client:
        _assert_refused(_sent(client, head), 431, 24)


def test_a_head_that_comes_in_pieces_is_counted_as_one() -> None:
    with _served() as port, _open(port, b"GET / HTTP/1.1\r\n") as client:
        with contextlib.suppress(ConnectionError):
            for _ in range(2_000):
                client.sendall(b"X-A: " + b"y" * 100 + b"\r\n")
        assert _read(client).startswith(b"HTTP/1.1 431 ")


def test_a_head_of_what_is_allowed() -> None:
    fields = b"".join(b"X-%d: %b\r\n" % (n, b"y" * 300) for n in range(MAX_HEADERS - 2))
    with _served() as port, _open(port) as client:
        head = b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + fields + b"\r\n"
        assert _sent(client, head).startswith(b"HTTP/1.1 200 ")


def test_the_next_heads_on_a_connection_are_counted_anew() -> None:
    head = b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"y" * 20_000 + b"\r\n\r\n"
    with _served() as port, _open(port) as client:
        for _ in range(3):
            client.sendall(head)
            assert client.recv(1000).startswith(b"HTTP/1.1 200 ")
        assert _sent(client, head * 4 + _CLOSING).count(b"HTTP/1.1 200 ") == 5


def test_a_body_is_not_counted_as_head() -> None:
    body = b"z" * 900_000
    head = _CLOSING.replace(b"GET", b"POST")[:-2] + b"Content-Length: %d\r\n\r\n" % len(body)
    with _served() as port, _open(port) as client:
        assert _sent(client, head + body).endswith(b"900000")


@pytest.mark.parametrize(
    ("sent", "status", "code"),
    [
        (b"GET /" + b"a" * (MAX_TARGET + 1) + b" HTTP/1.1\r\nHost: x\r\n\r\n", 414, 4),
        (b"nonsense\r\n\r\n", 400, 4),
        (b"CONNECT example.com:443 HTTP/1.1\r\nHost: example.com\r\n\r\n", 405, 4),
        (b"GET /\xff HTTP/1.1\r\nHost: x\r\n\r\n", 400, 4),
        (b"GET / HTTP/1.1\r\nA\0: b\r\n\r\n", 400, 4),
        (b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n", 400, 4),
        (b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400, 4),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400, 4),
    ],
    ids=["long URL", "no HTTP", "a tunnel", "bytes in the URL", "NUL", "length", "chunk", "TLS"],
)
def test_what_cannot_be_read_is_answered_in_the_contracts_body(
    sent: bytes, status: int, code: int
) -> None:
    with _served() as port, _open(port) as client:
        _assert_refused(_sent(client, sent), status, code)


@pytest.mark.parametrize(
    ("version", "hosts", "status"),
    [
        (b"1.1", b"", 400),
        (b"1.1", b"Host: x\r\nhost: x\r\n", 400),
        (b"1.0", b"Host: x\r\nHost: y\r\n", 400),
        (b"1.1", b"Host: a b\r\n", 400),
        (b"1.1", b"Host: u@x/\r\n", 400),
        (b"1.1", b"X-Host: x\r\n", 400),
        (b"1.1", b"Connection: Upgrade\r\nUpgrade: h2c\r\n", 400),
        (b"1.1", b"HOST: [::1]:8080\r\n", 200),
        (b"1.1", b"Host:\r\n", 200),
        (b"1.0", b"", 200),
        (b"1.0", b"Connection: Upgrade\r\nUpgrade: h2c\r\n", 200),
    ],
)
def test_a_request_says_once_for_which_host_it_is(
    version: bytes, hosts: bytes, status: int
) -> None:
    app = _Answered()
    head = b"POST / HTTP/%b\r\n%bContent-Length: 2\r\n\r\n{}" % (version, hosts)
    with _served(app) as port, _open(port, head) as client:
        client.shutdown(socket.SHUT_WR)
        answer = _read(client)
    assert app.bodies == ([2] if status == 200 else [])
    if status == 200:
        assert answer.startswith(b"HTTP/1.1 200 ")
    else:
        _assert_refused(answer, 400, 4)


@pytest.mark.parametrize(
    "sent", [b"P", b"POST / HTTP/1.1\r\n", b"POST / HTTP/1.1\r\nHost: x\r\nX-"]
)
def test_half_a_head_is_waited_for_so_long_and_no_longer(sent: bytes) -> None:
    with _served(head_seconds=0.3) as port, _open(port, sent) as client:
        started = time.monotonic()
        assert _read(client) == b""
        assert 0.2 < time.monotonic() - started < 5


def test_a_head_that_drips_is_not_given_more_time() -> None:
    with _served(head_seconds=0.5) as port, _open(port, _FULL) as client:
        client.recv(1000)
        started = time.monotonic()
        with contextlib.suppress(ConnectionError):
            for byte in b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 100:
                client.sendall(bytes([byte]))
                time.sleep(0.02)
        assert time.monotonic() - started < 5


def test_who_says_nothing_is_closed() -> None:
    with _served(head_seconds=0.3) as port, _open(port) as client:
        assert _read(client) == b""


def test_half_a_body_is_waited_for_so_long_and_no_longer() -> None:
    app = _Answered()
    head = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf"
    with _served(app, body_seconds=0.3) as port, _open(port, head) as client:
        _assert_refused(_read(client), 408, 23)
    assert app.bodies == [None]


def test_a_body_that_nobody_reads_is_not_waited_for_for_ever() -> None:
    head = b"POST /unread HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n"
    with _served(body_seconds=0.3) as port, _open(port, head) as client:
        started = time.monotonic()
        assert _read(client).startswith(b"HTTP/1.1 200 ")
        assert time.monotonic() - started < 5


def test_an_answer_that_nobody_takes_is_given_up() -> None:
    with _served(write_seconds=0.5) as port:
        client = socket.socket()
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.settimeout(10)
        with client:
            client.connect(("127.0.0.1", port))
            client.sendall(b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n")
            time.sleep(2)
            assert len(_read(client)) < _LARGE


@pytest.mark.parametrize("protocol", [b"h2c", b"websocket"])
def test_another_protocol_is_not_spoken_and_loses_no_body(protocol: bytes) -> None:
    """`curl --http2` asks for one with every request."""
    head = (
        b"POST / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: %b\r\n"
        % protocol
    )
    sent = head + b"HTTP2-Settings: AAMAAABk\r\nContent-Length: 5\r\n\r\nhello"
    with _served() as port, _open(port) as client:
        answer = _sent(client, sent + sent[:-2] + b"p!" + _CLOSING)
        assert answer.count(b"HTTP/1.1 200 ") == 3
        assert answer.count(b"\r\n\r\n5") == 2
    with _served() as port, _open(port, sent[:-4]) as client:
        time.sleep(0.1)
        client.sendall(b"ello")
        assert client.recv(1000).endswith(b"5")
    closing = sent.replace(b"Connection: ", b"Connection: close, ")
    with _served() as port, _open(port) as client:
        assert b"connection: close" in _sent(client, closing)


def test_the_answers_before_nonsense_come_first() -> None:
    with _served() as port, _open(port) as client:
        answer = _sent(client, _FULL + _FULL + b"nonsense\r\n\r\n")
        assert answer.count(b"HTTP/1.1 200 ") == 2


def test_those_that_only_wait_make_room() -> None:
    with _served(most=10) as port, contextlib.ExitStack() as opened:
        for _ in range(40):
            opened.enter_context(_open(port, b"GET / HTTP/1.1\r\nX-"))
        for _ in range(5):
            with _open(port) as client:
                assert _sent(client, _CLOSING).startswith(b"HTTP/1.1 200 ")


def test_those_that_are_answered_are_not_disturbed() -> None:
    head = b"POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 4\r\n\r\n"
    with _served(most=3) as port, contextlib.ExitStack() as opened:
        busy = [opened.enter_context(_open(port, head)) for _ in range(3)]
        time.sleep(0.2)
        with _open(port) as client:
            _assert_refused(_read(client), 503, -1)
        for each in busy:
            assert _sent(each, b"done").endswith(b"4")


@pytest.mark.parametrize("requests", [1, 3])
def test_who_has_sent_all_may_end_their_side(requests: int) -> None:
    app = _Slow()
    body = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nbody"
    with _served(app) as port, _open(port, body * requests) as client:
        client.shutdown(socket.SHUT_WR)
        assert _read(client).count(b"HTTP/1.1 200") == requests
    assert app.bodies == [4] * requests


@pytest.mark.parametrize(
    "sent", [b"", b"GET /", b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nbody"]
)
def test_who_ends_their_side_too_early_is_not_waited_for(sent: bytes) -> None:
    with _served() as port, _open(port, sent) as client:
        client.settimeout(5)
        client.shutdown(socket.SHUT_WR)
        assert _read(client) == b""
