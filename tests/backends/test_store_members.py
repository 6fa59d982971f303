"""Documents found by one member of a list that they hold."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from common.store.shapes import Shapes
from common.store.store import (
    Conflict,
    Create,
    Delete,
    DocumentStore,
    Index,
    MissingIndex,
    Put,
    Update,
    Write,
)

from .helpers import APP, COLLECTION, OTHER_APP, found, ids, key, run

TAGS = ("red", "blue", "green")
_lists = st.lists(st.sampled_from(TAGS), unique=True)


async def tagged(store: DocumentStore, tag: str, app: str = APP, **query: Any) -> list[str]:
    return await ids(store, app, order="rank", equal={"tags": tag}, **query)


@st.composite
def _writes(draw: st.DrawFn) -> tuple[str, int, Any]:
    kinds = ("put", "set", "union", "remove", "move", "delete", "upsert")
    return draw(st.sampled_from(kinds)), draw(st.integers(0, 3)), draw(_lists)


@given(
    writes=st.lists(_writes(), max_size=12),
    limit=st.integers(1, 3),
    descending=st.booleans(),
)
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_what_is_found_is_what_has_the_member_whatever_was_written(
    store: DocumentStore, writes: list[tuple[str, int, Any]], limit: int, descending: bool
) -> None:
    app = uuid4().hex
    documents: dict[str, dict[str, Any]] = {}

    async def scenario() -> None:
        for number, (kind, id, tags) in enumerate(writes):
            place = key(f"{id}", app)
            write: Write = Put(place, {"rank": number % 3, "tags": tags})
            held = documents.get(place.id)
            match kind:
                case "put":
                    documents[place.id] = {"rank": number % 3, "tags": tags}
                case "delete":
                    write = Delete(place)
                    documents.pop(place.id, None)
                case "upsert":
                    write = Update(place, set={"rank": number}, union={"tags": tags}, upsert=True)
                    held = documents.setdefault(place.id, {"tags": []})
                    held["rank"] = number
                    held["tags"] = list(dict.fromkeys([*held["tags"], *tags]))
                case _ if held is None:
                    continue
                case "set":
                    write = Update(place, set={"tags": tags})
                    held["tags"] = tags
                case "union":
                    write = Update(place, union={"tags": tags})
                    held["tags"] = list(dict.fromkeys([*held.get("tags", []), *tags]))
                case "remove":
                    write = Update(place, remove=("tags",))
                    held["tags"] = []
                case "move":
                    write = Update(place, set={"rank": number}, increment={"moves": 1})
                    held["rank"] = number
            await store.commit([write])
        for tag in TAGS:
            expected = sorted(
                ((each["rank"], id) for id, each in documents.items() if tag in each["tags"]),
                reverse=descending,
            )
            seen = await tagged(store, tag, app, limit=limit, descending=descending)
            assert seen == [id for _, id in expected]

    run(scenario())


def test_members_are_of_one_app_and_have_an_order(store: DocumentStore) -> None:
    async def scenario() -> None:
        await store.commit(
            [
                Create(key("a"), {"rank": 2, "tags": ["red", "blue"]}),
                Create(key("b"), {"rank": 1, "tags": ["red"]}),
                Create(key("c"), {"tags": ["red"]}),
                Create(key("d"), {"rank": 1, "tags": "red"}),
                Create(key("e"), {"rank": 1, "tags": []}),
                Create(key("f"), {"rank": 1}),
                Create(key("a", OTHER_APP), {"rank": 3, "tags": ["red", "é👍"]}),
            ]
        )
        assert await tagged(store, "red") == ["b", "a"]
        assert await tagged(store, "red", descending=True) == ["a", "b"]
        assert await tagged(store, "red", low=2) == ["a"]
        assert await tagged(store, "red", high=2) == ["b"]
        assert await tagged(store, "red", low=2, high=2) == []
        assert await tagged(store, "yellow") == []
        assert await tagged(store, "red", OTHER_APP) == ["a"]
        assert await tagged(store, "é👍", OTHER_APP) == ["a"]
        page = await store.query(
            COLLECTION, app=APP, order="rank", equal={"tags": "red"}, after=(1, "b")
        )
        assert [document.key.id for document in page.documents] == ["a"]
        with pytest.raises(MissingIndex):
            await store.query(COLLECTION, app=None, order="rank", equal={"tags": "red"})

    run(scenario())


def test_many_who_write_one_list_at_once_leave_what_the_document_says(store: DocumentStore) -> None:
    async def scenario() -> None:
        await store.commit([Create(key("a"), {"rank": 0, "tags": []})])
        version = (await found(store, "a")).version

        async def replace(tag: str) -> None:
            try:
                await store.commit([Update(key("a"), set={"tags": [tag]}, version=version)])
            except Conflict:
                await store.commit([Update(key("a"), union={"tags": [tag]})])

        await asyncio.gather(*map(replace, TAGS))
        held = (await found(store, "a")).data["tags"]
        for tag in TAGS:
            assert await tagged(store, tag) == (["a"] if tag in held else [])
        with pytest.raises(Conflict):
            await store.commit([Put(key("a"), {"rank": 1, "tags": ["late"]}, version)])
        with pytest.raises(Conflict):
            await store.commit([Delete(key("a"), version)])
        with pytest.raises(Conflict):
            await store.commit([Create(key("a"), {"rank": 1, "tags": ["late"]})])
        assert await tagged(store, "late") == []

    run(scenario())


def test_long_lists_and_many_documents_go_together(store: DocumentStore) -> None:
    """More entries come and go than fit into one transaction of DynamoDB's."""
    first = [f"first {n}" for n in range(70)]
    second = [f"second {n}" for n in range(70)]

    async def scenario() -> None:
        others = [Create(key(f"other {n}"), {}) for n in range(60)]
        await store.commit([Create(key("a"), {"rank": 0, "tags": first}), *others])
        for tag in first:
            assert await tagged(store, tag) == ["a"]
        await store.commit([Update(key("a"), set={"tags": second})])
        for tag in second:
            assert await tagged(store, tag) == ["a"]
        for tag in first:
            assert await tagged(store, tag) == []

    run(scenario())


@pytest.mark.parametrize(
    "index",
    [
        Index(COLLECTION, "rank", ("state",), each="tags"),
        Index(COLLECTION, "rank", across_apps=True, each="tags"),
        Index(COLLECTION, "id", each="tags"),
    ],
)
def test_no_index_of_members_has_more(index: Index) -> None:
    with pytest.raises(ValueError):
        Shapes([index])
