"""Paging over the review queue while it changes."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from common.configuration.context import Context, open_context
from common.domain.filters import compile_filter
from common.domain.item import Item, enter_queue, is_queued, item_key
from common.moderation.filtering import scanning
from common.moderation.filtering.paging import Asked
from common.moderation.review import queue as review_queue
from common.settings import Settings
from common.store.unit_of_work import UnitOfWork
from tests.factories import item
from tests.full_size import FULL

_EXAMPLES = 1_500 if FULL else 150
_FIELDS = {"created_at": "queue_created_at", "updated_at": "queue_updated_at", "id": "queue_id"}
_SORTS: dict[str, tuple[object, str, bool]] = {
    "none": (None, "created_at", True),
    **{
        f"{name} {direction}": ([{"field": name, "direction": direction}], name, direction == -1)
        for name in _FIELDS
        for direction in (1, -1)
    },
}
_FILTERS: tuple[dict[str, Any] | None, ...] = (
    None,
    {"reviewed": False},
    {"reviewed": True},
    {"entity_type": "chat"},
    {"entity_type": {"$eq": "post"}, "reviewed": False},
    {"entity_creator_id": "ann"},
    {"recommended_action": {"$in": ["flag", "shadow_block"]}},
    {"recommended_action": "flag", "reviewed": False},
    {"recommended_action": "flag", "entity_type": "post"},
    {"created_at": {"$gte": 2}},
    {"updated_at": {"$lt": 3}},
    {"$or": [{"entity_type": "post"}, {"reviewed": True}]},
    {"$nor": [{"entity_creator_id": "ann"}]},
    {"flags_count": {"$gt": 0}},
)
_apps = count()

# Few different values, so that most times are shared by several items.
_times = st.integers(1, 4)
_states = st.fixed_dictionaries(
    {
        "created_at": _times,
        "updated_at": _times,
        "entity_type": st.sampled_from(["chat", "post"]),
        "creator_id": st.sampled_from(["ann", "ben", ""]),
        "recommended_action": st.sampled_from(["keep", "flag", "shadow"]),
        "flags_count": st.integers(0, 1),
        "reviewed": st.booleans(),
        "queued": st.sampled_from([True, True, True, False]),
    }
)
# An entity's number and what becomes of it: an item new or changed, or None for one that nobody is
# to find any more.
_changes = st.lists(st.tuples(st.integers(0, 24), st.none() | _states), max_size=4)


_IN_QUEUE = (
    "queue_created_at",
    "queue_updated_at",
    "queue_id",
    "queue_reviewed",
    "reviewed_at",
    "reviewed_by",
)


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    context = open_context(Settings(data=tmp_path_factory.mktemp("paging")))
    yield context
    context.close()


def _document(app: str, number: int, state: dict[str, Any]) -> Item:
    made = item(
        app,
        state["entity_type"],
        str(number),
        state["creator_id"],
        id=f"item-{number:02d}",
        created_at=state["created_at"],
        updated_at=state["updated_at"],
        recommended_action=state["recommended_action"],
        flags_count=state["flags_count"],
    )
    if state["queued"]:
        enter_queue(made, state["updated_at"])
        if state["reviewed"]:
            made.update({"reviewed_at": 9, "reviewed_by": "mod", "queue_reviewed": True})
    return made


@dataclass
class _Queue:
    """The store's app, and what a reader of it may expect."""

    context: Context
    app: str
    filter: dict[str, Any] | None
    order: str
    items: dict[str, Item] = field(default_factory=dict)
    keys: dict[str, set[Any]] = field(default_factory=dict)
    """Under which an item has ever been found."""
    staying: dict[str, Any] = field(default_factory=dict)

    async def put(self, number: int, state: dict[str, Any] | None) -> None:
        id = f"item-{number:02d}"
        key = item_key(self.app, id)
        if state is None:
            self.items.pop(id, None)
        else:
            self.items[id] = _document(self.app, number, state)
        unit = UnitOfWork(self.context.store)
        known, made = await unit.get(key), self.items.get(id)
        if known is None and made is not None:
            unit.create(key, made)
        elif known is not None:
            fields: dict[str, Any] = known  # type: ignore[assignment]
            fields.update(made or {})
            for name in _IN_QUEUE:
                if made is None or name not in made:
                    fields.pop(name, None)
        await unit.commit()
        found = self._key(id)
        if found is not None:
            self.keys.setdefault(id, set()).add(found)
        if self.staying.get(id) != found:
            self.staying.pop(id, None)

    def begin(self) -> None:
        found = {id: self._key(id) for id in self.items}
        self.staying = {id: key for id, key in found.items() if key is not None}
        self.keys = {id: {key} for id, key in self.staying.items()}

    def _key(self, id: str) -> Any:
        found = self.items.get(id)
        if found is None or not is_queued(found) or not compile_filter(self.filter)(found):
            return None
        fields: Mapping[str, Any] = found
        return fields[_FIELDS[self.order]]


