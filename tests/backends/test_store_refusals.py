"""A commit that is refused changes nothing."""

from __future__ import annotations

import pytest

from common.store.store import Conflict, Create, Delete, DocumentStore, Put, Update

from .helpers import data, key, missing, run


def test_one_failing_condition_leaves_the_whole_commit_undone(store: DocumentStore) -> None:
    async def scenario() -> None:
        await store.commit([Create(key("taken"), {}), Create(key("b"), {"n": 1})])
        with pytest.raises(Conflict) as conflict:
            await store.commit(
                [
                    Create(key("a"), {}),
                    Update(key("b"), increment={"n": 1}),
                    Create(key("taken"), {}),
                    Create(key("c"), {}),
                ]
            )
        assert conflict.value.key == key("taken")
        assert await missing(store, "a")
        assert await missing(store, "c")
        assert await data(store, "b") == {"n": 1}

    run(scenario())


def test_commit_takes_a_hundred_writes_and_no_more(store: DocumentStore) -> None:
    async def scenario() -> None:
        await store.commit(Create(key(f"a{n}"), {}) for n in range(100))
        with pytest.raises(ValueError, match="100"):
            await store.commit(Create(key(f"b{n}"), {}) for n in range(101))
        assert await missing(store, "b0")
        await store.commit([])

    run(scenario())


def test_two_writes_of_one_document_are_refused(store: DocumentStore) -> None:
    async def scenario() -> None:
        with pytest.raises(ValueError, match="same document"):
            await store.commit([Create(key("b"), {}), Put(key("a"), {}), Delete(key("a"))])
        assert await missing(store, "b")

    run(scenario())


def test_a_field_in_two_operations_is_refused(store: DocumentStore) -> None:
    async def scenario() -> None:
        with pytest.raises(ValueError, match="'n'"):
            await store.commit([Update(key("a"), set={"n": 1}, remove=["n"], upsert=True)])
        assert await missing(store, "a")

    run(scenario())


def test_what_json_cannot_hold_is_refused(store: DocumentStore) -> None:
    async def scenario() -> None:
        for write in (
            Create(key("a"), {"bad": {1, 2}}),
            Put(key("a"), {"bad": "\ud800"}),
            Update(key("a"), set={"bad": object()}, upsert=True),
        ):
            with pytest.raises(ValueError):
                await store.commit([Create(key("b"), {}), write])
        assert await missing(store, "a")
        assert await missing(store, "b")

    run(scenario())
