"""Statements, appeals, approvals and the figures about them on each store."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from common.configuration.context import Context
from common.domain.action import Action, action_key
from common.domain.appeal import Appeal
from common.domain.delivery import DELIVERIES
from common.domain.item import Item
from common.domain.policy import policy_key
from common.domain.report_category import ReportCategory, report_category_key
from common.domain.settings import AppSettings, settings_key
from common.domain.statement import STATEMENTS
from common.domain.times import DAY, HOUR
from common.moderation import approvals, figures
from common.moderation.appeals import queries
from common.moderation.appeals.against import Wanted
from common.moderation.appeals.filing import file
from common.moderation.approvals import Settling
from common.moderation.filtering.paging import Asked
from common.moderation.reports.flags import flag
from common.moderation.reports.new_flags import NewFlag
from common.moderation.review.decisions.action_types import ACTION_TYPES
from common.moderation.review.decisions.appeals import Decided
from common.moderation.review.decisions.decision import Decision
from common.moderation.review.decisions.decisions import decide
from common.moderation.statements import queries as statements
from common.store.store import DocumentStore, Put
from common.views.figures import figures_answer
from tests.backends.empty_stores import EACH
from tests.backends.test_erasure import APP, NOW, _context
from tests.factories import policy

Opens = Callable[[Path], DocumentStore]
_SETTINGS: AppSettings = {
    "has_statements": True,
    "statements": {
        "fallback_language": None,
        "notice_categories": ["illegal"],
        "trusted_flaggers": None,
        "shadow_opt_outs": [],
        "languages": [],
        "actions": {
            "block": {
                "decision_visibility": ["DECISION_VISIBILITY_CONTENT_REMOVED"],
                "decision_ground": "DECISION_GROUND_ILLEGAL_CONTENT",
                "category": "STATEMENT_CATEGORY_VIOLENCE",
            }
        },
    },
    "second_person_for_irreversible": True,
}
_ERASE: Action = {
    "id": "erase",
    "name": "Erase",
    "kind": "post",
    "url": "https://example.com/erase",
    "method": "POST",
    "irreversible": True,
    "created_at": NOW,
    "updated_at": NOW,
}


def _on(open_it: Opens, place: Path, told: Callable[[Context], Coroutine[Any, Any, None]]) -> None:
    async def run() -> None:
        store, of_all = open_it(place), policy("default")
        category: ReportCategory = {
            "id": "illegal",
            "name": "Illegal",
            "applies_to": "both",
            "created_at": NOW,
            "updated_at": NOW,
        }
        try:
            await store.commit(
                [
                    Put(policy_key(APP, of_all["id"]), of_all),
                    Put(settings_key(APP), _SETTINGS),
                    Put(action_key(APP, "erase"), _ERASE),
                    Put(report_category_key(APP, "illegal"), category),
                ]
            )
            await told(_context(store, place))
        finally:
            store.close()

    asyncio.run(run())


async def _reported(context: Context, name: str, at: int = NOW) -> Item:
    new = NewFlag("post", name, "eve", creator_id="ann", categories=("illegal",))
    return await flag(context, APP, [new], at)


async def _decided(
    context: Context, item: Item, type: str, at: int, by: str = "mo", **options: Any
) -> Decided:
    action = ACTION_TYPES[type]
    given = action.options.model_validate(options) if options else None
    decision = Decision(action, by, item["id"], action.options_of(given), may_wait=True)
    return await decide(context, APP, decision, at)


async def _appealed(context: Context, item: Item, at: int) -> Appeal:
    wanted = Wanted("post", item["entity_id"], "it was a joke")
    return await file(context, APP, "ann", wanted, at)


@pytest.mark.parametrize("open_it", EACH)
def test_a_statement_is_made_once_and_taken_back(tmp_path: Path, open_it: Opens) -> None:
    async def told(context: Context) -> None:
        item = await _reported(context, "p1")
        await _decided(context, item, "block", NOW + HOUR)
        wanted = statements.Wanted({"item_id": item["id"]}, since=NOW, until=NOW + DAY)
        (made,) = (await statements.query(context, APP, wanted, 10, None)).documents
        assert made["source_type"] == "SOURCE_ARTICLE_16" and made["noticed_at"] == NOW
        await statements.told(context, APP, made["id"], NOW + 2 * HOUR, NOW + 2 * HOUR)
        await _decided(context, item, "restore", NOW + 3 * HOUR, by="lea")
        (found,) = (await context.store.query(STATEMENTS, app=APP)).documents
        assert (found.data["told_at"], found.data["reversed_at"]) == (
            NOW + 2 * HOUR,
            NOW + 3 * HOUR,
        )

    _on(open_it, tmp_path, told)


@pytest.mark.parametrize("open_it", EACH)
def test_one_of_two_who_decide_an_appeal_at_once_does(tmp_path: Path, open_it: Opens) -> None:
    async def told(context: Context) -> None:
        item = await _reported(context, "p1")
        await _decided(context, item, "block", NOW + HOUR)
        filed = await _appealed(context, item, NOW + 2 * HOUR)
        said = {"decision_reason": "it was none"}
        rejecting = (
            _decided(context, item, "reject_appeal", NOW + 3 * HOUR, by=by, **said)
            for by in ("lea", "ben")
        )
        results = await asyncio.gather(*rejecting, return_exceptions=True)
        assert sum(isinstance(each, Decided) for each in results) == 1
        asked = Asked({"user_id": "ann", "status": "rejected"}, [], 10, None)
        (found,) = (await queries.query(context, APP, asked, None)).documents
        assert found.appeal["id"] == filed["id"] and found.appeal["outcome"] == "upheld"

    _on(open_it, tmp_path, told)


@pytest.mark.parametrize("open_it", EACH)
def test_what_two_agree_to_at_once_is_done_once(tmp_path: Path, open_it: Opens) -> None:
    async def told(context: Context) -> None:
        item = await _reported(context, "p1")
        asked = await _decided(context, item, "custom", NOW + HOUR, id="erase")
        approval = asked.approval
        assert approval is not None
        assert (await context.store.query(DELIVERIES, app=APP)).documents == []
        (waiting,) = (await approvals.query(context, APP, "waiting", 10, None)).documents
        assert waiting.data["id"] == approval["id"]
        agreeing = (
            approvals.settle(context, APP, approval["id"], Settling("approved", by), NOW + 2 * HOUR)
            for by in ("lea", "ben")
        )
        results = await asyncio.gather(*agreeing, return_exceptions=True)
        assert sum(not isinstance(each, BaseException) for each in results) == 1
        (delivery,) = (await context.store.query(DELIVERIES, app=APP)).documents
        assert delivery.data["action_id"] == "erase"

    _on(open_it, tmp_path, told)


@pytest.mark.parametrize("open_it", EACH)
def test_figures_of_many_at_once_are_exact(tmp_path: Path, open_it: Opens) -> None:
    async def told(context: Context) -> None:
        names = [f"p{number}" for number in range(6)]
        items = await asyncio.gather(*(_reported(context, name) for name in names))
        await asyncio.gather(*(_decided(context, item, "block", NOW + 5 * HOUR) for item in items))
        await asyncio.gather(*(_appealed(context, item, NOW + DAY) for item in items[:3]))
        today = NOW // DAY
        period = await figures.of_period(context, APP, today, today + 1)
        shown = figures_answer(period)["transparency"]
        assert shown["notices"]["number"] == 6
        assert shown["notices"]["measures"]["on_law"] == 6
        median = shown["notices"]["time_to_action"]["median_seconds"]
        assert median == pytest.approx(5 * 3_600, rel=0.13)
        assert (shown["complaints"]["number"], shown["complaints"]["not_decided"]) == (3, 3)
        nothing = await figures.of_period(context, APP, today + 2, today + 9)
        assert figures_answer(nothing)["transparency"]["notices"]["number"] == 0

    _on(open_it, tmp_path, told)
