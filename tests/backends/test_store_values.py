from __future__ import annotations

from typing import Any

import pytest

from common.store.store import Create, Delete, DocumentStore, Update

from .helpers import data, found, ids, key, missing, run


def nested(levels: int) -> list[Any] | dict[str, Any]:
    value: list[Any] | dict[str, Any] = {}
    for level in range(levels):
        value = [value] if level % 2 else {"deeper": value}
    return value


ODD_IDS = [
    "a/b/c",
    "..",
    ".",
    "__x__",
    "__id7__",
    "with space",
    "quote'\"`;--",
    "percent%2F%",
    "hash#?&=",
    "back\\slash",
    "naïve – 漢字",
    "👩‍👩‍👧‍👦",
    "line\nbreak\ttab",
    "x" * 1500,
    "é" * 750,
    "",
    "x" * 5000,
]
VALUES = [
    0,
    -1,
    2**53 + 1,
    2**62,
    -(2**62),
    0.1,
    1e300,
    -2.5,
    True,
    False,
    None,
    "",
    "text 漢字 👍 \x00 end",
    [],
    {},
    [1, [2, {"three": [4.5, None, True]}]],
    {"a": {"b": {"c": "d"}}, "with.dot": 1, "with space": 2, "`tick`": 3},
    [[0, 1, 2, "x"], [], [[]]],
    {"__reserved__": 1, "a": {"": 2}},
    {"~json": "[1]"},
    {"~": 1, "~v": 2, "~id": 3},
    {"k" * 2000: 1},
    2**64 - 1,
    nested(40),
]
FIELDS = [
    "plain",
    "with space",
    "with.dot",
    "with|pipe",
    "`tick`",
    "back\\slash",
    "漢字",
    "a-b",
    "1st",
    "",
    "__reserved__",
    "~",
    "~id",
    "~json",
    "~v",
]


@pytest.mark.parametrize("id", ODD_IDS, ids=range(len(ODD_IDS)))
def test_odd_ids_name_their_own_document(store: DocumentStore, id: str) -> None:
    async def scenario() -> None:
        await store.commit([Create(key(id), {"rank": 1}), Create(key("other"), {"rank": 2})])
        document = await found(store, id)
        assert document.key == key(id)
        await store.commit([Update(key(id), set={"rank": 3})])
        assert await ids(store, order="rank", limit=1) == ["other", id]
        assert sorted(await ids(store, limit=1)) == sorted(["other", id])
        await store.commit([Delete(key(id))])
        assert await missing(store, id)

    run(scenario())


@pytest.mark.parametrize("value", VALUES, ids=range(len(VALUES)))
def test_values_come_back_as_they_were(store: DocumentStore, value: Any) -> None:
    async def scenario() -> None:
        await store.commit([Create(key("a"), {"value": value})])
        await store.commit([Update(key("b"), set={"value": value}, upsert=True)])
        for id in ("a", "b"):
            read = (await data(store, id))["value"]
            assert read == value
            assert type(read) is type(value)

    run(scenario())


@pytest.mark.parametrize("field", FIELDS, ids=range(len(FIELDS)))
def test_field_operations_take_any_field_name(store: DocumentStore, field: str) -> None:
    async def scenario() -> None:
        for _ in range(2):
            await store.commit(
                [
                    Update(key("n"), increment={field: 2}, upsert=True),
                    Update(key("u"), union={field: ["x"]}, upsert=True),
                    Update(key("s"), set={field: 1}, upsert=True),
                ]
            )
        assert await data(store, "n") == {field: 4}
        assert await data(store, "u") == {field: ["x"]}
        await store.commit([Update(key("s"), remove=[field])])
        assert await data(store, "s") == {}

    run(scenario())


def test_increments_of_large_numbers_are_exact(store: DocumentStore) -> None:
    async def scenario() -> None:
        await store.commit([Create(key("a"), {"n": 2**62})])
        await store.commit([Update(key("a"), increment={"n": 1})])
        assert await data(store, "a") == {"n": 2**62 + 1}

    run(scenario())
