"""The line to one provider for one question: calls in its time, repeated where that helps."""

from __future__ import annotations

import asyncio
import json
import random
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from common.domain.cache import Cache
from common.domain.provider import Provider
from common.engines.images.getting import get
from common.engines.images.unseen import Unseen
from common.engines.remote.adapter import Cause, NotJudged
from common.engines.remote.answers import cause_of, json_of
from common.engines.remote.breaker import Breaker
from common.engines.remote.purse import Purse
from common.engines.remote.slots import Slots
from common.outgoing.calls import OutgoingRequest
from common.outgoing.fetching import Fetched, Fetches, FetchFailed
from common.outgoing.retry_after import parse_retry_after

MOST_BYTES = 1_000_000
RETRIES = 2
_PAUSE = 0.25
_LEAST_SECONDS = 0.05
_MARGIN = 0.02
_WORTH_REPEATING = ("connect", "resolve", "busy")
_TIMED_OUT, _TOO_LARGE, _REFUSED = "timeout", "too_large", "refused_address"
_KEPT = 16
_Tokens = tuple[int, int]


@dataclass(slots=True)
class Office:
    """What all calls of one process to one provider share. `memory` is for what an adapter wants
    to keep between questions, such as a token that is good for an hour.
    """

    breaker: Breaker = field(default_factory=Breaker)
    slots: Slots = field(default_factory=Slots)
    memory: Cache[str, tuple[Any, float]] = field(default_factory=lambda: Cache(_KEPT))


class Line:
    """`seconds` is what there is for the whole question."""

    def __init__(
        self, provider: Provider, office: Office, fetcher: Fetches, purse: Purse, seconds: float
    ) -> None:
        self.provider = provider
        self._office = office
        self._fetcher = fetcher
        self._purse = purse
        self._until = time.monotonic() + seconds

    async def post(
        self,
        path: str,
        body: Any,
        headers: Mapping[str, str] | None = None,
        *,
        tokens: tuple[int, int] = (0, 0),
    ) -> Any:
        """The JSON that the provider answers, with a status of 200, to JSON at its URL and `path`.
        Its key goes as a bearer token unless `headers` say otherwise. `tokens` is how many it will
        read and write, at most; `usage` of the answer, where it has one, is what is paid for.
        """
        data = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
        sent = {"content-type": "application/json", **(headers or self.bearer())}
        request = OutgoingRequest("POST", self.url(path), sent, data.encode("utf-8", "replace"))
        return json_of((await self.send(request, tokens=tokens)).body)

    def url(self, path: str) -> str:
        return self.provider["url"].rstrip("/") + path

    def bearer(self) -> dict[str, str]:
        key = self.provider["key"]
        return {"authorization": f"Bearer {key}"} if key else {}

    async def send(self, request: OutgoingRequest, *, tokens: tuple[int, int] = (0, 0)) -> Fetched:
        """An answer with a status of 200. Raises NotJudged for any other, and for none, after it
        was asked up to three times where asking again may help.
        """
        async with self._office.slots.one(self.provider["concurrency"], self.left()):
            for number in range(RETRIES + 1):
                outcome = await self._attempt(request, tokens)
                if isinstance(outcome, Fetched):
                    return outcome
                failed = outcome
                if number == RETRIES or not outcome.is_worth_repeating:
                    break
                pause = (outcome.pause or _PAUSE * 2**number * random.uniform(0.5, 1.0)) + _MARGIN
                if pause + _LEAST_SECONDS >= self.left():
                    break
                await asyncio.sleep(pause)
        raise NotJudged(failed.cause, failed.text)

    async def image(self, url: str, most_bytes: int) -> bytes:
        """What lies there, for providers that take bytes. It is not the provider that is asked, so
        that its failing says nothing of that one. Raises NotJudged.
        """
        try:
            return await get(self._fetcher, url, seconds=self.left(), most_bytes=most_bytes)
        except Unseen as error:
            raise NotJudged("content", f"an image was not sent: {error}") from None

    def left(self) -> float:
        return max(self._until - time.monotonic(), 0.0)

    async def remembered(self, name: str, make: Callable[[], Awaitable[tuple[Any, float]]]) -> Any:
        """What `make` makes and how many seconds it is good for; made anew after these."""
        value, until = self._office.memory.get(name, (None, 0.0))
        if until <= time.monotonic():
            value, seconds = await make()
            self._office.memory.put(name, (value, time.monotonic() + seconds))
        return value

    async def _attempt(
        self, request: OutgoingRequest, tokens: tuple[int, int]
    ) -> Fetched | _Failed:
        breaker, seconds = self._office.breaker, self.left()
        if seconds < _LEAST_SECONDS:
            return _Failed("timeout", "there was no time left to ask")
        if not breaker.may_pass(seconds):
            raise NotJudged("breaker", "the provider has failed and is left alone for a while")
        try:
            reserved = await self._purse.reserve(self.provider, *tokens)
            outcome = await self._exchange(request, seconds)
        except BaseException:
            breaker.ended()
            raise
        taken = _usage(outcome, tokens)
        self._purse.settle(self.provider, reserved, *taken)
        _tell(breaker, outcome)
        return outcome

    async def _exchange(self, request: OutgoingRequest, seconds: float) -> Fetched | _Failed:
        try:
            fetched = await self._fetcher.fetch(request, seconds=seconds, most_bytes=MOST_BYTES)
        except FetchFailed as error:
            return _failed_to(error)
        if fetched.status == 200:
            return fetched
        after = parse_retry_after(fetched.headers.get("retry-after"), datetime.now(UTC))
        cause = cause_of(fetched.status)
        repeat = cause in ("limit", "server")
        return _Failed(cause, f"the provider answered {fetched.status}", repeat, after)


@dataclass(frozen=True, slots=True)
class _Failed:
    """`pause` is what the provider asked for, in seconds."""

    cause: Cause
    text: str
    is_worth_repeating: bool = False
    pause: float | None = None


def _failed_to(error: FetchFailed) -> _Failed:
    repeat = error.word in _WORTH_REPEATING
    if error.word == _TIMED_OUT:
        return _Failed("timeout", "no complete answer in time")
    if error.word == _TOO_LARGE:
        return _Failed("answer", f"the answer has more than {MOST_BYTES} bytes")
    if error.word == _REFUSED:
        return _Failed("provider", "calls to the provider's address are not allowed")
    return _Failed("connection", f"no answer: {error.word}", repeat)


def _tell(breaker: Breaker, outcome: Fetched | _Failed) -> None:
    """What the content is to blame for says nothing against the provider."""
    if isinstance(outcome, Fetched):
        breaker.succeeded()
    elif outcome.cause == "limit" and outcome.pause is not None:
        breaker.hold(outcome.pause)
    elif outcome.cause in ("content", "provider", "limit"):
        breaker.ended()
    else:
        breaker.failed()


def _usage(outcome: Fetched | _Failed, expected: tuple[int, int]) -> tuple[int, int]:
    """Tokens read and written: what the answer says, in one of the usual forms, else as expected.
    What failed is counted as read where nobody knows better: the provider may have worked.
    """
    if isinstance(outcome, _Failed):
        is_unknown = outcome.cause in ("timeout", "connection")
        return expected if is_unknown else (0, 0)
    with suppress(NotJudged, AttributeError):
        usage = json_of(outcome.body).get("usage") or {}
        counts = [usage.get(name) for name in ("prompt_tokens", "completion_tokens")]
        read, written = (each if type(each) is int and each >= 0 else None for each in counts)
        if read is not None and written is not None:
            return read, written
    return expected
