"""Who reported an item that already knew as many reporters as it keeps, on each store."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest

from common.configuration.context import Context
from common.domain import item_lists
from common.domain.errors import Invalid
from common.domain.item import Item, item_key
from common.domain.policy import policy_key
from common.domain.retention import ALL_STAYS
from common.domain.task import task_key
from common.domain.times import DAY
from common.moderation import holds
from common.moderation.background import result_files
from common.moderation.background.erasure import orders
from common.moderation.background.working import work
from common.moderation.enforcement.enforcements import enforce
from common.moderation.reports import flagging
from common.moderation.reports.flags import flag
from common.moderation.reports.new_flags import NewFlag
from common.moderation.resources import settings
from common.moderation.review.decisions.action_types import ACTION_TYPES
from common.moderation.review.decisions.decision import Decision
from common.moderation.review.decisions.decisions import decide
from common.queue.messages import ScanOrder, Trigger
from common.store.store import DocumentStore, Put
from tests.backends.empty_stores import EACH
from tests.backends.test_erasure import APP, NOW, _context
from tests.factories import policy
from tests.functional.retaining import retained

KEPT, AT_ONCE, LAST = 20, 10, "last-4711"


async def _reported(context: Context) -> Item:
    names = [*(f"reporter{number}" for number in range(KEPT)), LAST]
    for start in range(0, len(names), AT_ONCE):
        new = [
            NewFlag("post", "p1", name, creator_id="ben", reason=f"said {name}")
            for name in names[start : start + AT_ONCE]
        ]
        item = await flag(context, APP, new, NOW + start)
    return item


async def _decided(context: Context, item: Item) -> None:
    await enforce(context, Trigger(APP, item["id"]), NOW + 300)
    action = ACTION_TYPES["mark_reviewed"]
    await decide(
        context, APP, Decision(action, "mo", item["id"], action.options_of(None)), NOW + 400
    )
    await enforce(context, Trigger(APP, item["id"]), NOW + 500)


async def _given(context: Context, id: str) -> list[Any]:
    key = task_key(APP, await orders.export(context, APP, id, "mo", NOW + 999))
    for _ in range(500):
        (task,) = await context.store.get([key])
        assert task is not None
        if task.data["status"] == "completed":
            (file,) = task.data["result"]["files"]  # type: ignore[typeddict-item]
            _, text = await result_files.read(context, file["url"].rpartition("/")[2], NOW)
            found: list[Any] = orjson.loads(text)
            return found
        at = task.data["due_at"]
        await work(context, ScanOrder(APP, key.id, at=at), at)
    raise AssertionError(key)


@pytest.mark.parametrize("open_it", EACH)
def test_they_are_found_by_holds_and_by_their_export(
    tmp_path: Path, open_it: Callable[[Path], DocumentStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (item_lists, flagging):
        monkeypatch.setattr(module, "REPORTERS_KEPT", KEPT)

    async def run() -> None:
        store, of_all = open_it(tmp_path), policy("default")
        try:
            await store.commit([Put(policy_key(APP, of_all["id"]), of_all)])
            context = _context(store, tmp_path)
            item = await _reported(context)
            assert LAST not in item["reporters"]
            await _decided(context, item)
            given = await _given(context, LAST)
            assert [each["data"]["reason"] for each in given if each["place"] == "flag"] == [
                f"said {LAST}"
            ]
            erasure, _ = await orders.order(context, APP, LAST, "", NOW + 1_000)
            await holds.place(context, APP, "item", item["id"], "mo", "a court asks", NOW + 1_001)
            with pytest.raises(Invalid, match="legal hold"):
                await orders.order(context, APP, LAST, "", NOW + 1_002)
            (task,) = await context.store.get([task_key(APP, erasure["id"])])
            assert task is not None and task.data["updated_at"] == NOW + 1_001
            at = task.data["due_at"]
            await work(context, ScanOrder(APP, erasure["id"], at=at), at)
            assert (await orders.get(context, APP, erasure["id"]))[0]["status"] == "held"
            await holds.lift(context, APP, "item", item["id"], "mo", "", NOW + 1_003)
            await holds.place(context, APP, "user", LAST, "mo", "a court asks", NOW + 1_004)
            days: Any = {**ALL_STAYS, "flagged_items": 200}
            await settings.put(context, APP, {"retention_days": days}, NOW)
            await retained(context, APP, NOW + 260 * DAY)
            assert (await context.store.get([item_key(APP, item["id"])]))[0] is not None
            await holds.lift(context, APP, "user", LAST, "mo", "", NOW + 1_005)
            await retained(context, APP, NOW + 300 * DAY)
            assert (await context.store.get([item_key(APP, item["id"])]))[0] is None
        finally:
            store.close()

    asyncio.run(run())
