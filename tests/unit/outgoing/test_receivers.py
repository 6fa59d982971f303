"""What each way to misbehave leads to: the right word, in bounded time and memory."""

from __future__ import annotations

import asyncio
import tracemalloc
from collections.abc import Callable

import pytest

from common.outgoing.client import AttemptResult, OutgoingRequest, Sender
from tests.receiver import (
    Behaviour,
    Receiver,
    answer,
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
    outcome = send_to(receiver.url())
    assert (outcome.status, outcome.error, outcome.retry_after) == (status, None, retry_after)


@pytest.mark.parametrize(
    ("behaviour", "status", "error"),
    [
        (reset(), None, "reset"),
        (reset(b"HTT"), None, "reset"),
        (reset(OK), None, "reset"),
        (reset(OK + b"Content-Length: 100\r\n\r\nabc"), 200, "reset"),
        (reset(CHUNKED + b"5\r\nab"), 200, "reset"),
        (garbage(CHUNKED + b"not a size\r\n"), 200, "reset"),
        (garbage(CHUNKED + b"1" * 70000), 200, "bad_answer"),
        (garbage(b"SSH-2.0-OpenSSH_9.6\r\n"), None, "bad_answer"),
        (garbage(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"), None, "bad_answer"),
        (garbage(b"\r\n" * 100), None, "bad_answer"),
        (garbage(OK + b"X-Long: " + b"x" * 70000 + b"\r\n\r\n"), None, "bad_answer"),
        (garbage(OK + b"a: b\r\n" * 101 + b"\r\n"), None, "bad_answer"),
        (garbage(OK + b"\xff\xfe: \x00\r\nno colon\r\n: empty\r\n\r\nbody"), 200, None),
        (garbage(OK + b"Content-Length: many\r\n\r\nbody"), 200, None),
        (garbage(OK + b"Content-Length: -5\r\n\r\nbody"), 200, None),
        (garbage(OK + b"Content-Encoding: gzip\r\n\r\nnot gzip"), 200, None),
    ],
)
def test_a_broken_answer_has_its_word(
    behaviour: Behaviour, status: int | None, error: str | None, receiver: Receiver, send_to: SendTo
) -> None:
    receiver.next(behaviour)
    outcome = send_to(receiver.url())
    assert (outcome.status, outcome.error) == (status, error)


@pytest.mark.parametrize(
    ("behaviour", "status"),
    [
        (hang(10), None),
        (hang(10, garbage(b"")), None),
        (drip(OK + b"X-Long: " + b"a" * 10000, 0.02), None),
        (drip(OK + b"Content-Length: 10000\r\n\r\n" + b"a" * 10000, 0.005), 200),
        (drip(CHUNKED + b"1\r\na\r\n" * 10000, 0.005), 200),
        (endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n"), None),
        (endless(CHUNKED + b"0\r\n", b"Trailer: x\r\n"), 200),
    ],
    ids=["hang", "hang and close", "head", "body", "chunks", "100 Continue", "trailers"],
)
def test_whatever_does_not_end_meets_the_deadline(
    behaviour: Behaviour, status: int | None, receiver: Receiver, send_to: SendTo
) -> None:
    receiver.next(behaviour)
    outcome = send_to(receiver.url(), total_timeout=LIMIT)
    assert (outcome.status, outcome.error) == (status, "timeout")
    assert LIMIT * 900 < outcome.latency_ms < LIMIT * 1000 + 500


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
        outcome = send(sender, receiver.url())
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert outcome.status == status
    assert outcome.error == (None if status else "bad_answer")
    assert outcome.latency_ms < 1000
    assert peak < 2_000_000
    # The rest is in the kernel's buffers at both ends, and thrown away with the connection.
    assert receiver.bytes_sent < 20_000_000


def send(sender: Sender, url: str) -> AttemptResult:
    return asyncio.run(sender.send(OutgoingRequest("POST", url, {}, b"{}")))


def test_a_receiver_that_was_down_is_reached_again(
    receiver: Receiver, make_sender: MakeSender
) -> None:
    sender = make_sender()
    assert send(sender, receiver.url()).status == 200
    with receiver.down():
        outcomes = [send(sender, receiver.url()) for _ in range(3)]
    assert {(outcome.status, outcome.error) for outcome in outcomes} == {(None, "connect")}
    assert send(sender, receiver.url()).status == 200
    assert len(receiver.requests) == 2


def test_a_kept_connection_that_the_server_closed_is_not_used(
    receiver: Receiver, make_sender: MakeSender
) -> None:
    sender = make_sender()
    assert send(sender, receiver.url()).status == 200
    with receiver.down():
        pass
    assert send(sender, receiver.url()).status == 200
    assert send(sender, receiver.url()).status == 200
    ports = [received.connection for received in receiver.requests]
    assert ports[0] != ports[1] == ports[2]
