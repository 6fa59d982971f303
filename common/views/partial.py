"""Partial answers: what a selector in Google's syntax leaves of one, as `languages,a(b,c/d)`.

A `*` selects every member of a map.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from common.domain.errors import Invalid

Shape = Mapping[str, Any]
"""The members that an answer may have, each with its own; `*` stands for names that vary."""

_ANY = "*"
_TOKEN = re.compile(r"[A-Za-z0-9_*]+|[,/()]")
_DEEPEST = 16


class Selection(dict[str, "Selection"]):
    """The selected members; one without any of its own is selected whole."""

    def of(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self.of(each) for each in value]
        if not self or not isinstance(value, dict):
            return value
        return {
            name: chosen.of(each)
            for name, each in value.items()
            if (chosen := self.get(name, self.get(_ANY))) is not None
        }

    def join(self, name: str, own: Selection) -> None:
        """What is selected twice is selected by either."""
        known = self.setdefault(name, own)
        if known is own:
            return
        if not (known and own):
            known.clear()
        for inner, chosen in own.items() if known else ():
            known.join(inner, chosen)


def selection(text: str, shape: Shape) -> Selection:
    """Raises Invalid for what is no selector, and for what no answer has."""
    if len("".join(_TOKEN.findall(text))) != len(text):
        raise _invalid(text)
    reader = _Reader(text)
    found = reader.members(0)
    if reader.left:
        raise _invalid(text)
    _check(found, shape)
    return found


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self.left = _TOKEN.findall(text)[::-1]

    def members(self, depth: int) -> Selection:
        if depth > _DEEPEST:
            raise _invalid(self._text)
        found = Selection()
        while True:
            name, own = self._member(depth)
            found.join(name, own)
            if not self._takes(","):
                return found

    def _member(self, depth: int) -> tuple[str, Selection]:
        name = self.left.pop() if self.left else ""
        if not name or name in ",/()":
            raise _invalid(self._text)
        if self._takes("/"):
            if depth > _DEEPEST:
                raise _invalid(self._text)
            inner, own = self._member(depth + 1)
            return name, Selection({inner: own})
        if not self._takes("("):
            return name, Selection()
        chosen = self.members(depth + 1)
        if not self._takes(")"):
            raise _invalid(self._text)
        return name, chosen

    def _takes(self, token: str) -> bool:
        if not self.left or self.left[-1] != token:
            return False
        self.left.pop()
        return True


def _check(found: Selection, shape: Shape) -> None:
    for name, own in found.items():
        for inner in _inner(name, shape):
            _check(own, inner)


def _inner(name: str, shape: Shape) -> Iterator[Shape]:
    if name == _ANY:
        if not shape:
            raise _invalid(name)
        yield from shape.values()
    elif name in shape or _ANY in shape:
        yield shape.get(name, shape.get(_ANY, {}))
    else:
        raise _invalid(name)


def _invalid(what: str) -> Invalid:
    return Invalid(f"Invalid field selection {what}", {"fields": f"does not know {what}"})
