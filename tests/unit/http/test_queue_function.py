"""What a queue function answers, which decides whether its message comes back."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message

import common.http.queue_function
from common.http.logging import open_logger
from common.http.push_identity import IN_PROCESS, PushIdentity
from common.http.queue_function import QueueFunction
from common.store.store import Conflict, Key

EVENT = {
    "ce-id": "7",
    "ce-specversion": "1.0",
    "ce-source": "s",
    "ce-type": "t",
    "content-type": "application/json",
}


class Consumer:
    def __init__(self, error: Exception | None = None) -> None:
        self.seen: list[dict[str, Any]] = []
        self.error = error

    async def __call__(self, context: object, message: dict[str, Any]) -> None:
        assert context == "context"
        self.seen.append(message)
        if self.error:
            raise self.error


class Door(PushIdentity):
    def __init__(self) -> None:
        super().__init__("audience", ["account"])

    async def allows(self, authorization: str) -> bool:
        return authorization == "Bearer good"


@pytest.fixture(autouse=True)
def _context(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(common.http.queue_function, "shared_context", lambda: "context")


def _answer(
    consumer: Consumer,
    body: bytes = b'{"n": 1}',
    headers: Mapping[str, str] = EVENT,
    method: str = "POST",
    identity: PushIdentity | None = None,
    *,
    inside: bool = True,
    anybody: bool = False,
) -> Response:
    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    pairs = [(name.encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": method, "headers": pairs, "path": "/", IN_PROCESS: inside}
    logger = open_logger("enforce", "info")
    function = QueueFunction(consumer, logger, identity, anybody=anybody)
    return asyncio.run(function.respond(Request(scope, receive)))


def test_what_is_handled_is_taken_off_the_queue() -> None:
    consumer = Consumer()
    answer = _answer(consumer)
    assert (answer.status_code, answer.body) == (200, b"OK")
    assert consumer.seen == [{"n": 1}]


def test_what_fails_comes_back(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError):
        _answer(Consumer(ValueError("no")))
    line = json.loads(capsys.readouterr().out)
    assert (line["severity"], line["event"], line["error"]) == ("ERROR", "7", "ValueError: no")


def test_what_others_were_faster_with_comes_back_and_is_no_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    answer = _answer(Consumer(Conflict(Key("app", "item", "one"))))
    line = json.loads(capsys.readouterr().out)
    assert answer.status_code == 503
    assert (line["severity"], line["message"], line["event"]) == ("INFO", "contended", "7")


def test_what_is_malformed_is_told_and_never_taken(capsys: pytest.CaptureFixture[str]) -> None:
    consumer = Consumer()
    for headers, body in ((EVENT, b"["), ({}, b"{}"), (EVENT, b"[1]")):
        assert _answer(consumer, body, headers).status_code == 400
        assert json.loads(capsys.readouterr().out)["message"] == "malformed message"
    assert consumer.seen == []


def test_only_the_push_identity_is_heard(capsys: pytest.CaptureFixture[str]) -> None:
    consumer = Consumer()
    for authorization in ("", "Bearer bad"):
        headers = {**EVENT, "authorization": authorization}
        assert _answer(consumer, headers=headers, identity=Door(), inside=False).status_code == 403
        assert "bad" not in capsys.readouterr().out
    assert consumer.seen == []
    headers = {**EVENT, "authorization": "Bearer good"}
    assert _answer(consumer, headers=headers, identity=Door(), inside=False).status_code == 200


def test_without_an_identity_nobody_from_outside_is_heard_unless_all_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    consumer = Consumer()
    for given in (EVENT, {**EVENT, "authorization": "Bearer good", "gavel.in_process": "True"}):
        assert _answer(consumer, headers=given, inside=False).status_code == 403
    assert consumer.seen == []
    assert "refused" in capsys.readouterr().out
    assert _answer(consumer, inside=False, anybody=True).status_code == 200


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "HEAD", "OPTIONS"])
def test_it_is_posted_to(method: str) -> None:
    consumer = Consumer()
    answer = _answer(consumer, method=method)
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
    assert consumer.seen == []
