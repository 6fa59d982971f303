"""The protocol of a dialect: how one vendor's clients speak."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from common.configuration.context import Context
from common.http.auth import Caller
from common.http.dialects.description import Description
from common.http.errors import HTTPError
from common.http.responses import Headers
from common.http.visit import Visit

if TYPE_CHECKING:
    from pydantic import BaseModel
    from starlette.requests import Request
    from starlette.responses import Response

ACTING = "user_id"
"""The parameter that names who acts."""


class Dialect(Protocol):
    """One object serves every request of its routes, so it keeps nothing of any."""

    @property
    def description(self) -> Description: ...

    def status(self, method: str) -> int:
        """A success's, where the route has none of its own."""

    async def caller(self, request: Request, context: Context) -> Caller:
        """Raises HTTPError for who is not known. Public routes are not asked."""

    def visit(self, request: Request, context: Context, /) -> Visit | None:
        """What a browser says of itself, where the routes are for browsers."""

    def parameters_of(self, query: Mapping[str, str], caller: Caller, /) -> Mapping[str, str]:
        """The query without what every call may have in it. Raises HTTPError."""

    async def read(self, request: Request, body: bytes, model: type[BaseModel], /) -> BaseModel:
        """Raises HTTPError for what cannot be read and pydantic.ValidationError for the rest."""

    def success(
        self,
        content: Mapping[str, object],
        status: int,
        started: int,
        request_id: str,
        headers: Headers = (),
    ) -> Response:
        """The response for what a handler answers, which stays as it is: several may share it.
        `started` is in ns since the epoch.
        """

    def failure(self, error: HTTPError, operation: str, started: int, request_id: str) -> Response:
        """The response for an error; `operation` is the method where no route was found."""
