from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest

from common.delivery import ordering
from common.delivery.outbox import Order, new_delivery
from common.domain.delivery import ClosedState, Delivery, OrderingKey, delivery_key, ordering_key
from common.domain.indexes import INDEXES
from common.domain.log import LOG, LogEntry
from common.queue.messages import DueDelivery
from common.store.sqlite.store import SqliteStore
from common.store.store import Conflict
from common.store.unit_of_work import UnitOfWork
from common.store.writes import MAX_WRITES

APP, KEY = "app", "user:ada"
T = TypeVar("T")
Change = Callable[[UnitOfWork], Awaitable[T]]


class Line:
    """The deliveries of an ordering key in a store; each change is one commit."""

    def __init__(self, store: SqliteStore) -> None:
        self._store = store
        self._now = 0
        self.due: list[str] = []

    def change(self, make: Change[T]) -> T:
        async def run() -> T:
            unit = UnitOfWork(self._store)
            result = await make(unit)
            await unit.commit()
            self.due = [each.delivery for each in unit.messages if isinstance(each, DueDelivery)]
            return result

        return asyncio.run(run())

    def order(
        self, id: str, action: str, key: str = KEY, reverses: tuple[str, ...] = ()
    ) -> Delivery:
        self._now += 1
        order = Order(id, f"action:{action}", "", {}, {}, KEY, key, action)
        delivery = new_delivery(APP, order, self._now)

        async def make(unit: UnitOfWork) -> None:
            unit.create(delivery_key(APP, id), delivery)
            await ordering.append(unit, delivery)
            if reverses:
                await ordering.supersede(unit, delivery, reverses, 10, self._now)

        self.change(make)
        return self.get(id)

    def close(self, id: str, state: ClosedState = "delivered") -> list[str]:
        """The ids of those whose turn it then is."""

        async def make(unit: UnitOfWork) -> None:
            delivery = await unit.have(delivery_key(APP, id))
            await ordering.close(unit, delivery, state, "", 9)

        self.change(make)
        return self.due

    def send(self, id: str) -> None:
        async def make(unit: UnitOfWork) -> None:
            (await unit.have(delivery_key(APP, id)))["sending"] = 1

        self.change(make)

    def get(self, id: str) -> Delivery:
        (found,) = asyncio.run(self._store.get([delivery_key(APP, id)]))
        assert found is not None
        return found.data

    def ordering_key(self) -> OrderingKey:
        (found,) = asyncio.run(self._store.get([ordering_key(APP, KEY)]))
        assert found is not None
        return found.data

    def states(self, *ids: str) -> list[str]:
        return [self.get(id)["state"] for id in ids]

    def links(self, *ids: str) -> list[tuple[Any, Any]]:
        found = [self.get(id) for id in ids]
        return [(each.get("ahead"), each.get("behind")) for each in found]

    def log(self) -> list[LogEntry]:
        page = asyncio.run(self._store.query(LOG, app=APP, order="at", limit=100))
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
    assert line.ordering_key()["tail"] == "a"
    line.order("c", "warn")
    assert line.links("a", "c") == [(None, "c"), ("a", None)]
    assert line.get("c")["sequence"] == 3


def test_an_empty_ordering_key_goes_on_counting(line: Line) -> None:
    line.order("a", "warn")
    line.close("a")
    assert line.order("b", "warn")["sequence"] == 2
    assert line.states("b") == ["pending"]


def test_ordering_keys_do_not_wait_for_each_other(line: Line) -> None:
    line.order("a", "warn")
    assert line.order("b", "note", key="action:note|user:ada")["state"] == "pending"
    assert line.order("c", "warn", key="")["sequence"] == 0


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

    async def make(unit: UnitOfWork) -> None:
        await unit.get(ordering_key(APP, KEY))
        await unit.get(delivery_key(APP, "a"))
        await asyncio.to_thread(line.close, "a")
        order = Order("b", "action:ban", "", {}, {}, ordering_key=KEY)
        delivery = unit.create(delivery_key(APP, "b"), new_delivery(APP, order, 5))
        await ordering.append(unit, delivery)

    with pytest.raises(Conflict):
        line.change(make)
    assert line.states("a") == ["delivered"]


def test_what_came_after_is_remembered(line: Line) -> None:
    ban, warn = line.order("a", "ban"), line.order("b", "warn")
    unban = line.order("c", "unban", reverses=("ban",))

    def ask(question: Any, *given: Any) -> bool:
        return bool(line.change(lambda unit: question(unit, *given)))

    assert [ask(ordering.is_undone, each) for each in (ban, warn, unban)] == [True, False, False]
    assert [ask(ordering.is_overtaken, each) for each in (ban, warn, unban)] == [True, True, False]
    assert ask(ordering.is_before, ban, ("warn",))
    assert not ask(ordering.is_before, unban, ("warn", "ban"))
    again = line.order("d", "ban")
    assert not ask(ordering.is_undone, again)
