"""Counts of reports: fields of the item's own document, because only fields can be incremented by
many at once without a conflict.

`reports|<category>` counts since the item was created. A moderator's decision settles what was
reported before it, so what rules count begins anew with each: an item that was decided on counts
beside them under the number of its round, which is how often that has happened. In the first round
both would be the same, and only the former are kept.

A report is also kept by itself, under `reporter|` with the round and its flag, for what cannot be
counted beforehand: windows, distinct reporters and what they are worth. Of one round there are so
many that the document stays small; what is beyond is known by its count.

A report in several categories is counted in each of them and once more under all of them, from
which a count over any of several categories is exact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from operator import ge, gt, le, lt
from typing import Any, NotRequired

from typing_extensions import TypedDict

ANY_CATEGORY = ""
_EVER = "reports|"
_OPEN = "open_reports|"
_SHARED = "shared_reports|"
_KEPT = "reporter|"
# Of one round: reports and the categories that they name.
_KEPT_MOST = 500
_DIGITS = 9
# Beyond so many combinations a document would outgrow what a backend stores.
_SHARED_KEPT = 500


class KeptReport(TypedDict):
    """`by` is the reporter's key, `at` when it came, in nanoseconds, `categories` their digests.
    Once `enforce` has looked at it there are its `weights`, in all and in each of the categories,
    and when the app told of the reporter, where rules ask for them.
    """

    by: str
    at: int
    categories: list[str]
    seen: NotRequired[bool]
    weights: NotRequired[list[float]]
    since: NotRequired[int]


@dataclass(frozen=True, slots=True)
class Counting:
    """What of the reports is counted: those in any of the `categories`, or all; of the last
    `window`, where it is not 0; of reporters who were known for `min_age` by then. With `distinct`
    a reporter counts once, and with `weighted` each for what they are worth.
    """

    categories: frozenset[str] = frozenset()
    window: int = 0
    distinct: bool = False
    weighted: bool = False
    min_age: int = 0


@dataclass(frozen=True, slots=True)
class Reports:
    """`by_category` has all of them under the empty name. `shared` are those in several categories,
    by the digests of these. `kept` are those that are known one by one, as of `now`.
    """

    by_category: Mapping[str, int] = field(default_factory=dict)
    shared: Mapping[frozenset[str], int] = field(default_factory=dict)
    kept: tuple[KeptReport, ...] = ()
    now: int = 0

    def among(self, asked: Counting) -> tuple[float, float]:
        """How many at least, and how many at most: of those that are not kept, and of those whose
        weight or age is not known, it cannot be said.
        """
        digests = {_digest(name) for name in asked.categories}
        of_kind = [each for each in self.kept if not digests or digests & {*each["categories"]}]
        unknown = max(0, self.count(asked.categories) - len(of_kind))
        since = self.now - asked.window if asked.window else 0
        least, most = _Sum(asked.distinct), _Sum(asked.distinct)
        for each in of_kind:
            if each["at"] < since:
                continue
            weights = _weights(each, digests) if asked.weighted else (1.0, 1.0)
            is_old = _is_old(each, asked.min_age)
            least.add(each["by"], weights[0] if is_old is True else 0.0)
            most.add(each["by"], weights[1] if is_old is not False else 0.0)
        return least.total, most.total + unknown

    def verdict(
        self,
        categories: frozenset[str],
        window: int,
        distinct: bool,
        weighted: bool,
        min_age: int,
        operator: str,
        value: int,
    ) -> bool | None:
        least, most = self.among(Counting(categories, window, distinct, weighted, min_age))
        if operator in ("lt", "lte"):
            holds, fails = _compared(most, operator, value), not _compared(least, operator, value)
        elif operator == "eq":
            holds, fails = least == most == value, not least <= value <= most
        else:
            holds, fails = _compared(least, operator, value), not _compared(most, operator, value)
        return True if holds else False if fails else None

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


def open_reports(item: Mapping[str, Any], now: int = 0) -> Reports:
    """Those that no decision has settled."""
    number = round_of(item)
    counts = _under(item, f"{_OPEN}{number}|") if number else reports_of(item)
    shared = _under(item, f"{_SHARED}{number}|")
    several = {frozenset(k.split(",")): n for k, n in shared.items() if n}
    return Reports(counts, several, tuple(kept_reports(item).values()), now)


def kept_reports(item: Mapping[str, Any]) -> dict[str, KeptReport]:
    """Of the round that goes on, by their flags."""
    start = f"{_KEPT}{round_of(item)}|"
    found = {name[len(start) :]: each for name, each in item.items() if name.startswith(start)}
    return dict(sorted(found.items(), key=lambda each: (each[1]["at"], each[0])))


def kept_name(number: int, flag: str) -> str:
    return f"{_KEPT}{number}|{flag}"


def kept_report(by: str, at: int, categories: Iterable[str]) -> KeptReport:
    return {"by": by, "at": at, "categories": sorted(map(_digest, set(categories)))}


def by_digest(categories: Iterable[str]) -> dict[str, str]:
    return {_digest(name): name for name in categories}


def has_room(item: Mapping[str, Any]) -> bool:
    """For another report that is kept by itself."""
    kept = (each for name, each in item.items() if name.startswith(_KEPT))
    return sum(1 + len(each["categories"]) for each in kept) < _KEPT_MOST


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
    for name in [name for name in item if name.startswith((_OPEN, _SHARED, _KEPT))]:
        del item[name]
    item["review_round"] = round_of(item) + 1


def _under(item: Mapping[str, Any], prefix: str) -> dict[str, int]:
    return {name[len(prefix) :]: n for name, n in item.items() if name.startswith(prefix)}


class _Sum:
    def __init__(self, distinct: bool) -> None:
        self._by: dict[str, float] | None = {} if distinct else None
        self._total = 0.0

    def add(self, by: str, weight: float) -> None:
        if self._by is None:
            self._total += weight
        else:
            self._by[by] = max(weight, self._by.get(by, 0.0))

    @property
    def total(self) -> float:
        return self._total if self._by is None else sum(self._by.values())


def _weights(kept: KeptReport, digests: Set[str]) -> tuple[float, float]:
    """The least and the most: of a report that nobody has looked at, none or all."""
    if "weights" not in kept:
        return 0.0, 1.0
    names = [ANY_CATEGORY, *kept["categories"]]
    by_name = dict(zip(names, kept["weights"], strict=False))
    found = [by_name[name] for name in digests if name in by_name]
    weight = max(found, default=by_name.get(ANY_CATEGORY, 1.0))
    return weight, weight


def _is_old(kept: KeptReport, min_age: int) -> bool | None:
    if not min_age:
        return True
    return kept["at"] - kept["since"] >= min_age if "since" in kept else None


_COMPARED: Mapping[str, Callable[[float, float], bool]] = {"gt": gt, "gte": ge, "lt": lt, "lte": le}


def _compared(count: float, operator: str, value: int) -> bool:
    return _COMPARED[operator](round(count, _DIGITS), value)


@lru_cache(maxsize=4096)
def _digest(category: str) -> str:
    return blake2b(category.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
