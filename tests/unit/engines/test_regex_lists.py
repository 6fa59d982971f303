"""Lists of regular expressions: what they find, and what they may cost."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest

from common.domain.content import Content
from common.engines.block_list.engine import finder
from common.engines.block_list.lists import BlockListSpec, validate
from common.engines.block_list.regexes import MOST_HITS, MOST_PATTERNS, compile_patterns
from common.engines.budget import Budget

LONGEST = 100_000


def spec(patterns: Sequence[str]) -> BlockListSpec:
    return BlockListSpec("list", patterns, "regex")


def hits(patterns: Sequence[str], text: str) -> list[tuple[str, str]]:
    return [
        (span.term, text[span.start : span.end])
        for label in finder([spec(patterns)])(Content((text,)))
        for span in label.spans
    ]


def words(count: int) -> list[str]:
    return [f"word{number}x" for number in range(count)]


@pytest.mark.parametrize("count", [1, 49, 50, 51, 500])
def test_every_pattern_is_looked_for_however_many_there_are(count: int) -> None:
    last = f"word{count - 1}x"
    assert hits(words(count), f"a {last} b") == [(last, last)]
    assert hits(words(count), f"a word{count}x b") == []


def test_places_are_those_of_the_text_as_sent() -> None:
    text = "ö\ud83d 你 ca\u0301sino 😀 casino"
    assert hits(["casino", "你", "😀"], text) == [
        ("casino", "casino"),
        ("你", "你"),
        ("😀", "😀"),
    ]


@pytest.mark.parametrize(
    ("patterns", "text", "found"),
    [
        (["(?P<a>one)", "(?P<a>two)"], "two one", ["(?P<a>one)", "(?P<a>two)"]),
        ([r"\Qa.b", r"\Qtwo\E"], "a.b two", [r"\Qa.b", r"\Qtwo\E"]),
        (["(?-i)One", "two"], "one One TWO", ["(?-i)One", "two"]),
        (["a*", "two"], "two aa", ["a*", "two"]),
        (["one|two", "three"], "three two", ["one|two", "three"]),
        (["^one", "two$"], "one two", ["^one", "two$"]),
        (["one", "one"], "one", ["one"]),
        ([""], "one", []),
    ],
)
def test_patterns_side_by_side_mean_what_they_mean_alone(
    patterns: list[str], text: str, found: list[str]
) -> None:
    assert [term for term, _ in hits(patterns, text)] == found


@pytest.mark.parametrize(
    ("patterns", "named"),
    [
        ([r"[\pL\pN]{1,300}"], r"bad pattern '[\\pL\\pN]{1,300}': pattern too large"),
        (["ok", r"(?:[a-z]{1,900}){1,1}[a-z]{1,900}[a-z]{1,900}[a-z]{1,900}"], "too large"),
        (["ok", "(a"], "bad pattern '(a': missing ): (a"),
        (["ok", "(a){1,2000}"], "bad pattern '(a){1,2000}': invalid repetition size"),
        (words(MOST_PATTERNS + 1), f"a list has {MOST_PATTERNS} regular expressions at most"),
    ],
)
def test_what_would_take_too_much_is_refused_by_name(patterns: list[str], named: str) -> None:
    with pytest.raises(ValueError) as refused:
        validate(spec(patterns))
    assert named in str(refused.value)


def test_as_many_as_may_be_are_taken() -> None:
    assert len(compile_patterns(words(MOST_PATTERNS))) == MOST_PATTERNS


def test_hits_are_bounded() -> None:
    patterns = [f"a{{1,{number}}}" for number in range(1, 500)]
    assert len(hits(patterns, "a" * LONGEST)) == MOST_HITS


@pytest.mark.parametrize(
    ("patterns", "text"),
    [
        (words(MOST_PATTERNS), "a word without an x "),
        (words(MOST_PATTERNS), "word17x word4999x "),
        ([f"[a-z]{{1,900}}{number}" for number in range(100)], "a"),
        ([rf"(?:\pL{{1,3}}\W){{2,5}}{number}" for number in range(300)], "ab. ä, "),
        ([f"a*b{number}" for number in range(2_000)], "ab"),
        (["a*" + "?" * (number % 2) + f"c{{0,{number}}}" for number in range(500)], "b"),
    ],
)
def test_a_long_text_ends_in_its_time(patterns: list[str], text: str) -> None:
    """One expression at most is under way when the time is over."""
    find = finder([spec(patterns)])
    content = Content(((text * LONGEST)[:LONGEST],))
    started = time.thread_time()
    with Budget(0.5) as budget:
        find(content)
    assert time.thread_time() - started < 2.5
    assert budget.left_out in (None, "it took more than 0.5 s")


def test_simple_patterns_take_little() -> None:
    """Of thousands that are not in the text, no more is looked for than of a hundred."""
    content = Content((("hello there my friend " * LONGEST)[:LONGEST],))
    finding = finder([spec(words(5_000))])
    started = time.thread_time()
    assert finding(content) == []
    assert time.thread_time() - started < 1


def test_a_list_that_cannot_be_compiled_any_more_leaves_the_others_standing() -> None:
    find = finder([spec([r"[\pL\pN]{1,300}"]), BlockListSpec("words", ["casino"])])
    with Budget(10) as budget:
        assert [label.name for label in find(Content(("casino",)))] == ["words"]
    assert budget.left_out == "1 of 2 block lists cannot be compiled"
