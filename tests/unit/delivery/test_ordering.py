from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest

from common.delivery import ordering
from common.domain.delivery import delivery_key, lane_key, new_delivery
from common.domain.indexes import INDEXES
from common.store.sqlite.store import SqliteStore
from common.store.store import Conflict, Data
from common.store.unit_of_work import Draft
from common.store.writes import MAX_WRITES

APP, LANE = "app", "user:ada"
T = TypeVar("T")
Change = Callable[[Draft], Awaitable[T]]


class Line:
    """A lane in a store; each change is one commit."""

    def __init__(self, store: SqliteStore) -> None:
        self._store = store
        self._now = 0

    def change(self, make: Change[T]) -> T:
        async def run() -> T:
            draft = Draft(self._store)
            result = await make(draft)
            await self._store.commit(draft.writes())
            return result

        return asyncio.run(run())

    def order(self, id: str, action: str, lane: str = LANE, reverses: tuple[str, ...] = ()) -> Data:
        self._now += 1
        delivery = new_delivery(
            APP,
            id,
            self._now,
            endpoint=f"action:{action}",
            item_id="",
            data={},
            why={},
            subject=LANE,
            lane=lane,
            action_id=action,
        )

        self.due: list[str] = []

        async def make(draft: Draft) -> None:
            draft.create(delivery_key(APP, id), delivery)
            await ordering.append(draft, delivery)
            if reverses:
                self.due = await ordering.supersede(draft, delivery, reverses, 10, self._now)

        self.change(make)
        return self.get(id)

    def close(self, id: str, state: str = "delivered") -> list[str]:
        async def make(draft: Draft) -> list[str]:
            delivery = await draft.have(delivery_key(APP, id))
            return await ordering.close(draft, delivery, state, "", 9)

        return self.change(make)

    def send(self, id: str) -> None:
        async def make(draft: Draft) -> None:
            await draft.have(delivery_key(APP, id))
            draft.change(delivery_key(APP, id), {"sending": 1})

        self.change(make)

    def get(self, id: str) -> Data:
        (found,) = asyncio.run(self._store.get([delivery_key(APP, id)]))
        assert found is not None
        return found.data

    def lane(self) -> Data:
        (found,) = asyncio.run(self._store.get([lane_key(APP, LANE)]))
        assert found is not None
        return found.data

    def states(self, *ids: str) -> list[str]:
        return [self.get(id)["state"] for id in ids]

    def links(self, *ids: str) -> list[tuple[Any, Any]]:
        found = [self.get(id) for id in ids]
        return [(each.get("ahead"), each.get("behind")) for each in found]

    def log(self) -> list[Data]:
        page = asyncio.run(self._store.query("log", app=APP, order="at", limit=100))
        return [document.data for document in page.documents]


@pytest.fixture
def line(tmp_path: Path) -> Iterator[Line]:
    store = SqliteStore(tmp_path / "store.db", INDEXES)
    yield Line(store)
    store.close()


def test_what_is_ordered_is_numbered_and_only_the_first_is_at_its_turn(line: Line) -> None:
    found = [line.order(id, "ban") for id in "abc"]
    assert [each["sequence"] for each in found] == [1, 2, 3]
    assert line.states(*"abc") == ["pending", "waiting", "waiting"]
    assert line.links(*"abc") == [(None, "b"), ("a", "c"), ("b", None)]
    assert ["next_attempt_at" in line.get(id) for id in "abc"] == [True, False, False]


def test_the_end_of_the_first_is_the_turn_of_the_second(line: Line) -> None:
    for id in "abc":
        line.order(id, "warn")
    assert line.close("a") == ["b"]
    assert line.states(*"abc") == ["delivered", "pending", "waiting"]
    assert line.get("b")["next_attempt_at"] == 9
    assert line.links(*"abc") == [(None, None), (None, "c"), ("b", None)]


