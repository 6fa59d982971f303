"""Request bodies: bounded in size and depth, JSON or a form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import orjson
from starlette.requests import Request

from common.http.errors import HTTPError

if TYPE_CHECKING:
    from pydantic import BaseModel

MAX_DEPTH = 32
# Possessive, and content with an unclosed string: whatever the bytes, each is looked at once.
_STRINGS = re.compile(rb'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)
_NOT_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_LONGEST_NUMBER = 18
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


async def read_body(request: Request, limit: int) -> bytes:
    """Raises 413 as soon as more than `limit` bytes are announced or received."""
    announced = request.headers.get("content-length", "0")
    if not announced.isdecimal():
        raise HTTPError(400, 4, "content-length is not a number")
    if len(announced) > _LONGEST_NUMBER or int(announced) > limit:
        raise _too_large(limit)
    chunks: list[bytes] = []
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > limit:
            raise _too_large(limit)
        chunks.append(chunk)
    return b"".join(chunks)


def _too_large(limit: int) -> HTTPError:
    return HTTPError(413, 22, f"the body is larger than {limit} bytes")


def _unusable(problem: str) -> HTTPError:
    return HTTPError(400, 4, f"body {problem}", fields={"body": problem})


def parse_json(body: bytes, model: type[BaseModel]) -> BaseModel:
    """An empty body counts as {}, which is what some clients send for it."""
    check_depth(body)
    try:
        # Not by pydantic, which takes NaN and integers that no store and no other reader takes.
        value = orjson.loads(body or b"{}")
    except orjson.JSONDecodeError as error:
        raise _unusable(f"is not JSON: {error}") from None
    return model.model_validate(value)


def check_depth(body: bytes) -> None:
    if body.count(b"[") + body.count(b"{") <= MAX_DEPTH:
        return
    depth = 0
    for byte in _STRINGS.sub(b"", body).translate(None, _NOT_BRACKETS):
        depth += 1 if byte in b"[{" else -1
        if depth > MAX_DEPTH:
            raise _unusable(f"is nested deeper than {MAX_DEPTH} levels")


def is_form(request: Request) -> bool:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    return kind in _FORMS


async def read_form(request: Request, body: bytes) -> list[tuple[str, str]]:
    """The fields of an x-www-form-urlencoded or multipart body, in order. Files are refused."""
    from starlette.exceptions import HTTPException
    from starlette.formparsers import MultiPartException

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    try:
        async with Request(request.scope, receive).form(max_files=0, max_fields=100) as form:
            return [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
    except (HTTPException, MultiPartException, UnicodeDecodeError, ValueError):
        raise _unusable("is not a form that can be read") from None
