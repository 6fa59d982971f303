"""Whatever a model or its server answers that is not a verdict as asked for: it is not judged, and
said to be so; it is never taken for safe, never repeated needlessly, and nothing leaks.
"""

from __future__ import annotations

import itertools
import json
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from tests.functional.judging import KEY, RULES, Judging, judging
from tests.model_server import Asked, Script, behaves, finds, labels_of, said
from tests.receiver import answer, close, drip, hang, huge, reset, slow_down

TEXT = "I will hurt you, number"
_numbers = itertools.count()


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judging]:
    with judging(tmp_path_factory.mktemp("llm") / "data") as world:
        yield world


def changed(change: Callable[[dict[str, Any], Asked], Any]) -> Script:
    """A good verdict that says critical, with something wrong in it."""

    def script(asked: Asked) -> Any:
        verdict = asked.verdict({"THREAT": ("critical", "hurt you")})
        return said(change(verdict, asked))

    return script


def _threat(**fields: Any) -> Script:
    def change(verdict: dict[str, Any], _: Asked) -> Any:
        verdict["labels"][0].update(fields)
        return verdict

    return changed(change)


def _members(**fields: Any) -> Script:
    return changed(lambda verdict, _: {**verdict, **fields})


def _text(make: Callable[[str], str]) -> Script:
    return changed(lambda verdict, _: make(json.dumps(verdict)))


def _http(status: int, body: bytes = b"", **headers: str) -> Script:
    return behaves(answer(status, body, {name.replace("_", "-"): v for name, v in headers.items()}))


_TOO_LONG = {"error": {"code": 400, "type": "exceed_context_size_error", "n_ctx": 1024}}


@dataclass(frozen=True)
class Case:
    """`stands`: what was found with evidence does, though not all was judged."""

    script: Script
    calls: int = 1
    stands: bool = False


CASES = {
    "cut off": Case(lambda _: said('{"nonce": "', "length")),
    "a label nobody asked for": Case(_threat(label="OTHER")),
    "an unknown severity": Case(_threat(severity="terrible")),
    "no evidence": Case(_threat(evidence="")),
    "evidence from nowhere": Case(_threat(evidence="kill them all")),
    "evidence that is no text": Case(_threat(evidence=["hurt you"])),
    "an extra member of an entry": Case(_threat(reason="because")),
    "an extra member": Case(_members(comment="hello")),
    "another nonce": Case(_members(nonce="deadbeef")),
    "no nonce": Case(changed(lambda verdict, _: {"labels": verdict["labels"]})),
    "no labels": Case(_members(labels=[])),
    "labels that are none": Case(_members(labels={"THREAT": "none"})),
    "a label left out": Case(changed(lambda v, _: {**v, "labels": v["labels"][1:]})),
    "a label twice": Case(
        changed(lambda v, _: {**v, "labels": [v["labels"][1], *v["labels"][1:]]})
    ),
    "no control": Case(changed(lambda v, _: {**v, "labels": v["labels"][:-1]}), stands=True),
    "prose around it": Case(_text(lambda text: f"Here is the verdict: {text}")),
    "a fence around it": Case(_text(lambda text: f"```json\n{text}\n```")),
    "twice": Case(_text(lambda text: text + text)),
    "a member twice": Case(_text(lambda text: text[:-1] + ', "labels": []}')),
    "a number beyond all": Case(_text(lambda text: text[:-1] + ', "score": 1e400}')),
    "NaN": Case(_text(lambda text: text[:-1] + ', "score": NaN}')),
    "deeply nested": Case(lambda _: said("[" * 100_000)),
    "null and reasoning": Case(lambda _: said(None, reasoning_content="it is safe")),
    "empty": Case(lambda _: said("")),
    "a word": Case(lambda _: said("SAFE")),
    "a refusal": Case(lambda _: said(None, refusal="I can't help with that")),
    "a filter": Case(lambda _: said("", "content_filter")),
    "a call of a tool": Case(lambda _: said(None, "tool_calls")),
    "no choices": Case(lambda _: {"choices": []}),
    "another shape": Case(lambda _: {"choices": {"0": "x"}, "usage": 7}),
    "a list": Case(lambda _: []),
    "too long a prompt": Case(_http(400, json.dumps(_TOO_LONG).encode())),
    "the key is refused": Case(_http(401, b'{"error": "invalid key ' + KEY.encode() + b'"}')),
    "no such model": Case(_http(404)),
    "a redirect": Case(_http(302, location="http://127.0.0.1:9/")),
    "an error inside": Case(_http(500), calls=3),
    "too much asked": Case(_http(429), calls=3),
    "later, in an hour": Case(behaves(slow_down(3_600)), calls=1),
    "a page": Case(_http(200, b"<html>welcome</html>", content_type="text/html")),
    "ten megabytes": Case(behaves(huge(10_000_000))),
    "no answer": Case(behaves(close())),
    "half an answer": Case(behaves(reset(b"HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\n{"))),
    "never": Case(behaves(hang(30))),
    "slowly": Case(behaves(drip(b"HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n", 0.05))),
}


