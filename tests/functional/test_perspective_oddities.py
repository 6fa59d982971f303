"""What strangers send to Perspective's facade: it is answered, or refused as Google refuses."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest

from tests.functional.inprocess import Answer, App, Server, in_process

_ANALYZE = "/v1alpha1/comments:analyze"
_TEXT = "You are a pathetic idiot"
_BODY: dict[str, Any] = {"comment": {"text": _TEXT}, "requestedAttributes": {"INSULT": {}}}
_SCORE = '"requestedAttributes": {"INSULT": {"scoreThreshold": %s}}}'


class World:
    def __init__(self, server: Server, app: App) -> None:
        self.server = server
        self.key = app.credentials.score_key

    def send(
        self,
        body: Any,
        headers: Mapping[str, str] | Sequence[tuple[str, str]] = (),
        query: str | None = None,
        method: str = "POST",
    ) -> Answer:
        encoded = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        query = f"key={self.key}" if query is None else query
        return self.server.raw(method, f"{_ANALYZE}?{query}", headers, encoded)

    def refused(self, answer: Answer, *said: str, status: int = 400) -> None:
        """As Google's clients read it, and nothing of the key or the text is in it."""
        assert answer.status == status, answer.text
        error = answer.json()["error"]
        assert error["code"] == status
        assert error["details"], error
        assert all(detail["@type"] for detail in error["details"])
        for each in said:
            assert each in error["message"], error
        assert self.key not in answer.text
        assert _TEXT not in answer.text


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with in_process(tmp_path_factory.mktemp("oddities") / "data") as server:
        yield World(server, server.app("app-a"))


def scored(answer: Answer) -> Any:
    assert answer.status == 200, answer.text
    return answer.json()["attributeScores"]


@pytest.mark.parametrize(
    "kind",
    [
        "application/json",
        "application/json; charset=UTF-8",
        "text/plain;charset=UTF-8",
        "application/x-www-form-urlencoded",
        "application/octet-stream",
        "nonsense",
        "",
        None,
    ],
)
def test_json_is_read_whatever_it_is_called(world: World, kind: str | None) -> None:
    headers = {} if kind is None else {"content-type": kind}
    assert scored(world.send(_BODY, headers))["INSULT"]["summaryScore"]["value"] > 0.5


@pytest.mark.parametrize(
    "body",
    [
        b"comment.text=hello&requestedAttributes.TOXICITY=",
        b"\xef\xbb\xbf" + json.dumps(_BODY).encode(),
        json.dumps(_BODY).encode("utf-16"),
        json.dumps(_BODY).replace('"', "'").encode(),
        b'"hello"',
        b"[]",
        b"null",
        b"\x00",
        b'{"comment": {"text": "' + b"\xff\xfe" + b'"}, "requestedAttributes": {"INSULT": {}}}',
        b"[" * 100_000,
        b'{"comment": ' * 50_000,
        b'{"context": {"entries": [' + b"[" * 40 + b"]" * 40 + b"]}}",
        *(
            b'{"comment": {"text": "hi"}, ' + (_SCORE % number).encode()
            for number in ("NaN", "Infinity", "-Infinity", "1e999", "--1", "0x1")
        ),
    ],
    ids=lambda body: repr(body[:40]),
)
def test_what_is_no_json_is_refused(world: World, body: bytes) -> None:
    world.refused(world.send(body))
    multipart = {"content-type": "multipart/form-data; boundary=b"}
    world.refused(world.send(b'--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n', multipart))


def test_a_compressed_body_is_refused_by_name(world: World) -> None:
    packed = gzip.compress(json.dumps(_BODY).encode())
    world.refused(world.send(packed, {"content-encoding": "gzip"}), "content-encoding")


def test_nothing_is_too_large_that_is_no_larger_than_20_480_bytes(world: World) -> None:
    for text in ("🍆" * 5_120, "é" * 10_240, "a" * 20_480, '"\\' * 10_240, "\u0001" * 20_480):
        found = scored(world.send({**_BODY, "comment": {"text": text}}))["INSULT"]
        units = len(text.encode("utf-16-le")) // 2
        assert found["spanScores"][-1]["end"] == units


@pytest.mark.parametrize("ascii_", [True, False])
def test_what_is_far_too_large_is_refused(world: World, ascii_: bool) -> None:
    body = {**_BODY, "comment": {"text": "🍆" * 20_481}}
    world.refused(world.send(json.dumps(body, ensure_ascii=ascii_).encode()))
    world.refused(world.send(b" " * 5_000_000), status=413)


@pytest.mark.parametrize(
    ("threshold", "reached"),
    [(-0.1, True), (-0.0, True), (0, True), (0.5, True), (1, False), (1e300, False), (None, True)],
)
def test_thresholds(world: World, threshold: float | None, reached: bool) -> None:
    asked = {"INSULT": {"scoreThreshold": threshold}}
    assert ("INSULT" in scored(world.send({**_BODY, "requestedAttributes": asked}))) is reached


