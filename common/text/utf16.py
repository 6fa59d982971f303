"""Places in a text as languages count them whose characters have sixteen bits: JavaScript, Java."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

_LAST_OF_ONE_UNIT = "\uffff"


def in_units(text: str, places: Iterable[int]) -> Iterator[int]:
    """Rising places in the text, each as the number of code units before it."""
    if text.isascii() or max(text) <= _LAST_OF_ONE_UNIT:
        yield from places
        return
    start = units = 0
    for place in places:
        units += length(text[start:place])
        start = place
        yield units


def length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def whole_characters(text: str, place: int) -> int:
    """The first place from there on at which no character is parted from the marks on it."""
    while place < len(text) and unicodedata.combining(text[place]):
        place += 1
    return place
