"""Whose data goes: what stands for them, and how it is told apart from what only looks like it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from common.domain.content import USER_ENTITIES
from common.domain.item import item_id
from common.domain.reporter import reporter_id

GONE = "[erased]"
LEAST_TEXT = 12
"""Characters of a piece of text that can be told to be somebody's own."""
_SHORTEST_SURE = 6
_BREAKS = re.compile(r"[\"'\\\x00-\x1f<>&]+")
"""What may be written in another way where a text stands in another one."""
_TELLING = re.compile(r"\s|@|://")
PEOPLE = frozenset(
    (
        "user_id",
        "approved_by",
        "asked_by",
        "by",
        "creator_id",
        "created_by",
        "banned_by_id",
        "blocked_user_id",
        "blocked_user_ids",
        "counted_for",
        "decided_by",
        "deleted_by",
        "deleted_for",
        "disabled_by",
        "drafted_by",
        "ended_by",
        "escalated_by",
        "first_by",
        "flagged_for",
        "flags_counted_for",
        "locked_by",
        "moderator",
        "moderator_id",
        "muted",
        "owner_user_id",
        "reporter_id",
        "reporters",
        "reversed_by",
        "reviewed_by",
        "second_by",
        "skips",
        "target_user_id",
        "triggered_by",
        "updated_by",
        "user_ids",
        "users",
    )
)
"""Fields that name people, as values, in lists, or as the names of what is in them."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Pieces of text, found wherever they stand."""

    pieces: frozenset[str] = frozenset()
    _starts: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, pieces: Iterable[str]) -> Texts:
        found, starts = frozenset(pieces), dict[str, list[str]]()
        for each in sorted(found, key=len, reverse=True):
            starts.setdefault(each[:LEAST_TEXT], []).append(each)
        return cls(found, starts)

    def are_in(self, text: str) -> bool:
        return any(True for _ in self._found(text))

    def taken_out(self, text: str) -> str:
        for piece in dict.fromkeys(self._found(text)):
            text = text.replace(piece, GONE)
        return text

    def _found(self, text: str) -> Iterator[str]:
        if not self._starts:
            return
        for at in range(len(text) - LEAST_TEXT + 1):
            for piece in self._starts.get(text[at : at + LEAST_TEXT], ()):
                if text.startswith(piece, at):
                    yield piece


def pieces_of(value: object) -> Iterator[str]:
    """Of each text in it, those that are the same however it is written into another. Single words
    are left out, which may be what an app names many things with: a channel, a type.
    """
    for text in _texts_in(value):
        for piece in map(str.strip, _BREAKS.split(text)):
            if len(piece) >= LEAST_TEXT and _TELLING.search(piece):
                yield piece


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _texts_in(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts_in(each)


@dataclass(frozen=True)
class Person:
    """`items` are ids of what they made, `texts` what is in it. An id that could be any word is
    only looked for in fields that name people: `is_sure` says that this one is none.
    """

    app: str
    id: str
    stand_in: Callable[[str], str] = field(repr=False)
    items: frozenset[str] = frozenset()
    texts: Texts = field(default_factory=Texts)

    @cached_property
    def is_sure(self) -> bool:
        return len(self.id) >= _SHORTEST_SURE and any(map(str.isdigit, self.id))

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What names them beside the id, which nobody else's documents have, with what stands for
        each from now on.
        """
        derived = [item_id(self.app, entity, self.id) for entity in USER_ENTITIES]
        found = {name: self.stand_in(name) for name in (reporter_id(self.id), *derived)}
        return {**found, self.id: self.stand_in(self.id)} if self.is_sure else found

    @cached_property
    def _id(self) -> re.Pattern[str]:
        """Not as a part of another id."""
        before, after = r"(?<![\w\-@+])(?<!\w\.)", r"(?![\w\-@+]|\.\w)"
        return re.compile(f"{before}{re.escape(self.id)}{after}")

    def is_named(self, document: Mapping[str, Any], names: Iterable[str], id: str = "") -> bool:
        """By one of these fields; "id" is the document's own name."""
        return any(self.id == (id if name == "id" else document.get(name)) for name in names)

    def is_in(self, text: str) -> bool:
        return self.is_sure and self.id in text and bool(self._id.search(text))

    def cleaned(self, value: Any, name: str = "", *, texts: bool = True) -> Any:
        """With what stands for them; `name` is the field that it stands in. The same object where
        there is nothing of them in it.
        """
        if isinstance(value, str):
            return self._of_text(value, name, texts=texts)
        if isinstance(value, Mapping):
            found = {
                self._of_text(key, name, texts=False): self.cleaned(each, key, texts=texts)
                for key, each in value.items()
            }
            return value if _is_same(value, found) else found
        if isinstance(value, list | tuple):
            several = [self.cleaned(each, name, texts=texts) for each in value]
            same = all(a is b for a, b in zip(value, several, strict=True))
            return value if same else several
        return value

    def _of_text(self, text: str, name: str, *, texts: bool) -> str:
        if text == self.id and (self.is_sure or name in PEOPLE):
            return self.stand_in(self.id)
        if text in self.names:
            return self.names[text]
        if name in ("subject", "lane") and text.endswith(f"user:{self.id}"):
            return text.removesuffix(self.id) + self.stand_in(self.id)
        if self.is_in(text):
            text = self._id.sub(self.stand_in(self.id), text)
        return self.texts.taken_out(text) if texts else text


def _is_same(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    return before.keys() == after.keys() and all(before[name] is after[name] for name in after)
