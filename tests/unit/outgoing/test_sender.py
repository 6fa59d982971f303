from __future__ import annotations

import asyncio
import logging
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from ssl import SSLContext, SSLSocket
from typing import Any

import pytest

from common.outgoing import sessions
from common.outgoing.calls import AttemptResult, OutgoingRequest
from common.outgoing.client import Sender
from tests.certificates import self_signed, server_context
from tests.receiver import (
    Behaviour,
    Handler,
    Receiver,
    answer,
    close,
    drip,
    garbage,
    hang,
    huge,
    redirect,
    reset,
)
from tests.unit.outgoing.conftest import Names, SendTo

MakeSender = Callable[..., Sender]


def _has_ipv6() -> bool:
    with socket.socket(socket.AF_INET6) as probe, suppress(OSError):
        probe.bind(("::1", 0))
        return True
    return False


def test_an_answer_is_reported_with_its_status_and_beginning(
    receiver: Receiver, send_to: SendTo
) -> None:
    receiver.next(answer(503, b"\xffbusy" + b"x" * 1000, {"Retry-After": "7"}))
    result = send_to(receiver.url("/ban?a=1"), {"X-Token": "abc"})
    assert (result.status, result.error, result.retry_after) == (503, None, 7.0)
    assert result.excerpt.startswith("\ufffdbusyx")
    assert len(result.excerpt) == 512
    assert result.latency_ms > 0
    (received,) = receiver.requests
    assert (received.method, received.path, received.query) == ("POST", "/ban", {"a": ["1"]})
    assert (received.headers["X-Token"], received.body) == ("abc", b"{}")


@pytest.mark.skipif(not _has_ipv6(), reason="this machine has no IPv6 loopback")
def test_an_ipv6_address_is_called_in_brackets(make_sender: MakeSender) -> None:
    heads: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heads.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        writer.close()

    async def run() -> AttemptResult:
        async with await asyncio.start_server(serve, "::1", 0) as server:
            port = server.sockets[0].getsockname()[1]
            request = OutgoingRequest("GET", f"http://[0:0::1]:{port}/call?a=1", {}, None)
            result = await make_sender("::1").send(request)
            assert f"Host: [::1]:{port}".encode() in heads[0]
            return result

    assert asyncio.run(run()).status == 200
    assert heads[0].startswith(b"GET /call?a=1 HTTP/1.1\r\n")


def test_what_is_cancelled_before_it_went_out_never_does(
    receiver: Receiver, make_sender: MakeSender, monkeypatch: pytest.MonkeyPatch
) -> None:
    released = threading.Event()
    asked = held_up(monkeypatch, released)
    sender = make_sender("127.0.0.1/32", lookups=1)

    async def run() -> None:
        urls = [receiver.url(path, "localhost") for path in ("/first", "/second")]
        first, second = (
            asyncio.create_task(sender.send(OutgoingRequest("GET", url))) for url in urls
        )
        await asyncio.to_thread(asked.wait, 5)
        second.cancel()
        await asyncio.wait([second])
        released.set()
        await asyncio.wait([first])
        assert second.cancelled() and first.result().status == 200

    asyncio.run(run())
    assert [each.path for each in receiver.requests] == ["/first"]


def held_up(monkeypatch: pytest.MonkeyPatch, released: threading.Event) -> threading.Event:
    """Look-ups end only once they are released; tells of the first."""
    resolve, asked = socket.getaddrinfo, threading.Event()

    def look_up(*args: Any, **kwargs: Any) -> Any:
        asked.set()
        released.wait(10)
        return resolve(*args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return asked


def test_what_is_cancelled_on_its_way_lets_go_of_its_connection(make_sender: MakeSender) -> None:
    sender = make_sender(total_timeout=30.0)
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}/"

        async def run() -> None:
            sending = asyncio.create_task(sender.send(OutgoingRequest("GET", url)))
            peer, _ = await asyncio.to_thread(server.accept)
            with peer:
                assert await asyncio.to_thread(peer.recv, 4096)
                sending.cancel()
                await asyncio.wait([sending])
                peer.settimeout(5)
                assert await asyncio.to_thread(peer.recv, 4096) == b""

        asyncio.run(run())


def test_a_get_without_a_body_arrives(receiver: Receiver, make_sender: MakeSender) -> None:
    result = asyncio.run(make_sender().send(OutgoingRequest("GET", receiver.url("/?a=1"))))
    assert result.status == 200
    assert receiver.requests[0].method == "GET"


