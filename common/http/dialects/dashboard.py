"""The dashboard's: a browser that shows its session's cookie, bodies in JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from common.configuration.context import Context
from common.http.auth import Caller
from common.http.dialects.base import SESSION, JSONDialect
from common.http.errors import HTTPError
from common.http.responses import Headers, JSONResponse
from common.http.sessions import by_session
from common.http.visit import Visit, is_of_another_site, visit_of

if TYPE_CHECKING:
    from pydantic import BaseModel
    from starlette.requests import Request

_OPEN = b"access-control-allow-origin"
_CLOSED = (
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
)


class DashboardDialect(JSONDialect):
    security = (SESSION,)
    common: ClassVar[Mapping[str, str]] = {}

    def visit(self, request: Request, context: Context) -> Visit:
        return visit_of(request.scope, context.settings.public_url)

    async def caller(self, request: Request, context: Context) -> Caller:
        return await by_session(request.scope, context)

    async def read(self, request: Request, body: bytes, model: type[BaseModel], /) -> BaseModel:
        """Only of a page of its own: a form of another site sends neither JSON nor asks first."""
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != "application/json":
            problem = "has to be application/json"
            raise HTTPError(400, 4, f"content-type {problem}", fields={"content-type": problem})
        if is_of_another_site(request.scope):
            raise HTTPError(403, 17, "a page of another site asks")
        return await super().read(request, body, model)

    def success(
        self,
        content: Mapping[str, object],
        status: int,
        started: int,
        request_id: str,
        headers: Headers = (),
    ) -> JSONResponse:
        return _closed(super().success(content, status, started, request_id, headers))

    def failure(
        self, error: HTTPError, operation: str, started: int, request_id: str
    ) -> JSONResponse:
        return _closed(super().failure(error, operation, started, request_id))


class PageDialect(DashboardDialect):
    """Of the page's own addresses, whose queries it reads itself."""

    def parameters_of(self, _query: Mapping[str, str], _caller: Caller, /) -> Mapping[str, str]:
        return {}


def _closed(response: JSONResponse) -> JSONResponse:
    """For no other site's pages, and for no cache."""
    kept = [each for each in response.raw_headers if each[0] != _OPEN]
    response.raw_headers = [*kept, *_CLOSED]
    return response


DASHBOARD = DashboardDialect(name="dashboard", times="text", has_duration=False)
PAGE = PageDialect(name="dashboard_page", times="text", has_duration=False)
