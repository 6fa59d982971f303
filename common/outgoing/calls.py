"""One call: what is sent, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

SendError = Literal[
    "timeout",
    "resolve",
    "connect",
    "refused_address",
    "tls",
    "reset",
    "bad_answer",
    "bad_request",
    "busy",
]


@dataclass(frozen=True, slots=True)
class OutgoingRequest:
    method: str
    url: str = field(repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class AttemptResult:
    """With both a status and an error, the answer began and did not end.

    `busy` says that nothing was sent, so it does not count as an attempt.
    """

    status: int | None
    error: SendError | None = None
    detail: str = ""
    latency_ms: float = 0.0
    excerpt: str = ""
    retry_after: float | None = None
