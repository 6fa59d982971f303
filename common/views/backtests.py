"""What a backtest has found, as it is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NotRequired

from typing_extensions import TypedDict

from common.domain.action import FLAG_FOR_REVIEW
from common.domain.backtest import Backtest, Most, Sample
from common.domain.intervals import wilson
from common.domain.rule import RuleContent
from common.domain.rule_input import fired_rule
from common.domain.task import TaskError

_OVERLAP_SHOWN = 50


class ShownClause(TypedDict):
    holds: bool | None
    values: dict[str, Any]


class ShownSample(TypedDict):
    item_id: str
    revision: int
    at: int
    user_id: str
    entity_type: str
    entity_id: NotRequired[str]
    decision: NotRequired[str]
    clauses: NotRequired[list[ShownClause]]
    distance: NotRequired[float]


class Day(TypedDict):
    day: str
    seen: int
    fired: int


class PeakHour(TypedDict):
    """`actions` are the calls that it would have sent in that hour, by action."""

    at: int
    fired: int
    actions: dict[str, int]


class Overlap(TypedDict):
    rule_id: str
    rule_version: int
    fired: int


class People(TypedDict):
    """`kept` are items that people kept, which are false alarms, `acted` those that they acted on;
    `reversed` are of the former those where they took back what had been done. `precision` is the
    share of the latter, between `low` and `high` by 95 %; null where people decided on none.
    """

    kept: int
    acted: int
    reversed: int
    precision: float | None
    low: float
    high: float
    false_alarms: list[ShownSample]


class Undecided(TypedDict):
    """Evaluations of which it cannot be said, by reason; one may have several."""

    evaluations: int
    because: dict[str, int]


class BacktestResult(TypedDict):
    seen: int
    fired: int
    share: float
    days: list[Day]
    peak_hour: PeakHour | None
    users: int
    users_exact: bool
    most_hit: list[Most]
    new: int
    overlap: list[Overlap]
    no_longer: int
    staff: int
    trusted: int
    people: People
    hits: list[ShownSample]
    near_misses: list[ShownSample]
    undecided: Undecided
    errors: int
    sampled_percent: list[int]
    not_simulated: list[str]


class ListedBacktest(TypedDict):
    id: str
    status: str
    progress: float
    rule_id: str
    rule_version: int
    rule_name: str
    starts_at: int
    ends_at: int
    created_at: int
    updated_at: int
    created_by: str
    finished_at: NotRequired[int]
    error: NotRequired[TaskError]


class ShownBacktest(ListedBacktest):
    """`conditions` are the rule's single conditions in words, in the order of the samples' clauses,
    of which there are ten at most.
    """

    rule: RuleContent
    conditions: list[str]
    result: BacktestResult


class BacktestAnswer(TypedDict):
    backtest: ShownBacktest


class BacktestsAnswer(TypedDict):
    backtests: list[ListedBacktest]
    next: str | None


def backtest_answer(backtest: Backtest, conditions: Sequence[str]) -> BacktestAnswer:
    shown: Any = {
        **_listed(backtest),
        "rule": backtest["rule"],
        "conditions": list(conditions),
        "result": _result(backtest),
    }
    return {"backtest": shown}


def backtests_answer(backtests: Sequence[Backtest], cursor: str | None) -> BacktestsAnswer:
    return {"backtests": [_listed(each) for each in backtests], "next": cursor}


def _listed(backtest: Backtest) -> ListedBacktest:
    listed: ListedBacktest = {
        "id": backtest["id"],
        "status": backtest["status"],
        "progress": backtest["progress"],
        "rule_id": backtest["rule_id"],
        "rule_version": backtest["rule_version"],
        "rule_name": backtest["rule"]["name"],
        "starts_at": backtest["starts_at"],
        "ends_at": backtest["ends_at"],
        "created_at": backtest["created_at"],
        "updated_at": backtest["updated_at"],
        "created_by": backtest["created_by"],
    }
    if "finished_at" in backtest:
        listed["finished_at"] = backtest["finished_at"]
    if "error" in backtest:
        listed["error"] = backtest["error"]
    return listed


def _result(backtest: Backtest) -> BacktestResult:
    tally = backtest["tally"]
    return {
        "seen": tally["seen"],
        "fired": tally["fired"],
        "share": tally["fired"] / tally["seen"] if tally["seen"] else 0.0,
        "days": [
            {"day": day, "seen": seen, "fired": fired}
            for day, (seen, fired) in sorted(tally["days"].items())
        ],
        "peak_hour": _peak(backtest),
        "users": tally["users"],
        "users_exact": tally["users_exact"],
        "most_hit": tally["most_hit"],
        "new": tally["new"],
        "overlap": _overlap(tally["overlap"]),
        "no_longer": tally["no_longer"],
        "staff": tally["staff"],
        "trusted": tally["trusted"],
        "people": _people(backtest),
        "hits": [_shown(each) for each in tally["hits"]],
        "near_misses": [_shown(each) for each in tally["near_misses"]],
        "undecided": {"evaluations": tally["undecided"], "because": tally["because"]},
        "errors": tally["errors"],
        "sampled_percent": tally["percents"],
        "not_simulated": _not_simulated(backtest["rule"]),
    }


def _peak(backtest: Backtest) -> PeakHour | None:
    tally, rule = backtest["tally"], backtest["rule"]
    if "peak_at" not in tally:
        return None
    effects = (each["type"] for each in rule.get("built", {}).get("effects", ()))
    names = dict.fromkeys((*(a for a in rule["actions"] if a != FLAG_FOR_REVIEW), *effects))
    return {
        "at": tally["peak_at"],
        "fired": tally["peak"],
        "actions": dict.fromkeys(names, tally["peak"]),
    }


def _overlap(overlap: dict[str, int]) -> list[Overlap]:
    found: list[Overlap] = []
    for name, count in sorted(overlap.items(), key=lambda each: (-each[1], each[0])):
        rule, version = fired_rule(name)
        found.append({"rule_id": rule, "rule_version": version, "fired": count})
    return found[:_OVERLAP_SHOWN]


def _people(backtest: Backtest) -> People:
    tally = backtest["tally"]
    decided = tally["kept"] + tally["acted"]
    low, high = wilson(tally["acted"], decided)
    return {
        "kept": tally["kept"],
        "acted": tally["acted"],
        "reversed": tally["reversed"],
        "precision": tally["acted"] / decided if decided else None,
        "low": low,
        "high": high,
        "false_alarms": [_shown(each) for each in tally["false_alarms"]],
    }


def _shown(sample: Sample) -> ShownSample:
    shown: Any = {key: value for key, value in sample.items() if key != "mark"}
    found: ShownSample = shown
    return found


def _not_simulated(rule: RuleContent) -> list[str]:
    """What would have kept a rule from acting and is no matter of what it saw."""
    has_cooldown = rule.get("cooldown") or rule.get("built", {}).get("cooldown")
    named = {"cooldown": has_cooldown, "exempt": rule.get("exempt"), "group": rule.get("group")}
    return [name for name, value in named.items() if value]
