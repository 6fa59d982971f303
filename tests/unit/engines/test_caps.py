"""Where an engine stops before the end of a text, what is behind is found or not judged."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from itertools import product

import pytest

from common.domain.content import Content
from common.engines.block_list.lists import BlockListSpec
from common.engines.engine import CreatorFacts, Resources
from common.engines.registry import ENGINES
from common.engines.running import EngineRun, Findings, find_labels


class OneList:
    ruled: Sequence[str] = ("list",)
    revision = ""

    def __init__(self, spec: BlockListSpec) -> None:
        self._spec = spec

    def find(self, name: str, team: str = "") -> BlockListSpec | None:
        del team
        return self._spec if name == "list" else None

    def of_team(self, team: str) -> OneList:
        del team
        return self


def judged(name: str, text: str, spec: BlockListSpec | None = None) -> Findings:
    engine = ENGINES[name]
    config = engine.load().Config.model_validate({})
    lists = OneList(spec or BlockListSpec("list", ["nothing"]))
    run = EngineRun(engine, config, Resources(lists).of(engine))
    return asyncio.run(find_labels([run], Content((text,)), CreatorFacts("US")))


def accents(word: str) -> list[str]:
    vowels = {"e": "eéèêë", "a": "aáàâä"}
    return ["".join(chars) for chars in product(*(vowels.get(char, char) for char in word))]


LISTED = {
    "phrases that begin and do not end": (
        BlockListSpec(
            "list", [*(f"{a} {b} zz" for a in "abc" for b in "abc"), "a b c a b c xx yy"]
        ),
        " ".join(["a b c a.b.c a-b-c"] * 12_000),
        "xx yy",
    ),
    "words with one shape": (
        BlockListSpec("list", [f"w{index:04d}x" for index in range(9_999)]),
        " ".join(f"w{letter}{other}**x" for letter in "abcdefgh" for other in "klmnopqrst") + " ",
        "w0*07x",
    ),
    "terms within words": (
        BlockListSpec("list", [*("a" * n + "b" for n in range(9)), "b", "heißes"], substring=True),
        "B\u0301\u093e" * 60_000,
        "ab",
    ),
    "encoded again and again": (
        BlockListSpec("list", ["casino"]),
        "",
        "c%25252525252561sino",
    ),
    "turned round within what is turned": (
        BlockListSpec("list", ["casino"]),
        "",
        "".join(
            f"{over}{char}" for over, char in zip("\u202e\u202d" * 6, "casinoxxxxxx", strict=True)
        ),
    ),
    "terms that fold to one word": (
        BlockListSpec("list", [*accents("pecheea")[1:30], "pecheea"]),
        "",
        "pecheea",
    ),
}


@pytest.mark.parametrize("kind", LISTED)
def test_a_term_behind_a_cap_is_found_or_not_judged(kind: str) -> None:
    spec, before, term = LISTED[kind]
    found = judged("block_list", before + term, spec)
    assert found.failed == ("block_list",)


@pytest.mark.parametrize("kind", LISTED)
def test_less_of_the_same_is_judged(kind: str) -> None:
    spec, before, _ = LISTED[kind]
    assert judged("block_list", before[:20], spec).failed == ()


WAYS_OUT = {
    "links": ("see example.com/{n} ", "chat.whatsapp.com/abcdef"),
    "what is told": ("they add me on whatsapp, ", "so add me on whatsapp"),
    "no addresses": (
        "1BoatSLRHtKNngkdXEeobR76b53LETtp{n:02d} ",
        "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2",
    ),
    "no telephones": ("12345 {n} a ", "call +1 415 555 2671"),
}


@pytest.mark.parametrize("kind", WAYS_OUT)
@pytest.mark.parametrize("times", [3, 150, 3_000])
def test_a_way_out_behind_many_others_is_found_or_not_judged(kind: str, times: int) -> None:
    unit, last = WAYS_OUT[kind]
    before = "".join(unit.format(n=n) for n in range(times))
    alone = judged("automod_platform_circumvention", last).labels
    found = judged("automod_platform_circumvention", before + last)
    assert alone
    assert found.failed or found.labels[0].score >= alone[0].score


@pytest.mark.parametrize("name", ["ai_text", "automod_platform_circumvention", "automod_toxicity"])
def test_what_folding_makes_endless_is_not_judged_and_costs_little(name: str) -> None:
    judged(name, "you f00l \ufdfa")
    before = time.process_time()
    found = judged(name, "\ufdfa" * 98_000 + " my t3l3gr4m is @john_99, you id10t")
    assert found.failed == (name,)
    assert time.process_time() - before < 5


def test_numbers_that_no_telephone_has_are_given_up_and_not_judged() -> None:
    found = judged("automod_platform_circumvention", "1.2.3.4 " * 8_000 + "(020) 7946 0958")
    assert found.failed == ("automod_platform_circumvention",)
