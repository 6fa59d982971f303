"""Request bodies: bounded in size and depth, JSON or a form."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NoReturn

import orjson
from pydantic import ValidationError
from starlette.requests import ClientDisconnect, Request

from common.domain.characters import halves
from common.domain.fields import HALVES
from common.http.errors import HTTPError
from common.http.requests import header

if TYPE_CHECKING:
    from pydantic import BaseModel

MAX_DEPTH = 32
# Possessive, and content with an unclosed string: whatever the bytes, each is looked at once.
_STRINGS = re.compile(rb'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)
_NOT_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_LONGEST_NUMBER = 18
_LONGEST_INTEGER = 20
_URL_ENCODED = "application/x-www-form-urlencoded"
_FILE = "is a file, and nothing keeps files: send its address"
_FORMS = (_URL_ENCODED, "multipart/form-data")
# As JSON spells a surrogate, be it one of a pair or alone.
_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")


async def read_body(request: Request, limit: int) -> bytes:
    """Raises 413 as soon as more than `limit` bytes are announced or received."""
    if header(request.scope, b"content-encoding").strip().lower() not in ("", "identity"):
        raise _refused_header("content-encoding", "is not taken: bodies come as they are")
    announced = header(request.scope, b"content-length", "0")
    if not announced.isdecimal():
        raise _refused_header("content-length", "is not a number")
    if len(announced) > _LONGEST_NUMBER or int(announced) > limit:
        raise _too_large(limit)
    chunks: list[bytes] = []
    size = 0
    try:
        async for chunk in request.stream():
            size += len(chunk)
            if size > limit:
                raise _too_large(limit)
            chunks.append(chunk)
    except ClientDisconnect:
        # Nobody reads this; the log has it as what it is.
        raise HTTPError(400, 4, "the client went away before its body was complete") from None
    return b"".join(chunks)


def _too_large(limit: int) -> HTTPError:
    return HTTPError(413, 22, f"the body is larger than {limit} bytes")


def _refused_header(name: str, problem: str) -> HTTPError:
    return HTTPError(400, 4, f"{name} {problem}", fields={name: problem})


def _unusable(problem: str) -> HTTPError:
    return HTTPError(400, 4, f"body {problem}", fields={"body": problem})


def parse_json(body: bytes, model: type[BaseModel]) -> BaseModel:
    """An empty body counts as {}, which is what some clients send for it."""
    return validated(model, *parse_value(body or b"{}"))


def validated(model: type[BaseModel], value: Any, has_halves: bool) -> BaseModel:
    """Halves of characters are mended in what is `Prose` and refused in all else."""
    if not has_halves:
        return _known(model, value, None)
    read = _known(model, value, HALVES)
    # A name stands for a call of an action, of which pydantic warns and which is nothing here.
    for name in halves(read.model_dump(warnings=False)):
        name = name.removeprefix(".")
        problem = "has half a character (a lone surrogate)"
        raise HTTPError(400, 4, f"{name} {problem}", fields={name: problem})
    return read


def _known(model: type[BaseModel], value: Any, context: str | None) -> BaseModel:
    """What is unknown and null is absent: that is how some clients say nothing."""
    try:
        return model.model_validate(value, context=context)
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False)
        empty = [
            each["loc"]
            for each in found
            if each["type"] == "extra_forbidden" and each["input"] is None
        ]
        if not empty:
            raise
    for path in empty:
        _remove(value, path)
    return model.model_validate(value, context=context)


def _remove(value: Any, path: Sequence[int | str]) -> None:
    """`path` names alternatives of a type beside members."""
    for step in path[:-1]:
        members = dict(enumerate(value)) if isinstance(value, list) else value
        value = members.get(step, value)
    if isinstance(value, dict):
        value.pop(path[-1], None)


def parse_value(body: bytes) -> tuple[Any, bool]:
    """A value of JSON, and whether texts in it may have halves of characters. Raises 400."""
    check_depth(body)
    try:
        # Not by pydantic, which takes NaN and integers that no store and no other reader takes.
        return orjson.loads(body), False
    except orjson.JSONDecodeError as error:
        problem = f"is not JSON: {error}"
    if _SURROGATE.search(body) is None:
        raise _unusable(problem)
    try:
        return _LENIENT.decode(body.decode()), True
    except ValueError as error:
        raise _unusable(f"is not JSON: {error}") from None


def _integer(digits: str) -> int | float:
    """Rounded where no store has so many bits."""
    rounded = _finite(digits)
    if len(digits) > _LONGEST_INTEGER:
        return rounded
    number = int(digits)
    return number if -(2**63) <= number < 2**64 else rounded


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError("a number is too large")
    return number


def _refused(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


_LENIENT = json.JSONDecoder(parse_int=_integer, parse_float=_finite, parse_constant=_refused)
"""Differs from orjson in nothing but that it takes lone surrogates."""


def check_depth(body: bytes) -> None:
    if body.count(b"[") + body.count(b"{") <= MAX_DEPTH:
        return
    depth = 0
    for byte in _STRINGS.sub(b"", body).translate(None, _NOT_BRACKETS):
        depth += 1 if byte in b"[{" else -1
        if depth > MAX_DEPTH:
            raise _unusable(f"is nested deeper than {MAX_DEPTH} levels")


def is_form(request: Request, body: bytes) -> bool:
    """`curl -d` says form of whatever it sends, and no form has a field that begins with `{`."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    return kind in _FORMS and not (kind == _URL_ENCODED and body.lstrip()[:1] == b"{")


async def read_form(request: Request, body: bytes) -> list[tuple[str, str]]:
    """The fields of an x-www-form-urlencoded or multipart body, in order. Files are refused, and so
    is what ends before its last field does.
    """
    from starlette.exceptions import HTTPException
    from starlette.formparsers import MultiPartException

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    if not _is_whole(request.headers.get("content-type", ""), body):
        raise _unusable("is a form that has no end")
    try:
        async with Request(request.scope, receive).form(max_files=100, max_fields=100) as form:
            pairs = form.multi_items()
    except (HTTPException, MultiPartException, UnicodeDecodeError, ValueError):
        raise _unusable("is not a form that can be read") from None
    files = {name[:200]: _FILE for name, value in pairs if not isinstance(value, str)}
    if files:
        raise HTTPError(400, 4, f"{next(iter(files))} {_FILE}", fields=files)
    return [(name, value) for name, value in pairs if isinstance(value, str)]


def _is_whole(content_type: str, body: bytes) -> bool:
    """The parser leaves out a field of a multipart body that is not ended."""
    from python_multipart.multipart import parse_options_header

    kind, options = parse_options_header(content_type)
    boundary = options.get(b"boundary")
    return kind == _URL_ENCODED.encode() or not boundary or b"--%b--" % boundary in body
