from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from common.store.store import (
    Conflict,
    Create,
    Delete,
    DocumentStore,
    Put,
    Unavailable,
    Update,
    Write,
)

from .helpers import APP, OTHER_APP, data, found, key, missing, run


def test_created_document_is_found(store: DocumentStore) -> None:
    async def scenario() -> None:
        await store.commit([Create(key("a"), {"n": 1})])
        document = await found(store, "a")
        assert document.key == key("a")
        assert document.data == {"n": 1}

    run(scenario())


def test_get_keeps_the_order_of_its_keys(store: DocumentStore) -> None:
    async def scenario() -> None:
        await store.commit([Create(key(id), {"id_": id}) for id in "abc"])
        documents = await store.get([key("c"), key("none"), key("a"), key("c")])
        assert [d and d.data["id_"] for d in documents] == ["c", None, "a", "c"]
        assert await store.get([]) == []

    run(scenario())


def test_create_conflicts_with_what_exists(store: DocumentStore) -> None:
    async def scenario() -> None:
        await store.commit([Create(key("a"), {"n": 1})])
        with pytest.raises(Conflict) as conflict:
            await store.commit([Create(key("a"), {"n": 2})])
        assert conflict.value.key == key("a")
        assert await data(store, "a") == {"n": 1}

    run(scenario())


def test_put_replaces_the_whole_document(store: DocumentStore) -> None:
    async def scenario() -> None:
        await store.commit([Put(key("a"), {"old": 1})])
        await store.commit([Put(key("a"), {"new": 2})])
        assert await data(store, "a") == {"new": 2}

    run(scenario())


def test_put_at_its_version_succeeds_once(store: DocumentStore) -> None:
    async def scenario() -> None:
        await store.commit([Create(key("a"), {"n": 1})])
        version = (await found(store, "a")).version
        await store.commit([Put(key("a"), {"n": 2}, version)])
        with pytest.raises(Conflict):
            await store.commit([Put(key("a"), {"n": 3}, version)])
        assert await data(store, "a") == {"n": 2}

    run(scenario())


@pytest.mark.parametrize(
    "write",
    [
        lambda version: Put(key("a"), {}, version),
        lambda version: Update(key("a"), set={"n": 2}, version=version),
        lambda version: Update(key("a"), set={"n": 2}, version=version, upsert=True),
        lambda version: Delete(key("a"), version),
    ],
    ids=["put", "update", "upsert", "delete"],
)
def test_a_version_asked_of_a_missing_document_conflicts(
    store: DocumentStore, write: Callable[[Any], Write]
) -> None:
    async def scenario() -> None:
        await store.commit([Create(key("a"), {})])
        version = (await found(store, "a")).version
        await store.commit([Delete(key("a"))])
        with pytest.raises(Conflict):
            await store.commit([write(version)])
        assert await missing(store, "a")

    run(scenario())


def test_every_write_changes_the_version(store: DocumentStore) -> None:
    async def scenario() -> None:
        versions = []
        writes: list[Write] = [
            Create(key("a"), {"n": 1}),
            Put(key("a"), {"n": 1}),
            Update(key("a"), set={"n": 1}),
        ]
        for write in writes:
            await store.commit([write])
            versions.append((await found(store, "a")).version)
        assert len(set(versions)) == len(writes)

    run(scenario())


def test_a_document_created_again_has_no_old_version(store: DocumentStore) -> None:
    async def scenario() -> None:
        versions = []
        for _ in range(3):
            await store.commit([Create(key("a"), {})])
            versions.append((await found(store, "a")).version)
            await store.commit([Delete(key("a"))])
        assert len(set(versions)) == 3

    run(scenario())


