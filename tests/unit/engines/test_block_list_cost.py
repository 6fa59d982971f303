"""What a list of words costs over texts that ask the most of it."""

from __future__ import annotations

import random
import string
from itertools import islice

import pytest

from common.domain.content import Content
from common.engines.block_list import search, words
from common.engines.block_list.engine import finder
from common.engines.block_list.lists import BlockListSpec
from common.engines.engine import DEFAULT_BUDGET
from common.text import (
    boundaries,
    chunk_obfuscation,
    fancy,
    folding,
    marks,
    obfuscation,
    token_ends,
    views,
)
from tests.unit.engines.hostile import cpu_seconds, filled, sources_of, texts

MODULES = (
    boundaries, chunk_obfuscation, fancy, folding, marks, obfuscation, search, token_ends, views,
    words,
)  # fmt: skip
MIXED = [
    "scam", "casino", "kill yourself", "a", "69", "1488", "바보", "赌博", "💩", "$$$", "c#",
    "b**tch", "ano", "sık", "free money", "aaaa", "abab", " ".join(["ab"] * 10) + " zz",
    *(f"spam w{index}" for index in range(100)), *(f"w{index:04d}x" for index in range(2_000)),
]  # fmt: skip
NESTED = [*("a" * length for length in range(1, 150)), *string.ascii_lowercase]
LISTS = {
    "mixed": BlockListSpec("list", MIXED, plural=True),
    "substrings": BlockListSpec("list", [*MIXED[:20], *NESTED], substring=True),
    "long phrases": BlockListSpec(
        "list", [" ".join(["ab"] * 60) + " abc", " ".join("abcdefgh"), *string.ascii_lowercase]
    ),
    "alike": BlockListSpec("list", [f"w{index:04d}x" for index in range(9_999)]),
}
PIECES = [
    "a", "a ", "ab ", "a b c d ", "s c a m ", "s.c.a.m ", "a1b2 ", "c4s1n0 ", "5h1t", "/\\",
    "<b>", "<a ", "&#97;", "&amp;amp;", "%61", "%25", "\u202e", "\u202ea\u202c",
    "\u202d\u202e", "a\u0301", "\u0301", "año ", "sık ", "сa ", "сасino ", "赌a", "바보야 ",
    "ﷺ ", "🇫🇺", "💩🏽", "👩‍🚀", "₣Ʉ₵₭ ", "ʞɔnɟ ", "'a", "1,", "1.1.", "69 ",
    "abcd1234 ", "best", "bestscamnow ", "xqzt", "aabb", "a-b ", "a_b_", "w*****x ",
    "w0***0x ", "**a", "IlIl", "aBC", "spam w1 ", "kill, ", "k*ll ", "vv ", "cas ino ",
    "\n", "\u00a0", "ไทยa", "İI ", "the el x ", "wierdo ", "ccaassiinnoo ", "0x7ba5",
    "\ud800",
]  # fmt: skip
SHORT, LONG = 2_000, 20_000
# Of CPU, on a machine that others keep busy; squared, it would be a hundred times.
MOST = 25
MOST_SECONDS = 0.8
TRIES = 3
FULL = 100_000


def _bounded(name: str, head: str, unit: str) -> None:
    """What is not linear shows in every try; one alone may have met something else."""
    run = finder([LISTS[name]])
    run(Content((filled(head, unit, 100),)))
    for _ in range(TRIES):
        long = cpu_seconds(run, filled(head, unit, LONG))
        if long <= MOST_SECONDS / 20:
            return
        short = cpu_seconds(run, filled(head, unit, SHORT))
        if long <= MOST * short and long < MOST_SECONDS:
            return
    raise AssertionError((head, unit, short, long))


@pytest.mark.parametrize("name", LISTS)
def test_the_cost_of_repeated_pieces_is_linear(name: str) -> None:
    rng = random.Random(3)
    for piece in PIECES:
        _bounded(name, "", piece)
    for _ in range(10):
        _bounded(name, rng.choice(PIECES), "".join(rng.sample(PIECES, 3)))


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("seed", [7, 11])
def test_a_mixture_of_all_pieces_is_judged_in_its_time_at_full_size(name: str, seed: int) -> None:
    rng = random.Random(seed)
    text = "".join(rng.choices(PIECES, k=FULL))[:FULL]
    run = finder([LISTS[name]])
    run(Content((text[:100],)))
    full = cpu_seconds(run, text)
    assert full < DEFAULT_BUDGET
    assert full < MOST * max(cpu_seconds(run, text[: FULL // 10]), 0.02)


def test_the_cost_of_what_each_pattern_matches_is_linear() -> None:
    for head, unit in islice(texts(sources_of(*MODULES), random.Random(5)), 80):
        _bounded("mixed", head, unit)
