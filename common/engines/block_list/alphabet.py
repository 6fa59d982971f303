r"""A text in which RE2 finds letters, digits and ends of words of all scripts.

RE2's `\w`, `\d`, `\s` and `\b` know ASCII only, and a class of all letters makes a program of
hundreds of steps. So characters beyond ASCII are moved, by what they are, to planes of their own
for the time of the matching: digits to two, all that is in no word to two others. For `\b` the text
has a mark before each character as well, which says whether a word begins or ends there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache, cached_property
from itertools import accumulate

Range = tuple[int, int]

EDGE, INSIDE = "\x01", "\x02"
MARKS = 3
"""That many times each: so many `\\b` may come together at one place of a text."""
STRIDE = MARKS + 1
LAST = 0x10FFFF
_FOREIGN = 0x80
_UNKNOWN = "\ufffd"
_DIGITS, _ELSE = (0xD0000, 0xC0000), (0x100000, 0xF0000)
_CACHE_LIMIT = 20_000
_SPACES = (0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000)


class _Moved(dict[int, str]):
    def __missing__(self, code: int) -> str:
        moved = chr(_move(code))
        if len(self) < _CACHE_LIMIT:
            self[code] = moved
        return moved


def _move(code: int) -> int:
    if code in (ord(EDGE), ord(INSIDE)) or 0xD800 <= code <= 0xDFFF or code >= 0xC0000:
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


def marked(text: str) -> str:
    """Of a moved text. Its character number n is at `STRIDE` * n + `MARKS`."""
    shape = list(map(_in_word, text))
    marks = (INSIDE * MARKS, EDGE * MARKS)
    before = [False, *shape[:-1]]
    parts = [marks[a != b] + c for a, b, c in zip(before, shape, text, strict=True)]
    return "".join(parts) + marks[bool(shape) and shape[-1]]


def _in_word(char: str) -> bool:
    return char == "_" or char.isalnum() if char < "\x80" else char < "\U000f0000"


class Searched:
    """A text, moved or as sent, in UTF-8, plain and with marks, and where the bytes are in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.plain = text.encode(errors="replace")

    @cached_property
    def marked(self) -> bytes:
        return marked(self._text).encode()

    def span(self, start: int, end: int, *, marked: bool) -> tuple[int, int]:
        """The characters that bytes of `plain` or `marked` are of."""
        if marked:
            places = self._marked_places
            return places[start] // STRIDE, places[end] // STRIDE
        if len(self.plain) == len(self._text):
            return start, end
        return self._places[start], self._places[end]

    @cached_property
    def _places(self) -> list[int]:
        return _characters(self.plain)

    @cached_property
    def _marked_places(self) -> list[int]:
        return _characters(self.marked)


def _characters(encoded: bytes) -> list[int]:
    """By each place in the UTF-8 of a text, which of its characters is there."""
    starts = ((byte & 0xC0) != 0x80 for byte in encoded)
    return list(accumulate(starts, initial=0))


def moved_ranges(first: int, last: int) -> list[Range]:
    """Of the characters from one to another, wherever they were moved to."""
    if last < _FOREIGN:
        return without_marks([(first, last)])
    found = [(first, min(last, 0xBFFFF))]
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
    return complement([*complement(ranges), (ord(EDGE), ord(INSIDE))])


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
