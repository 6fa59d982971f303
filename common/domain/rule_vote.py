"""What people say of rules and engines: each content that a rule acted on or an engine flagged, and
that a moderator decided on, is a vote.

An item says itself which vote it has given, so whatever changes the decision takes that back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from common.domain.rule_count import place_name
from common.domain.rule_input import fired_name, fired_rule
from common.domain.times import DAY
from common.store.store import Collection, Key


class Votes(NamedTuple):
    upheld: int = 0
    overturned: int = 0

    @property
    def precision(self) -> float | None:
        decided = self.upheld + self.overturned
        return self.upheld / decided if decided else None

    def __add__(self, other: object) -> Votes:
        assert isinstance(other, Votes)
        return Votes(self.upheld + other.upheld, self.overturned + other.overturned)


RULE_VOTES: Collection[dict[str, int]] = Collection("rule_vote")
"""Votes of one day (UTC), by rule and version."""
VOTES_KEPT = 2_000 * DAY
"""Longer than the five years for which reports on transparency are shown."""
_NO_RULE = 0
"""The version under which engines stand: rules' begin with 1."""
_MARK = "votes"
_UPHELD, _OVERTURNED = "u ", "o "


def votes_key(app: str, day: int, item: str) -> Key[dict[str, int]]:
    return Key(app, RULE_VOTES, place_name(day, _MARK, item[0]))


def vote_name(rule: str, *, kept: bool) -> str:
    """`rule` is its version and id."""
    return f"{_OVERTURNED if kept else _UPHELD}{rule}"


def engine_name(engine: str) -> str:
    """What stands for an engine where rules have their version and id."""
    return fired_name(engine, _NO_RULE)


def votes_in(document: Mapping[str, int]) -> Iterator[tuple[str, int, Votes]]:
    """Rule, version, and votes."""
    return (each for each in _votes_in(document) if each[1] != _NO_RULE)


def engine_votes_in(document: Mapping[str, int]) -> Iterator[tuple[str, Votes]]:
    return ((name, votes) for name, version, votes in _votes_in(document) if version == _NO_RULE)


def _votes_in(document: Mapping[str, int]) -> Iterator[tuple[str, int, Votes]]:
    for name, count in document.items():
        kind, rest = name[: len(_UPHELD)], name[len(_UPHELD) :]
        named, version = fired_rule(rest)
        yield named, version, Votes(count, 0) if kind == _UPHELD else Votes(0, count)
