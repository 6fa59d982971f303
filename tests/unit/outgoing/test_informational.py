"""Answers before the answer and behind it: which one counts, and for which request."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from common.delivery.targets import means_success
from common.outgoing.calls import AttemptResult, OutgoingRequest
from common.outgoing.client import Sender
from tests.receiver import Behaviour, Handler, Receiver, answer

MakeSender = Callable[..., Sender]
_MOST = 9
_PHRASES = {100: "Continue", 101: "Switching Protocols", 102: "Processing", 103: "Early Hints"}


def _informational(status: int, fields: bytes = b"Link: </s.css>\r\n") -> bytes:
    return f"HTTP/1.1 {status} {_PHRASES[status]}\r\n".encode() + fields + b"\r\n"


def _final(status: int, body: bytes = b"", more: bytes = b"") -> bytes:
    head = f"HTTP/1.1 {status} X\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    return head + body + more


def raw(*parts: bytes, pause: float = 0.02, closes: bool = False) -> Behaviour:
    """Sends the parts as they are, and leaves the connection open."""

    def behave(handler: Handler) -> None:
        for number, part in enumerate(parts):
            if number:
                handler.receiver.stopping.wait(pause)
            handler.wfile.write(part)
            handler.wfile.flush()
        handler.close_connection = closes

    return behave


def silent(*parts: bytes) -> Behaviour:
    def behave(handler: Handler) -> None:
        raw(*parts)(handler)
        handler.receiver.stopping.wait(10.0)
        handler.close_connection = True

    return behave


def _send(
    sender: Sender, receiver: Receiver, count: int, pause: float = 0.0
) -> list[AttemptResult]:
    request = OutgoingRequest("POST", receiver.url(), {}, b"{}")

    async def run() -> list[AttemptResult]:
        results = []
        for _ in range(count):
            results.append(await sender.send(request))
            await asyncio.sleep(pause)
        return results

    return asyncio.run(run())


def _succeeded(result: AttemptResult) -> bool:
    return means_success("action", result.status, result.error)


EARLY = {
    "100": [100],
    "102": [102],
    "103": [103],
    "several": [100, 103, 102, 103],
    "many": [103] * _MOST,
}


@pytest.mark.parametrize("is_one_packet", [False, True], ids=["parts", "one packet"])
@pytest.mark.parametrize("status", [200, 204, 302, 404, 500, 503])
@pytest.mark.parametrize("early", EARLY.values(), ids=EARLY)
def test_the_final_answer_counts_and_the_next_request_gets_its_own(
    early: list[int],
    status: int,
    is_one_packet: bool,
    receiver: Receiver,
    make_sender: MakeSender,
) -> None:
    parts = [*map(_informational, early), _final(status, b"" if status == 204 else b"x")]
    if is_one_packet:
        parts = [b"".join(parts)]
    other = 500 if status == 200 else 200
    receiver.next(raw(*parts, pause=0.005), answer(other), raw(*parts, pause=0.005))
    results = _send(make_sender(), receiver, 3)
    assert [result.status for result in results] == [status, other, status]
    assert [_succeeded(result) for result in results] == [
        each == 200 for each in (status, other, status)
    ]
    # 204 has no length, and this server says one: such a connection is not used again.
    if status != 204:
        assert len({each.connection for each in receiver.requests}) == 1


@pytest.mark.parametrize("early", EARLY.values(), ids=EARLY)
def test_without_a_final_answer_there_is_none(
    early: list[int], receiver: Receiver, make_sender: MakeSender
) -> None:
    hints = [*map(_informational, early)]
    receiver.next(raw(*hints, pause=0.0, closes=True), silent(*hints), answer(200))
    results = _send(make_sender(total_timeout=0.6), receiver, 3)
    assert [result.error for result in results] == ["reset", "timeout", None]
    assert [result.status for result in results] == [None, None, 200]
    assert len({each.connection for each in receiver.requests}) == 3


def test_informational_answers_without_end_are_no_answer(
    receiver: Receiver, make_sender: MakeSender
) -> None:
    flood = b"".join([_informational(103)] * 1_000)
    receiver.next(raw(flood + _final(200)), answer(500))
    results = _send(make_sender(), receiver, 2)
    assert not _succeeded(results[0])
    assert (results[1].status, results[1].error) == (500, None)


@pytest.mark.parametrize(
    "behind",
    [
        b"",
        _final(200),
        b"\x00\x01 of another protocol",
    ],
    ids=["nothing", "an answer", "another protocol"],
)
def test_a_switch_of_protocols_that_nobody_asked_for_is_a_failure(
    behind: bytes, receiver: Receiver, make_sender: MakeSender
) -> None:
    switch = _informational(101, b"Upgrade: websocket\r\nConnection: Upgrade\r\n")
    receiver.next(silent(switch + behind), answer(200))
    results = _send(make_sender(total_timeout=0.6), receiver, 2)
    assert not _succeeded(results[0])
    assert _succeeded(results[1])
    first, second = receiver.requests
    assert first.connection != second.connection


def test_an_informational_answer_has_no_body(receiver: Receiver, make_sender: MakeSender) -> None:
    """What follows it is the next answer, and if that is none, then nothing of it is believed."""
    hint = _informational(103, b"Content-Length: 5\r\n")
    receiver.next(raw(hint + b"hello" + _final(200)), answer(200))
    results = _send(make_sender(total_timeout=0.6), receiver, 2)
    assert not _succeeded(results[0])
    assert _succeeded(results[1])


MORE = {
    "an answer": _final(200),
    "three answers": _final(200) * 3,
    "a hint": _informational(103),
    "empty lines": b"\r\n\r\n",
    "bytes": b"more than was said",
}


@pytest.mark.parametrize("more", MORE.values(), ids=MORE)
@pytest.mark.parametrize("status", [200, 500])
def test_what_comes_in_one_packet_behind_an_answer_is_nobodys(
    status: int, more: bytes, receiver: Receiver, make_sender: MakeSender
) -> None:
    """What makes it no HTTP may make the answer a broken one; a failure is never a success."""
    other = 500 if status == 200 else 200
    receiver.next(raw(_final(status, b"body", more)), answer(other))
    first, second = _send(make_sender(), receiver, 2)
    assert first.status == status or first.error == "bad_answer"
    assert second.status == other


@pytest.mark.parametrize("more", MORE.values(), ids=MORE)
@pytest.mark.parametrize("status", [200, 500])
def test_what_comes_a_moment_after_an_answer_is_nobodys(
    status: int, more: bytes, receiver: Receiver, make_sender: MakeSender
) -> None:
    other = 500 if status == 200 else 200
    receiver.next(raw(_final(status), more), answer(other))
    results = _send(make_sender(), receiver, 2, 0.1)
    assert [result.status for result in results] == [status, other]