def test_update_changes_only_the_named_fields(store: DocumentStore) -> None:
    async def scenario() -> None:
        await store.commit(
            [Create(key("a"), {"keep": 1, "set": 1, "n": 1, "tags": ["x"], "go": 1})]
        )
        await store.commit(
            [
                Update(
                    key("a"),
                    set={"set": {"deep": [1, None]}},
                    increment={"n": 2, "fresh": -3},
                    union={"tags": ["y", "x"], "fresh_tags": ["z"]},
                    remove=["go", "never_there"],
                )
            ]
        )
        document = await data(store, "a")
        assert sorted(document.pop("tags")) == ["x", "y"]
        assert document == {
            "keep": 1,
            "set": {"deep": [1, None]},
            "n": 3,
            "fresh": -3,
            "fresh_tags": ["z"],
        }

    run(scenario())


def test_union_holds_each_member_once(store: DocumentStore) -> None:
    async def scenario() -> None:
        for _ in range(2):
            update = Update(key("a"), union={"tags": ["x", "y", "x"]}, upsert=True)
            await store.commit([update])
        assert sorted((await data(store, "a"))["tags"]) == ["x", "y"]

    run(scenario())


def test_update_of_a_missing_document_conflicts(store: DocumentStore) -> None:
    async def scenario() -> None:
        with pytest.raises(Conflict):
            await store.commit([Update(key("a"), increment={"n": 1})])
        assert await missing(store, "a")

    run(scenario())


def test_upsert_creates_a_missing_document(store: DocumentStore) -> None:
    async def scenario() -> None:
        for _ in range(2):
            update = Update(key("a"), set={"s": "x"}, increment={"n": 1}, upsert=True)
            await store.commit([update])
        assert await data(store, "a") == {"s": "x", "n": 2}

    run(scenario())


def test_update_at_its_version_succeeds_once(store: DocumentStore) -> None:
    async def scenario() -> None:
        await store.commit([Create(key("a"), {"n": 1})])
        version = (await found(store, "a")).version
        await store.commit([Update(key("a"), increment={"n": 1}, version=version)])
        with pytest.raises(Conflict):
            await store.commit([Update(key("a"), increment={"n": 1}, version=version)])
        assert await data(store, "a") == {"n": 2}

    run(scenario())


def test_delete_removes_and_does_not_mind_a_missing_document(store: DocumentStore) -> None:
    async def scenario() -> None:
        await store.commit([Create(key("a"), {})])
        for _ in range(2):
            await store.commit([Delete(key("a"))])
        assert await missing(store, "a")

    run(scenario())


def test_delete_of_a_changed_document_conflicts(store: DocumentStore) -> None:
    async def scenario() -> None:
        await store.commit([Create(key("a"), {"n": 1})])
        version = (await found(store, "a")).version
        await store.commit([Put(key("a"), {"n": 2})])
        with pytest.raises(Conflict):
            await store.commit([Delete(key("a"), version)])
        await store.commit([Delete(key("a"), (await found(store, "a")).version)])
        assert await missing(store, "a")

    run(scenario())


def test_documents_of_one_id_in_two_apps_are_two(store: DocumentStore) -> None:
    async def scenario() -> None:
        await store.commit([Create(key("a", APP), {"n": 1}), Create(key("a", OTHER_APP), {"n": 2})])
        await store.commit([Delete(key("a", APP))])
        assert await missing(store, "a", APP)
        assert await data(store, "a", OTHER_APP) == {"n": 2}

    run(scenario())


def test_a_document_may_stand_above_all_apps(store: DocumentStore) -> None:
    async def scenario() -> None:
        await store.commit([Create(key("a", ""), {"n": 1})])
        assert await data(store, "a", "") == {"n": 1}
        assert await missing(store, "a", APP)

    run(scenario())


def test_written_data_survives_reopening(open_store: Callable[[], DocumentStore]) -> None:
    first = open_store()
    run(first.commit([Create(key("a"), {"n": 1})]))
    first.close()
    second = open_store()
    assert run(data(second, "a")) == {"n": 1}
    second.close()


def test_a_closed_store_is_unavailable(open_store: Callable[[], DocumentStore]) -> None:
    store = open_store()
    store.close()
    with pytest.raises(Unavailable):
        run(store.commit([Create(key("a"), {})]))
    with pytest.raises(Unavailable):
        run(store.get([key("a")]))