async def _page_through(
    queue: _Queue, sort: object, limit: int, rounds: list[list[tuple[int, Any]]]
) -> list[str]:
    seen: list[str] = []
    cursor: str | None = None
    for number in count():
        found = await review_queue.query(
            queue.context, queue.app, Asked(queue.filter, sort, limit, cursor)
        )
        assert len(found.review_items) <= limit
        seen += [review_item.item["id"] for review_item in found.review_items]
        if found.next is None:
            return seen
        cursor = found.next
        for entity, state in rounds[number] if number < len(rounds) else ():
            await queue.put(entity, state)
        assert number < 500, "paging does not end"
    raise AssertionError


@settings(max_examples=_EXAMPLES, deadline=None)
@given(
    initial=st.dictionaries(st.integers(0, 24), _states, max_size=25),
    rounds=st.lists(_changes, max_size=12),
    filter=st.sampled_from(_FILTERS),
    sort=st.sampled_from(sorted(_SORTS)),
    limit=st.integers(1, 5),
    page=st.integers(1, 4),
    scanned=st.integers(1, 9),
)
def test_each_item_that_stays_is_found_exactly_once(
    context: Context,
    initial: dict[int, dict[str, Any]],
    rounds: list[list[tuple[int, Any]]],
    filter: dict[str, Any] | None,
    sort: str,
    limit: int,
    page: int,
    scanned: int,
) -> None:
    asked, order, descending = _SORTS[sort]
    queue = _Queue(context, f"app-{next(_apps)}", filter, order)

    async def run() -> list[str]:
        for number, state in initial.items():
            await queue.put(number, state)
        queue.begin()
        return await _page_through(queue, asked, limit, rounds)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scanning, "_PAGE", page)
        patch.setattr(scanning, "_SCANNED_MOST", scanned)
        seen = asyncio.run(run())

    times = Counter(seen)
    assert {id for id in queue.staying if times[id] != 1} == set()
    stayed = [(queue.staying[id], id) for id in seen if id in queue.staying]
    assert stayed == sorted(stayed, reverse=descending)
    for id, found in times.items():
        # One that moves can be met again, once at each place.
        assert found <= len(queue.keys.get(id, ())), id


def test_a_reader_of_the_default_size_sees_each_item_once_while_others_write(
    context: Context,
) -> None:
    """With the real sizes of pages, and writers that do not wait for the reader."""
    state = {
        "entity_type": "chat",
        "creator_id": "ann",
        "recommended_action": "flag",
        "flags_count": 0,
        "reviewed": False,
        "queued": True,
    }

    def times(number: int) -> dict[str, int]:
        return {"created_at": number % 7 + 1, "updated_at": number % 5 + 1}

    async def run() -> None:
        queue = _Queue(context, "busy", {"reviewed": False}, "created_at")
        for number in range(0, 300, 2):
            await queue.put(number, {**state, **times(number)})
        queue.begin()

        async def write() -> None:
            for number in range(1, 300, 2):
                await queue.put(number, {**state, **times(number)})
                await queue.put(number - 1, {**state, **times(number - 1), "updated_at": 9})

        writing = asyncio.create_task(write())
        seen = Counter(await _page_through(queue, None, 25, []))
        await writing
        assert [id for id in queue.staying if seen[id] != 1] == []
        assert len(queue.staying) == 150
        assert max(seen.values()) == 1

    asyncio.run(run())


def test_much_that_is_inserted_before_the_position_brings_nothing_back(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More than one call looks through, so that it ends before it reaches where it was."""
    monkeypatch.setattr(scanning, "_PAGE", 3)
    monkeypatch.setattr(scanning, "_SCANNED_MOST", 3)
    state = {
        "updated_at": 1,
        "entity_type": "chat",
        "creator_id": "ann",
        "recommended_action": "flag",
        "flags_count": 0,
        "reviewed": False,
        "queued": True,
    }
    newer = [(number, {**state, "created_at": 9}) for number in range(10, 14)]

    async def run() -> list[str]:
        queue = _Queue(context, "before", None, "created_at")
        for number in range(4):
            await queue.put(number, {**state, "created_at": number})
        return await _page_through(queue, None, 2, [newer])

    assert asyncio.run(run()) == ["item-03", "item-02", "item-01", "item-00"]
