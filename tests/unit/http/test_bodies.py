from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Coroutine
from typing import Any, cast

import orjson
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError
from starlette.requests import Request
from starlette.types import Message

from common.http.bodies import MAX_DEPTH, check_depth, parse_json, parse_value, read_body
from common.http.dialects.hive import HIVE
from common.http.errors import HTTPError


class _Any(BaseModel):
    a: Any = None


class _Report(BaseModel):
    report_categories: list[str] = []
    content_metadata: Any = None
    text_data: str = ""


_JSON = st.recursive(
    st.none() | st.booleans() | st.text(alphabet='[]{}"\\a\n'),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text('[{"\\'), inner, max_size=2)
    ),
    max_leaves=20,
)


def _depth(value: Any) -> int:
    if isinstance(value, list | dict):
        parts = value.values() if isinstance(value, dict) else value
        return 1 + max((_depth(part) for part in parts), default=0)
    return 0


@given(_JSON, st.integers(min_value=20, max_value=40))
def test_only_real_brackets_count(value: Any, around: int) -> None:
    for _ in range(around):
        value = [value]
    body = json.dumps(value).encode()
    if _depth(value) <= MAX_DEPTH:
        check_depth(body)
        return
    with pytest.raises(HTTPError) as raised:
        check_depth(body)
    assert raised.value.fields == {"body": f"is nested deeper than {MAX_DEPTH} levels"}


@given(st.binary())
def test_no_bytes_make_it_fail_otherwise(noise: bytes) -> None:
    for body in (noise, b"[" * 40 + noise):
        try:
            check_depth(body)
        except HTTPError as error:
            assert error.status == 400


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 33 + b'"' + b'\\"' * 500_000,
        b"[" * 33 + b'"' + b"\\" * 1_000_000,
        b"[" * 33 + b'"' * 1_000_000,
        b"[]" * 500_000,
        b'["",' * 33 + b'"a",' * 250_000,
    ],
)
def test_a_megabyte_of_anything_is_looked_at_quickly(body: bytes) -> None:
    started = time.perf_counter()
    try:
        check_depth(body)
    except HTTPError as error:
        assert error.status == 400
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize(
    ("body", "value"),
    [
        (b"", None),
        (b'{"a": 1, "a": 2}', 2),
        (b'{"a": 1180591620717411303424}', float(2**70)),
        (b'{"a": 18446744073709551615}', 2**64 - 1),
        ('{"a": "\U0001f600"}'.encode(), "\U0001f600"),
        (b'{"a": "\\ud83d\\ude00\\u0000"}', "\U0001f600\0"),
    ],
)
def test_what_json_means(body: bytes, value: Any) -> None:
    assert parse_json(body, _Any) == _Any(a=value)


@pytest.mark.parametrize("body", [b"{", b"NaN", b'{"a": NaN}', b"\xff", b" "])
def test_what_is_no_json(body: bytes) -> None:
    with pytest.raises(HTTPError) as raised:
        parse_json(body, _Any)
    assert (raised.value.status, raised.value.code) == (400, 4)
    assert raised.value.fields["body"].startswith("is not JSON: ")


def _request(headers: dict[str, str], pieces: list[bytes]) -> Request:
    left = list(pieces)

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": left.pop(0), "more_body": bool(left)}

    encoded = [(name.encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "method": "POST", "headers": encoded}, receive)


def _read(headers: dict[str, str], pieces: list[bytes], limit: int = 10) -> bytes:
    return asyncio.run(read_body(_request(headers, pieces), limit))


def test_a_body_of_just_the_limit() -> None:
    assert _read({"content-length": "10"}, [b"x" * 10]) == b"x" * 10
    assert _read({}, [b"x" * 5, b"", b"y" * 5]) == b"xxxxxyyyyy"


@pytest.mark.parametrize(
    ("headers", "pieces"),
    [
        ({"content-length": "11"}, [b""]),
        ({"content-length": "9" * 5_000}, [b""]),
        ({"content-length": "2"}, [b"x" * 11]),
        ({}, [b"x" * 6, b"x" * 6]),
    ],
)
def test_a_body_beyond_the_limit(headers: dict[str, str], pieces: list[bytes]) -> None:
    with pytest.raises(HTTPError) as raised:
        _read(headers, pieces)
    assert (raised.value.status, raised.value.code) == (413, 22)


def test_nothing_is_read_once_it_is_too_much() -> None:
    pieces = [b"x" * 6, b"x" * 6, b"never read"]
    request = _request({}, pieces)
    with pytest.raises(HTTPError):
        asyncio.run(read_body(request, 10))
    receive = cast("Callable[[], Coroutine[Any, Any, Message]]", request.receive)
    assert asyncio.run(receive())["body"] == b"never read"


@pytest.mark.parametrize("length", ["", "-1", "1.0", "0x1", "1e3", "+5", "5, 5"])
def test_a_length_that_is_none(length: str) -> None:
    with pytest.raises(HTTPError) as raised:
        _read({"content-length": length}, [b"{}"])
    assert (raised.value.status, raised.value.code) == (400, 4)