@pytest.mark.parametrize(
    ("behaviour", "status", "error"),
    [
        (answer(204), 204, None),
        (answer(410), 410, None),
        (close(), None, "reset"),
        (reset(), None, "reset"),
        (garbage(), None, "bad_answer"),
        (garbage(b"HTTP/1.1 2000 OK\r\n\r\n"), None, "bad_answer"),
        (garbage(b"HTTP/1.1 200 " + b"x" * 70000), None, "bad_answer"),
        (garbage(b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 200 + b"\r\n"), None, "bad_answer"),
        (garbage(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"), 200, "reset"),
        (garbage(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"), 200, "reset"),
        (garbage(b"HTTP/1.1 200 OK\r\n\r\nuntil the end"), 200, None),
    ],
)
def test_each_kind_of_answer_has_its_word(
    behaviour: Behaviour, status: int | None, error: str | None, receiver: Receiver, send_to: SendTo
) -> None:
    receiver.next(behaviour)
    result = send_to(receiver.url())
    assert (result.status, result.error) == (status, error)


@pytest.mark.parametrize(
    ("url", "error"),
    [
        ("http://127.0.0.2/", "refused_address"),
        ("http://169.254.169.254/latest/meta-data", "refused_address"),
        ("http://[::1]/", "refused_address"),
        ("http://127.0.0.1:1/", "connect"),
        ("http://unknown.invalid/", "resolve"),
        (f"http://{'a' * 64}.example/", "resolve"),
        ("ftp://127.0.0.1/", "bad_request"),
        ("http://[::1/", "bad_request"),
        ("not a url", "bad_request"),
    ],
)
def test_what_never_arrives_has_its_word(url: str, error: str, send_to: SendTo) -> None:
    result = send_to(url)
    assert (result.status, result.error) == (None, error)
    assert result.detail


def test_a_header_that_would_split_the_request_is_not_sent(
    receiver: Receiver, send_to: SendTo
) -> None:
    assert send_to(receiver.url(), {"X-Token": "a\r\nX-Other: b"}).error == "bad_request"
    assert not receiver.requests


def test_a_redirect_is_not_followed(receiver: Receiver, send_to: SendTo) -> None:
    receiver.next(redirect(receiver.url("/elsewhere"), 307))
    assert send_to(receiver.url("/ban")).status == 307
    assert [received.path for received in receiver.requests] == ["/ban"]


def test_a_failure_is_not_retried_here(receiver: Receiver, send_to: SendTo) -> None:
    receiver.next(close(), answer(200))
    assert send_to(receiver.url()).error == "reset"
    assert len(receiver.requests) == 1


def test_proxies_from_the_environment_are_ignored(
    receiver: Receiver, send_to: SendTo, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Receiver() as proxy:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url())
        assert send_to(receiver.url()).status == 200
        assert not proxy.requests
    assert len(receiver.requests) == 1


SLOW_HEAD = drip(b"HTTP/1.1 200 OK\r\nX-Long: " + b"a" * 10000, 0.05)
SLOW_BODY = drip(b"HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n" + b"a" * 10000, 0.01)


@pytest.mark.parametrize(
    ("behaviour", "status"), [(hang(10), None), (SLOW_HEAD, None), (SLOW_BODY, 200)]
)
def test_the_deadline_ends_any_slowness(
    behaviour: Behaviour, status: int | None, receiver: Receiver, make_sender: MakeSender
) -> None:
    receiver.next(behaviour)
    slow, after = send_twice(make_sender(total_timeout=0.8), receiver.url())
    assert (slow.status, slow.error) == (status, "timeout")
    assert 700 < slow.latency_ms < 2000
    assert after.status == 200


def send_twice(sender: Sender, url: str) -> tuple[AttemptResult, AttemptResult]:
    async def send() -> tuple[AttemptResult, AttemptResult]:
        request = OutgoingRequest("POST", url, {}, b"{}")
        return await sender.send(request), await sender.send(request)

    return asyncio.run(send())


def test_a_peer_that_does_not_read_meets_the_deadline(make_sender: MakeSender) -> None:
    sender = make_sender(connect_timeout=5, total_timeout=0.8)
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        url = f"http://127.0.0.1:{server.getsockname()[1]}/"

        async def run() -> AttemptResult:
            result = await sender.send(OutgoingRequest("POST", url, {}, bytes(50_000_000)))
            # What was not sent by then is not sent at all.
            assert await asyncio.to_thread(received, server) < 20_000_000
            return result

        result = asyncio.run(run())
    assert result.error == "timeout"
    assert result.latency_ms < 2000


def received(server: socket.socket) -> int:
    peer, _ = server.accept()
    count = 0
    with peer, suppress(ConnectionResetError):
        peer.settimeout(5)
        while data := peer.recv(1_000_000):
            count += len(data)
    return count


def test_a_huge_answer_is_not_read_to_its_end(receiver: Receiver, send_to: SendTo) -> None:
    receiver.next(huge(100_000_000))
    result = send_to(receiver.url())
    assert (result.status, result.error) == (200, None)
    assert result.excerpt == "x" * 512
    assert receiver.bytes_sent < 50_000_000


def test_connections_are_used_again_unless_an_answer_was_cut(
    receiver: Receiver, make_sender: MakeSender
) -> None:
    def stop_halfway(handler: Handler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n" + b"x" * 1000)
        receiver.stopping.wait(10)
        handler.close_connection = True

    receiver.next(answer(), answer(500, b"short"), stop_halfway, answer())
    sender = make_sender(max_answer=1000)

    async def send_four() -> None:
        for _ in range(4):
            await sender.send(OutgoingRequest("POST", receiver.url(), {}, b"{}"))

    asyncio.run(send_four())
    ports = [received.connection for received in receiver.requests]
    assert ports[0] == ports[1] == ports[2] != ports[3]


def test_connections_are_not_kept_for_long_nor_in_any_number(
    receiver: Receiver, make_sender: MakeSender, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ports(*urls: str) -> list[int]:
        del receiver.requests[:]
        sender = make_sender()

        async def send() -> None:
            for url in urls:
                await sender.send(OutgoingRequest("POST", url, {}, b"{}"))

        asyncio.run(send())
        return [received.connection for received in receiver.requests]

    here = receiver.url()
    with Receiver() as other:
        first, second = ports(here, here)
        assert first == second
        monkeypatch.setattr(sessions, "KEPT", 1)
        first, second = ports(other.url(), here, here)
        assert first != second
        first, second = ports(here, other.url(), other.url(), here)
        assert first == second
        monkeypatch.undo()
        monkeypatch.setattr(sessions, "_KEPT_SECONDS", 0.0)
        first, second = ports(here, here)
        assert first != second


def test_head_and_body_are_one_packet(make_sender: MakeSender) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}/"
        answering = threading.Thread(target=lambda: first_packet(server))
        packets: list[bytes] = []

        def first_packet(server: socket.socket) -> None:
            peer, _ = server.accept()
            with peer:
                packets.append(peer.recv(65536))
                peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")

        answering.start()
        request = OutgoingRequest("POST", url, {}, b"the body")
        assert asyncio.run(make_sender().send(request)).status == 200
        answering.join()
    assert packets[0].startswith(b"POST / HTTP/1.1\r\nHost: 127.0.0.1:")
    assert packets[0].endswith(b"\r\n\r\nthe body")


def test_requests_are_sent_side_by_side(receiver: Receiver, make_sender: MakeSender) -> None:
    receiver.always("/", hang(0.4))
    sender = make_sender()

    async def send_eight() -> list[AttemptResult]:
        request = OutgoingRequest("POST", receiver.url(), {}, b"{}")
        return await asyncio.gather(*(sender.send(request) for _ in range(8)))

    start = time.monotonic()
    assert [result.status for result in asyncio.run(send_eight())] == [200] * 8
    assert time.monotonic() - start < 2


def test_a_stuck_resolver_holds_up_neither_the_caller_nor_the_count_of_attempts(
    receiver: Receiver, make_sender: MakeSender, monkeypatch: pytest.MonkeyPatch
) -> None:
    released = threading.Event()
    held_up(monkeypatch, released)
    sender = make_sender("127.0.0.1/32", total_timeout=0.3, lookups=1)

    async def send_three() -> list[AttemptResult]:
        urls = [receiver.url(host="stuck.internal"), receiver.url(host="localhost"), receiver.url()]
        return await asyncio.gather(*(sender.send(OutgoingRequest("POST", url)) for url in urls))

    results = asyncio.run(send_three())
    released.set()
    assert [result.error for result in results] == ["timeout", "busy", None]
    assert len(receiver.requests) == 1


def test_a_name_takes_one_look_up_however_many_wait_for_it(
    receiver: Receiver, make_sender: MakeSender, names: Names
) -> None:
    names.answers["many.internal"] = [["127.0.0.1"]]
    sender = make_sender("127.0.0.1/32", lookups=1)

    async def send_eight() -> list[AttemptResult]:
        request = OutgoingRequest("POST", receiver.url(host="many.internal"), {}, b"{}")
        sending = [asyncio.create_task(sender.send(request)) for _ in range(8)]
        return await asyncio.gather(*sending)

    assert [result.status for result in asyncio.run(send_eight())] == [200] * 8
    assert len(names.asked) < 8


def test_no_secret_shows_in_a_result_or_a_log(
    receiver: Receiver, send_to: SendTo, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    headers = {"Authorization": "Bearer hunter2-header", "X-Key": "hunter2-key"}
    broken_header = b"HTTP/1.1 200 OK\r\nno colon here\r\n\r\n"
    receiver.next(
        answer(401, b"no such token: hunter2-header, Bearer hunter2-header, hunter2-key"),
        garbage(b"HTTP/1.1 hunter2-header\r\n\r\n"),
        garbage(broken_header),
        close(),
    )
    results = [send_to(receiver.url("/?key=hunter2-query"), headers) for _ in range(4)]
    results.append(send_to("http://127.0.0.1:1/?key=hunter2-query", headers))
    results.append(send_to("http://127.0.0.2/?key=hunter2-query", headers))
    assert "hunter2" not in repr(results)
    assert "hunter2" not in caplog.text
    assert results[0].excerpt == "no such token: [hidden], [hidden], [hidden]"


def test_a_name_is_resolved_once_and_only_the_checked_address_used(
    send_to: SendTo, names: Names, monkeypatch: pytest.MonkeyPatch
) -> None:
    names.answers["rebound.example"] = [["1.1.1.1"], ["127.0.0.1"]]
    connected: list[Any] = []

    def connect(_: socket.socket, address: Any) -> None:
        connected.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket.socket, "connect", connect)
    assert send_to("http://rebound.example/", allowed="").error == "connect"
    assert (names.asked, connected) == (["rebound.example"], [("1.1.1.1", 80)])
    assert send_to("http://rebound.example/", allowed="").error == "refused_address"
    assert connected == [("1.1.1.1", 80)]


@pytest.mark.parametrize("addresses", [["1.1.1.1", "127.0.0.1"], ["127.0.0.1", "1.1.1.1"]])
def test_a_mixed_answer_of_the_resolver_is_refused(
    addresses: list[str], receiver: Receiver, send_to: SendTo, names: Names
) -> None:
    names.answers["mixed.example"] = [addresses]
    result = send_to(receiver.url(host="mixed.example"), allowed="")
    assert result.error == "refused_address"
    assert not receiver.requests


def test_an_allowed_name_is_called_by_its_name(
    receiver: Receiver, send_to: SendTo, names: Names
) -> None:
    names.answers["hooks.internal"] = [["127.0.0.1"]]
    allowed = f"hooks.internal:{receiver.port}"
    assert send_to(receiver.url(host="hooks.internal"), allowed=allowed).status == 200
    assert receiver.requests[0].headers["Host"] == allowed
    assert send_to("http://hooks.internal:1/", allowed=allowed).error == "refused_address"


def test_the_next_address_is_tried_when_one_does_not_answer(
    receiver: Receiver, send_to: SendTo, names: Names
) -> None:
    names.answers["two.example"] = [["127.0.0.2", "127.0.0.1"]]
    result = send_to(receiver.url(host="two.example"), allowed="127.0.0.0/8")
    assert result.status == 200


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return self_signed(tmp_path_factory.mktemp("tls"), "hooks.internal")


@pytest.fixture
def server_tls(certificate: Path) -> SSLContext:
    return server_context(certificate)


def test_tls_checks_the_name_while_the_address_is_pinned(
    certificate: Path,
    server_tls: SSLContext,
    send_to: SendTo,
    names: Names,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str | None] = []

    def server_name(_: SSLSocket, name: str | None, __: SSLContext) -> None:
        asked.append(name)

    server_tls.sni_callback = server_name  # type: ignore[assignment]
    names.answers = {"hooks.internal": [["127.0.0.1"]], "other.internal": [["127.0.0.1"]]}
    with Receiver(server_tls) as receiver:
        untrusted = send_to(receiver.url(host="hooks.internal"))
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        trusted = send_to(receiver.url(host="hooks.internal"))
        misnamed = send_to(receiver.url(host="other.internal"))
        assert len(receiver.requests) == 1
    assert (untrusted.error, trusted.status, misnamed.error) == ("tls", 200, "tls")
    assert asked == ["hooks.internal", "hooks.internal", "other.internal"]


def test_the_deadline_holds_for_a_drip_over_tls(
    certificate: Path,
    server_tls: SSLContext,
    make_sender: MakeSender,
    names: Names,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names.answers["hooks.internal"] = [["127.0.0.1"]]
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    sender = make_sender(total_timeout=0.8)
    with Receiver(server_tls) as receiver:
        receiver.next(SLOW_BODY)
        slow, after = send_twice(sender, receiver.url(host="hooks.internal"))
    assert (slow.status, slow.error) == (200, "timeout")
    assert after.status == 200


def test_a_tls_handshake_that_never_comes_meets_a_timeout(send_to: SendTo) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"https://127.0.0.1:{server.getsockname()[1]}/"
        result = send_to(url, total_timeout=0.8)
    assert result.error == "timeout"
    assert result.latency_ms < 2000


def test_plain_http_at_an_https_url_is_a_tls_error(receiver: Receiver, send_to: SendTo) -> None:
    url = receiver.url().replace("http:", "https:")
    assert send_to(url).error == "tls"
