"""Hive's: an app's token (contract 15.1) or what Stream's clients show, bodies in JSON or forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from common.configuration.context import Context
from common.http.auth import Authenticator, Caller, authorization
from common.http.bodies import check_depth, is_form, parse_json, read_form
from common.http.dialects.base import JWT, TOKEN, JSONDialect
from common.http.errors import HTTPError
from common.http.requests import query

if TYPE_CHECKING:
    from pydantic import BaseModel
    from starlette.requests import Request

_LISTS = frozenset({"report_categories", "models"})


class HiveDialect(JSONDialect):
    security = (JWT, TOKEN)

    async def caller(self, request: Request, context: Context) -> Caller:
        scheme, token = authorization(request.scope)
        authenticator = context.one(Authenticator)
        if scheme == "token":
            return await authenticator.by_token(token)
        api_key = query(request.scope).get("api_key")
        if not api_key:
            raise HTTPError(403, 2, "api_key is missing or unknown")
        return await authenticator.by_jwt(api_key, token)

    async def read(self, request: Request, body: bytes, model: type[BaseModel], /) -> BaseModel:
        if not is_form(request):
            return parse_json(body, model)
        return model.model_validate(_fields(await read_form(request, body)))


def _fields(pairs: list[tuple[str, str]]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, value in pairs:
        key = name.removesuffix("[]")
        if key in _LISTS:
            values.setdefault(key, []).extend(_list_of(value))
        elif value[:1] in "{[" and key.endswith(("metadata", "reports")):
            values[key] = _json_or_text(value)
        else:
            values[key] = value
    return values


def _list_of(value: str) -> list[Any]:
    parsed = _json_or_text(value) if value.startswith("[") else value
    return parsed if isinstance(parsed, list) else [value]


def _json_or_text(value: str) -> Any:
    check_depth(value.encode())
    try:
        return orjson.loads(value)
    except orjson.JSONDecodeError:
        return value


HIVE = HiveDialect(name="hive", times="text")
