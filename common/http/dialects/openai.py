"""OpenAI's: a score key as a bearer token, JSON bodies, errors as its clients read them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from common.domain.moderated import Unjudged
from common.http.auth import SCORE_KEY, authorization
from common.http.dialects.base import short
from common.http.dialects.description import Schema
from common.http.dialects.facade import FacadeDialect
from common.http.errors import HTTPError
from common.http.responses import JSONResponse

if TYPE_CHECKING:
    from starlette.requests import Request

_KEY: Mapping[str, Schema] = {
    "score_key_bearer": {"type": "http", "scheme": "bearer", "description": "a score key"}
}
_TEXT_OR_NULL = {"type": ["string", "null"]}
_ERROR = {
    "title": "OpenAIError",
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["message", "type", "param", "code"],
            "properties": {
                "message": {"type": "string"},
                "type": {"type": "string"},
                "param": _TEXT_OR_NULL,
                "code": _TEXT_OR_NULL,
            },
        }
    },
}
_TYPES = {429: "rate_limit_error", 500: "server_error", 503: "server_error"}
_CODES = {429: "rate_limit_exceeded"}
_SOON = ("retry-after", "2")
_FORM = re.compile(r"^input\.(?:string|strings|parts)(?=\.|$)")
_PART = re.compile(r"^(input\.\d+)\.(?:text|image_url)(?=\.|$)")
_PLACE = re.compile(r"\.(\d+)(?=\.|$)")


class OpenAIError(HTTPError):
    """`name` is the code that clients see."""

    def __init__(self, status: int, name: str, message: str, param: str = "") -> None:
        super().__init__(status, 0, message, fields={param: message} if param else None)
        self.name = name


def refused(error: Unjudged) -> OpenAIError:
    """What was not judged, as an error: clients try again by themselves where that may help."""
    status = 503 if error.have_failed else 400
    return OpenAIError(status, "not_judged", error.message, *error.fields)


class OpenAIDialect(FacadeDialect):
    security = (_KEY,)
    error = _ERROR

    def key(self, request: Request) -> str:
        scheme, key = authorization(request.scope)
        return key if scheme == "bearer" else ""

    def refusal(self) -> HTTPError:
        problem = f"Incorrect API key. Send Authorization: Bearer KEY with {SCORE_KEY}."
        return OpenAIError(401, "invalid_api_key", problem)

    def failure(
        self, error: HTTPError, operation: str, started: int, request_id: str
    ) -> JSONResponse:
        del operation, started
        param = next(map(_param, error.fields), None)
        code = error.name if isinstance(error, OpenAIError) else _CODES.get(error.status)
        body = {
            "error": {
                "message": short(_message(error)),
                "type": _TYPES.get(error.status, "invalid_request_error"),
                "param": None if param is None else short(param),
                "code": code,
            }
        }
        headers = dict([_SOON] if error.status in (429, 503) else []) | error.headers
        return JSONResponse(body, error.status, request_id, headers.items())


def _message(error: HTTPError) -> str:
    if isinstance(error, OpenAIError) or not error.fields:
        return error.message
    name, problem = next(iter(error.fields.items()))
    return f"Invalid '{_param(name)}': {problem}"


def _param(name: str) -> str:
    """`input[0].text` for `input.parts.0.text.text`, which says what it was read as."""
    name = _PART.sub(r"\1", _FORM.sub("input", name))
    return _PLACE.sub(r"[\1]", name)


OPENAI = OpenAIDialect(name="openai", times="integer", has_duration=False)
