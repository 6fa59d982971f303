r"""A text in which RE2 finds letters, digits and ends of words of all scripts.

RE2's `\w`, `\d`, `\s` and `\b` know ASCII only, and a class of all letters makes a program of
hundreds of steps. So characters beyond ASCII are moved, by what they are, to planes of their own
for the time of the matching: digits to two, all that is in no word to two others. For `\b` the text
has marks before each character and at its end as well, which say whether a word, a line or the
text begins or ends there; each assertion of an expression takes one of them, in any order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache, cached_property
from itertools import accumulate, chain
from operator import ne
from typing import NamedTuple

Range = tuple[int, int]

FEW_MARKS, MANY_MARKS = 3, 8
"""That many times each: so many assertions may come together at one place of a text."""
LAST = 0x10FFFF
_FOREIGN = 0x80
_MARK_CODES = (*range(1, 9), *range(14, 24))
MARK_RANGES = ((1, 8), (14, 23))
_UNKNOWN = "\ufffd"
_DIGITS, _ELSE = (0xD0000, 0xC0000), (0x100000, 0xF0000)
_CACHE_LIMIT = 20_000
_NEWLINE = re.compile("\n")
_SPACES = (0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000)


class _Moved(dict[int, str]):
    def __missing__(self, code: int) -> str:
        moved = chr(_move(code))
        if len(self) < _CACHE_LIMIT:
            self[code] = moved
        return moved


def _move(code: int) -> int:
    if code in _MARK_CODES or 0xD800 <= code <= 0xDFFF or code >= 0xC0000:
        return ord(_UNKNOWN) | _ELSE[0]
    if code < _FOREIGN:
        return code
    category = unicodedata.category(chr(code))
    if category == "Nd":
        return _DIGITS[code > 0xFFFF] + (code & 0xFFFF)
    if category[0] in "LMN" or category == "Pc":
        return code
    return _ELSE[code > 0xFFFF] + (code & 0xFFFF)


_MOVED = _Moved()


def moved(text: str) -> str:
    return text.translate(_MOVED)


class _Place(NamedTuple):
    """`begins` and `ends`: 2 for the text, 1 for a line, else 0."""

    edge: bool
    begins: int
    ends: int


_PLACES = [_Place(e, b, n) for e in (False, True) for b in range(3) for n in range(3)]
_MARKS = {place: chr(code) for place, code in zip(_PLACES, _MARK_CODES, strict=True)}
_IN_A_LINE = (_MARKS[_Place(False, 0, 0)], _MARKS[_Place(True, 0, 0)])
ASSERTIONS: dict[str, Callable[[_Place], bool]] = {
    r"\b": lambda place: place.edge,
    r"\B": lambda place: not place.edge,
    r"\A": lambda place: place.begins == 2,
    r"\z": lambda place: place.ends == 2,
    "^": lambda place: place.begins > 0,
    "$": lambda place: place.ends > 0,
}
"""With `^` and `$` as they are where lines have ends."""


def marks_of(assertions: Iterable[str]) -> list[Range]:
    """The marks of the places where all of them hold."""
    wanted = [ASSERTIONS[each] for each in assertions]
    return [
        (code, code)
        for place, code in zip(_PLACES, _MARK_CODES, strict=True)
        if all(holds(place) for holds in wanted)
    ]


def marked(text: str, times: int) -> str:
    """Of a moved text. Its character number n is at (`times` + 1) * n + `times`."""
    shape = list(map(_in_word, text))
    edges = map(ne, [False, *shape], [*shape, False])
    usual = [mark * times for mark in _IN_A_LINE]
    marks: list[str] = [usual[edge] for edge in edges]
    ends = [match.start() for match in _NEWLINE.finditer(text)]
    for place in {0, len(text), *ends, *(end + 1 for end in ends)}:
        begins = 2 if not place else int(text[place - 1] == "\n")
        end = 2 if place == len(text) else int(text[place] == "\n")
        before = place > 0 and shape[place - 1]
        after = place < len(text) and shape[place]
        marks[place] = _MARKS[_Place(before != after, begins, end)] * times
    return "".join(chain.from_iterable(zip(marks, text, strict=False))) + marks[-1]


def _in_word(char: str) -> bool:
    return char == "_" or char.isalnum() if char < "\x80" else char < "\U000f0000"


class Searched:
    """A text, moved or as sent, in UTF-8, plain and with marks, and where the bytes are in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.plain = text.encode(errors="replace")
        self._marked: dict[int, bytes] = {}
        self._marked_places: dict[int, list[int]] = {}

    def marked(self, times: int) -> bytes:
        """With so many marks at each place."""
        if not times:
            return self.plain
        if times not in self._marked:
            self._marked[times] = marked(self._text, times).encode()
        return self._marked[times]

    def span(self, start: int, end: int, marks: int) -> tuple[int, int]:
        """The characters that bytes of `marked(marks)` are of."""
        if marks:
            if marks not in self._marked_places:
                self._marked_places[marks] = _characters(self.marked(marks))
            places = self._marked_places[marks]
            return places[start] // (marks + 1), places[end] // (marks + 1)
        if len(self.plain) == len(self._text):
            return start, end
        return self._places[start], self._places[end]

    @cached_property
    def _places(self) -> list[int]:
        return _characters(self.plain)


