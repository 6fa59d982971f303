"""Batches of calls: a body of type multipart/mixed, in which each part is a request of its own.

https://developers.google.com/workspace/drive/api/guides/performance#batch-requests has the format.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterator
from http import HTTPStatus
from random import getrandbits
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from common.api.batch import Batch, BatchedCall
from common.http.errors import HTTPError
from common.http.responses import Reply
from common.moderation.turns import side_by_side

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

MOST_CALLS = 100
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_LINE_END = re.compile(r"\r?\n(?![ \t])")
_FOLD = re.compile(r"\r?\n(?=[ \t])")
_BLANK_LINE_END = re.compile(rb"[ \t]*\r?\n")
_REQUEST_LINE = re.compile(r"([A-Z]{1,10}) (\S+) HTTP/1\.[01]")
_CONTROL = re.compile(r"[^\t\x20-\x7e\xa0-\xff]")


def read_batch(path: str, content_type: str, body: bytes) -> Batch:
    """What was sent to `path`. Raises HTTPError for what is no batch, or has one in it."""
    from python_multipart.multipart import parse_options_header

    kind, options = parse_options_header(content_type)
    boundary = options.get(b"boundary")
    if kind != b"multipart/mixed" or not boundary:
        raise _refused("content-type", "has to be multipart/mixed with a boundary")
    delimiter = re.compile(rb"(?:\A|\r?\n)--" + re.escape(boundary))
    _, *parts = delimiter.split(body, MOST_CALLS + 2)
    if len(parts) > MOST_CALLS + 1:
        raise _refused("body", f"has more than {MOST_CALLS} calls")
    if len(parts) < 2 or not parts[-1].startswith(b"--"):
        raise _refused("body", "has no calls, or no end")
    calls = tuple(map(_call, parts[:-1]))
    if any(call.path == path for call in calls):
        raise _refused("body", "has a batch in it")
    return Batch(calls=calls)


def _call(part: bytes) -> BatchedCall:
    start = _BLANK_LINE_END.match(part)
    about, rest = _halves(part[start.end() :]) if start else ("", b"")
    head, body = _halves(rest.lstrip())
    line, _, fields = head.partition("\n")
    asked = _REQUEST_LINE.fullmatch(line.strip())
    if asked is None:
        raise _refused("body", "has a part that is no HTTP request")
    try:
        target = urlsplit(asked[2])
    except ValueError:
        raise _refused("body", "has a part whose URL is none") from None
    return BatchedCall(
        id=_fields(about).get("content-id", ""),
        method=asked[1],
        path=target.path,
        query=target.query,
        headers=_fields(fields),
        body=body,
    )


def _halves(part: bytes) -> tuple[str, bytes]:
    """A head and what follows it."""
    head, *body = _HEAD_END.split(part, 1)
    return head.decode("latin-1"), body[0] if body else b""


def _fields(head: str) -> dict[str, str]:
    lines = (line.partition(":") for line in _LINE_END.split(head))
    fields = {name.strip().lower(): value.strip() for name, colon, value in lines if colon}
    fields = {name: _FOLD.sub("", value) for name, value in fields.items()}
    # Some come back in the answer's headers.
    if any(map(_CONTROL.search, fields.values())):
        raise _refused("body", "has a part with a control character in a header")
    return fields


async def answer_batch(batch: Batch, respond: Callable[[Request], Awaitable[Response]]) -> Reply:
    """What `respond` answers to each of the calls."""

    async def answered(call: BatchedCall) -> Response:
        return await respond(_request(call))

    answers = await side_by_side([*map(answered, batch.calls)])
    boundary = f"batch_{getrandbits(128):032x}"
    pairs = zip(batch.calls, answers, strict=True)
    pieces = [piece for call, answer in pairs for piece in _part(boundary, call, answer)]
    content = b"".join([*pieces, f"--{boundary}--\r\n".encode()])
    return Reply(content, media_type=f"multipart/mixed; boundary={boundary}")


def _part(boundary: str, call: BatchedCall, answer: Response) -> Iterator[bytes]:
    yield f"--{boundary}\r\nContent-Type: application/http\r\n".encode()
    if call.id:
        yield f"Content-ID: <response-{call.id.removeprefix('<')}\r\n".encode("latin-1")
    status = answer.status_code
    yield f"\r\nHTTP/1.1 {status} {HTTPStatus(status).phrase}\r\n".encode()
    for name, value in answer.raw_headers:
        yield b"%b: %b\r\n" % (name, value)
    yield b"\r\n%b\r\n" % bytes(answer.body)


def _request(call: BatchedCall) -> Request:
    from starlette.requests import Request

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": call.body, "more_body": False}

    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": call.method,
        "scheme": "http",
        "path": unquote(call.path),
        "raw_path": call.path.encode("latin-1"),
        "root_path": "",
        "query_string": call.query.encode("latin-1"),
        "headers": [
            (name.encode("latin-1"), value.encode("latin-1"))
            for name, value in call.headers.items()
        ],
    }
    return Request(scope, receive)


def _refused(name: str, problem: str) -> HTTPError:
    return HTTPError(400, 4, f"{name} {problem}", fields={name: problem})