def test_one_in_the_middle_leaves_its_neighbours_to_each_other(line: Line) -> None:
    for id in "abc":
        line.order(id, "warn")
    assert line.close("b", "cancelled") == []
    assert line.links("a", "c") == [(None, "c"), ("a", None)]


def test_what_is_ordered_after_the_last_has_gone_stands_behind_the_one_before(line: Line) -> None:
    for id in "ab":
        line.order(id, "warn")
    line.close("b", "cancelled")
    assert line.lane()["tail"] == "a"
    line.order("c", "warn")
    assert line.links("a", "c") == [(None, "c"), ("a", None)]
    assert line.get("c")["sequence"] == 3


def test_an_empty_lane_goes_on_counting(line: Line) -> None:
    line.order("a", "warn")
    line.close("a")
    assert line.order("b", "warn")["sequence"] == 2
    assert line.states("b") == ["pending"]


def test_lanes_do_not_wait_for_each_other(line: Line) -> None:
    line.order("a", "warn")
    assert line.order("b", "note", lane="action:note|user:ada")["state"] == "pending"
    assert line.order("c", "warn", lane="")["sequence"] == 0


def test_what_is_undone_is_closed_and_the_log_says_why(line: Line) -> None:
    for id, action in zip("abc", ("ban", "warn", "ban"), strict=True):
        line.order(id, action)
    line.order("d", "unban", reverses=("ban",))
    assert line.states(*"abcd") == ["superseded", "pending", "superseded", "waiting"]
    assert line.links("b", "d") == [(None, "d"), ("b", None)]
    assert line.due == ["b"]
    assert {entry["custom"]["delivery_id"] for entry in line.log()} == {"a", "c"}
    assert all("superseded by delivery d" in entry["reason"] for entry in line.log())


def test_what_is_being_sent_is_closed_later_and_waited_for(line: Line) -> None:
    line.order("a", "ban")
    line.send("a")
    line.order("b", "unban", reverses=("ban",))
    assert line.states(*"ab") == ["pending", "waiting"]
    assert line.get("a")["closing"]["state"] == "superseded"
    assert line.due == []
    assert line.log() == []


def test_an_undoing_of_very_many_fits_one_commit(line: Line) -> None:
    ids = [f"{number:03}" for number in range(MAX_WRITES + 10)]
    for id in ids:
        line.order(id, "ban")
    line.order("unban", "unban", reverses=("ban",))
    states = line.states(*ids)
    closed = states.index("superseded")
    assert states == ["pending", *["waiting"] * (closed - 1)] + ["superseded"] * (len(ids) - closed)
    assert line.links("unban") == [(ids[closed - 1], None)]


def test_two_orders_at_once_are_one_after_the_other(line: Line) -> None:
    """Both read the same state: the later commit conflicts, and is made again on what is new."""
    line.order("a", "ban")

    async def make(draft: Draft) -> None:
        await draft.get(lane_key(APP, LANE))
        await draft.get(delivery_key(APP, "a"))
        await asyncio.to_thread(line.close, "a")
        delivery = new_delivery(
            APP, "b", 5, endpoint="action:ban", item_id="", data={}, why={}, lane=LANE
        )
        draft.create(delivery_key(APP, "b"), delivery)
        await ordering.append(draft, delivery)

    with pytest.raises(Conflict):
        line.change(make)
    assert line.states("a") == ["delivered"]


def test_what_came_after_is_remembered(line: Line) -> None:
    ban, warn = line.order("a", "ban"), line.order("b", "warn")
    unban = line.order("c", "unban", reverses=("ban",))

    def ask(question: Any, *given: Any) -> bool:
        return bool(line.change(lambda draft: question(draft, *given)))

    assert [ask(ordering.is_undone, each) for each in (ban, warn, unban)] == [True, False, False]
    assert [ask(ordering.is_overtaken, each) for each in (ban, warn, unban)] == [True, True, False]
    assert ask(ordering.is_before, ban, ("warn",))
    assert not ask(ordering.is_before, unban, ("warn", "ban"))
    again = line.order("d", "ban")
    assert not ask(ordering.is_undone, again)
