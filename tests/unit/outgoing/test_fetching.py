from __future__ import annotations

import asyncio
import time

import pytest

from common.outgoing.calls import OutgoingRequest
from common.outgoing.fetching import Fetched, Fetcher, FetchFailed
from tests.receiver import Behaviour, Receiver, answer, close, drip, garbage, hang, redirect


def fetch(url: str, allowed: str = "127.0.0.1", seconds: float = 5.0, most: int = 1000) -> Fetched:
    request = OutgoingRequest("GET", url)
    return asyncio.run(Fetcher(allowed).fetch(request, seconds=seconds, most_bytes=most))


def test_the_whole_answer_is_there_whatever_its_status(receiver: Receiver) -> None:
    receiver.next(answer(404, b"\xff" * 1000, {"Retry-After": "3"}))
    fetched = fetch(receiver.url("/picture"))
    assert (fetched.status, fetched.body) == (404, b"\xff" * 1000)
    assert fetched.headers["retry-after"] == "3"


def test_a_redirect_is_an_answer(receiver: Receiver) -> None:
    receiver.next(redirect(receiver.url("/elsewhere")))
    assert fetch(receiver.url("/here")).status == 302
    assert len(receiver.wait_for(1)) == 1


@pytest.mark.parametrize(
    ("behaviour", "word"),
    [
        (hang(5), "timeout"),
        (drip(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n" + b"x" * 900, 0.02), "timeout"),
        (answer(200, b"x" * 1001), "too_large"),
        (garbage(), "bad_answer"),
        (close(), "reset"),
    ],
    ids=["hang", "drip", "large", "garbage", "close"],
)
def test_what_is_no_answer_says_why(receiver: Receiver, behaviour: Behaviour, word: str) -> None:
    receiver.next(behaviour)
    started = time.monotonic()
    with pytest.raises(FetchFailed) as failed:
        fetch(receiver.url("/secret?key=s3cret"), seconds=0.5)
    assert failed.value.word == word
    assert str(failed.value).startswith("127.0.0.1: ")
    assert "s3cret" not in str(failed.value)
    assert time.monotonic() - started < 3


def test_no_address_is_called_that_is_not_allowed(receiver: Receiver) -> None:
    with pytest.raises(FetchFailed, match="not allowed"):
        fetch(receiver.url("/"), allowed="")
    with pytest.raises(FetchFailed, match="not allowed"):
        fetch("http://169.254.169.254/latest/meta-data")
    assert receiver.wait_for(0) == []
