"""Stream's: an API key in the query and a JWT in the header (contract 2), bodies in JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from common.configuration.context import Context
from common.http.auth import Authenticator, Caller, authorization
from common.http.dialects.base import JWT, JSONDialect
from common.http.errors import HTTPError
from common.http.requests import query

if TYPE_CHECKING:
    from starlette.requests import Request


class StreamDialect(JSONDialect):
    security = (JWT,)

    async def caller(self, request: Request, context: Context) -> Caller:
        _, token = authorization(request.scope)
        api_key = query(request.scope).get("api_key")
        if not api_key:
            raise HTTPError(401, 2, "api_key is missing or unknown")
        return await context.one(Authenticator).by_jwt(api_key, token)


STREAM = StreamDialect(name="stream", times="integer")
STREAM_TEXT_TIMES = StreamDialect(name="stream_v1", times="text")
