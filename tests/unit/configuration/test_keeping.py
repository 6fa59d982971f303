"""What is kept of items follows each write, and no write can forget it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from common.configuration.configuration import Configurations
from common.configuration.keeping import KeepingStore
from common.domain.indexes import INDEXES
from common.domain.item import ITEMS, Item, enter_queue, item_key
from common.domain.queue import WAITING, counted, counts_keys
from common.domain.queue_terms import TERMS
from common.store.sqlite.store import SqliteStore
from common.store.store import Create, Delete, Document, Key, Put, Update, Write
from common.store.unit_of_work import UnitOfWork
from tests.factories import APP, item

_BLUE, _RED = "w:teams=tblue", "w:teams=tred"


@pytest.fixture
def stored(tmp_path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(tmp_path / "store.db", INDEXES)
    yield store
    store.close()


@pytest.fixture
def store(stored: SqliteStore) -> KeepingStore:
    return KeepingStore(stored, Configurations(stored, 3_600))


def _waiting(**fields: Any) -> Item:
    made = cast(Item, {**item(), "team": "blue", **fields})
    enter_queue(made, 1)
    return made


_ITEM = _waiting()
_KEY = item_key(APP, _ITEM["id"])


async def _terms(stored: SqliteStore) -> list[str]:
    (found,) = await stored.get([_KEY])
    assert found is not None
    terms: list[str] = cast(Any, found.data).get(TERMS, [])
    return [term for term in terms if "teams=" in term]


async def _read(store: KeepingStore) -> Document[Item]:
    """As it is got, and as it is found."""
    (found,) = await store.get([_KEY])
    page = await store.query(ITEMS, app=APP)
    assert found is not None and [each.data for each in page.documents] == [found.data]
    assert TERMS not in found.data
    return found


async def _waits(stored: SqliteStore) -> int:
    shards = await stored.get(counts_keys(APP))
    return sum(counted([each.data for each in shards if each], WAITING).values())


def test_what_is_kept_follows_the_item(stored: SqliteStore, store: KeepingStore) -> None:
    async def scenario() -> None:
        await store.commit([Create(_KEY, _ITEM)])
        assert (await _terms(stored), await _waits(stored)) == ([_BLUE], 1)
        unit = UnitOfWork(store, [await _read(store)])
        (await unit.have(_KEY))["team"] = "red"
        await unit.commit()
        assert (await _terms(stored), await _waits(stored)) == ([_RED], 1)
        unit = UnitOfWork(store, [await _read(store)])
        (await unit.have(_KEY)).update({"queue_reviewed": True, "reviewed_at": 2})
        await unit.commit()
        assert (await _terms(stored), await _waits(stored)) == (["r:teams=tred"], 0)

    asyncio.run(scenario())


def test_terms_only_grow_where_others_may_be_faster(
    stored: SqliteStore, store: KeepingStore
) -> None:
    async def scenario() -> None:
        await store.commit([Create(_KEY, _ITEM)])
        await store.commit([Update(_KEY, set={"team": "red"}, read=await _read(store))])
        assert sorted(await _terms(stored)) == [_BLUE, _RED]
        await store.commit([Update(_KEY, set={"team": ""}, read=await _read(store))])
        assert sorted(await _terms(stored)) == [_BLUE, _RED]

    asyncio.run(scenario())


def test_what_is_not_in_the_queue_has_nothing_kept(
    stored: SqliteStore, store: KeepingStore
) -> None:
    async def scenario() -> None:
        plain = item()
        await store.commit([Create(_KEY, plain)])
        assert (await stored.get([_KEY]))[0] == await _read(store)
        assert (await _read(store)).data == plain

    asyncio.run(scenario())


@pytest.mark.parametrize(
    "write",
    [
        Update(_KEY, set={"team": "red"}),
        Update(_KEY, set={"team": "red"}, version=1),
        Put(_KEY, _ITEM),
        Delete(_KEY),
    ],
)
def test_a_write_that_does_not_say_what_the_item_was_is_refused(
    stored: SqliteStore, store: KeepingStore, write: Write
) -> None:
    async def scenario() -> None:
        await store.commit([Create(_KEY, _ITEM)])
        keys: list[Key[Any]] = [_KEY, *counts_keys(APP)]
        before = await stored.get(keys)
        with pytest.raises(ValueError):
            await store.commit([write])
        assert await stored.get(keys) == before

    asyncio.run(scenario())
