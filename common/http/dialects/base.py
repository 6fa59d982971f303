"""What the dialects with Stream's error body (contract 3.2) have in common."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from common.domain.characters import whole
from common.http.auth import Caller
from common.http.bodies import parse_json
from common.http.dialects.description import Description, Schema, text_times
from common.http.errors import HTTPError
from common.http.responses import Headers, JSONResponse
from common.http.times import duration
from common.views.times import with_text_times

if TYPE_CHECKING:
    from pydantic import BaseModel
    from starlette.requests import Request

    from common.configuration.context import Context
    from common.http.visit import Visit

Times = Literal["integer", "text"]
JWT: Mapping[str, Schema] = {
    "api_key": {"type": "apiKey", "in": "query", "name": "api_key"},
    "jwt": {"type": "apiKey", "in": "header", "name": "Authorization"},
}
TOKEN: Mapping[str, Schema] = {
    "token": {
        "type": "apiKey",
        "in": "header",
        "name": "Authorization",
        "description": "the word token, a space, the app's API token",
    }
}
SESSION: Mapping[str, Schema] = {
    "session": {"type": "apiKey", "in": "cookie", "name": "gavel_session"},
    "csrf": {"type": "apiKey", "in": "header", "name": "X-Gavel-CSRF"},
}
"""Of a member who signed in to the dashboard."""
_LONGEST = 1_000
ERROR: Schema = {
    "title": "Error",
    "type": "object",
    "required": ["code", "StatusCode", "message", "duration", "more_info", "details"],
    "properties": {
        "code": {"type": "integer"},
        "StatusCode": {"type": "integer"},
        "message": {"type": "string"},
        "duration": {"type": "string"},
        "more_info": {"type": "string"},
        "details": {"type": "array", "items": {"type": "integer"}},
        "exception_fields": {"type": "object", "additionalProperties": {"type": "string"}},
        "unrecoverable": {"type": "boolean"},
    },
}
_WITH_DURATION = {
    "type": "object",
    "required": ["duration"],
    "properties": {
        "duration": {"type": "string", "description": "in milliseconds, as 1.25ms"},
        "not_in_effect": {
            "type": "array",
            "items": {"type": "string"},
            "description": "Fields of the request that Gavel takes and does nothing for.",
        },
    },
}


@dataclass(frozen=True, kw_only=True)
class JSONDialect:
    """Times are integer nanoseconds inside; as "text" they go out in RFC 3339."""

    name: str
    times: Times
    has_duration: bool = True
    security: ClassVar[Sequence[Mapping[str, Schema]]]
    error: ClassVar[Schema] = ERROR
    common: ClassVar[Mapping[str, str]] = {"api_key": ""}
    """Parameters that every call may have in its query; the description has those with a text."""

    @property
    def description(self) -> Description:
        success = _WITH_DURATION if self.has_duration else {"type": "object"}
        shaped = text_times if self.times == "text" else _as_it_is
        common = {name: text for name, text in self.common.items() if text}
        return Description(self.name, self.security, self.error, success, shaped, common)

    def status(self, method: str) -> int:
        return 201 if method in ("POST", "PUT") else 200

    def visit(self, _request: Request, _context: Context, /) -> Visit | None:
        return None

    def parameters_of(self, query: Mapping[str, str], _caller: Caller, /) -> Mapping[str, str]:
        return {name: value for name, value in query.items() if name not in self.common}

    async def read(self, _request: Request, body: bytes, model: type[BaseModel]) -> BaseModel:
        return parse_json(body, model)

    def success(
        self,
        content: Mapping[str, object],
        status: int,
        started: int,
        request_id: str,
        headers: Headers = (),
    ) -> JSONResponse:
        if self.times == "text":
            content = with_text_times(content)
        if self.has_duration:
            content = {**content, "duration": duration(started, time.time_ns())}
        return JSONResponse(content, status, request_id, headers)

    def failure(
        self, error: HTTPError, operation: str, started: int, request_id: str
    ) -> JSONResponse:
        body = error_body(error, operation, duration(started, time.time_ns()))
        return JSONResponse(body, error.status, request_id, error.headers.items())


def _as_it_is(schema: Any) -> Any:
    return schema


def error_body(error: HTTPError, operation: str, duration: str) -> dict[str, Any]:
    return {
        "code": error.code,
        "StatusCode": error.status,
        "message": f'{operation} failed with error: "{short(error.message)}"',
        "duration": duration,
        "more_info": "",
        "details": [],
        "exception_fields": {short(k): short(v) for k, v in error.fields.items()},
        "unrecoverable": error.status < 500 and error.status not in (408, 429),
    }


def short(text: str) -> str:
    """Much of what was sent may stand in it, and halves of characters."""
    shown: str = whole(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")
    return shown