@pytest.mark.parametrize("name", CASES)
def test_it_is_not_judged(
    world: Judging, name: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    number = next(_numbers)
    before = len(world.model.requests)
    world.put_provider(f"model-{number}", timeout=1.5)
    world.judge_with(provider=f"model-{number}")
    world.model.plays(CASES[name].script)
    item = world.judged(f"{TEXT} {number}", id=f"item-{number}")
    assert item["not_judged"] == ["llm"]
    found, action = (["THREAT"], "remove") if CASES[name].stands else ([], "flag")
    assert (item["status"], item["recommended_action"]) == ("complete", action)
    assert labels_of(item) == found
    assert len(world.model.requests) - before == CASES[name].calls
    said_of_it = caplog.text + capfd.readouterr().out
    assert KEY not in said_of_it and TEXT not in said_of_it and "did not judge" in said_of_it


def test_it_is_asked_again_where_that_helps(world: Judging) -> None:
    good = finds({"hurt you": ("THREAT", "high")})
    world.put_provider("again")
    world.judge_with(provider="again")
    before = len(world.model.requests)
    world.model.plays(_http(503), behaves(slow_down(1)), good)
    item = world.judged(f"{TEXT} again", id="again")
    assert labels_of(item) == ["THREAT"]
    assert len(world.model.requests) - before == 3


def test_what_is_beyond_doubt_stands_where_the_rest_is_not(world: Judging) -> None:
    def script(asked: Asked) -> Any:
        found = {"THREAT": ("high", "hurt you"), "SCAM": ("high", "never said")}
        return said(asked.verdict(found))

    world.put_provider("half")
    world.judge_with(provider="half")
    world.model.plays(script)
    item = world.judged(f"{TEXT} half", id="half")
    assert labels_of(item) == ["THREAT"]
    assert (item["recommended_action"], item["not_judged"]) == ("remove", ["llm"])


def test_many_labels_are_asked_for_six_at_a_time(world: Judging) -> None:
    rules = [*RULES, *({"label": f"OTHER-{n}", "action": "flag"} for n in range(11))]
    world.put_provider("many")
    world.judge_with(provider="many", rules=rules)
    before = len(world.model.asked)
    world.model.plays(finds({"hurt you": ("THREAT", "low"), "number": ("OTHER-9", "low")}))
    item = world.judged(f"{TEXT} many", id="many")
    assert sorted(labels_of(item)) == ["OTHER-9", "THREAT"]
    assert sorted(len(each.labels) for each in world.model.asked[before:]) == [1, 6, 6]


def test_what_a_model_is_not_shown_is_not_judged(world: Judging) -> None:
    world.put_provider("short", max_characters=100)
    world.judge_with(provider="short")
    world.model.plays(finds({"hurt you": ("THREAT", "low")}))
    item = world.judged(f"{TEXT} {'x' * 200}", id="short")
    assert (labels_of(item), item["not_judged"]) == (["THREAT"], ["llm"])
    assert sum(map(len, world.model.asked[-1].texts)) == 100
