"""Texts that ask the most of a regular expression: pieces of what it would match, repeated."""

from __future__ import annotations

import gc
import random
import re
import time
from collections.abc import Callable, Iterator
from re import _constants as codes
from re import _parser as parser
from typing import Any

from common.domain.content import Content

_CATEGORIES = {
    codes.CATEGORY_DIGIT: "0159",
    codes.CATEGORY_WORD: "aZ_7\u0436",
    codes.CATEGORY_SPACE: " \n",
    codes.CATEGORY_NOT_DIGIT: "a -",
    codes.CATEGORY_NOT_WORD: " -.@",
    codes.CATEGORY_NOT_SPACE: "a.@/",
}


def sample(source: str, rng: random.Random) -> str:
    """A text that the expression would match, apart from what it asks of its surroundings."""
    return _sequence(parser.parse(source), rng)


def _sequence(items: Any, rng: random.Random) -> str:
    return "".join(_item(code, value, rng) for code, value in items)


def _item(code: Any, value: Any, rng: random.Random) -> str:
    if code is codes.LITERAL:
        return chr(value)
    if code is codes.NOT_LITERAL:
        return "a" if value != ord("a") else "b"
    if code is codes.ANY:
        return rng.choice("a1 ")
    if code is codes.IN:
        return _one_of(value, rng)
    if code is codes.BRANCH:
        return _sequence(rng.choice(value[1]), rng)
    if code is codes.SUBPATTERN:
        return _sequence(value[3], rng)
    if code is codes.ATOMIC_GROUP:
        return _sequence(value, rng)
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        least, most, inner = value
        times = rng.choice((least, least + 1, min(int(most), least + 9)))
        return "".join(_sequence(inner, rng) for _ in range(min(times, int(most))))
    if code is codes.ASSERT and value[0] > 0 and rng.random() < 0.5:
        return _sequence(value[1], rng)
    return ""


def _one_of(choices: Any, rng: random.Random) -> str:
    if choices[0][0] is codes.NEGATE:
        return rng.choice("a1 .-@")
    code, value = rng.choice(choices)
    if code is codes.RANGE:
        return chr(rng.randint(*value))
    if code is codes.CATEGORY:
        return rng.choice(_CATEGORIES[value])
    return chr(value)


def texts(sources: list[str], rng: random.Random) -> Iterator[tuple[str, str]]:
    """A head, and a unit to repeat behind it: repeated, alternating and nested pieces."""
    while True:
        whole = sample(rng.choice(sources), rng)
        other = sample(rng.choice(sources), rng)
        piece = _slice(whole, rng)
        yield from (
            ("", piece),
            ("", whole + rng.choice((" ", "", ",", "\n"))),
            (whole, _slice(other, rng)),
            (_slice(whole, rng), rng.choice(sorted(set(whole)) or [" "])),
            (whole[: len(whole) // 2], " "),
            ("", piece + _slice(other, rng)),
            (piece, piece[:2] + _slice(other, rng)[:2]),
            (other + " ", "".join(char + rng.choice((".", "-", " ", "@", "")) for char in piece)),
        )


def _slice(text: str, rng: random.Random) -> str:
    start = rng.randrange(len(text) + 1)
    return text[start : start + rng.randint(1, 12)] or "a"


def filled(head: str, unit: str, length: int) -> str:
    return (head + (unit or " ") * (length // len(unit or " ") + 1))[:length]


# What `_known_work` takes on the machine that the bounds were written for, with nothing beside it.
_UNHURRIED = 0.0018
_WORD = re.compile(r"[a-z]+")
_WORDS = "the quick brown fox jumps over the lazy dogs " * 40


def cpu_seconds(find: Callable[[Content], object], text: str) -> float:
    """The less of two tries, of a text that nothing is known of yet, in seconds of an unhurried
    machine: where two processes share a core, each takes up to twice as long. Without the garbage
    collector, which would look through all that the other tests hold.
    """
    seconds = []
    for _ in range(2):
        content = Content((text,))
        before = _hurry()
        gc.disable()
        try:
            start = time.process_time()
            find(content)
            spent = time.process_time() - start
        finally:
            gc.enable()
        seconds.append(spent / max(1.0, before, _hurry()))
    return min(seconds)


def _hurry() -> float:
    """How many times longer than there the machine takes now."""
    start = time.process_time()
    for _ in range(10):
        _known_work()
    return (time.process_time() - start) / _UNHURRIED


def _known_work() -> int:
    counts: dict[str, int] = {}
    for match in _WORD.finditer(_WORDS):
        counts[match[0]] = counts.get(match[0], 0) + 1
    return sum(map(ord, _WORDS))


def sources_of(*modules: Any) -> list[str]:
    """Of all the expressions that the modules hold."""
    found: set[str] = set()
    for module in modules:
        for value in vars(module).values():
            for pattern in value if isinstance(value, list | tuple) else [value]:
                pattern = pattern[-1] if isinstance(pattern, tuple) and pattern else pattern
                source = getattr(pattern, "source", None)
                if isinstance(pattern, re.Pattern):
                    source = pattern.pattern
                if isinstance(source, str):
                    found.add(source)
    return sorted(found)
