"""What a reader sees of a text whose characters are encoded for the web or put in another order."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from common.text.folding import Folded

_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)(?:[\s/][^<>]*)?>|<[!?][^<>]*>")
_BREAKING_TAGS = (
    "address article aside blockquote br dd div dl dt figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol option p pre section table tbody td textarea th thead tr ul"
)
_BREAKING = frozenset(_BREAKING_TAGS.split())
_ENTITY = re.compile(r"&(?:#[0-9]{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[a-zA-Z][a-zA-Z0-9]{1,31};)")
_PERCENT = re.compile(r"%[0-7][0-9a-fA-F]|(?:%[89a-fA-F][0-9a-fA-F])+")
_MOST_ROUNDS = 4
_OVERRIDES = {"\u202d": 0, "\u202e": 1}
_EMBEDDINGS = {"\u202a": 0, "\u202b": 1, "\u2066": 0, "\u2067": 1, "\u2068": 0}
_POPS = frozenset("\u202c\u2069")
_PARAGRAPHS = re.compile("[\n\r\u2029\x85\x1c\x1d\x1e]")
_DEEPEST = 8


class View(NamedTuple):
    """`starts` and `ends` are where each of its characters comes from."""

    folded: Folded
    starts: Sequence[int]
    ends: Sequence[int]

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        return min(self.starts[start:end]), max(self.ends[start:end])


class _Shown:
    """A text with where each of its characters comes from."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts: list[int] = list(range(len(text)))
        self.ends: list[int] = list(range(1, len(text) + 1))

    def replaced(self, parts: list[tuple[int, int, str]]) -> None:
        text: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        done = 0
        for start, end, new in [*parts, (len(self.text), len(self.text), "")]:
            text += (self.text[done:start], new)
            starts += self.starts[done:start]
            ends += self.ends[done:start]
            if new:
                starts += [self.starts[start]] * len(new)
                ends += [self.ends[end - 1]] * len(new)
            done = end
        self.text = "".join(text)
        self.starts = starts
        self.ends = ends


def views(original: str) -> tuple[list[View], bool]:
    """With whether all is decoded and turned round, however deep it is within another."""
    shown = _Shown(original)
    decoded = _decode(shown)
    found = []
    complete = not _encoded(shown.text)
    if decoded:
        found.append(View(Folded(shown.text), shown.starts, shown.ends))
    if "\u202e" in shown.text:
        order, deepest = _order(shown.text)
        found += [_turned(shown, order, gap) for gap in ("", " ")]
        complete = complete and deepest <= _DEEPEST
    return found, complete


def _turned(shown: _Shown, order: list[tuple[int, int]], gap: str) -> View:
    """Paragraphs with an override in the order in which they are shown, with `gap` where the
    direction changes.
    """
    text: list[str] = []
    places: list[int] = []
    before = 0
    for place, level in order:
        if gap and level != before:
            text.append(gap)
            places.append(place)
        text.append(shown.text[place])
        places.append(place)
        before = level
    folded = Folded("".join(text))
    return View(folded, [shown.starts[p] for p in places], [shown.ends[p] for p in places])


def _decode(shown: _Shown) -> bool:
    """Again while there is something to decode: careless pages show what is encoded twice."""
    for done in range(_MOST_ROUNDS):
        parts = _encoded(shown.text)
        if not parts:
            return done > 0
        shown.replaced(_apart(parts))
    return True


def _encoded(text: str) -> list[tuple[int, int, str]]:
    return [*_tags(text), *_entities(text), *_percents(text)]


def _apart(parts: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    kept: list[tuple[int, int, str]] = []
    for part in sorted(parts):
        if not kept or part[0] >= kept[-1][1]:
            kept.append(part)
    return kept


def _tags(text: str) -> list[tuple[int, int, str]]:
    if "<" not in text:
        return []
    return [
        (*match.span(), " " if (match.group(1) or "").lower() in _BREAKING else "")
        for match in _TAG.finditer(text)
    ]


def _entities(text: str) -> list[tuple[int, int, str]]:
    if "&" not in text:
        return []
    decoded = ((*match.span(), html.unescape(match.group())) for match in _ENTITY.finditer(text))
    return [part for part in decoded if part[2] != text[part[0] : part[1]]]


def _percents(text: str) -> list[tuple[int, int, str]]:
    if "%" not in text:
        return []
    parts = []
    for match in _PERCENT.finditer(text):
        encoded = bytes.fromhex(match.group().replace("%", ""))
        parts.append((*match.span(), encoded.decode(errors="ignore")))
    return parts


def _order(text: str) -> tuple[list[tuple[int, int]], int]:
    """The places of the characters as they are shown from left to right, with their levels, and
    the deepest level that they ask for (UAX 9, as far as overrides need it).
    """
    order: list[tuple[int, int]] = []
    end = deepest = 0
    for paragraph in _PARAGRAPHS.split(text):
        if "\u202e" in paragraph:
            line, asked = _levels(paragraph, end)
            deepest = max(deepest, asked)
            order += _reordered(line)
            order += [(end + len(paragraph), 0)] if end + len(paragraph) < len(text) else ()
        end += len(paragraph) + 1
    return order, deepest


def _levels(paragraph: str, begin: int) -> tuple[list[tuple[int, int]], int]:
    line: list[tuple[int, int]] = []
    asked = 0
    stack: list[tuple[int, bool]] = []
    for place, char in enumerate(paragraph, begin):
        level, forced = stack[-1] if stack else (0, False)
        if char in _POPS:
            if stack:
                stack.pop()
        elif char in _OVERRIDES or char in _EMBEDDINGS:
            odd = _OVERRIDES.get(char, _EMBEDDINGS.get(char, 0))
            deeper = level + 1 + ((level + 1) % 2 != odd)
            asked = max(asked, deeper)
            stack.append((deeper if deeper <= _DEEPEST else level, char in _OVERRIDES))
        else:
            # Without an override, letters from left to right are one level deeper.
            line.append((place, level if forced else level + level % 2))
    return line, asked


def _reordered(line: list[tuple[int, int]]) -> list[tuple[int, int]]:
    for least in range(max((level for _, level in line), default=0), 0, -1):
        runs = groupby(line, key=lambda at: at[1] >= least)
        line = [at for deep, run in runs for at in (reversed(list(run)) if deep else run)]
    return line
