"""One call: what is sent, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

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
    "refused",
    "bad_token",
]

_DETAILS: dict[SendError, str] = {
    "timeout": "no complete answer in time",
    "resolve": "the host name is not known",
    "connect": "no connection",
    "refused_address": "calls to this address or port are not allowed",
    "tls": "no trusted TLS connection",
    "reset": "the connection was closed before the answer was complete",
    "bad_answer": "the answer is not HTTP",
    "bad_request": "the URL or a header cannot be sent",
    "busy": "not sent: the look-ups of other names do not end",
    "refused": "what was sent is not taken",
    "bad_token": "the token is not accepted",
}


@dataclass(frozen=True, slots=True)
class OutgoingRequest:
    method: str
    url: str = field(repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class AttemptResult:
    """With both a status and an error, the answer began and did not end.

    `busy` says that nothing was sent, so it does not count as an attempt; `refused` that the same
    will be refused again, so that there is no further one.
    """

    status: int | None
    error: SendError | None = None
    detail: str = ""
    latency_ms: float = 0.0
    excerpt: str = ""
    retry_after: float | None = None


def detail_of(word: SendError, request: OutgoingRequest) -> str:
    """In fixed words: the libraries' messages quote URLs, and servers quote headers."""
    return f"{host_of(request)}: {_DETAILS[word]}"


def host_of(request: OutgoingRequest) -> str:
    try:
        return urlsplit(request.url).hostname or "?"
    except ValueError:
        return "?"
