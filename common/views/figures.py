"""What was counted, put together as reports on transparency have it, and as rows of CSV; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from common.domain.authority_order import OrderKind
from common.domain.durations import STEP, bounds_of, median_bucket, seconds_of
from common.domain.figures import Figures, Kind
from common.domain.intervals import wilson
from common.domain.log_tree import day_of
from common.domain.notices import NOTICES, OTHER_NOTIFICATION, TRUSTED_FLAGGER, VOLUNTARY
from common.domain.period import Period
from common.domain.rule_vote import Votes
from common.domain.times import DAY
from common.views.gavel_figures import (
    Accuracy,
    Complaints,
    FiguresAnswer,
    MeasureCategory,
    Measures,
    Median,
    NoticeCategory,
    Notices,
    OrdersOfKind,
    OutOfCourtDisputes,
    Restrictions,
    Suspensions,
)

NOT_COUNTED = ("people", "recipients")
"""What such reports have beside these, and Gavel knows nothing of."""
COLUMNS = ("section", "indicator", "of", "value")
_DIGITS = 4
_OUTCOMES = ("for_complainant", "for_platform", "partly", "ended")
_NAMING = ("category", "field", "code", "name")
"""What tells the entries of a list apart in a row."""


class _Stated(NamedTuple):
    category: str
    detection: str
    decision: str
    ground: str
    number: int


def figures_answer(period: Period) -> FiguresAnswer:
    counted = period.figures
    return {
        "transparency": {
            "since": _day(period.first),
            "until": _day(period.last),
            "counted_since": None if period.since is None else _day(period.since),
            "durations": {"step": STEP},
            "authority_orders": {
                "act": _orders(counted, "act"),
                "information": _orders(counted, "information"),
            },
            "notices": _notices(counted, NOTICES),
            "other_reports": _notices(counted, [OTHER_NOTIFICATION]),
            "own_initiative": _measures(counted, [VOLUNTARY]),
            "complaints": _complaints(counted),
            "out_of_court": _disputes(counted),
            "suspensions": _suspensions(counted),
            "automated_means": {
                "engines": _accuracies(period.engines),
                "rules": _accuracies(period.rules),
            },
            "not_counted": [*NOT_COUNTED],
        }
    }


def figures_rows(answer: FiguresAnswer) -> list[Sequence[object]]:
    """All of the answer's figures, one a row, in its order."""
    return [COLUMNS, *_rows(answer["transparency"], (), "")]


def _rows(value: Any, path: tuple[str, ...], of: str) -> Iterator[Sequence[object]]:
    if isinstance(value, Mapping):
        named = [str(value[name]) for name in _NAMING if name in value]
        for name, each in value.items():
            if name not in _NAMING:
                yield from _rows(each, (*path, name), " ".join([*filter(None, [of]), *named]))
    elif isinstance(value, list):
        for each in value:
            is_text = isinstance(each, str)
            yield from [_row(path, each, None)] if is_text else _rows(each, path, of)
    else:
        yield _row(path, of, value)


def _row(path: tuple[str, ...], of: str, value: object) -> Sequence[object]:
    section, *indicator = path
    return (section, ".".join(indicator), of, "" if value is None else value)


def _orders(counted: Figures, kind: OrderKind) -> OrdersOfKind:
    states, categories = Counter[str](), Counter[str]()
    for (state, category), number in counted.of("ordered", kind):
        states[state] += number
        categories[category] += number
    return {
        "number": states.total(),
        "by_state": [{"code": code, "number": n} for code, n in sorted(states.items())],
        "by_category": [{"category": name, "number": n} for name, n in sorted(categories.items())],
        "time_to_acknowledgement": _median(counted, "acknowledged_after", [kind]),
        "time_to_effect": _median(counted, "given_effect_after", [kind]),
    }


def _notices(counted: Figures, sources: Sequence[str]) -> Notices:
    numbers = _by_category(counted, sources)
    trusted = _by_category(counted, [each for each in sources if each == TRUSTED_FLAGGER])
    categories: list[NoticeCategory] = [
        {"category": name, "number": number, "by_trusted_flaggers": trusted[name]}
        for name, number in sorted(numbers.items())
        if name
    ]
    return {
        "number": numbers[""],
        "by_trusted_flaggers": trusted[""],
        "by_category": categories,
        "measures": _measures(counted, sources),
        "time_to_action": _median(counted, "acted_after", sources),
    }


def _by_category(counted: Figures, sources: Sequence[str]) -> Counter[str]:
    """Under an empty name all of them."""
    found: Counter[str] = Counter()
    for source in sources:
        for (category,), number in counted.of("notice", source):
            found[category] += number
    return found


