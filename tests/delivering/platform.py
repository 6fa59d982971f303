"""The customer's platform: it stands where the dispatcher's sender is, keeps what arrives, and
answers as the test says.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import orjson

from common.domain.endpoint import action_endpoint
from common.outgoing.calls import AttemptResult, OutgoingRequest, SendError
from tests.delivering.clock import JumpingLoop

HOST = "https://platform.example"
TIMEOUT = 15.0


@dataclass(frozen=True, slots=True)
class Answer:
    """With an error and no status, `arrives` tells whether the request got there all the same."""

    status: int | None = 200
    error: SendError | None = None
    seconds: float = 0.05
    retry_after: float | None = None
    arrives: bool = True


OK = Answer()
SLOW = Answer(seconds=9.0)
FAILING = Answer(500)
UNREACHABLE = Answer(None, "connect", arrives=False)
SILENT = Answer(None, "timeout", seconds=TIMEOUT)
ANSWER_LOST = Answer(None, "reset", seconds=1.0)
NOT_FOUND = Answer(404)
GONE = Answer(410)
BUSY = Answer(429, retry_after=40.0)
OVERLOADED = Answer(503)
UNSENT = Answer(None, "busy", arrives=False)
REFUSED = Answer(None, "refused_address", arrives=False)


@dataclass(eq=False, slots=True)
class Attempt:
    """`ends` is when the platform has it for certain, whether or not its sender lived to see it."""

    delivery: str
    endpoint: str
    number: int
    sequence: int
    starts: int
    ends: int
    headers: Mapping[str, str]
    body: bytes
    given: Answer
    claim: int = 0
    is_probe: bool = False
    was_seen: bool = False
    wrong: list[str] = field(default_factory=list)

    @property
    def fields(self) -> dict[str, object]:
        found: dict[str, object] = orjson.loads(self.body)
        return found

    @property
    def succeeded(self) -> bool:
        return self.given.status == 200 and self.given.error is None


class Platform:
    """`answers` holds how each endpoint answers now, `choose` decides where it does not; `watch` is
    told of an attempt as it begins.
    """

    def __init__(self, loop: JumpingLoop) -> None:
        self._loop = loop
        self.answers: dict[str, Answer] = {}
        self.attempts: list[Attempt] = []
        self.choose: Callable[[], Answer] = lambda: OK
        self.watch: Callable[[Attempt], Awaitable[None]] | None = None

    async def send(self, request: OutgoingRequest) -> AttemptResult:
        endpoint = action_endpoint(urlsplit(request.url).path.strip("/"))
        given = self.answers.get(endpoint) or self.choose()
        now, headers = self._loop.nanoseconds(), request.headers
        attempt = Attempt(
            headers["X-Webhook-Id"],
            endpoint,
            int(headers["X-Webhook-Attempt"]),
            int(headers.get("X-Webhook-Sequence", "0")),
            now,
            now + int(given.seconds * 1_000_000_000),
            headers,
            request.body or b"",
            given,
        )
        self.attempts.append(attempt)
        if self.watch is not None:
            await self.watch(attempt)
        await asyncio.sleep(given.seconds)
        attempt.was_seen = True
        return AttemptResult(
            given.status,
            given.error,
            given.error or "",
            given.seconds * 1_000,
            retry_after=given.retry_after,
        )

    def break_off(self, request: OutgoingRequest) -> None:
        for attempt in self.attempts:
            if attempt.headers is request.headers:
                attempt.ends = min(attempt.ends, self._loop.nanoseconds())

    def arrivals(self, endpoint: str | None = None) -> list[Attempt]:
        """What got there, in the order in which it did."""
        found = [
            attempt
            for attempt in self.attempts
            if attempt.given.arrives and endpoint in (None, attempt.endpoint)
        ]
        return sorted(found, key=lambda attempt: attempt.ends)

    def of(self, delivery: str) -> list[Attempt]:
        return [attempt for attempt in self.attempts if attempt.delivery == delivery]
