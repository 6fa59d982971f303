"""What a moderator saves as a view finds the one item it is about among many that wait, in one call
and ten reads; the others are found too, page by page.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.queue_desk import WatchedStore
from benchmarks.queue_store import APP, fill
from common.configuration.configuration import Configurations
from common.configuration.context import Context, open_context
from common.configuration.keeping import KeepingStore
from common.configuration.opening import open_backends
from common.domain.errors import Invalid
from common.domain.item import Item, item_id, item_key, new_item, queue_fields
from common.domain.labels import Label, label_document
from common.moderation.filtering.paging import Asked
from common.moderation.review import queue
from common.settings import Settings
from common.store.store import Create
from common.store.unit_of_work import UnitOfWork
from tests.full_size import FULL

ITEMS = 100_000 if FULL else 5_000
MOST_READS = 10
_MIDDLE = ITEMS // 2
_ID = item_id(APP, "post", f"{_MIDDLE:09d}")
_CUSTOM = {"shop": 7, "channel_cid": "messaging:general"}
_IN_AN_HOUR = 3_600 * 10**9

VIEWS: list[dict[str, Any]] = [
    {"escalated": True},
    {"escalated_by": "lead"},
    {"escalation_priority": "high"},
    {"assigned_to": "mod"},
    {"label": "INSULT"},
    {"label": {"$in": ["INSULT", "THREAT"]}},
    {"category": "ai_text"},
    {"severity": 4},
    {"severity": {"$gte": 4}},
    {"language": "is"},
    {"language": {"$contains": "is"}},
    {"reporter_type": "moderator"},
    {"reporter_id": "eve"},
    {"user_report_reason": "spam"},
    {"teams": "reds"},
    {"shop": 7},
    {"custom.shop": {"$eq": 7}},
    {"custom": {"shop": 7}},
    {"channel_cid": "messaging:general"},
    {"channel_id": "general"},
    {"config_key": "rare"},
    {"recommended_action": "shadow_block"},
    {"status": "partial"},
    {"appeal": True},
    {"appeal_status": "submitted"},
    {"appeal_id": "appeal"},
    {"bounce_count": 3},
    {"has_image": True},
    {"flagged_user_id": "the author"},
    {"entity_creator_id": "the author"},
    {"entity_id": f"{_MIDDLE:09d}"},
    {"entity_type": "stream:user", "team": "nobody"},
    {"label": "INSULT", "config_key": "rare", "recommended_action": "shadow"},
    {"label": "listed words", "severity": 4, "language": "is"},
    {"$and": [{"label": "listed words"}, {"shop": 7}]},
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WatchedStore]:
    folder = tmp_path_factory.mktemp("views")
    fill(folder / "store.db", ITEMS)
    opened, messages, _ = open_backends(Settings(data=folder))
    store = WatchedStore(opened)
    asyncio.run(_single_out(store))
    yield store
    store.close()
    messages.close()


@pytest.fixture
def context(store: WatchedStore) -> Context:
    settings = Settings()
    made: Any = None
    configurations = Configurations(store, settings.config_ttl)
    context = Context(settings, KeepingStore(store, configurations), made, configurations)
    store.reset()
    return context


async def _single_out(store: WatchedStore) -> None:
    """Makes one of the items that wait another than all others."""
    unit = UnitOfWork(KeepingStore(store, Configurations(store, 0)))
    item = await unit.have(item_key(APP, _ID))
    item["escalated"], item["escalated_by"] = True, "lead"
    item["escalation_metadata"] = {"priority": "high"}
    item["locked_by"], item["locked_until"] = "mod", 2**62
    found = Label("ai_text", "INSULT", 0.9, severity="critical")
    item["labels"] = [*(item.get("labels") or []), label_document(found, "flag")]
    item["severity"], item["bounce_count"] = 4, 3
    item["languages"], item["team"] = ["is"], "reds"
    item["reporter_types"], item["reporters"] = ["moderator"], ["eve"]
    item["report_reasons"] = ["spam"]
    item["payload"] = {"texts": ["x"], "images": ["https://i.example/1.png"], "custom": _CUSTOM}
    item["config_key"], item["recommended_action"] = "rare", "shadow"
    item["status"], item["creator_id"] = "partial", "the author"
    item["appeal_id"], item["appeal_status"] = "appeal", "submitted"
    await unit.commit()


@pytest.mark.parametrize("reviewed", [{}, {"reviewed": False}], ids=["any", "waiting"])
@pytest.mark.parametrize("sort", ["created_at", "updated_at", "severity"])
@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_the_one_match_is_found_in_one_call(
    context: Context,
    store: WatchedStore,
    view: dict[str, Any],
    sort: str,
    reviewed: dict[str, Any],
) -> None:
    asked = Asked({**view, **reviewed}, [{"field": sort, "direction": -1}])
    found = asyncio.run(queue.query(context, APP, asked))
    expected = [] if "team" in view else [_ID]
    assert [each.item["id"] for each in found.review_items] == expected
    assert found.next is None
    assert store.calls <= MOST_READS, store.calls


@pytest.mark.parametrize("limit", [7, 100])
@pytest.mark.parametrize("direction", [1, -1])
def test_pages_of_a_view_have_each_item_once_in_both_directions(
    context: Context, limit: int, direction: int
) -> None:
    filter = {"channel": 33, "reviewed": False}
    sort = [{"field": "created_at", "direction": direction}]

    async def pages() -> tuple[list[str], list[str]]:
        page = await queue.query(context, APP, Asked(filter, sort, limit))
        there = [each.item["id"] for each in page.review_items]
        while page.next:
            page = await queue.query(context, APP, Asked(filter, sort, limit, page.next))
            there += [each.item["id"] for each in page.review_items]
        back = [each.item["id"] for each in page.review_items]
        while page.prev:
            page = await queue.query(context, APP, Asked(filter, sort, limit, prev=page.prev))
            back = [*(each.item["id"] for each in page.review_items), *back]
        return there, back

    there, back = asyncio.run(pages())
    assert there == back
    assert len(there) == len(set(there)) == ITEMS // 100


def test_what_a_view_leaves_is_sorted_by_several_fields(context: Context) -> None:
    async def sorted_by(*sorts: tuple[str, int]) -> list[Item]:
        sort = [{"field": name, "direction": direction} for name, direction in sorts]
        asked = Asked({"channel": 33, "reviewed": False}, sort, 100)
        return [each.item for each in (await queue.query(context, APP, asked)).review_items]

    found = asyncio.run(sorted_by(("entity_type", 1), ("updated_at", -1)))
    places = [(item["entity_type"], -item["queue_updated_at"]) for item in found]
    assert places == sorted(places) and len(found) > 40


def test_too_much_to_sort_is_refused_by_name(context: Context) -> None:
    asked = Asked({"reviewed": False}, [{"field": "severity", "direction": -1}])
    with pytest.raises(Invalid) as refused:
        asyncio.run(queue.query(context, APP, asked))
    assert set(refused.value.fields) == {"sort"}


def test_an_item_is_found_by_what_it_is_now(tmp_path: Path) -> None:
    context = open_context(Settings(data=tmp_path))
    item = new_item("app", "post", "1", "ann", 1)
    item.update(queue_fields(item, 1))  # type: ignore[typeddict-item]
    key = item_key("app", item["id"])

    async def count(**filter: Any) -> int:
        return len((await queue.query(context, "app", Asked(filter))).review_items)

    async def change(how: Callable[[Item], None]) -> None:
        unit = UnitOfWork(context.store)
        how(await unit.have(key))
        await unit.commit()

    async def scenario() -> None:
        await context.store.commit([Create(key, item)])
        assert [await count(escalated=True), await count(escalated=False)] == [0, 1]
        await change(lambda it: it.update({"escalated": True, "team": "reds"}))
        assert [await count(escalated=True), await count(teams="reds")] == [1, 1]
        assert await count(escalated=True, reviewed=False) == 1
        await change(lambda it: it.update({"reviewed_at": 5, "queue_reviewed": True}))
        assert await count(escalated=True, reviewed=False) == 0
        assert await count(escalated=True, reviewed=True) == 1
        await change(lambda it: it.update({"escalated": False}))
        assert [await count(escalated=True), await count(teams="reds")] == [0, 1]
        await change(lambda it: it.update({"locked_by": "m", "locked_until": 1}))
        assert await count(assigned_to="m") == 0

    try:
        asyncio.run(scenario())
    finally:
        context.close()


def test_items_of_earlier_releases_are_found_before_they_have_terms_and_after(
    tmp_path: Path,
) -> None:
    opened, messages, _ = open_backends(Settings(data=tmp_path))
    bare: Any = opened
    watched = WatchedStore(opened)
    configurations = Configurations(opened, 0)
    store = KeepingStore(watched, configurations)
    context = Context(Settings(), store, messages, configurations)

    async def scenario() -> None:
        old = []
        for number in range(230):
            item = new_item("app", "post", f"{number}", "ann", number + 1)
            item.update(queue_fields(item, 1))  # type: ignore[typeddict-item]
            item["team"] = "reds" if number == 7 else "blues"
            old.append(Create(item_key("app", item["id"]), item))
        for start in range(0, len(old), 100):
            await bare.commit(old[start : start + 100])
        page = await bare.query(
            old[0].key.collection,
            app="app",
            order="queue_created_at",
            equal={"queue_terms": "w:teams=treds"},
        )
        assert page.documents == []
        for _ in range(5):
            found = await queue.query(context, "app", Asked({"teams": "reds"}))
            assert [each.item["entity_id"] for each in found.review_items] == ["7"]
        watched.reset()
        await queue.query(context, "app", Asked({"teams": "reds"}))
        assert watched.scanned <= 2

    try:
        asyncio.run(scenario())
    finally:
        context.close()
