"""Shadows of rules, as they are told."""

from __future__ import annotations

from collections import Counter
from typing import NotRequired, cast

from typing_extensions import TypedDict

from common.domain.intervals import wilson
from common.domain.rule_input import fired_rule
from common.domain.rule_shadow import KINDS, Kind, RuleShadow, ShadowHit, is_live
from common.domain.shadow_report import SHOWN, Found
from common.domain.times import to_rfc3339
from common.views.gavel_endpoints import TextTime
from common.views.gavel_rules import SERVER, Changed, ShownContent, shown_content

_OVERLAP_SHOWN = 50


class Counts(TypedDict):
    """`enabled` and `shadow` are evaluations where only the one held."""

    both: int
    enabled: int
    shadow: int
    failed: int


class DayCounts(Counts):
    day: str


class ShownHit(TypedDict):
    item_id: str
    entity_type: str
    entity_id: str
    user_id: str
    revision: int
    at: int
    enabled_version: int
    error: NotRequired[str]


class Hits(TypedDict):
    both: list[ShownHit]
    enabled: list[ShownHit]
    shadow: list[ShownHit]
    failed: list[ShownHit]
    staff: list[ShownHit]


class ShadowOverlap(TypedDict):
    rule_id: str
    rule_version: int
    held: int


class ShadowPeople(TypedDict):
    """`upheld` are contents that people acted on, `overturned` those that they kept. `precision` is
    the share of the former, between `low` and `high` by 95 %; null where people decided on none.
    """

    upheld: int
    overturned: int
    precision: float | None
    low: float
    high: float


class ShadowResult(TypedDict):
    """`evaluated` is how often the shadow was looked at. `exact` is false where the other counts
    are of the latest thousand of a kind.
    """

    evaluated: int
    exact: bool
    counts: Counts
    days: list[DayCounts]
    users: int
    people: ShadowPeople
    overlap: list[ShadowOverlap]
    hits: Hits


class ShownShadow(TypedDict):
    """`based_on` is the version of the rule that there was when it started, 0 for none. `blind` is
    what it looks at by now that nothing is known of: it is not evaluated then.
    """

    rule_id: str
    rule: ShownContent
    based_on: int
    version: NotRequired[int]
    draft_revision: NotRequired[int]
    by: str
    reason: str
    since: TextTime
    ends_at: int
    live: bool
    blind: list[str]


class ReportedShadow(ShownShadow):
    result: ShadowResult


class ShadowAnswer(TypedDict):
    shadow: ReportedShadow


class StartedShadowAnswer(Changed):
    shadow: ShownShadow


class ListedShadow(TypedDict):
    """`evaluated` is how often it was looked at, `counts` are all of that of which something came.
    `rule_id` need not be that of a rule.
    """

    rule_id: str
    name: str
    based_on: int
    by: str
    reason: str
    since: TextTime
    ends_at: int
    live: bool
    blind: list[str]
    evaluated: int
    counts: Counts


class ShadowsAnswer(TypedDict):
    shadows: list[ListedShadow]


def shown_shadow(shadow: RuleShadow, blind: list[str], now: int) -> ShownShadow:
    shown: ShownShadow = {
        "rule_id": shadow["rule_id"],
        "rule": shown_content(shadow["content"]),
        "based_on": shadow["based_on"],
        "by": shadow["by"] or SERVER,
        "reason": shadow["reason"],
        "since": to_rfc3339(shadow["since"]),
        "ends_at": shadow["ends_at"],
        "live": is_live(shadow, now),
        "blind": blind,
    }
    if "version" in shadow:
        shown["version"] = shadow["version"]
    if "draft_revision" in shadow:
        shown["draft_revision"] = shadow["draft_revision"]
    return shown


def shadow_answer(
    shadow: RuleShadow, found: Found, evaluated: int, blind: list[str], now: int
) -> ShadowAnswer:
    shown = shown_shadow(shadow, blind, now)
    return {"shadow": {**shown, "result": _result(found, evaluated)}}


def listed_shadow(
    shadow: RuleShadow, evaluated: int, counts: Counter[Kind], blind: list[str], now: int
) -> ListedShadow:
    return {
        "rule_id": shadow["rule_id"],
        "name": shadow["content"]["name"],
        "based_on": shadow["based_on"],
        "by": shadow["by"] or SERVER,
        "reason": shadow["reason"],
        "since": to_rfc3339(shadow["since"]),
        "ends_at": shadow["ends_at"],
        "live": is_live(shadow, now),
        "blind": blind,
        "evaluated": evaluated,
        "counts": _counts(counts),
    }


def _result(found: Found, evaluated: int) -> ShadowResult:
    low, high = wilson(found.upheld, found.upheld + found.overturned)
    hits = {kind: [_hit(hit) for hit in found.hits[kind][:SHOWN]] for kind in KINDS}
    return {
        "evaluated": evaluated,
        "exact": found.is_exact,
        "counts": _counts(Counter({kind: len(found.hits[kind]) for kind in KINDS})),
        "days": [{"day": day, **_counts(counts)} for day, counts in found.days.items()],
        "users": found.users,
        "people": {
            "upheld": found.upheld,
            "overturned": found.overturned,
            "precision": found.precision,
            "low": low,
            "high": high,
        },
        "overlap": [_overlap(*each) for each in found.overlap.most_common(_OVERLAP_SHOWN)],
        "hits": cast(Hits, {**hits, "staff": [_hit(hit) for hit in found.staff_hits]}),
    }


def _counts(counts: Counter[Kind]) -> Counts:
    return {
        "both": counts["both"],
        "enabled": counts["enabled"],
        "shadow": counts["shadow"],
        "failed": counts["failed"],
    }


def _overlap(name: str, held: int) -> ShadowOverlap:
    rule, version = fired_rule(name)
    return {"rule_id": rule, "rule_version": version, "held": held}


def _hit(hit: ShadowHit) -> ShownHit:
    shown: ShownHit = {
        "item_id": hit["item_id"],
        "entity_type": hit["entity_type"],
        "entity_id": hit["entity_id"],
        "user_id": hit["user_id"],
        "revision": hit["revision"],
        "at": hit["at"],
        "enabled_version": hit["enabled_version"],
    }
    if "error" in hit:
        shown["error"] = hit["error"]
    return shown
