"""A text as a reader takes it: names in disguise are replaced by what they say."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set

from common.engines.budget import ENDLESS, leave_out
from common.engines.circumvention import words
from common.engines.circumvention.signals import LazyPattern
from common.text.folding import Folded
from common.text.look_alikes import look_alikes
from common.text.obfuscation import readings
from common.text.readings import Reading

# An address letter by letter, its signs written as such or as words.
_LETTERS = LazyPattern(
    rf"(?<!\S)\S(?!\S)(?: {{1,2}}(?:\S|{words.AT_WORDS}|{words.DOT_WORDS})(?!\S)){{6,}}"
)
_SIGN_WORDS = {
    **dict.fromkeys(words.AT_WORDS.split("|"), "@"),
    **dict.fromkeys(words.DOT_WORDS.split("|"), "."),
}
_ORDINARY_SIGNS = b"abcdefghijklmnopqrstuvwxyz \n.,;!?'" + bytes(range(128, 256))
_SHORTEST_NAME = 5
_LONGEST_NAME = 12
_BYTES = bytes(range(256))
# Of UTF-8: all but small letters, and all but what letters with accents begin with.
_NOT_LATIN = _BYTES.translate(None, bytes(range(ord("a"), ord("z") + 1)))
_NOT_ACCENTED = _BYTES.translate(None, b"\xc3\xc4\xc5\xc6\xc7\xc8\xc9\xe1")
_CACHE_LIMIT = 20_000
_WORD = LazyPattern(r"[^\W_]+")


class View:
    """`hints` are those of its words that may be part of a way out, `signs` all of its ASCII
    characters that are neither a small letter nor ordinary punctuation, `latin` whether it has
    letters in ASCII.
    """

    __slots__ = ("_fixed", "_places", "_starts", "digits", "hints", "latin", "signs", "text")

    def __init__(
        self,
        text: str,
        tokens: list[str],
        places: Sequence[int] = (0,),
        starts: Sequence[int] = (0,),
        fixed: Set[int] = frozenset(),
    ) -> None:
        """`starts[n]` is where `text` from `places[n]` on begins in the folded text. Of the pieces
        numbered in `fixed`, which were replaced, all letters stand for the whole.
        """
        self.text = text
        self.hints = words.HINTS.intersection(tokens)
        raw = text.encode(errors="replace")
        self.latin = text.isascii() or bool(raw.translate(None, _NOT_LATIN))
        self.signs = raw.translate(None, _ORDINARY_SIGNS)
        self.digits = len(self.signs) - len(self.signs.translate(None, b"0123456789"))
        self._places = places
        self._starts = starts
        self._fixed = fixed

    def folded_span(self, start: int, end: int) -> tuple[int, int]:
        return self._place(start), self._place(end - 1, last=True)

    def _place(self, place: int, *, last: bool = False) -> int:
        index = bisect_right(self._places, place) - 1
        if index in self._fixed:
            return self._starts[index + last]
        return self._starts[index] + place - self._places[index] + last


def view(folded: Folded) -> View:
    text = folded.text
    if not text.isascii() and text.encode(errors="replace").translate(None, _NOT_ACCENTED):
        text = text.translate(_UNACCENTED)
    if folded.is_endless:
        leave_out(ENDLESS)
        replaced = []
    else:
        replaced = list(_replacements(folded, text))
    if replaced:
        return _replaced(text, replaced)
    return View(text, folded.tokens if text is folded.text else _WORD.findall(text))


def _replaced(text: str, pieces: list[tuple[int, int, str]]) -> View:
    parts: list[str] = []
    places, starts, fixed = [0], [0], set()
    length = end = 0
    for start, stop, letters in sorted(pieces, key=lambda piece: (piece[0], -piece[1])):
        if start < end:
            continue
        parts += (text[end:start], letters)
        length += start - end
        fixed.add(len(places))
        places += (length, length + len(letters))
        starts += (start, stop)
        length += len(letters)
        end = stop
    parts.append(text[end:])
    together = "".join(parts)
    return View(together, _WORD.findall(together), places, starts, fixed)


class _Unaccented(dict[int, str]):
    def __missing__(self, code: int) -> str:
        char = chr(code)
        base = unicodedata.normalize("NFD", char)[0]
        plain = base if base.isascii() else char
        if len(self) < _CACHE_LIMIT:
            self[code] = plain
        return plain


_UNACCENTED = _Unaccented()


def _replacements(folded: Folded, text: str) -> Iterator[tuple[int, int, str]]:
    for reading in folded.readings(readings):
        yield from _said(reading, text)
    if not words.SPLIT.isdisjoint(folded.pairs):
        spans = folded.token_spans()
        for index, pair in enumerate(folded.pairs):
            (start, middle), (rest, end) = spans[index : index + 2]
            if pair in words.SPLIT and rest - middle == 1 and text[middle] in " -.'’_":
                yield start, end, pair
    if not text.isascii() and text.encode(errors="replace").translate(None, _NOT_LATIN):
        yield from _half_read(folded)
    if " . " in text or not words.DOT_HINTS.isdisjoint(folded.tokens):
        for match in _LETTERS.finditer(text):
            letters = "".join(_SIGN_WORDS.get(part, part) for part in match.group().split())
            if "." in letters and ("@" in letters or "/" in letters):
                yield *match.span(), letters


def _said(reading: Reading, text: str) -> Iterator[tuple[int, int, str]]:
    start, end, letters = reading.start, reading.end, reading.letters
    if reading.spelled:
        yield from _inside(reading, text)
    elif reading.confusable and letters.isascii() and not text[start:end].isascii():
        yield start, end, letters
    elif _SHORTEST_NAME <= len(letters) <= 2 * _LONGEST_NAME and letters != text[start:end]:
        name = next(words.names().read(reading), None)
        if name is not None:
            yield start, end, name


def _inside(reading: Reading, text: str) -> Iterator[tuple[int, int, str]]:
    """Names in a run of single letters."""
    places = [i for i in range(reading.start, reading.end) if text[i].isalnum()]
    if len(places) != len(reading.letters):
        return
    for name in words.DISGUISED:
        at = reading.letters.find(name)
        while at >= 0:
            yield places[at], places[at + len(name) - 1] + 1, name
            at = reading.letters.find(name, at + len(name))


def _half_read(folded: Folded) -> Iterator[tuple[int, int, str]]:
    """Names with letters in them that are like none, as long as most are."""
    spans: list[tuple[int, int]] = []
    for index, token in enumerate(folded.tokens):
        if token.isascii() or len(token) > _LONGEST_NAME:
            continue
        letters = token.translate(look_alikes()[1])
        if letters.isascii() and len(token) < _SHORTEST_NAME:
            spans = spans or folded.token_spans()
            yield from _part_of_a_host(folded.text, *spans[index], letters)
        if len(token) < _SHORTEST_NAME:
            continue
        unread = sum(not char.isascii() for char in letters)
        if 0 < unread <= len(letters) // 4:
            spans = spans or folded.token_spans()
            yield from ((*spans[index], name) for name in words.DISGUISED if _fits(letters, name))


def _part_of_a_host(
    text: str, start: int, end: int, letters: str
) -> Iterator[tuple[int, int, str]]:
    """The Cyrillic half of `t.me`: in a word of its own nothing else gives it away."""
    after, before = text[end : end + 2], text[max(0, start - 2) : start]
    if (after[:1] == "." and after[1:].isascii() and after[1:].isalpha()) or (
        before[1:] == "." and before.isascii() and before[:1].isalpha()
    ):
        yield start, end, letters


def _fits(letters: str, name: str) -> bool:
    return len(letters) == len(name) and all(
        a == b or not a.isascii() or (a in "il" and b in "il")
        for a, b in zip(letters, name, strict=True)
    )