@pytest.mark.parametrize("threshold", [True, "high", "0.5", "NaN", [], {}])
def test_a_threshold_that_is_no_number_is_refused(world: World, threshold: Any) -> None:
    asked = {"INSULT": {"scoreThreshold": threshold}}
    answer = world.send({**_BODY, "requestedAttributes": asked})
    world.refused(answer, "requestedAttributes.INSULT.scoreThreshold")


def test_halves_of_characters(world: World) -> None:
    text = f"{_TEXT} \ud83d and \udc4d"
    found = scored(world.send({**_BODY, "comment": {"text": text}}))["INSULT"]
    assert found["summaryScore"]["value"] > 0.5
    assert found["spanScores"][-1]["end"] == len(text)
    world.refused(world.send({**_BODY, "languages": ["\ud83d"]}))
    world.refused(world.send({**_BODY, "requestedAttributes": {"\ud83d": {}}}))


@pytest.mark.parametrize("languages", [["en"], ["en-US"], ["EN"], ["en_GB"], ["en", "en"], []])
def test_english_by_any_name(world: World, languages: list[str]) -> None:
    body = {**_BODY, "comment": {"text": f"{_TEXT}, go away and stay away from here"}}
    answer = world.send({**body, "languages": languages})
    assert scored(answer)["INSULT"]["summaryScore"]["value"] > 0.5
    assert answer.json()["languages"][0].lower().startswith("en")


@pytest.mark.parametrize("language", ["xx", "", "e", "english", "en-", "-", "🇬🇧", "x" * 500, 5])
def test_a_language_that_is_none_is_refused(world: World, language: Any) -> None:
    world.refused(world.send({**_BODY, "languages": [language]}))
    world.refused(world.send({**_BODY, "languages": ["en", language]}))


@pytest.mark.parametrize(
    "body",
    [
        {**_BODY, "comment": {"text": ""}},
        {**_BODY, "comment": {"text": "  \n"}},
        {**_BODY, "comment": {}},
        {**_BODY, "comment": {"text": _TEXT, "type": "HTML"}},
        {**_BODY, "comment": {"text": _TEXT, "type": "plain"}},
        {**_BODY, "comment": _TEXT},
        {**_BODY, "requestedAttributes": {}},
        {**_BODY, "requestedAttributes": ["INSULT"]},
        {**_BODY, "requestedAttributes": {"insult": {}}},
        {**_BODY, "requestedAttributes": {"": {}}},
        {**_BODY, "requestedAttributes": {"INSULT": {"scoreType": "STD_DEV_SCORE"}}},
        {**_BODY, "requestedAttributes": {"INSULT": {"scoreTyp": "PROBABILITY"}}},
        {**_BODY, "requestedAttributes": {f"A{n}": {} for n in range(5_000)}},
        {**_BODY, "requestedAttribute": {}},
        {**_BODY, "clientToken": 5},
        {
            **_BODY,
            "context": {
                "entries": [{"text": "a"}],
                "articleAndParentComment": {"article": {"text": "a"}},
            },
        },
        {**_BODY, "doNotStore": "yes"},
    ],
)
def test_what_is_wrong_is_refused(world: World, body: Any) -> None:
    world.refused(world.send(body))


def test_of_a_name_that_is_there_twice_the_last_counts(world: World) -> None:
    body = b'{"comment": {"text": "fine"}, ' + json.dumps(_BODY).encode()[1:]
    assert scored(world.send(body))["INSULT"]["summaryScore"]["value"] > 0.5


def test_where_the_key_may_stand(world: World) -> None:
    header = {"x-goog-api-key": world.key}
    assert scored(world.send(_BODY, header, query=""))
    assert scored(world.send(_BODY, header))
    assert scored(world.send(_BODY, query=f"alt=json&key={world.key}&prettyPrint=false"))


@pytest.mark.parametrize("query", ["", "key=", "key=x", "key", "Key={}", "key={}x"])
def test_where_no_key_stands(world: World, query: str) -> None:
    world.refused(world.send(_BODY, query=query.format(world.key)), "API key not valid")


def test_two_keys_are_none(world: World) -> None:
    assert scored(world.send(_BODY, query=f"key={world.key}&key={world.key}"))
    world.refused(world.send(_BODY, query=f"key=x&key={world.key}"), "key is there twice")
    world.refused(world.send(_BODY, {"x-goog-api-key": world.key}, "key=x"), "API key not valid")


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH"])
def test_another_method_hears_which_to_use(world: World, method: str) -> None:
    answer = world.send(None, method=method)
    assert answer.status == 405
    assert answer.headers["allow"] == "POST"


def test_a_page_in_a_browser_may_ask(world: World) -> None:
    preflight = {
        "origin": "chrome-extension://abcdefghijklmnop",
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type,x-goog-api-key",
    }
    answer = world.send(None, preflight, method="OPTIONS")
    assert answer.status == 200
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "POST" in answer.headers["access-control-allow-methods"]
    assert "*" in answer.headers["access-control-allow-headers"]
    for body in (_BODY, b"nonsense"):
        answer = world.send(body, {"origin": "https://blog.example"})
        assert answer.headers["access-control-allow-origin"] == "*"


def test_nothing_of_all_this_is_stored(world: World) -> None:
    before = world.server.documents()
    scored(world.send(_BODY))
    assert world.server.documents() == before