@pytest.mark.parametrize("encoding", ["gzip", "GZIP", "br", "identity, gzip", "x"])
def test_a_body_that_does_not_come_as_it_is(encoding: str) -> None:
    with pytest.raises(HTTPError) as raised:
        _read({"content-encoding": encoding}, [b"{}"])
    assert (raised.value.status, raised.value.code) == (400, 4)
    assert set(raised.value.fields) == {"content-encoding"}


@pytest.mark.parametrize("encoding", ["", "identity", "Identity"])
def test_a_body_that_comes_as_it_is(encoding: str) -> None:
    assert _read({"content-encoding": encoding}, [b"{}"]) == b"{}"


def _form(body: bytes, kind: str = "application/x-www-form-urlencoded") -> _Report:
    parsed = asyncio.run(HIVE.read(_request({"content-type": kind}, []), body, _Report))
    assert isinstance(parsed, _Report)
    return parsed


@pytest.mark.parametrize(
    "body",
    [
        b"report_categories=a&report_categories=b",
        b"report_categories[]=a&report_categories[]=b",
        b"report_categories=%5B%22a%22,%22b%22%5D",
    ],
)
def test_lists_in_forms(body: bytes) -> None:
    assert _form(body).report_categories == ["a", "b"]


def test_objects_in_forms() -> None:
    assert _form(b'content_metadata={"a":[1]}').content_metadata == {"a": [1]}
    assert _form(b"content_metadata={broken").content_metadata == "{broken"
    assert _form(b'text_data={"a":1}').text_data == '{"a":1}'


def test_multipart() -> None:
    body = b'--x\r\nContent-Disposition: form-data; name="text_data"\r\n\r\nh\xc3\xa9\r\n--x--\r\n'
    assert _form(body, "Multipart/Form-Data; boundary=x").text_data == "hé"


_PART = b'--x\r\nContent-Disposition: form-data; name="text_data"\r\n\r\ncut'


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"--x", "multipart/form-data"),
        (b"nonsense", "multipart/form-data; boundary=x"),
        (_PART, "multipart/form-data; boundary=x"),
        (_PART + b"--x", "multipart/form-data; boundary=x"),
        (b"a=1&" * 101, "application/x-www-form-urlencoded"),
        (b"content_metadata=" + b"[" * 33, "application/x-www-form-urlencoded"),
    ],
)
def test_forms_that_cannot_be_read(body: bytes, kind: str) -> None:
    with pytest.raises(HTTPError) as raised:
        _form(body, kind)
    assert (raised.value.status, raised.value.code) == (400, 4)
    assert set(raised.value.fields) == {"body"}


@pytest.mark.parametrize("kind", ["", "application/json", "text/plain", "nonsense"])
def test_everything_else_is_json(kind: str) -> None:
    assert _form(b'{"text_data": "a"}', kind).text_data == "a"


def test_a_client_that_goes_away_is_no_error_of_gavels() -> None:
    pieces: list[Message] = [
        {"type": "http.request", "body": b'{"a', "more_body": True},
        {"type": "http.disconnect"},
    ]

    async def receive() -> Message:
        return pieces.pop(0)

    request = Request({"type": "http", "headers": [(b"content-length", b"50")]}, receive)
    with pytest.raises(HTTPError) as raised:
        asyncio.run(read_body(request, 1000))
    assert raised.value.status == 400


@example(2**64, "\ud83d")
@example(-(2**63), "\ud83d")
@example(-(2**63) - 1, "\ud83d")
@example(2**64 - 1, "\ud83d")
@example(10**30, "\ud83d")
@given(_JSON | st.floats() | st.integers(), st.sampled_from(["", "\ud83d", "a\udc00b", "😀"]))
def test_half_a_character_changes_nothing_else_of_what_is_json(value: Any, text: str) -> None:
    """The two parsers agree on everything beside it."""
    for body in (json.dumps([value]).encode(), json.dumps([value, text]).encode()):
        if b"\\ud" not in body or text == "😀":
            continue
        try:
            wanted = orjson.loads(json.dumps([value]).encode())
        except orjson.JSONDecodeError:
            with pytest.raises(HTTPError):
                parse_value(body)
            continue
        assert parse_value(body) == ([*wanted, text], True)


@pytest.mark.parametrize(
    "text",
    ['{"a": NaN, "b": "\\ud800"}', '{"a": 1e400, "b": "\\ud800"}', '"\\ud800', '["\\ud800"] 1'],
)
def test_half_a_character_excuses_nothing_else(text: str) -> None:
    with pytest.raises(HTTPError) as raised:
        parse_json(text.encode(), _Any)
    assert raised.value.fields["body"].startswith("is not JSON: ")


def test_what_is_unknown_and_null_is_absent() -> None:
    class Inner(BaseModel, extra="forbid"):
        b: int = 0

    class Outer(BaseModel, extra="forbid"):
        many: list[Inner] = []
        one: Inner | None = None

    read = parse_json(b'{"x": null, "many": [{"b": 1}, {"y": null}], "one": {"z": null}}', Outer)
    assert read == Outer(many=[Inner(b=1), Inner()], one=Inner())
    with pytest.raises(ValidationError) as raised:
        parse_json(b'{"x": null, "many": [{"y": 1}]}', Outer)
    assert [each["loc"] for each in raised.value.errors()] == [("many", 0, "y")]