def _characters(encoded: bytes) -> list[int]:
    """By each place in the UTF-8 of a text, which of its characters is there."""
    starts = ((byte & 0xC0) != 0x80 for byte in encoded)
    return list(accumulate(starts, initial=0))


def moved_ranges(first: int, last: int) -> list[Range]:
    """Of the characters from one to another, wherever they were moved to."""
    found = [(first, min(last, 0xBFFFF))]
    if any(first <= code <= last for code in _MARK_CODES):
        found.append((ord(moved("\x01")),) * 2)
    if last < _FOREIGN:
        return without_marks(found)
    for index, (low, high) in enumerate(((_FOREIGN, 0xFFFF), (0x10000, LAST))):
        start, end = max(first, low), min(last, high)
        if start <= end:
            whole = end - start >= 0xFFFF or (start & 0xFFFF) > (end & 0xFFFF)
            part = (0, 0xFFFF) if whole else (start & 0xFFFF, end & 0xFFFF)
            found += ((base + part[0], base + part[1]) for base in (_DIGITS[index], _ELSE[index]))
    return without_marks(found)


@cache
def category_ranges(name: str) -> tuple[Range, ...]:
    """Of a general category (`P`, `Sc`) of characters, wherever they were moved to."""
    codes = sorted(
        {
            _move(code)
            for code in (*range(0x32000), *range(0xE0000, 0xE0200))
            if (category := unicodedata.category(chr(code))).startswith(name) and category != "Cn"
        }
    )
    found: list[Range] = []
    for code in codes:
        if found and found[-1][1] == code - 1:
            found[-1] = (found[-1][0], code)
        else:
            found.append((code, code))
    return tuple(without_marks(found))


def without_marks(ranges: Iterable[Range]) -> list[Range]:
    return complement([*complement(ranges), *MARK_RANGES])


def complement(ranges: Iterable[Range]) -> list[Range]:
    found = []
    place = 0
    for first, last in sorted(ranges):
        if first > place:
            found.append((place, first - 1))
        place = max(place, last + 1)
    if place <= LAST:
        found.append((place, LAST))
    return found


_WORD: list[Range] = [(48, 57), (65, 90), (95, 95), (97, 122), (_FOREIGN, 0xEFFFF)]
_DIGIT: list[Range] = [(48, 57), (_DIGITS[1], _DIGITS[0] + 0xFFFF)]
_SPACE: list[Range] = [(9, 13), (28, 32), *((_ELSE[0] + code,) * 2 for code in _SPACES)]
CLASSES = {
    "w": _WORD, "d": _DIGIT, "s": _SPACE,
    "W": without_marks(complement(_WORD)), "D": without_marks(complement(_DIGIT)),
    "S": without_marks(complement(_SPACE)),
}  # fmt: skip


def written(ranges: Iterable[Range]) -> str:
    return "".join(
        f"\\x{{{first:x}}}" if first == last else f"\\x{{{first:x}}}-\\x{{{last:x}}}"
        for first, last in ranges
    )
