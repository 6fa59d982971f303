from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from common.store.store import BadCursor, Create, Delete, Document, DocumentStore, Key, Put

from .helpers import APP, COLLECTION, OTHER_APP, key, run

RANKS = st.integers(0, 3)
IDS = st.integers(0, 30)
_EXAMPLES = 25
"""moto copies the whole table at each transaction, and all examples share one."""


@dataclass(frozen=True)
class Meanwhile:
    """What happens between two pages to documents that are not among the steady ones."""

    put: dict[int, int]
    delete: list[int]


@st.composite
def meanwhiles(draw: st.DrawFn) -> Meanwhile:
    put = draw(st.dictionaries(IDS, RANKS, max_size=4))
    delete = draw(st.lists(IDS, max_size=4, unique=True))
    return Meanwhile(put, [id for id in delete if id not in put])


async def paged(
    store: DocumentStore, app: str, meanwhile: list[Meanwhile], **query: Any
) -> list[Document]:
    seen: list[Document] = []
    cursor: str | None = None
    changes = iter(meanwhile)
    while True:
        page = await store.query(COLLECTION, app=app, cursor=cursor, **query)
        seen += page.documents
        cursor = page.cursor
        if cursor is None:
            return seen
        change = next(changes, Meanwhile({}, []))
        await store.commit(
            [
                *[Put(moving(app, id), {"rank": rank}) for id, rank in change.put.items()],
                *[Delete(moving(app, id)) for id in change.delete],
            ]
        )


def moving(app: str, id: int) -> Key:
    return key(f"{id:02}-moving", app)


