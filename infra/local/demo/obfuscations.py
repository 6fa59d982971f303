"""Ways in which spammers hide a word from a word list."""

from __future__ import annotations

import random
from collections.abc import Callable

_LEET = str.maketrans("aeiost", "4310$7")
_CYRILLIC = str.maketrans("aceiopsy", "асеіорѕу")
_ACCENTS = str.maketrans("aeioucn", "áéíóúçñ")
_ZERO_WIDTH = "\u200b"


def spaced(word: str) -> str:
    return "  ".join(" ".join(part) for part in word.split())


def dotted(word: str) -> str:
    return " ".join(".".join(part) for part in word.split())


def leet(word: str) -> str:
    return word.translate(_LEET)


def homoglyphs(word: str) -> str:
    return word.translate(_CYRILLIC)


def accents(word: str) -> str:
    return word.translate(_ACCENTS)


def invisible(word: str) -> str:
    return _ZERO_WIDTH.join(word)


def full_width(word: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if c.isalpha() else c for c in word.upper())


def circled(word: str) -> str:
    return "".join(chr(0x24D0 + ord(c) - ord("a")) if c.isalpha() else c for c in word)


def stretched(word: str) -> str:
    return "".join(c * 3 if c in "aeio" else c for c in word)


def masked(word: str) -> str:
    return " ".join(f"{part[0]}*{part[2:]}" for part in word.split())


def shouted(word: str) -> str:
    return "".join(c.upper() if index % 2 else c for index, c in enumerate(word))


OBFUSCATIONS: tuple[Callable[[str], str], ...] = (
    spaced,
    leet,
    homoglyphs,
    dotted,
    invisible,
    full_width,
    accents,
    stretched,
    masked,
    circled,
    shouted,
)


def obfuscated(word: str, number: int, rng: random.Random) -> str:
    """Every way of writing it in turn, so that each is in the story whatever the seed."""
    first = OBFUSCATIONS[number % len(OBFUSCATIONS)](word)
    return first if rng.random() < 0.7 else first + rng.choice("!?.")
