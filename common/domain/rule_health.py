"""How rules do, as what was counted of them tells; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil, floor, sqrt
from statistics import median
from typing import Any, Literal

from common.domain.rule_count import LastError, RuleCounts, stops_of
from common.domain.rule_vote import Votes

BAND_DAYS = 28
_LEAST_DAYS = 7
_WIDTH = 3
_MAD_OF_NORMAL = 1.4826
"""So many times the median distance from the median is the standard deviation of a normal
distribution.
"""
ENOUGH = 100
"""Evaluations in which a rule was looked at, before it is said to hold never or always."""

SetOfRules = Sequence[tuple[str, int, str]]


@dataclass(slots=True)
class Counted:
    """Of one rule. `behind` are rules that matched before it, so that it was not looked at."""

    evaluated: int = 0
    passed_over: int = 0
    hits: int = 0
    acted: int = 0
    paused: int = 0
    spent: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    behind: Counter[str] = field(default_factory=Counter)
    last_hit_at: int = 0
    last_error: LastError | None = None

    @property
    def looked_at(self) -> int:
        return self.evaluated - self.passed_over

    @property
    def never_fires(self) -> bool | None:
        """None where that is too early to say."""
        return self.hits == 0 if self.looked_at >= ENOUGH else None

    @property
    def always_fires(self) -> bool | None:
        return self.hits == self.looked_at if self.looked_at >= ENOUGH else None

    @property
    def never_reached(self) -> bool | None:
        return self.looked_at == 0 if self.evaluated >= ENOUGH else None

    def add(self, other: Counted) -> None:
        self.evaluated += other.evaluated
        self.passed_over += other.passed_over
        self.hits += other.hits
        self.acted += other.acted
        self.paused += other.paused
        self.spent += other.spent
        self.errors.update(other.errors)
        self.behind.update(other.behind)
        self.last_hit_at = max(self.last_hit_at, other.last_hit_at)
        last = [each for each in (self.last_error, other.last_error) if each is not None]
        self.last_error = max(last, key=lambda error: error["at"], default=None)


@dataclass(slots=True)
class OneRule:
    """`versions` are of the days that are asked for, `days` of those before them as well."""

    days: dict[int, Counted] = field(default_factory=dict)
    versions: dict[int, Counted] = field(default_factory=dict)
    votes: dict[int, Votes] = field(default_factory=dict)

    @property
    def counted(self) -> Counted:
        found = Counted()
        for each in self.versions.values():
            found.add(each)
        return found

    @property
    def agreement(self) -> Votes:
        upheld = sum(each.upheld for each in self.votes.values())
        return Votes(upheld, sum(each.overturned for each in self.votes.values()))


@dataclass(slots=True)
class Health:
    """Of an app's rules, from the day `first` on. `spent` and `timed` are of all rules;
    `is_sampled` says that some evaluations stand for others as well.
    """

    first: int
    rules: dict[str, OneRule] = field(default_factory=dict)
    spent: int = 0
    timed: int = 0
    is_sampled: bool = False

    def of(self, rule: str) -> OneRule:
        return self.rules.setdefault(rule, OneRule())

    def add(self, day: int, rules: SetOfRules, counts: RuleCounts) -> None:
        """One document."""
        if day >= self.first:
            self.timed += counts.get("n", 0)
            self.is_sampled = self.is_sampled or "w" in counts
        for (rule, version, _), counted in zip(rules, _counted(rules, counts), strict=True):
            found = self.of(rule)
            found.days.setdefault(day, Counted()).add(counted)
            if day >= self.first:
                found.versions.setdefault(version, Counted()).add(counted)
                self.spent += counted.spent

    def vote(self, rule: str, version: int, votes: Votes) -> None:
        of_rule = self.of(rule).votes
        of_rule[version] = of_rule.get(version, Votes()) + votes


def _counted(rules: SetOfRules, counts: RuleCounts) -> list[Counted]:
    found = [Counted() for _ in rules]
    outcomes: list[tuple[list[tuple[str, int | None]], int]] = []
    for name, value in counts.items():
        if name[0] == "e":
            outcomes.append((stops_of(name[1:]), value))
        elif name[0] not in "nsw":
            at, _, kind = name[1:].partition(":")
            _take(found[int(at)], name[0], kind, value)
    for stops, times in outcomes:
        for number, (counted, (_, _, scopes)) in enumerate(zip(found, rules, strict=True)):
            own = [stop for letter, stop in stops if letter in scopes]
            counted.evaluated += times if own else 0
            before = [stop for stop in own if stop is not None and stop < number]
            if own and len(before) == len(own):
                counted.passed_over += times
                counted.behind[rules[before[0]][0]] += times
    return found


def _take(counted: Counted, letter: str, kind: str, value: Any) -> None:
    match letter:
        case "h":
            counted.hits = value
        case "m":
            counted.last_hit_at = value
        case "a":
            counted.acted = value
        case "q":
            counted.paused = value
        case "x":
            counted.errors[kind] = value
        case "l":
            counted.last_error = value
        case "t":
            counted.spent = value


@dataclass(frozen=True, slots=True)
class Band:
    """Where the hits of a day are expected, both ends within."""

    low: int
    high: int


def band_of(earlier: Sequence[int]) -> Band | None:
    """By the hits of days before: the median, and three times what these are off on the median day
    (as the standard deviation would be) or would be by chance alone. None of fewer than seven days.
    """
    if len(earlier) < _LEAST_DAYS:
        return None
    middle = median(earlier)
    off = _MAD_OF_NORMAL * median(abs(hits - middle) for hits in earlier)
    width = _WIDTH * max(off, sqrt(max(middle, 1)))
    return Band(max(0, ceil(middle - width)), floor(middle + width))


@dataclass(frozen=True, slots=True)
class DayOfRule:
    day: int
    counted: Counted
    band: Band | None
    is_over: bool

    @property
    def outside(self) -> Literal["above", "below"] | None:
        """A day that is not over may still reach its band."""
        if self.band is None:
            return None
        if self.counted.hits > self.band.high:
            return "above"
        return "below" if self.is_over and self.counted.hits < self.band.low else None


def days_of(rule: OneRule, first: int, today: int) -> Iterator[DayOfRule]:
    """Each day, those on which there was nothing among them. Of the days before, those count on
    which the rule was evaluated.
    """
    for day in range(first, today + 1):
        before = range(day - BAND_DAYS, day)
        evaluated = (rule.days[each] for each in before if each in rule.days)
        band = band_of([each.hits for each in evaluated if each.evaluated])
        yield DayOfRule(day, rule.days.get(day, Counted()), band, day < today)


def shadow_counts(documents: Iterable[RuleCounts]) -> Mapping[str, Counter[str]]:
    """By the runs of shadows: what came of them, and under an empty name how often each was
    evaluated.
    """
    found: dict[str, Counter[str]] = {}
    for document in documents:
        for name, count in document.items():
            if name[0] == "s":
                run, _, kind = name[1:].partition(":")
                found.setdefault(run, Counter())[kind] += count
    return found
