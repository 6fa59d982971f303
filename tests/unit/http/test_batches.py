"""Batches of calls as bytes: what is read of them, and what is refused."""

from __future__ import annotations

import asyncio
import re

import pytest
from starlette.requests import Request
from starlette.responses import Response

from common.http.batches import MOST_CALLS, answer_batch, read_batch
from common.http.errors import HTTPError
from common.http.responses import JSONResponse

_KIND = 'multipart/mixed; boundary="b"'
_PART = (
    "--b\nContent-Type: application/http\nContent-ID: <x + 1>\n\n"
    "POST /v1alpha1/comments:analyze?key=k&alt=json HTTP/1.1\nContent-Type: application/json\n"
    "Host: h\n\n{}\n"
)
_BATCH = f"{_PART}--b--"


def read(text: str, kind: str = _KIND) -> list[tuple[str, str, str, str, bytes]]:
    calls = read_batch("/batch", kind, text.encode()).calls
    return [(each.id, each.method, each.path, each.query, each.body) for each in calls]


@pytest.mark.parametrize("text", [_BATCH, _BATCH.replace("\n", "\r\n"), f"before\n{_BATCH}\nafter"])
def test_calls_are_read_whatever_ends_a_line(text: str) -> None:
    asked = ("<x + 1>", "POST", "/v1alpha1/comments:analyze", "key=k&alt=json", b"{}")
    assert read(text) == [asked]


def test_headers_and_an_address_in_full_are_read() -> None:
    text = _BATCH.replace("POST /", "POST https://h:1/").replace("Host: h", "X-Goog-Api-Key:  k: 1")
    (call,) = read_batch("/batch", _KIND, text.encode()).calls
    assert call.path == "/v1alpha1/comments:analyze"
    assert call.headers == {"content-type": "application/json", "x-goog-api-key": "k: 1"}


def test_a_header_of_several_lines_is_one() -> None:
    assert read(_BATCH.replace("<x + 1>", "<x +\n 1>"))[0][0] == "<x + 1>"
    assert read(_BATCH.replace("<x + 1>", "<x +\r\n 1>"))[0][0] == "<x + 1>"


def test_a_boundary_in_a_body_is_none() -> None:
    assert read(_BATCH.replace("{}", '{"a--b": "--b"}'))[0][-1] == b'{"a--b": "--b"}'


@pytest.mark.parametrize(
    "text",
    [
        "",
        "--b--",
        _PART,
        "--b\n--b--",
        "--b\n\n\n--b--",
        _BATCH.replace("POST ", "post "),
        _BATCH.replace(" HTTP/1.1", ""),
        _BATCH.replace("Content-Type: application/http\nContent-ID: <x + 1>\n\n", ""),
        _BATCH.replace("/v1alpha1/comments:analyze", "/batch"),
        _PART * (MOST_CALLS + 1) + "--b--",
        "--b" * 100_000,
        "\n" * 500_000,
    ],
    ids=lambda text: repr(text[:30]),
)
def test_what_is_no_batch_is_refused(text: str) -> None:
    with pytest.raises(HTTPError, match="body"):
        read(text)


@pytest.mark.parametrize(
    "kind", ["", "application/json", "multipart/mixed", "multipart/form-data; boundary=b"]
)
def test_another_type_is_refused(kind: str) -> None:
    with pytest.raises(HTTPError, match="content-type"):
        read(_BATCH, kind)


def test_each_call_has_its_answer_in_order() -> None:
    async def respond(request: Request) -> Response:
        asked = {"path": request.url.path, "sent": (await request.body()).decode()}
        return JSONResponse(asked, 200 if request.query_params["key"] == "k" else 400, "id")

    second = _PART.replace("key=k", "key=l").replace("Content-ID: <x + 1>\n", "")
    batch = read_batch("/batch", _KIND, f"{_PART}{second}--b--".encode())
    reply = asyncio.run(answer_batch(batch, respond))
    assert isinstance(reply.content, bytes)
    boundary = reply.media_type.partition("boundary=")[2]
    _, first, other, end = reply.content.decode().split(f"--{boundary}")
    assert end == "--\r\n"
    assert "Content-ID: <response-x + 1>\r\n" in first
    assert "Content-ID" not in other
    assert [re.findall("HTTP/1.1 .*", part) for part in (first, other)] == [
        ["HTTP/1.1 200 OK\r"],
        ["HTTP/1.1 400 Bad Request\r"],
    ]
    assert first.endswith('\r\n\r\n{"path":"/v1alpha1/comments:analyze","sent":"{}"}\r\n')


def test_others_have_a_turn_between_two_calls() -> None:
    turns = 0
    seen: list[int] = []

    async def others() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    async def respond(_request: Request) -> Response:
        seen.append(turns)
        return JSONResponse({}, 200, "id")

    async def answer() -> None:
        waiting = asyncio.create_task(others())
        await answer_batch(read_batch("/batch", _KIND, f"{_PART * 20}--b--".encode()), respond)
        waiting.cancel()

    asyncio.run(answer())
    assert len(set(seen)) == 20