@given(
    steady=st.dictionaries(IDS, RANKS, max_size=25),
    before=st.dictionaries(IDS, RANKS, max_size=10),
    meanwhile=st.lists(meanwhiles(), max_size=8),
    limit=st.integers(1, 7),
    descending=st.booleans(),
    order=st.sampled_from(["id", "rank"]),
)
@settings(
    max_examples=_EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_what_stays_is_seen_exactly_once_whatever_is_written_meanwhile(
    store: DocumentStore,
    steady: dict[int, int],
    before: dict[int, int],
    meanwhile: list[Meanwhile],
    limit: int,
    descending: bool,
    order: str,
) -> None:
    app = uuid4().hex

    async def scenario() -> None:
        await store.commit(
            [
                *[Create(key(f"{id:02}", app), {"rank": rank}) for id, rank in steady.items()],
                *[Create(moving(app, id), {"rank": rank}) for id, rank in before.items()],
            ]
        )
        seen = await paged(store, app, meanwhile, order=order, limit=limit, descending=descending)
        stayed = [d.key.id for d in seen if not d.key.id.endswith("moving")]
        assert sorted(stayed) == sorted(f"{id:02}" for id in steady)
        places = [(d.data["rank"] if order == "rank" else 0, d.key.id) for d in seen]
        assert places == sorted(places, reverse=descending)

    run(scenario())


async def first_cursor(store: DocumentStore, **query: Any) -> str:
    page = await store.query(COLLECTION, limit=1, **query)
    assert page.cursor is not None
    return page.cursor


async def fill(store: DocumentStore) -> None:
    fields = {"rank": 1, "state": "open", "kind": 1}
    await store.commit(Create(key(id, app), fields) for id in "abc" for app in (APP, OTHER_APP))


OTHER_QUERIES: list[dict[str, Any]] = [
    {"app": OTHER_APP},
    {"app": None},
    {"order": "id"},
    {"descending": True},
    {"equal": {"state": "shut"}},
    {"equal": {}},
    {"equal": {"state": "open", "kind": 1}},
    {"low": 1},
    {"high": 5},
]


@pytest.mark.parametrize("change", OTHER_QUERIES, ids=str)
def test_a_cursor_of_another_query_is_refused(store: DocumentStore, change: dict[str, Any]) -> None:
    async def scenario() -> None:
        await fill(store)
        query: dict[str, Any] = {"app": APP, "order": "rank", "equal": {"state": "open"}}
        cursor = await first_cursor(store, **query)
        await store.query(COLLECTION, **query, cursor=cursor)
        with pytest.raises(BadCursor):
            await store.query(COLLECTION, **{**query, **change}, cursor=cursor)

    run(scenario())


@pytest.mark.parametrize(
    "cursor", ["", "x", "nonsense", "é", "e30", "W10", "bnVsbA", "=" * 9, "\x00"]
)
def test_nonsense_is_no_cursor(store: DocumentStore, cursor: str) -> None:
    with pytest.raises(BadCursor):
        run(store.query(COLLECTION, app=APP, cursor=cursor))


def test_a_cut_or_extended_cursor_is_refused(store: DocumentStore) -> None:
    async def scenario() -> None:
        await fill(store)
        cursor = await first_cursor(store, app=APP, order="rank")
        for bad in (cursor[:-1], cursor[:-4], cursor[4:], cursor + cursor):
            with pytest.raises(BadCursor):
                await store.query(COLLECTION, app=APP, order="rank", cursor=bad)

    run(scenario())


def test_a_cursor_outlives_its_document_and_may_be_used_again(store: DocumentStore) -> None:
    async def scenario() -> None:
        await fill(store)
        cursor = await first_cursor(store, app=APP, order="rank")
        await store.commit([Delete(key("a")), Delete(key("b"))])
        pages = await asyncio.gather(
            *[store.query(COLLECTION, app=APP, order="rank", cursor=cursor) for _ in range(2)]
        )
        assert [[d.key.id for d in page.documents] for page in pages] == [["c"], ["c"]]

    run(scenario())


def test_a_last_page_that_is_exactly_full_has_no_cursor(store: DocumentStore) -> None:
    async def scenario() -> None:
        await fill(store)
        page = await store.query(COLLECTION, app=APP, order="rank", limit=3)
        assert len(page.documents) == 3
        assert page.cursor is None

    run(scenario())


PLACES = st.tuples(RANKS, st.integers(0, 30).map(lambda id: f"{id:02}"))


@given(
    ranks=st.dictionaries(IDS, RANKS, max_size=20),
    place=PLACES,
    limit=st.integers(1, 7),
    descending=st.booleans(),
    order=st.sampled_from(["id", "rank"]),
)
@settings(
    max_examples=_EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_a_query_goes_on_after_any_place_in_both_directions(
    store: DocumentStore,
    ranks: dict[int, int],
    place: tuple[int, str],
    limit: int,
    descending: bool,
    order: str,
) -> None:
    app = uuid4().hex
    after = place if order == "rank" else (place[1], place[1])

    async def scenario() -> None:
        await store.commit([Create(key(f"{id:02}", app), {"rank": r}) for id, r in ranks.items()])
        query: dict[str, Any] = {"app": app, "order": order, "descending": descending}
        page = await store.query(COLLECTION, limit=limit, after=after, **query)
        seen = page.documents
        while page.cursor is not None:
            page = await store.query(COLLECTION, limit=limit, cursor=page.cursor, **query)
            seen += page.documents
        places = [(r if order == "rank" else f"{id:02}", f"{id:02}") for id, r in ranks.items()]
        expected = sorted(
            (each for each in places if (each < after if descending else each > after)),
            reverse=descending,
        )
        assert [document.key.id for document in seen] == [id for _, id in expected]

    run(scenario())


def test_a_place_is_within_an_app_and_has_a_value(store: DocumentStore) -> None:
    wrong: list[tuple[Any, dict[str, Any]]] = [
        ((1, "a"), {"app": None, "order": "rank"}),
        ((None, "a"), {"app": APP, "order": "rank"}),
        (([1], "a"), {"app": APP, "order": "rank"}),
        ((1, "\ud800"), {"app": APP, "order": "rank"}),
        (("a", "b"), {"app": APP, "order": "id"}),
    ]
    for after, query in wrong:
        with pytest.raises(ValueError):
            run(store.query(COLLECTION, after=after, **query))
