from __future__ import annotations

from typing import Any

import pytest

from common.store.store import Collection, Create, Delete, DocumentStore, MissingIndex, Put, Update

from .helpers import APP, COLLECTION, OTHER_APP, documents, ids, key, run


async def fill(store: DocumentStore, things: dict[str, dict[str, Any]], app: str = APP) -> None:
    await store.commit(Create(key(id, app), fields) for id, fields in things.items())


def test_without_an_order_documents_come_by_id(store: DocumentStore) -> None:
    async def scenario() -> None:
        await fill(store, {id: {} for id in ("b", "a", "C", "é", "10", "9")})
        assert await ids(store) == ["10", "9", "C", "a", "b", "é"]
        assert await ids(store, descending=True) == ["é", "b", "a", "C", "9", "10"]
        assert await ids(store, low="9", high="b") == ["9", "C", "a"]

    run(scenario())


def test_ids_with_odd_characters_come_in_order_too(store: DocumentStore) -> None:
    odd = ["", "-", ".", "..", ".d", "/", "/s", "0", "=", "__x__", "a", "a-", "a.", "a./", "a/"]
    odd += ["a/.", "a0", "漢", "👍", "m" * 900, "m" * 900 + "a", "m" * 890 + "z" * 200]

    async def scenario() -> None:
        await fill(store, {id: {} for id in odd})
        assert await ids(store) == sorted(odd)
        assert await ids(store, limit=3) == sorted(odd)
        assert await ids(store, descending=True, limit=4) == sorted(odd, reverse=True)
        assert await ids(store, low=".", high="a.") == [
            id for id in sorted(odd) if "." <= id < "a."
        ]

    run(scenario())


def test_an_empty_collection_has_one_empty_page(store: DocumentStore) -> None:
    page = run(store.query(COLLECTION, app=APP))
    assert (page.documents, page.cursor) == ([], None)


def test_order_is_by_value_in_both_directions(store: DocumentStore) -> None:
    async def scenario() -> None:
        await fill(store, {"a": {"rank": 10}, "b": {"rank": 9}, "c": {"rank": -1.5}})
        assert await ids(store, order="rank") == ["c", "b", "a"]
        assert await ids(store, order="rank", descending=True) == ["a", "b", "c"]

    run(scenario())


def test_texts_are_ordered_by_code_point(store: DocumentStore) -> None:
    async def scenario() -> None:
        ranks = ["", "A", "Z", "a", "a ", "a\x00", "aa", "é", "漢", "👍"]
        await fill(store, {f"id{n}": {"rank": rank} for n, rank in enumerate(ranks)})
        found = await documents(store, order="rank")
        assert [document.data["rank"] for document in found] == sorted(ranks)

    run(scenario())


def test_large_neighbouring_numbers_are_told_apart(store: DocumentStore) -> None:
    async def scenario() -> None:
        now = 1_763_812_345_123_456_789
        await fill(store, {"c": {"rank": now + 1}, "b": {"rank": now}, "a": {"rank": now + 2}})
        assert await ids(store, order="rank", limit=1) == ["b", "c", "a"]
        assert await ids(store, order="rank", low=now + 1, high=now + 2) == ["c"]

    run(scenario())


def test_low_is_included_and_high_is_not(store: DocumentStore) -> None:
    async def scenario() -> None:
        await fill(store, {str(n): {"rank": n} for n in range(6)})
        assert await ids(store, order="rank", low=2) == ["2", "3", "4", "5"]
        assert await ids(store, order="rank", high=2) == ["0", "1"]
        assert await ids(store, order="rank", low=0, high=0) == []
        for limit in (1, 2, 100):
            query: dict[str, Any] = {"order": "rank", "low": 1, "high": 4, "limit": limit}
            assert await ids(store, **query) == ["1", "2", "3"]
            assert await ids(store, **query, descending=True) == ["3", "2", "1"]

    run(scenario())


def test_equality_on_several_fields(store: DocumentStore) -> None:
    async def scenario() -> None:
        await fill(
            store,
            {
                "a": {"rank": 3, "state": "open", "kind": 1},
                "b": {"rank": 2, "state": "open", "kind": 1},
                "c": {"rank": 1, "state": "open", "kind": 2},
                "d": {"rank": 0, "state": "shut", "kind": 1},
                "e": {"rank": 0, "state": "open"},
            },
        )
        assert await ids(store, order="rank", equal={"state": "open"}) == ["e", "c", "b", "a"]
        both = {"kind": 1, "state": "open"}
        assert await ids(store, order="rank", equal=both) == ["b", "a"]
        assert await ids(store, order="rank", equal=both, descending=True, limit=1) == ["a", "b"]
        assert await ids(store, equal={"state": "shut"}) == ["d"]

    run(scenario())