def _measures(counted: Figures, sources: Sequence[str]) -> Measures:
    found = [_stated(by, n) for source in sources for by, n in counted.of("stated", source)]
    grounds = Counter[str]()
    for each in found:
        grounds[each.ground] += each.number
    return {
        "number": sum(each.number for each in found),
        "on_law": grounds["law"],
        "on_terms": grounds["terms"],
        "ground_not_said": grounds[""],
        "detection": {
            name: sum(each.number for each in found if each.detection == name)
            for name in ("automated", "manual")
        },
        "decision": {
            name: sum(each.number for each in found if each.decision == name)
            for name in ("automated", "partly", "manual")
        },
        "by_category": _measure_categories(found),
        "by_restriction": _restrictions(counted, sources),
        "taken_back": sum(counted.count("reversed", source) for source in sources),
    }


def _stated(by: tuple[str, ...], number: int) -> _Stated:
    category, detection, decision, ground = by
    return _Stated(category, detection, decision, ground, number)


def _measure_categories(found: Sequence[_Stated]) -> list[MeasureCategory]:
    numbers, automated = Counter[str](), Counter[str]()
    for each in found:
        numbers[each.category] += each.number
        automated[each.category] += each.number * (each.detection == "automated")
    return [
        {"category": name, "number": number, "automated": automated[name]}
        for name, number in sorted(numbers.items())
    ]


def _restrictions(counted: Figures, sources: Sequence[str]) -> list[Restrictions]:
    found: Counter[tuple[str, str]] = Counter()
    for source in sources:
        for (field, code), number in counted.of("restricted", source):
            found[field, code] += number
    return [
        {"field": field, "code": code, "number": number}
        for (field, code), number in sorted(found.items())
    ]


def _complaints(counted: Figures) -> Complaints:
    bases: Counter[str] = Counter()
    outcomes: Counter[str] = Counter()
    for (_, basis), number in counted.of("complained"):
        bases[basis] += number
    for (_, outcome), number in counted.of("decided"):
        outcomes[outcome] += number
    made = counted.count("complained")
    return {
        "number": made,
        "by_role": {role: counted.count("complained", role) for role in ("author", "notifier")},
        "by_basis": {basis: bases[basis] for basis in ("content", "account", "report")},
        # Those made before anything was counted are answered and were never made.
        "not_decided": max(0, made - counted.count("answered")),
        "decided": outcomes.total(),
        "upheld": outcomes["upheld"],
        "reversed": outcomes["reversed"],
        "partly_reversed": outcomes["partly"],
        "time_to_decision": _median(counted, "decided_after"),
    }


def _disputes(counted: Figures) -> OutOfCourtDisputes:
    return {
        "number": counted.count("disputed"),
        "settled": counted.count("settled"),
        "by_outcome": {each: counted.count("settled", each) for each in _OUTCOMES},
        "implemented": counted.count("implemented", "yes"),
        "not_implemented": counted.count("implemented", "no"),
        "time_to_settlement": _median(counted, "settled_after"),
    }


def _suspensions(counted: Figures) -> Suspensions:
    return {
        "accounts_on_law": counted.count("suspended", "account", "law"),
        "accounts_on_terms": counted.count("suspended", "account", "terms"),
        "accounts_ground_not_said": counted.count("suspended", "account", "unsaid"),
        "for_unfounded_notices": counted.count("suspended", "notices", "suspended"),
        "for_unfounded_complaints": counted.count("suspended", "complaints", "suspended"),
        "warned_for_notices": counted.count("suspended", "notices", "warned"),
        "warned_for_complaints": counted.count("suspended", "complaints", "warned"),
    }


def _accuracies(votes: Mapping[str, Votes]) -> list[Accuracy]:
    found = [_accuracy(name, each) for name, each in sorted(votes.items())]
    return [each for each in found if each["reviewed"]]


def _accuracy(name: str, votes: Votes) -> Accuracy:
    reviewed = votes.upheld + votes.overturned
    low, high = wilson(votes.upheld, reviewed)
    share = votes.precision
    return {
        "name": name,
        "reviewed": reviewed,
        "agreed": votes.upheld,
        "accuracy": None if share is None else round(share, _DIGITS),
        "accuracy_low": round(low, _DIGITS),
        "accuracy_high": round(high, _DIGITS),
        "error_rate": None if share is None else round(1 - share, _DIGITS),
        "error_rate_low": round(1 - high, _DIGITS),
        "error_rate_high": round(1 - low, _DIGITS),
    }


def _median(counted: Figures, kind: Kind, sources: Sequence[str] = ()) -> Median:
    counts: Counter[int] = Counter()
    for source in sources:
        counts.update(counted.durations(kind, source))
    if not sources:
        counts.update(counted.durations(kind))
    bucket = median_bucket(counts)
    low, high = (None, None) if bucket is None else bounds_of(bucket)
    return {
        "number": counts.total(),
        "median_seconds": None if bucket is None else seconds_of(bucket),
        "at_least_seconds": low,
        "at_most_seconds": high,
    }


def _day(day: int) -> str:
    return day_of(day * DAY)
