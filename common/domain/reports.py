"""Counts of reports: fields of the item's own document, because only fields can be incremented by
many at once without a conflict.

`reports|<category>` counts since the item was created. A moderator's decision settles what was
reported before it, so what rules count begins anew with each: an item that was decided on counts
beside them under the number of its round, which is how often that has happened. In the first round
both would be the same, and only the former are kept.

A report in several categories is counted in each of them and once more under all of them, from
which a count over any of several categories is exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from typing import Any

ANY_CATEGORY = ""
_EVER = "reports|"
_OPEN = "open_reports|"
_SHARED = "shared_reports|"
# Beyond so many combinations a document would outgrow what a backend stores.
_SHARED_KEPT = 500


@dataclass(frozen=True, slots=True)
class Reports:
    """`by_category` has all of them under the empty name. `shared` are those in several categories,
    by the digests of these.
    """

    by_category: Mapping[str, int] = field(default_factory=dict)
    shared: Mapping[frozenset[str], int] = field(default_factory=dict)

    def count(self, wanted: frozenset[str]) -> int:
        """Reports in any of the categories, each once; in any at all where none is named."""
        if not wanted:
            return self.by_category.get(ANY_CATEGORY, 0)
        found = sum(self.by_category.get(name, 0) for name in wanted)
        if len(wanted) == 1 or not self.shared:
            return found
        digests = {_digest(name) for name in wanted}
        again = (max(0, len(digests & each) - 1) * n for each, n in self.shared.items())
        return found - sum(again)


def reports_of(item: Mapping[str, Any]) -> dict[str, int]:
    """Since the item was created, by category; the empty name counts all of them."""
    return _under(item, _EVER)


def open_reports(item: Mapping[str, Any]) -> Reports:
    """Those that no decision has settled."""
    number = round_of(item)
    counts = _under(item, f"{_OPEN}{number}|") if number else reports_of(item)
    shared = _under(item, f"{_SHARED}{number}|")
    return Reports(counts, {frozenset(k.split(",")): n for k, n in shared.items() if n})


def round_of(item: Mapping[str, Any]) -> int:
    number: int = item.get("review_round", 0)
    return number


def counted(item: Mapping[str, Any], number: int, categories: Iterable[str]) -> dict[str, int]:
    """What to add for one report of the round `number`. That of an earlier round is settled: it
    counts among those that ever were, and no more among those that rules see.
    """
    named = set(categories)
    names = (ANY_CATEGORY, *named)
    counts = {f"{_EVER}{name}": 1 for name in names}
    if number != round_of(item):
        return counts
    if number:
        counts |= {f"{_OPEN}{number}|{name}": 1 for name in names}
    if len(named) > 1:
        shared = f"{_SHARED}{number}|" + ",".join(sorted(map(_digest, named)))
        if shared in item or sum(name.startswith(_SHARED) for name in item) < _SHARED_KEPT:
            counts[shared] = 1
    return counts


def moved(
    item: Mapping[str, Any], number: int, before: Iterable[str], after: Iterable[str]
) -> dict[str, int]:
    """What to add when a report of the round `number` names other categories than before."""
    changes = counted(item, number, after)
    for name, count in counted(item, number, before).items():
        changes[name] = changes.get(name, 0) - count
    return {name: change for name, change in changes.items() if change}


def take_back(item: dict[str, Any], number: int, categories: Iterable[str]) -> None:
    """One report of the round `number` is no more, in place. Which of the shared counts there are
    stays: what is counted in them depends on it.
    """
    for name, count in counted(item, number, categories).items():
        if name not in item:
            continue
        item[name] -= count
        if item[name] <= 0 and not name.startswith(_SHARED):
            del item[name]


def settle(item: dict[str, Any]) -> None:
    """Begins the next round, in place."""
    for name in [name for name in item if name.startswith((_OPEN, _SHARED))]:
        del item[name]
    item["review_round"] = round_of(item) + 1


def _under(item: Mapping[str, Any], prefix: str) -> dict[str, int]:
    return {name[len(prefix) :]: n for name, n in item.items() if name.startswith(prefix)}


@lru_cache(maxsize=4096)
def _digest(category: str) -> str:
    return blake2b(category.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
