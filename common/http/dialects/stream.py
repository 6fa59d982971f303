"""Stream's: an API key in the query and a JWT in the header (contract 2), bodies in JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from common.configuration.context import Context
from common.http.auth import Authenticator, Caller, authorization
from common.http.dialects.base import JWT, SESSION, JSONDialect
from common.http.dialects.dialect import ACTING
from common.http.errors import HTTPError
from common.http.requests import header, query
from common.http.sessions import by_session, shows_session

if TYPE_CHECKING:
    from pydantic import BaseModel
    from starlette.requests import Request


class StreamDialect(JSONDialect):
    security = (JWT, SESSION)

    common: ClassVar[Mapping[str, str]] = {
        "api_key": "",
        ACTING: "who acts; with a user's token that user",
        "connection_id": "a chat client's, which Gavel has no use for",
    }

    async def read(self, request: Request, body: bytes, model: type[BaseModel]) -> BaseModel:
        """Whatever the content type says, but for parts of a form: those are files."""
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind == "multipart/form-data":
            problem = "is multipart/form-data: only JSON is taken, with images by their URLs"
            raise HTTPError(400, 4, f"body {problem}", fields={"body": problem})
        return await super().read(request, body, model)

    def parameters_of(self, query: Mapping[str, str], caller: Caller, /) -> Mapping[str, str]:
        named = query.get(ACTING)
        if named and caller.acting is not None and named != caller.acting:
            problem = "is not the token's user" if caller.user_id else "is not who is signed in"
            raise HTTPError(403, 17, f"{ACTING} {problem}", fields={ACTING: problem})
        return super().parameters_of(query, caller)

    async def caller(self, request: Request, context: Context) -> Caller:
        if shows_session(request.scope):
            return await by_session(request.scope, context)
        _, token = authorization(request.scope)
        api_key = query(request.scope).get("api_key")
        if not api_key:
            raise HTTPError(401, 2, "api_key is missing or unknown")
        authenticator = context.one(Authenticator)
        if not token and header(request.scope, b"stream-auth-type") == "anonymous":
            return await authenticator.by_api_key(api_key)
        return await authenticator.by_jwt(api_key, token)


STREAM = StreamDialect(name="stream", times="integer")
STREAM_TEXT_TIMES = StreamDialect(name="stream_v1", times="text")
