"""Hive's: an app's token (contract 15.1) or what Stream's clients show, bodies in JSON or forms."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from common.configuration.context import Context
from common.http.auth import Authenticator, Caller, authorization
from common.http.bodies import check_depth, is_form, parse_json, parse_value, read_form, validated
from common.http.dialects.base import ERROR, JWT, SESSION, TOKEN, JSONDialect, error_body
from common.http.errors import HTTPError
from common.http.requests import query
from common.http.responses import JSONResponse
from common.http.sessions import by_session, shows_session
from common.http.times import duration

if TYPE_CHECKING:
    from pydantic import BaseModel
    from starlette.requests import Request

_LISTS = frozenset({"report_categories", "models", "user_tags"})


_ERROR = {
    **ERROR,
    "title": "HiveError",
    "properties": {"return_code": {"type": "integer"}, **ERROR["properties"]},
}


class HiveDialect(JSONDialect):
    security = (JWT, TOKEN, SESSION)

    async def caller(self, request: Request, context: Context) -> Caller:
        if shows_session(request.scope):
            return await by_session(request.scope, context)
        scheme, token = authorization(request.scope)
        authenticator = context.one(Authenticator)
        if scheme == "token":
            return await authenticator.by_token(token)
        api_key = query(request.scope).get("api_key")
        if not api_key:
            raise HTTPError(403, 2, "api_key is missing or unknown")
        return await authenticator.by_jwt(api_key, token)

    async def read(self, request: Request, body: bytes, model: type[BaseModel], /) -> BaseModel:
        if not is_form(request, body):
            return parse_json(body, model)
        return _Form(await read_form(request, body)).validated(model)


class TaskDialect(HiveDialect):
    error = _ERROR

    def failure(
        self, error: HTTPError, operation: str, started: int, request_id: str
    ) -> JSONResponse:
        """Hive's own errors are `return_code` and `message`, by what others tell of them."""
        body = error_body(error, operation, duration(started, time.time_ns()))
        answer = {"return_code": error.status, **body}
        return JSONResponse(answer, error.status, request_id, error.headers.items())


class _Form:
    """A form's fields as members; `has_halves` as JSON in one of them may have."""

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        self.has_halves = False
        self.values: dict[str, Any] = {}
        for name, value in pairs:
            self._add(name, value)

    def validated(self, model: type[BaseModel]) -> BaseModel:
        return validated(model, self.values, self.has_halves)

    def _add(self, name: str, value: str) -> None:
        key = name.removesuffix("[]")
        if key in _LISTS:
            self.values.setdefault(key, []).extend(self._list_of(value))
        elif key in self.values:
            raise HTTPError(400, 4, f"{key} is there twice", fields={key: "is there twice"})
        elif value[:1] in "{[" and key.endswith(("metadata", "reports")):
            self.values[key] = self._json_or_text(value)
        else:
            self.values[key] = value

    def _list_of(self, value: str) -> list[Any]:
        parsed = self._json_or_text(value) if value.startswith("[") else value
        return parsed if isinstance(parsed, list) else [value]

    def _json_or_text(self, value: str) -> Any:
        check_depth(value.encode())
        try:
            parsed, has_halves = parse_value(value.encode())
        except HTTPError:
            return value
        self.has_halves |= has_halves
        return parsed


HIVE = TaskDialect(name="hive", times="text")
