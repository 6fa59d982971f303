"""How often rules held, counted in the commit that records what came of it.

An evaluation adds to one document: of the day (UTC), of the set of rules that were in effect, and
of one of some shards, so that many at once need not wait in one line. What people say of rules is
counted in others, of the day and a shard. Rules have in it their
numbers in the set, in the order in which they are looked at, so what is counted is the same few
fields however many rules there are: how often each was looked at follows from where it stopped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from typing_extensions import TypedDict

from common.domain.ids import derived_id
from common.domain.rule import Scope
from common.domain.times import DAY
from common.store.store import Collection, Key

COUNTS_KEPT = 400 * DAY
FEW_SHARDS, MANY_SHARDS = 16, 1_024
LETTERS: Mapping[Scope, str] = {
    "post": "p",
    "user": "u",
    "reported_post": "r",
    "reported_user": "s",
}
_MARK_CHARACTERS = 16
_RULES_A_PART = 1_000
"""Ids have up to 128 characters, and DynamoDB takes 400 KB."""
_FOLDED = "all"
_SCOPES = re.compile(r"([purs])(\d*)")

RuleCounts = dict[str, Any]
"""By the first letter of a field: `e` evaluations, by their scopes, each with the number of the
rule that matched where no other counts after that; `h` times that a rule held, `m` when it last
did, `a` times that it had an effect, `q` times that it was paused; `x` errors by kind, `l` the last
one; `t` nanoseconds that were spent on a rule, `n` evaluations of which these are; `s` what shadows
were evaluated for, and what came of it; `w` evaluations that stand for others as well.
"""


class LastError(TypedDict):
    at: int
    error: str


class RuleSetPart(TypedDict):
    """Rules that were in effect, in their order: the id, the version, and the letters of the
    scopes of each. A set is in `parts` documents, and never changed.
    """

    parts: int
    rules: list[tuple[str, int, str]]


class CountsPlace(NamedTuple):
    day: int
    mark: str


RULE_COUNTS: Collection[RuleCounts] = Collection("rule_count")
RULE_SETS: Collection[RuleSetPart] = Collection("rule_set")


def set_mark(rules: Sequence[tuple[str, int, str]]) -> str:
    parts = (part for id, version, letters in rules for part in (id, str(version), letters))
    return derived_id("rule set", *parts).replace("-", "")[:_MARK_CHARACTERS]


def rule_set_key(app: str, mark: str, part: int) -> Key[RuleSetPart]:
    return Key(app, RULE_SETS, f"{mark}.{part}")


def set_parts(rules: Sequence[tuple[str, int, str]]) -> list[RuleSetPart]:
    starts = range(0, max(1, len(rules)), _RULES_A_PART)
    found = [[*rules[start : start + _RULES_A_PART]] for start in starts]
    return [{"parts": len(found), "rules": part} for part in found]


def counts_key(app: str, at: int, mark: str, item: str, shards: int) -> Key[RuleCounts]:
    shard = int(item[-4:], 16) % shards
    return Key(app, RULE_COUNTS, place_name(at // DAY, mark, str(shard)))


def folded_key(key: Key[RuleCounts]) -> Key[RuleCounts]:
    """Where what is in the shards of its place is put together."""
    return Key(key.app, key.collection, place_name(*place_of(key.id), _FOLDED))


def place_name(day: int, mark: str, shard: str) -> str:
    """Sorts by days."""
    return f"{day_name(day)}.{mark}.{shard}"


def place_of(id: str) -> CountsPlace:
    day, mark, _ = id.split(".")
    return CountsPlace(int(day), mark)


def day_name(day: int) -> str:
    """All of the same width, so that they compare as their days do."""
    return f"{day:05d}"


def outcome_name(stops: Iterable[tuple[Scope, int | None]]) -> str:
    return "".join(f"{LETTERS[scope]}{'' if stop is None else stop}" for scope, stop in stops)


def stops_of(name: str) -> list[tuple[str, int | None]]:
    """By the scopes' letters."""
    return [(letter, int(stop) if stop else None) for letter, stop in _SCOPES.findall(name)]


def folded(documents: Iterable[RuleCounts]) -> RuleCounts:
    """As if all had been counted in one."""
    found: RuleCounts = {}
    for document in documents:
        for name, value in document.items():
            found[name] = _joined(name, found[name], value) if name in found else value
    return found


def _joined(name: str, one: Any, other: Any) -> Any:
    if name[0] == "m":
        return max(one, other)
    if name[0] == "l":
        return max(one, other, key=lambda error: error["at"])
    return one + other
