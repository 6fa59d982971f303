"""What English words are, as far as it matters for toxicity: slurs, insults, names of groups …"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

_SHORTEST = 2
_WORTH_DISGUISING = frozenset("hos")
_ALWAYS_OBSCENE = "x"


@cache
def _words() -> dict[str, set[str]]:
    """By their kinds' letters; data/english.txt says what those are."""
    found: dict[str, set[str]] = {}
    text = files("common.engines.toxicity").joinpath("data", "english.txt").read_text("utf-8")
    for line in text.splitlines():
        kind, _, words = line.partition(": ")
        if len(kind) == 1:
            found.setdefault(kind, set()).update(words.split())
    return found


@cache
def kinds() -> dict[str, str]:
    """The kinds of each word, as letters in their order."""
    found: dict[str, str] = {}
    for kind in sorted(_words().keys() - {_ALWAYS_OBSCENE}):
        for word in _words()[kind]:
            found[word] = found.get(word, "") + kind
    return found


@cache
def always_obscene() -> frozenset[str]:
    return frozenset(_words()[_ALWAYS_OBSCENE])


@cache
def disguised_terms() -> tuple[str, ...]:
    """The words that people disguise; not "xxx", which is mostly kisses."""
    return tuple(
        sorted(
            word
            for word, letters in kinds().items()
            if len(word) > _SHORTEST
            and len(set(word)) > 1
            and not _WORTH_DISGUISING.isdisjoint(letters)
        )
    )
