"""What each way to misbehave leads to: the right word, in bounded time and memory."""

from __future__ import annotations

import asyncio
import gzip
import time
import tracemalloc
from collections.abc import Callable

import pytest

from common.outgoing.calls import AttemptResult, OutgoingRequest
from common.outgoing.client import Sender
from tests.receiver import (
    Behaviour,
    Handler,
    Receiver,
    answer,
    close,
    drip,
    endless,
    garbage,
    hang,
    huge,
    redirect,
    reset,
    slow_down,
)
from tests.unit.outgoing.conftest import SendTo

MakeSender = Callable[..., Sender]

OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
LIMIT = 0.6
HUNDRED_MB = 100_000_000


@pytest.mark.parametrize(
    ("behaviour", "status", "retry_after"),
    [
        (answer(200), 200, None),
        (answer(500), 500, None),
        (answer(502, b"<html>bad gateway</html>"), 502, None),
        (slow_down(30), 429, 30.0),
        (slow_down(120, 503), 503, 120.0),
        (slow_down(10**9), 429, 86400.0),
        (answer(429, headers={"Retry-After": "-1"}), 429, None),
        (answer(429, headers={"Retry-After": "soon"}), 429, None),
        (answer(429, headers={"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}), 429, 0.0),
        (answer(410), 410, None),
        (redirect("https://elsewhere.example/"), 302, None),
        (answer(200, b"x" * 65536), 200, None),
    ],
)
def test_an_answer_is_told_as_it_came(
    behaviour: Behaviour,
    status: int,
    retry_after: float | None,
    receiver: Receiver,
    send_to: SendTo,
) -> None:
    receiver.next(behaviour)
    result = send_to(receiver.url())
    assert (result.status, result.error, result.retry_after) == (status, None, retry_after)


@pytest.mark.parametrize(
    ("behaviour", "status", "error"),
    [
        (reset(), None, "reset"),
        (reset(b"HTT"), None, "reset"),
        (reset(OK), None, "reset"),
        (reset(OK + b"Content-Length: 100\r\n\r\nabc"), 200, "reset"),
        (reset(CHUNKED + b"5\r\nab"), 200, "reset"),
        (garbage(CHUNKED + b"not a size\r\n"), None, "bad_answer"),
        (garbage(CHUNKED + b"1" * 70000), None, "bad_answer"),
        (garbage(b"SSH-2.0-OpenSSH_9.6\r\n"), None, "bad_answer"),
        (garbage(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"), None, "bad_answer"),
        (garbage(b"\r\n" * 100), None, "reset"),
        (garbage(OK + b"X-Long: " + b"x" * 70000 + b"\r\n\r\n"), None, "bad_answer"),
        (garbage(OK + b"a: b\r\n" * 101 + b"\r\n"), None, "bad_answer"),
        (garbage(OK + b"\xff\xfe: \x00\r\nno colon\r\n: empty\r\n\r\nbody"), None, "bad_answer"),
        (garbage(OK + b"Content-Length: many\r\n\r\nbody"), None, "bad_answer"),
        (garbage(OK + b"Content-Length: -5\r\n\r\nbody"), None, "bad_answer"),
        (
            garbage(OK + b"Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n"),
            None,
            "bad_answer",
        ),
        (garbage(OK + b"Content-Encoding: gzip\r\n\r\nnot gzip"), 200, None),
    ],
)
def test_a_broken_answer_has_its_word(
    behaviour: Behaviour, status: int | None, error: str | None, receiver: Receiver, send_to: SendTo
) -> None:
    receiver.next(behaviour)
    result = send_to(receiver.url())
    assert (result.status, result.error) == (status, error)


@pytest.mark.parametrize(
    ("behaviour", "status"),
    [
        (hang(10), None),
        (hang(10, garbage(b"")), None),
        (drip(OK + b"X-Long: " + b"a" * 10000, 0.02), None),
        (drip(OK + b"Content-Length: 10000\r\n\r\n" + b"a" * 10000, 0.005), 200),
        (drip(CHUNKED + b"1\r\na\r\n" * 10000, 0.005), 200),
    ],
    ids=["hang", "hang and close", "head", "body", "chunks"],
)
def test_whatever_does_not_end_meets_the_deadline(
    behaviour: Behaviour, status: int | None, receiver: Receiver, send_to: SendTo
) -> None:
    receiver.next(behaviour)
    result = send_to(receiver.url(), total_timeout=LIMIT)
    assert (result.status, result.error) == (status, "timeout")
    assert LIMIT * 900 < result.latency_ms < LIMIT * 1000 + 500


@pytest.mark.parametrize(
    ("behaviour", "status"),
    [
        (huge(HUNDRED_MB), 200),
        (endless(OK + b"\r\n", b"x"), 200),
        (endless(CHUNKED, b"8\r\nxxxxxxxx\r\n"), 200),
        (endless(OK, b"a: b\r\n"), None),
        (endless(OK + b"X-Long: ", b"x"), None),
        (endless(b"", b"x"), None),
    ],
    ids=["100 MB", "until closed", "chunked", "headers", "header", "first line"],
)
def test_however_much_comes_little_is_read(
    behaviour: Behaviour, status: int | None, receiver: Receiver, make_sender: MakeSender
) -> None:
    sender = make_sender()
    # What is imported at the first use is not the answer's.
    assert send(sender, receiver.url()).status == 200
    receiver.next(behaviour)
    tracemalloc.start()
    try:
        result = send(sender, receiver.url())
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert result.status == status
    assert result.error == (None if status else "bad_answer")
    assert result.latency_ms < 1000
    assert peak < 2_000_000
    # The rest is in the kernel's buffers at both ends, and thrown away with the connection.
    assert receiver.bytes_sent < 20_000_000


@pytest.mark.parametrize(
    ("head", "part", "status", "error"),
    [
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n", None, "bad_answer"),
        (CHUNKED, b"0\r\n" + b"Trailer: x\r\n" * 1000, 200, "reset"),
    ],
    ids=["100 Continue", "trailers"],
)
def test_what_leads_nowhere_is_not_read_for_long(
    head: bytes,
    part: bytes,
    status: int | None,
    error: str,
    receiver: Receiver,
    send_to: SendTo,
) -> None:
    def behave(handler: Handler) -> None:
        handler.wfile.write(head)
        receiver.stopping.wait(0.1)
        endless(b"", part)(handler)

    receiver.next(behave)
    result = send_to(receiver.url(), total_timeout=10.0)
    assert (result.status, result.error) == (status, error)
    assert result.latency_ms < 3000
    assert receiver.bytes_sent < 20_000_000


def send(sender: Sender, url: str) -> AttemptResult:
    return asyncio.run(sender.send(OutgoingRequest("POST", url, {}, b"{}")))


def test_a_receiver_that_was_down_is_reached_again(
    receiver: Receiver, make_sender: MakeSender
) -> None:
    sender, request = make_sender(), OutgoingRequest("POST", receiver.url(), {}, b"{}")

    async def run() -> None:
        assert (await sender.send(request)).status == 200
        with receiver.down():
            results = [await sender.send(request) for _ in range(3)]
        assert {(result.status, result.error) for result in results} == {(None, "connect")}
        assert (await sender.send(request)).status == 200

    asyncio.run(run())
    assert len(receiver.requests) == 2


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_kept_connection_that_the_server_closed_is_not_used(
    method: str, receiver: Receiver, make_sender: MakeSender
) -> None:
    sender, request = make_sender(), OutgoingRequest(method, receiver.url())

    async def run() -> None:
        assert (await sender.send(request)).status == 200
        # Nothing here awaits, so that the event loop has not seen it yet.
        with receiver.down():
            pass
        assert (await sender.send(request)).status == 200
        assert (await sender.send(request)).status == 200

    asyncio.run(run())
    ports = [received.connection for received in receiver.requests]
    assert ports[0] != ports[1] == ports[2]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_request_is_sent_once_though_its_kept_connection_breaks(
    method: str, receiver: Receiver, make_sender: MakeSender
) -> None:
    sender, request = make_sender(), OutgoingRequest(method, receiver.url())
    receiver.next(answer(), close(), answer())

    async def send_two() -> list[AttemptResult]:
        return [await sender.send(request) for _ in range(2)]

    assert [result.error for result in asyncio.run(send_two())] == [None, "reset"]
    assert len({received.connection for received in receiver.requests}) == 1
    assert len(receiver.requests) == 2


@pytest.mark.parametrize("early", [100, 102, 103])
def test_an_informational_answer_is_not_the_answer(
    early: int, receiver: Receiver, make_sender: MakeSender
) -> None:
    """The next request on the connection must not get what was meant for this one."""
    sender = make_sender()
    hint = b"HTTP/1.1 %d Early\r\nLink: </s.css>\r\n\r\n" % early

    def with_hint(status: int) -> Behaviour:
        def behave(handler: Handler) -> None:
            handler.wfile.write(hint)
            receiver.stopping.wait(0.05)
            answer(status)(handler)

        return behave

    receiver.next(with_hint(200), answer(500), with_hint(503))
    request = OutgoingRequest("POST", receiver.url(), {}, b"{}")

    async def send_three() -> list[AttemptResult]:
        return [await sender.send(request) for _ in range(3)]

    assert [result.status for result in asyncio.run(send_three())] == [200, 500, 503]
    assert len({received.connection for received in receiver.requests}) == 1


@pytest.mark.parametrize("pause", [0.0, 0.1], ids=["at once", "later"])
@pytest.mark.parametrize("has_seen", [False, True])
def test_an_answer_that_nobody_asked_for_is_not_the_next_ones(
    pause: float, has_seen: bool, receiver: Receiver, make_sender: MakeSender
) -> None:
    sender = make_sender()

    def twice(handler: Handler) -> None:
        answer(200)(handler)
        receiver.stopping.wait(pause)
        handler.wfile.write(OK + b"Content-Length: 0\r\n\r\n")

    receiver.next(twice, answer(500))
    request = OutgoingRequest("POST", receiver.url(), {}, b"{}")

    async def send_two() -> list[AttemptResult]:
        first = await sender.send(request)
        if has_seen:
            await asyncio.to_thread(receiver.stopping.wait, 0.3)
        else:
            # So that it has come, and the event loop has not seen it.
            time.sleep(0.3)  # noqa: ASYNC251
        return [first, await sender.send(request)]

    assert [result.status for result in asyncio.run(send_two())] == [200, 500]
    first, second = receiver.requests
    assert first.connection != second.connection


def test_a_packed_answer_is_not_unpacked(receiver: Receiver, make_sender: MakeSender) -> None:
    """A thousandth of what it holds comes over the wire."""
    sender = make_sender()
    assert send(sender, receiver.url()).status == 200
    bomb = gzip.compress(bytes(HUNDRED_MB), 1)[:60_000]
    receiver.next(answer(200, bomb, {"Content-Encoding": "gzip"}))
    tracemalloc.start()
    try:
        result = send(sender, receiver.url())
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (result.status, result.error) == (200, None)
    assert peak < 2_000_000


def test_cookies_are_not_kept(receiver: Receiver, make_sender: MakeSender) -> None:
    sender = make_sender()
    receiver.next(answer(200, headers={"Set-Cookie": "session=abc; Path=/"}))
    request = OutgoingRequest("POST", receiver.url(host="localhost"), {}, b"{}")

    async def send_two() -> None:
        assert [(await sender.send(request)).status for _ in range(2)] == [200, 200]

    asyncio.run(send_two())
    assert [received.headers["Cookie"] for received in receiver.requests] == [None, None]
