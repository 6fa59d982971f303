"""Documents of every release, read in the shape of this one."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import pytest

from common.domain.delivery import DELIVERIES, delivery_key
from common.domain.endpoint import ENDPOINTS, endpoint_key
from common.domain.rule import rule_key
from common.domain.upgrades import UPGRADES
from common.domain.user import is_shadow_banned, user_key
from common.queue.messages import Outgoing, Trigger
from common.store.sqlite.store import SqliteStore
from common.store.store import Collection, Create, Data, Key, Put, Update
from common.store.unit_of_work import UnitOfWork
from common.store.versions import FIELD, Upgrade, VersionedStore

T = TypeVar("T")
THINGS: Collection[Data] = Collection("things")
KEY: Key[Data] = Key("app", THINGS, "a")


def _renamed(document: Data) -> None:
    if "name" in document:
        document.setdefault("title", document.pop("name"))


def _counted(document: Data) -> None:
    document.setdefault("words", len(document["title"].split()))


STEPS: tuple[Upgrade, ...] = (_renamed, _counted)


def run(work: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(work)


@pytest.fixture
def raw(tmp_path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(tmp_path / "store.db", ())
    yield store
    store.close()


@pytest.fixture
def store(raw: SqliteStore) -> VersionedStore:
    return VersionedStore(raw, {THINGS: STEPS})


async def _read(store: VersionedStore | SqliteStore) -> Data:
    (found,) = await store.get([KEY])
    assert found is not None
    return found.data


@pytest.mark.parametrize(
    "stored",
    [
        {"name": "two words"},
        {"name": "two words", FIELD: 1},
        {"title": "two words", FIELD: 2},
        {"title": "two words", "words": 2, FIELD: 3},
    ],
)
def test_every_version_is_read_as_the_last(
    raw: SqliteStore, store: VersionedStore, stored: Data
) -> None:
    run(raw.commit([Create(KEY, stored)]))
    wanted = {"title": "two words", "words": 2}
    assert run(_read(store)) == wanted
    page = run(store.query(THINGS, app="app"))
    assert [document.data for document in page.documents] == [wanted]


def test_what_is_of_the_last_version_goes_through_no_step(store: VersionedStore) -> None:
    run(store.commit([Create(KEY, {"name": "kept", "title": "new"})]))
    assert run(_read(store)) == {"name": "kept", "title": "new"}


@pytest.mark.parametrize("write", [Create(KEY, {"title": "a"}), Put(KEY, {"title": "a"})])
def test_a_whole_document_is_stamped(
    raw: SqliteStore, store: VersionedStore, write: Create | Put
) -> None:
    run(store.commit([write]))
    assert run(_read(raw)) == {"title": "a", FIELD: 3}
    assert FIELD not in write.data, "what the caller holds is left alone"


def test_collections_that_never_changed_are_of_the_first_version(raw: SqliteStore) -> None:
    run(VersionedStore(raw, {}).commit([Create(KEY, {})]))
    assert run(_read(raw)) == {FIELD: 1}


def test_single_fields_leave_an_old_document_to_be_upgraded(
    raw: SqliteStore, store: VersionedStore
) -> None:
    run(raw.commit([Create(KEY, {"name": "two words"})]))
    run(store.commit([Update(KEY, set={"title": "three words now"})]))
    assert run(_read(raw)) == {"name": "two words", "title": "three words now"}
    assert run(_read(store)) == {"title": "three words now", "words": 3}


def test_a_unit_of_work_writes_what_it_changed_and_no_more(
    raw: SqliteStore, store: VersionedStore
) -> None:
    run(raw.commit([Create(KEY, {"name": "two words"})]))

    async def change() -> None:
        unit = UnitOfWork(store)
        (await unit.have(KEY))["seen"] = True
        await unit.commit()

    run(change())
    assert run(_read(raw)) == {"name": "two words", "seen": True}
    assert run(_read(store)) == {"title": "two words", "words": 2, "seen": True}


def test_a_document_put_in_its_new_shape_is_upgraded_no_more(
    raw: SqliteStore, store: VersionedStore
) -> None:
    run(raw.commit([Create(KEY, {"name": "two words"})]))

    async def rewrite() -> None:
        (found,) = await store.get([KEY])
        assert found is not None
        await store.commit([Put(KEY, found.data, found.version)])

    run(rewrite())
    assert run(_read(raw)) == {"title": "two words", "words": 2, FIELD: 3}


def test_messages_go_on_to_the_store_below() -> None:
    class Sending:
        sent: Sequence[Outgoing] = ()

        async def commit(self, _writes: Any, messages: Any) -> None:
            self.sent = list(messages)

    below: Any = Sending()
    run(VersionedStore(below, {}).commit([], [Trigger("app", "i")]))
    assert below.sent == [Trigger("app", "i")]


@pytest.mark.parametrize(
    ("key", "stored", "field", "value"),
    [
        (delivery_key("app", "d"), {"endpoint": "hook:h"}, "endpoint_kind", "hook"),
        (delivery_key("app", "d"), {"endpoint": "events"}, "endpoint_kind", "events"),
        (endpoint_key("app", "action:a"), {"id": "action:a"}, "kind", "action"),
        (rule_key("app", "r"), {"id": "r"}, "version", 1),
    ],
)
def test_documents_of_the_first_release_name_their_kinds(
    raw: SqliteStore, key: Key[Any], stored: Data, field: str, value: str
) -> None:
    run(raw.commit([Create(key, stored)]))
    (found,) = run(VersionedStore(raw, UPGRADES).get([key]))
    assert found is not None and found.data == {**stored, field: value}


@pytest.mark.parametrize("collection", [DELIVERIES, ENDPOINTS])
def test_a_step_changes_nothing_the_second_time(collection: str) -> None:
    """It meets documents of which newer code has set single fields already."""
    document: dict[str, Any] = {"id": "hook:h", "endpoint": "hook:h"}
    for _ in range(2):
        for step in UPGRADES[collection]:
            step(document)
    kinds: Mapping[str, Any] = {k: v for k, v in document.items() if k.endswith("kind")}
    assert set(kinds.values()) == {"hook"}


@pytest.mark.parametrize("since", [{}, {"banned": True, "ban_expires": 9}, {"name": "Ada"}])
def test_a_shadow_ban_of_the_first_release_keeps_its_end(
    raw: SqliteStore, since: dict[str, Any]
) -> None:
    """It stood where a ban's stands now, and in the record of the ban."""
    ban = {"created_at": 1, "expires": 5, "reason": "", "shadow": True, "created_by": "mo"}
    stored = {"id": "u", "banned": False, "shadow_banned": True, "ban_expires": 5, "bans": [ban]}
    key = user_key("app", "u")
    run(raw.commit([Create(key, {**stored, **since})]))
    (found,) = run(VersionedStore(raw, UPGRADES).get([key]))
    assert found is not None
    assert is_shadow_banned(found.data, 4) and not is_shadow_banned(found.data, 6)
