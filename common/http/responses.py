"""Responses, and what a handler answers that is more than an object in its dialect's shape."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from starlette.responses import Response, StreamingResponse

Headers = Sequence[tuple[str, str]]
_JSON = [
    (b"content-type", b"application/json"),
    (b"access-control-allow-origin", b"*"),
    (
        b"access-control-expose-headers",
        b"x-request-id, retry-after, x-ratelimit-limit, x-ratelimit-remaining, x-ratelimit-reset",
    ),
]


@dataclass(frozen=True, slots=True)
class Reply:
    """A handler's answer that is text, bytes or a stream, or has its own status or headers.

    An object is shaped by the dialect; everything else is sent as it is, as `media_type`. A name
    may stand in `headers` more than once. Without `status` it is the route's.
    """

    content: Mapping[str, object] | str | bytes | AsyncIterable[str | bytes]
    status: int | None = None
    headers: Headers = ()
    media_type: str = "text/plain"


class JSONResponse(Response):
    """Built without what the framework's own class does for every header."""

    def __init__(
        self, content: Any, status: int, request_id: str, headers: Iterable[tuple[str, str]] = ()
    ) -> None:
        self.status_code = status
        self.background = None
        self.body = orjson.dumps(content)
        self.raw_headers = [
            *_JSON,
            (b"content-length", str(len(self.body)).encode()),
            (b"x-request-id", request_id.encode("latin-1", "replace")),
        ]
        for name, value in headers:
            self.raw_headers.append((name.encode(), value.encode("latin-1", "replace")))


def unshaped(reply: Reply, status: int, request_id: str) -> Response:
    """The response of a reply whose content is no object."""
    content = reply.content
    response: Response
    if isinstance(content, str | bytes):
        response = Response(content, status, media_type=reply.media_type)
    else:
        assert not isinstance(content, Mapping)
        response = StreamingResponse(content, status, media_type=reply.media_type)
    for name, value in (("x-request-id", request_id), *reply.headers):
        response.headers.append(name, value)
    return response
