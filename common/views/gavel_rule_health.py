"""How rules do, as it is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from typing_extensions import TypedDict

from common.domain.intervals import wilson
from common.domain.rule_health import Counted, DayOfRule, Health, OneRule, days_of
from common.domain.rule_vote import Votes
from common.domain.times import DAY, to_rfc3339
from common.rules.rule import Rule
from common.views.rule_warnings import RuleWarning

Outside = Literal["above", "below"]
_BEHIND_SHOWN = 20


class HealthDay(TypedDict):
    """Between `low` and `high` the hits of the day were to be expected, by those of the days
    before; null where these are too few.
    """

    day: str
    evaluated: int
    passed_over: int
    hits: int
    acted: int
    low: int | None
    high: int | None
    outside: Outside | None


class Agreement(TypedDict):
    """`upheld` are contents on which the rule acted and people acted as well, `overturned` those
    that they kept. `precision` is the share of the former, between `low` and `high` by 95 %; null
    where people decided on none.
    """

    upheld: int
    overturned: int
    precision: float | None
    low: float
    high: float


class RuleTotals(TypedDict):
    """`evaluated` are evaluations in the rule's scopes. It was not looked at where another had
    matched before and no more counts than one. `hits` are those where it held, `acted` those where
    that had an effect, `paused` those where it had none because the rule was paused.
    """

    evaluated: int
    passed_over: int
    hits: int
    acted: int
    paused: int


class HealthVersion(RuleTotals):
    rule_version: int
    errors: int
    agreement: Agreement


class HealthError(TypedDict):
    at: int
    error: str


class HealthErrors(TypedDict):
    """`by_kind` are Python's names of what went wrong."""

    count: int
    by_kind: dict[str, int]
    last: HealthError | None


class TimeShare(TypedDict):
    """Of the time that all rules took in `sampled` evaluations, null where there are none.
    `microseconds` is what the rule took in each of these.
    """

    share: float | None
    microseconds: float | None
    sampled: int


class FiresOrNot(TypedDict):
    """`certain` is what the rule's tree tells, `seen` what was counted: null as long as it was
    looked at fewer than a hundred times.
    """

    certain: bool
    seen: bool | None


class ShadowingRule(TypedDict):
    """`certain` where trees tell that it matches whatever the rule holds for; `passed_over` is
    how often it matched before the rule.
    """

    rule_id: str
    certain: bool
    passed_over: int


class Contradiction(TypedDict):
    rule_id: str
    text: str


class RuleHealth(TypedDict):
    """`counted_since` is the first day of which anything is counted; null where nothing is.
    `exact` is false where evaluations in which no rule held were counted by a sample.
    """

    rule_id: str
    name: str
    rule_version: int
    enabled: bool
    counted_since: str | None
    exact: bool
    totals: RuleTotals
    last_hit_at: int | None
    days: list[HealthDay]
    versions: list[HealthVersion]
    agreement: Agreement
    errors: HealthErrors
    time: TimeShare
    never_fires: FiresOrNot
    always_fires: FiresOrNot
    never_reached: FiresOrNot
    shadowed_by: list[ShadowingRule]
    contradicts: list[Contradiction]


class RuleHealthAnswer(TypedDict):
    health: RuleHealth


class ListedHealth(RuleTotals):
    """What was counted alone. `today` is the last of the days, `shadowed_by` the rule that matched
    before it most often.
    """

    rule_id: str
    name: str
    rule_version: int
    enabled: bool
    last_hit_at: int | None
    today: HealthDay
    errors: int
    agreement: Agreement
    time_share: float | None
    never_fires: bool | None
    always_fires: bool | None
    never_reached: bool | None
    shadowed_by: str | None


class RulesHealthAnswer(TypedDict):
    """`first_day` is the first of the days that were asked for."""

    rules: list[ListedHealth]
    first_day: str
    counted_since: str | None
    exact: bool


def rule_health_answer(
    rule: Rule,
    health: Health,
    since: int | None,
    today: int,
    warnings: Sequence[RuleWarning],
) -> RuleHealthAnswer:
    found = health.of(rule.id)
    counted = found.counted
    return {
        "health": {
            "rule_id": rule.id,
            "name": rule.name,
            "rule_version": rule.version,
            "enabled": rule.enabled,
            "counted_since": _since(since),
            "exact": not health.is_sampled,
            "totals": _totals(counted),
            "last_hit_at": counted.last_hit_at or None,
            "days": [_day(each) for each in days_of(found, health.first, today)],
            "versions": _versions(found),
            "agreement": _agreement(found.agreement),
            "errors": _errors(counted),
            "time": _time(health, counted),
            "never_fires": _fires("never_holds", warnings, counted.never_fires),
            "always_fires": _fires("always_holds", warnings, counted.always_fires),
            "never_reached": {
                "certain": any(each["kind"] == "shadowed" for each in warnings),
                "seen": counted.never_reached,
            },
            "shadowed_by": _shadowed_by(counted, warnings),
            "contradicts": [
                {"rule_id": each["rule_id"], "text": each["text"]}
                for each in warnings
                if each["kind"] == "contradicts"
            ],
        }
    }


