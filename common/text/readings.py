"""A guess at what a slice of folded text says, and how leet is read."""

from __future__ import annotations

import re
from typing import NamedTuple

MASK = "*"
I_OR_L = "ı"

LEET_DIGITS = str.maketrans("0123456789", "oızeasgtbg")
LEET_SYMBOLS = str.maketrans("@$!|+(<{€£¢¥µ×§©®°", "asııtcccelcyuxscro")
LEET = LEET_DIGITS | LEET_SYMBOLS
SEPARATORS = re.compile(r"[\W_]+")
_NUMBERED = re.compile(r"\d+[a-z]+|[a-z]+\d+")


class Reading(NamedTuple):
    """A guess, which counts only when a block list has a term that `letters` spells."""

    letters: str
    start: int
    end: int
    leet: bool = False
    confusable: bool = False
    spelled: bool = False
    """Letter by letter: several words may be in it."""


def without_symbols(text: str) -> str:
    """A term written in leet, in letters."""
    return text.translate(LEET_SYMBOLS).replace(I_OR_L, "i")


def leet_enough(core: str) -> bool:
    """Prices, times and model numbers are more digits than letters."""
    if len(core) < 4 and _NUMBERED.fullmatch(core):
        return False
    digits = sum(map(str.isdigit, core))
    letters = sum(map(str.isalpha, core))
    return letters >= digits if len(core) <= 4 else letters * 2 >= digits
