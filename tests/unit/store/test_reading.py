"""A stored document that cannot be decoded is named, on every backend, and hides no other."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest

from common.store.dynamodb.items import document_of, item_of, plain
from common.store.dynamodb.layout import Layout
from common.store.firestore.values import decoded_fields, encoded_value
from common.store.reading import Reading
from common.store.store import Collection, Damaged, Document, Key, Page, Store
from common.store.versions import FIELD, VersionedStore

THINGS: Collection[dict[str, Any]] = Collection("things")


def _key(id: str) -> Key[dict[str, Any]]:
    return Key("app", THINGS, id)


@pytest.mark.parametrize("damage", ["{", "[]", "null", '"text"', "\ud800", None])
def test_an_item_of_dynamodb(damage: str | None) -> None:
    layout = Layout([])
    items = [item_of(layout, _key(id), {"n": 1}, "v") for id in "abc"]
    if damage is None:
        del items[1]["data"]
    else:
        items[1]["data"] = damage
    reading = Reading()
    documents = [document_of(reading, item) for item in items]
    with pytest.raises(Damaged) as damaged:
        reading.page(documents, "next")
    assert damaged.value.keys == [_key("b")]
    page = damaged.value.page
    assert page is not None
    assert ([each.key.id for each in page.documents], page.cursor) == (["a", "c"], "next")


def test_an_attribute_of_another_type_is_not_ours() -> None:
    assert plain({"data": {"S": "{}"}, "ttl": {"N": "1"}}) == {"data": "{}"}


def test_a_document_of_firestore() -> None:
    reading = Reading()
    for id, text in (("a", "[1]"), ("b", "[1"), ("c", "{}")):
        fields = {"list": encoded_value({"~": 1}), "n": encoded_value(1)}
        fields["list"].map_value.fields["~json"].string_value = text
        reading.document(_key(id), 1, decoded_fields, fields)
    with pytest.raises(Damaged) as damaged:
        reading.check()
    assert damaged.value.keys == [_key("b")]


def test_without_damage_nothing_is_raised() -> None:
    reading = Reading()
    document = reading.document(_key("a"), 1, dict, {"n": 1})
    reading.check()
    assert reading.page([document], None) == Page([Document(_key("a"), {"n": 1}, 1)], None)


class _Stored:
    """A store of some documents, one of which has been read as damaged already."""

    def __init__(self, *data: dict[str, Any]) -> None:
        self._documents = [Document(_key(str(n)), each, 1) for n, each in enumerate(data)]

    async def get(self, keys: Sequence[Key[Any]]) -> list[Document[Any] | None]:
        return [self._documents[int(key.id)] for key in keys]

    async def query(self, *_: object, **__: object) -> Page[Any]:
        raise Damaged([_key("gone")], Page(self._documents, "next"))


def test_what_has_the_shape_of_no_release_is_damaged_too() -> None:
    def rename(data: dict[str, Any]) -> None:
        data["new"] = data.pop("old")

    inner: Any = _Stored({"old": 1}, {"neither": 1}, {"old": 2, FIELD: "x"}, {"new": 3, FIELD: 2})
    store: Store = inner
    versioned = VersionedStore(store, {THINGS: [rename]})
    with pytest.raises(Damaged) as one:
        asyncio.run(versioned.get([_key("1"), _key("3")]))
    assert one.value.keys == [_key("1")]
    inner = _Stored({"old": 1}, {"neither": 1}, {"old": 2, FIELD: "x"}, {"new": 3, FIELD: 2})
    with pytest.raises(Damaged) as several:
        asyncio.run(VersionedStore(inner, {THINGS: [rename]}).query(THINGS, app="app"))
    assert {each.id for each in several.value.keys} == {"gone", "1", "2"}
    assert several.value.page is not None
    assert [each.data for each in several.value.page.documents] == [{"new": 1}, {"new": 3}]