def rules_health_answer(
    rules: Sequence[Rule], health: Health, since: int | None, today: int
) -> RulesHealthAnswer:
    return {
        "rules": [_listed(rule, health, today) for rule in rules],
        "first_day": _name(health.first),
        "counted_since": _since(since),
        "exact": not health.is_sampled,
    }


def _listed(rule: Rule, health: Health, today: int) -> ListedHealth:
    found = health.of(rule.id)
    counted = found.counted
    (last,) = days_of(found, today, today)
    behind = counted.behind.most_common(1)
    return {
        "rule_id": rule.id,
        "name": rule.name,
        "rule_version": rule.version,
        "enabled": rule.enabled,
        **_totals(counted),
        "last_hit_at": counted.last_hit_at or None,
        "today": _day(last),
        "errors": counted.errors.total(),
        "agreement": _agreement(found.agreement),
        "time_share": _time(health, counted)["share"],
        "never_fires": counted.never_fires,
        "always_fires": counted.always_fires,
        "never_reached": counted.never_reached,
        "shadowed_by": behind[0][0] if behind else None,
    }


def _since(day: int | None) -> str | None:
    return _name(day) if day is not None else None


def _name(day: int) -> str:
    return to_rfc3339(day * DAY)[:10]


def _totals(counted: Counted) -> RuleTotals:
    return {
        "evaluated": counted.evaluated,
        "passed_over": counted.passed_over,
        "hits": counted.hits,
        "acted": counted.acted,
        "paused": counted.paused,
    }


def _day(each: DayOfRule) -> HealthDay:
    counted, band = each.counted, each.band
    return {
        "day": _name(each.day),
        "evaluated": counted.evaluated,
        "passed_over": counted.passed_over,
        "hits": counted.hits,
        "acted": counted.acted,
        "low": band.low if band is not None else None,
        "high": band.high if band is not None else None,
        "outside": each.outside,
    }


def _versions(found: OneRule) -> list[HealthVersion]:
    """The newest first."""
    numbers = sorted({*found.versions, *found.votes}, reverse=True)
    return [_version(found, number) for number in numbers]


def _version(found: OneRule, number: int) -> HealthVersion:
    counted = found.versions.get(number, Counted())
    return {
        "rule_version": number,
        **_totals(counted),
        "errors": counted.errors.total(),
        "agreement": _agreement(found.votes.get(number, Votes())),
    }


def _agreement(votes: Votes) -> Agreement:
    low, high = wilson(votes.upheld, votes.upheld + votes.overturned)
    return {
        "upheld": votes.upheld,
        "overturned": votes.overturned,
        "precision": votes.precision,
        "low": low,
        "high": high,
    }


def _errors(counted: Counted) -> HealthErrors:
    last = counted.last_error
    return {
        "count": counted.errors.total(),
        "by_kind": dict(counted.errors.most_common()),
        "last": {"at": last["at"], "error": last["error"]} if last is not None else None,
    }


def _time(health: Health, counted: Counted) -> TimeShare:
    return {
        "share": counted.spent / health.spent if health.spent else None,
        "microseconds": counted.spent / health.timed / 1_000 if health.timed else None,
        "sampled": health.timed,
    }


def _fires(kind: str, warnings: Sequence[RuleWarning], seen: bool | None) -> FiresOrNot:
    """A warning is about the whole rule where its path is that of the conditions."""
    kinds = (kind, f"{kind}_where_known")
    whole = (each for each in warnings if each.get("path") == "when")
    return {"certain": any(each["kind"] in kinds for each in whole), "seen": seen}


def _shadowed_by(counted: Counted, warnings: Sequence[RuleWarning]) -> list[ShadowingRule]:
    certain = [each["rule_id"] for each in warnings if each["kind"] == "shadowed"]
    seen = (id for id, _ in counted.behind.most_common(_BEHIND_SHOWN))
    return [
        {"rule_id": id, "certain": id in certain, "passed_over": counted.behind[id]}
        for id in dict.fromkeys((*certain, *seen))
    ]
