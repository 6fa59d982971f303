"""Perspective's: a score key in the URL, JSON bodies, and errors as of Google's services."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from common.domain.comment import NotScored
from common.http.auth import SCORE_KEY
from common.http.dialects.base import short
from common.http.dialects.description import Description, Schema
from common.http.dialects.facade import FacadeDialect
from common.http.errors import HTTPError
from common.http.requests import header, query
from common.http.responses import JSONResponse

if TYPE_CHECKING:
    from pydantic import BaseModel
    from starlette.requests import Request

_TYPES = "type.googleapis.com"
_ERROR_TYPE = f"{_TYPES}/google.commentanalyzer.v1alpha1.Error"
_ERROR_INFO = f"{_TYPES}/google.rpc.ErrorInfo"
_BAD_REQUEST = f"{_TYPES}/google.rpc.BadRequest"
_STATUSES = {
    400: "INVALID_ARGUMENT",
    401: "UNAUTHENTICATED",
    403: "PERMISSION_DENIED",
    404: "NOT_FOUND",
    408: "DEADLINE_EXCEEDED",
    413: "INVALID_ARGUMENT",
    414: "INVALID_ARGUMENT",
    429: "RESOURCE_EXHAUSTED",
    500: "INTERNAL",
    503: "UNAVAILABLE",
}
_HOST = re.compile(r"[A-Za-z0-9._-]{1,253}(:\d{1,5})?|\[[0-9A-Fa-f:.]+\](:\d{1,5})?")
_KEY: Mapping[str, Schema] = {
    "score_key": {
        "type": "apiKey",
        "in": "query",
        "name": "key",
        "description": "a score key; the header x-goog-api-key is taken as well",
    }
}
_DETAIL = {"type": "object", "required": ["@type"], "properties": {"@type": {"type": "string"}}}
_ERROR = {
    "title": "PerspectiveError",
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["code", "message", "status", "details"],
            "properties": {
                "code": {"type": "integer"},
                "message": {"type": "string"},
                "status": {"type": "string"},
                "details": {"type": "array", "minItems": 1, "items": _DETAIL},
            },
        }
    },
}
_SUCCESS = {
    "type": "object",
    "properties": {
        "not_in_effect": {
            "type": "array",
            "items": {"type": "string"},
            "description": "Fields of the request that Gavel takes and does nothing for.",
        },
    },
}


class PerspectiveError(HTTPError):
    """`details` come before those that every error of its status has."""

    def __init__(
        self, status: int, message: str, detail: Mapping[str, Any], field: str = ""
    ) -> None:
        super().__init__(status, 0, message, fields={field: message} if field else None)
        self.detail = detail


def published(error: NotScored) -> PerspectiveError:
    """Says what Perspective has published a condition for as it does."""
    return PerspectiveError(400, error.message, _detail(error), *error.fields)


def _detail(error: NotScored) -> dict[str, Any]:
    detail: dict[str, Any] = {"@type": _ERROR_TYPE, "errorType": error.type}
    if error.languages is not None:
        asked = error.languages.asked
        named = "requestedLanguages" if asked else "detectedLanguages"
        detail["languageNotSupportedByAttributeError"] = {
            named: [*error.languages.effective],
            "attribute": error.attribute,
        }
    return detail


class PerspectiveDialect(FacadeDialect):
    security = (_KEY,)
    error = _ERROR
    common: ClassVar[Mapping[str, str]] = {"key": ""}

    @property
    def description(self) -> Description:
        return replace(super().description, success=_SUCCESS)

    def key(self, request: Request) -> str:
        return query(request.scope).get("key") or header(request.scope, b"x-goog-api-key")

    def refusal(self) -> HTTPError:
        detail = {
            "@type": _ERROR_INFO,
            "reason": "API_KEY_INVALID",
            "domain": "gavel",
            "metadata": {"key": SCORE_KEY},
        }
        return PerspectiveError(400, "API key not valid. Please pass a valid API key.", detail)

    def failure(
        self, error: HTTPError, operation: str, started: int, request_id: str
    ) -> JSONResponse:
        del operation, started
        body = {
            "error": {
                "code": error.status,
                "message": short(error.message),
                "status": _STATUSES.get(error.status, "UNKNOWN"),
                "details": _details(error),
            }
        }
        return JSONResponse(body, error.status, request_id, error.headers.items())


class DiscoveryDialect(PerspectiveDialect):
    """Without a body: what is read is under which URL the caller found the service."""

    async def read(self, request: Request, _body: bytes, model: type[BaseModel], /) -> BaseModel:
        scope = request.scope
        forwarded = header(scope, b"x-forwarded-proto").partition(",")[0].strip().lower()
        scheme = forwarded if forwarded in ("http", "https") else scope["scheme"]
        host = header(scope, b"x-forwarded-host").partition(",")[0].strip()
        host = host or header(scope, b"host")
        if not _HOST.fullmatch(host):
            raise HTTPError(400, 4, "host is no name of a host", fields={"host": "is no name"})
        return model(root=f"{scheme}://{host}/")


def _details(error: HTTPError) -> Sequence[Mapping[str, Any]]:
    """Clients look at the first without asking whether there is one."""
    if isinstance(error, PerspectiveError):
        first = error.detail
    elif error.status in (400, 413):
        first = {"@type": _ERROR_TYPE, "errorType": "INVALID_REQUEST"}
    else:
        reason = _STATUSES.get(error.status, "UNKNOWN")
        first = {"@type": _ERROR_INFO, "reason": reason, "domain": "gavel"}
    if not error.fields:
        return [first]
    violations = [
        {"field": short(name), "description": short(problem)}
        for name, problem in error.fields.items()
    ]
    return [first, {"@type": _BAD_REQUEST, "fieldViolations": violations}]


PERSPECTIVE = PerspectiveDialect(name="perspective", times="integer", has_duration=False)
PERSPECTIVE_DISCOVERY = DiscoveryDialect(
    name="perspective_discovery", times="integer", has_duration=False
)
