"""What the dialects of facades have in common: a score key opens them and nothing else does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from common.configuration.context import Context
from common.http.auth import Authenticator, Caller
from common.http.dialects.base import JSONDialect
from common.http.errors import HTTPError

if TYPE_CHECKING:
    from starlette.requests import Request


class FacadeDialect(JSONDialect):
    common: ClassVar[Mapping[str, str]] = {}

    def status(self, method: str) -> int:
        del method
        return 200

    def key(self, request: Request) -> str:
        """What the caller shows as a score key, "" for nothing."""
        raise NotImplementedError

    def refusal(self) -> HTTPError:
        """Of a key that is missing or unknown."""
        raise NotImplementedError

    async def caller(self, request: Request, context: Context) -> Caller:
        try:
            return await context.one(Authenticator).by_score_key(self.key(request))
        except HTTPError as error:
            if error.status != 403:
                raise
        raise self.refusal()
