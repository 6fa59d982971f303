"""JSON answers, built without what the framework's own response class does for every header."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
from starlette.responses import Response

_ALWAYS = [
    (b"content-type", b"application/json"),
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", b"x-request-id, retry-after"),
]


class JSONAnswer(Response):
    def __init__(
        self,
        content: dict[str, Any],
        status: int,
        request_id: str,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.status_code = status
        self.background = None
        self.body = orjson.dumps(content)
        self.raw_headers = [
            *_ALWAYS,
            (b"content-length", str(len(self.body)).encode()),
            (b"x-request-id", request_id.encode("latin-1", "replace")),
        ]
        for name, value in (headers or {}).items():
            self.raw_headers.append((name.encode(), value.encode("latin-1", "replace")))
