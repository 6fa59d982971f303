"""Ordinary words, for judging whether letters that spell a listed term are there by accident.

English only, some 5,000 words; half of them are what the Civil Comments corpus uses most (see
NOTICE). Whoever asks has to know that the text around is English.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files

_ENDINGS = ("s", "es", "ed", "d", "ing", "ings", "er", "ers", "or", "ly", "y", "r", "rs", "able")
_SHORTEST_STEM = 3


@cache
def words() -> frozenset[str]:
    text = files("common.text").joinpath("data", "english.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    # By way of a set: one of which the size is known takes half the memory.
    return frozenset({word for line in lines for word in line.split()})


def unknown(tokens: Iterable[str]) -> list[str]:
    """Of different tokens, those of letters a to z that are no known words."""
    found = set(tokens) - words()
    return [each for each in found if each.isascii() and each.isalpha() and not _inflected(each)]


def known(word: str) -> bool:
    """Also an inflected form of a word of the list."""
    return word in words() or _inflected(word)


@lru_cache(10_000)
def _inflected(word: str) -> bool:
    return any(stem in words() for stem in _stems(word))


def _stems(word: str) -> Iterator[str]:
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if len(stem) < len(word) and len(stem) >= _SHORTEST_STEM + (ending == "y"):
            yield stem
            yield stem + "e"
            if stem[-1] == stem[-2]:
                yield stem[:-1]
            if stem[-1] == "i":
                yield stem[:-1] + "y"