@pytest.mark.parametrize("value", ["it's", True, False, 2**62, 1.5, ""])
def test_equality_takes_any_single_value(store: DocumentStore, value: Any) -> None:
    async def scenario() -> None:
        await fill(store, {"a": {"rank": 1, "state": value}, "b": {"rank": 1, "state": "no"}})
        assert await ids(store, order="rank", equal={"state": value}) == ["a"]

    run(scenario())


def test_documents_without_the_field_are_not_found(store: DocumentStore) -> None:
    async def scenario() -> None:
        fields: dict[str, dict[str, Any]] = {
            "a": {"rank": 1},
            "b": {},
            "c": {"state": "open"},
            "d": {"rank": None},
        }
        await fill(store, fields)
        for descending in (False, True):
            assert await ids(store, order="rank", descending=descending) == ["a"]
        assert await ids(store, order="rank", equal={"state": "open"}) == []

    run(scenario())


def test_the_index_follows_every_write(store: DocumentStore) -> None:
    async def scenario() -> None:
        await fill(store, {"a": {"rank": 1}, "b": {"rank": 2}, "c": {}, "d": {"rank": 9}})
        await store.commit(
            [
                Update(key("a"), increment={"rank": 5}),
                Update(key("b"), remove=["rank"]),
                Put(key("c"), {"rank": 3}),
                Delete(key("d")),
            ]
        )
        assert await ids(store, order="rank") == ["c", "a"]

    run(scenario())


def test_ties_are_broken_by_id_in_the_same_direction(store: DocumentStore) -> None:
    async def scenario() -> None:
        await fill(store, {id: {"rank": 1} for id in "bdac"})
        for limit in (1, 3, 100):
            assert await ids(store, order="rank", limit=limit) == list("abcd")
            assert await ids(store, order="rank", limit=limit, descending=True) == list("dcba")

    run(scenario())


def test_an_app_never_sees_the_documents_of_another(store: DocumentStore) -> None:
    async def scenario() -> None:
        await fill(store, {"a": {"rank": 1, "state": "open"}}, APP)
        await fill(store, {"b": {"rank": 1, "state": "open"}}, OTHER_APP)
        for query in ({}, {"order": "rank"}, {"order": "rank", "equal": {"state": "open"}}):
            assert await ids(store, APP, **query) == ["a"]
            assert await ids(store, OTHER_APP, **query) == ["b"]
            assert await ids(store, "", **query) == []

    run(scenario())


def test_a_query_across_apps_sees_all(store: DocumentStore) -> None:
    async def scenario() -> None:
        await fill(store, {"a": {"rank": 1, "state": "open"}, "b": {"rank": 3}}, APP)
        await fill(store, {"a": {"rank": 1, "state": "shut"}, "c": {"rank": 2}}, OTHER_APP)
        for limit in (1, 2, 100):
            found = await documents(store, None, order="rank", limit=limit)
            assert sorted(document.key.app for document in found[:2]) == [APP, OTHER_APP]
            assert [document.key.id for document in found] == ["a", "a", "c", "b"]
            found.reverse()
            back = await documents(store, None, order="rank", limit=limit, descending=True)
            assert [document.key.id for document in back] == ["b", "c", "a", "a"]
        [shut] = await documents(store, None, order="rank", equal={"state": "shut"})
        assert shut.key == key("a", OTHER_APP)

    run(scenario())


@pytest.mark.parametrize(
    ("app", "query"),
    [
        (APP, {"order": "other"}),
        (APP, {"order": "rank", "equal": {"kind": 1}}),
        (APP, {"equal": {"kind": 1}}),
        (None, {}),
        (None, {"order": "rank", "equal": {"state": "open", "kind": 1}}),
    ],
)
def test_an_undeclared_shape_is_refused(
    store: DocumentStore, app: str | None, query: dict[str, Any]
) -> None:
    with pytest.raises(MissingIndex):
        run(store.query(COLLECTION, app=app, **query))


def test_an_index_belongs_to_its_collection(store: DocumentStore) -> None:
    with pytest.raises(MissingIndex):
        run(store.query(Collection("others"), app=APP, order="rank"))
    assert run(store.query(Collection("others"), app=APP)).documents == []


def test_a_value_that_cannot_be_compared_is_refused(store: DocumentStore) -> None:
    for value in (["open"], {"a": 1}, None, 2**63, "\ud800"):
        with pytest.raises(ValueError, match="state"):
            run(store.query(COLLECTION, app=APP, order="rank", equal={"state": value}))
    with pytest.raises(ValueError, match="limit"):
        run(store.query(COLLECTION, app=APP, limit=0))
