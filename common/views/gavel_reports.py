"""Reports and reporters, as Gavel's own API has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from typing_extensions import TypedDict

from common.domain.flag import Flag
from common.domain.misuse import suspended_until
from common.domain.reporter import (
    REPEATEDLY,
    Rates,
    Reporter,
    categories_of,
    score,
    tally_of,
    times_followed,
)

_DIGITS = 4


class ReportView(TypedDict):
    """`invalid_at` is when a moderator found it to be none, from when on it counts for nothing."""

    id: str
    item_id: str
    entity_type: str
    entity_id: str
    reporter_id: str
    categories: list[str]
    reason: str
    created_at: int
    updated_at: int
    invalid_at: NotRequired[int]


class ReportsAnswer(TypedDict):
    reports: list[ReportView]
    next: str | None


class Standing(TypedDict):
    """`score` is how likely a report of theirs is right, `community` that of anybody. `right` and
    `wrong` are how many reports were, each for what is left of it by now.
    """

    score: float
    community: float
    right: float
    wrong: float


class ReporterView(Standing):
    """`judged` counts all reports that were ever decided on, `follows` those whom they report after
    within minutes again and again. `warned_at` is when they were warned for unfounded reports, and
    `suspended_until` is there while they may report nothing.
    """

    user_id: str
    judged: int
    categories: dict[str, Standing]
    follows: int
    updated_at: int
    warned_at: NotRequired[int]
    suspended_until: NotRequired[int]


class ReporterAnswer(TypedDict):
    reporter: ReporterView


class ReportersAnswer(TypedDict):
    reporters: list[ReporterView]
    next: str | None


def reports_answer(flags: Sequence[Flag], cursor: str | None) -> ReportsAnswer:
    return {"reports": [_report(flag) for flag in flags], "next": cursor}


def reporter_answer(reporter: Reporter, rates: Rates, now: int) -> ReporterAnswer:
    return {"reporter": _reporter(reporter, rates, now)}


def reporters_answer(
    reporters: Sequence[Reporter], cursor: str | None, rates: Rates, now: int
) -> ReportersAnswer:
    return {"reporters": [_reporter(each, rates, now) for each in reporters], "next": cursor}


def _report(flag: Flag) -> ReportView:
    view: ReportView = {
        "id": flag["id"],
        "item_id": flag["item_id"],
        "entity_type": flag.get("entity_type", ""),
        "entity_id": flag.get("entity_id", ""),
        "reporter_id": flag["user_id"],
        "categories": flag.get("categories", []),
        "reason": flag["reason"],
        "created_at": flag["created_at"],
        "updated_at": flag["updated_at"],
    }
    if "invalid_at" in flag:
        view["invalid_at"] = flag["invalid_at"]
    return view


def _reporter(reporter: Reporter, rates: Rates, now: int) -> ReporterView:
    names = categories_of(reporter)
    follows = [times_followed(reporter, each, now) for each in reporter["following"]]
    standing = _standing(reporter, "", rates, now)
    view: ReporterView = {
        "user_id": reporter["user_id"],
        "score": standing["score"],
        "community": standing["community"],
        "right": standing["right"],
        "wrong": standing["wrong"],
        "judged": reporter["judged"],
        "categories": {name: _standing(reporter, name, rates, now) for name in names},
        "follows": sum(each >= REPEATEDLY for each in follows),
        "updated_at": reporter["updated_at"],
    }
    if "warned_at" in reporter:
        view["warned_at"] = reporter["warned_at"]
    if (until := suspended_until(reporter, now)) is not None:
        view["suspended_until"] = until
    return view


def _standing(reporter: Reporter, category: str, rates: Rates, now: int) -> Standing:
    tally = tally_of(reporter, category, now)
    return {
        "score": round(score(reporter, category, rates, now), _DIGITS),
        "community": round(rates.of(category), _DIGITS),
        "right": round(tally["right"], _DIGITS),
        "wrong": round(tally["wrong"], _DIGITS),
    }
