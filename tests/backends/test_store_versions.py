from __future__ import annotations

from typing import Any

from common.store.publishing import PublishingStore
from common.store.store import Create, Data, Put, Store, Update
from common.store.versions import FIELD, VersionedStore

from .helpers import COLLECTION, data, documents, key, run


def _named(document: Data) -> None:
    document.setdefault("name", document.get("title", "nameless"))


def _versioned(store: Store) -> Any:
    """As it is opened where messages go elsewhere; there are none here."""
    nowhere: Any = None
    return VersionedStore(PublishingStore(store, nowhere), {COLLECTION: (_named,)})


def test_a_document_without_a_version_is_read_upgraded(store: Store) -> None:
    run(store.commit([Create(key("a"), {"title": "old", "rank": 1})]))
    wanted = {"title": "old", "rank": 1, "name": "old"}
    assert run(data(_versioned(store), "a")) == wanted
    found = run(documents(_versioned(store), order="rank"))
    assert [document.data for document in found] == [wanted]


def test_put_stamps_and_nobody_sees_it(store: Store) -> None:
    run(store.commit([Create(key("a"), {"title": "old"})]))
    run(_versioned(store).commit([Put(key("a"), {"name": "new"})]))
    assert run(data(store, "a")) == {"name": "new", FIELD: 2}
    assert run(data(_versioned(store), "a")) == {"name": "new"}
    assert [found.data for found in run(documents(_versioned(store)))] == [{"name": "new"}]


def test_an_update_of_single_fields_leaves_an_old_document_to_be_upgraded(store: Store) -> None:
    run(store.commit([Create(key("a"), {"title": "old"})]))
    run(_versioned(store).commit([Update(key("a"), set={"rank": 2}, increment={"count": 1})]))
    assert FIELD not in run(data(store, "a"))
    changed = {"title": "old", "rank": 2, "count": 1, "name": "old"}
    assert run(data(_versioned(store), "a")) == changed


def test_a_version_that_was_read_is_still_the_stores(store: Store) -> None:
    run(store.commit([Create(key("a"), {"title": "old"})]))

    async def rewrite() -> None:
        (found,) = await _versioned(store).get([key("a")])
        await _versioned(store).commit([Put(key("a"), found.data, found.version)])

    run(rewrite())
    assert run(data(store, "a")) == {"title": "old", "name": "old", FIELD: 2}
