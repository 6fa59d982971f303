"""Pages of a list, forwards and backwards, of what is looked through and of what is in memory."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from common.domain.errors import Invalid
from common.moderation.filtering import scanning
from common.moderation.filtering.paging import Asked, Paged, page_of
from common.moderation.filtering.scanning import Scan
from common.moderation.filtering.sorting import Sorted, sortings
from common.store.sqlite.store import SqliteStore
from common.store.store import BadCursor, Collection, Create, Data, Delete, Index, Key

THINGS: Collection = Collection("things")
INDEXES = (Index(THINGS, "rank"), Index(THINGS, "rank", ("kind",)))
_apps = count()
_things = st.dictionaries(
    st.integers(0, 30).map(lambda id: f"{id:02}"),
    st.fixed_dictionaries(
        {"rank": st.integers(0, 4), "kind": st.sampled_from("ab"), "is_wanted": st.booleans()}
    ),
    max_size=25,
)
Ask = Callable[[Asked], Awaitable[Paged[Data]]]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    store = SqliteStore(Path(tmp_path_factory.mktemp("pages")) / "store.db", INDEXES)
    yield store
    store.close()


def _key(app: str, id: str) -> Key:
    return Key(app, THINGS, id)


async def _filled(store: SqliteStore, things: dict[str, Data]) -> str:
    app = f"app-{next(_apps)}"
    await store.commit(Create(_key(app, id), {"id": id, **each}) for id, each in things.items())
    return app


def _scan(store: SqliteStore, app: str, *, descending: bool, merged: bool) -> Scan[Data]:
    equal: Any = [{"kind": "a"}, {"kind": "b"}] if merged else {}
    return Scan(store, THINGS, app, "rank", descending, lambda d: d["is_wanted"], equal)


def _asking(scan: Scan[Data]) -> Ask:
    return lambda asked: replace(scan, asked=asked).page()


async def _there_and_back(ask: Ask, limit: int) -> tuple[list[str], list[str]]:
    """What is seen up to the end, and from there back to the beginning."""
    page = await ask(Asked(limit=limit))
    assert page.prev is None
    forwards = [page]
    while page.next is not None:
        page = await ask(Asked(limit=limit, cursor=page.next))
        forwards.append(page)
        assert len(forwards) < 500
    backwards = [page]
    while page.prev is not None:
        page = await ask(Asked(limit=limit, prev=page.prev))
        backwards.insert(0, page)
        assert len(backwards) < 500
    return _ids(forwards), _ids(backwards)


def _ids(pages: list[Paged[Data]]) -> list[str]:
    return [document["id"] for page in pages for document in page.documents]


@settings(max_examples=150, deadline=None)
@given(
    things=_things,
    limit=st.integers(1, 5),
    descending=st.booleans(),
    merged=st.booleans(),
    page=st.integers(1, 4),
    most=st.integers(1, 9),
)
def test_the_way_back_shows_what_the_way_there_showed(
    store: SqliteStore,
    things: dict[str, Data],
    limit: int,
    descending: bool,
    merged: bool,
    page: int,
    most: int,
) -> None:
    expected = sorted(
        ((each["rank"], id) for id, each in things.items() if each["is_wanted"]),
        reverse=descending,
    )

    async def scenario() -> tuple[list[str], list[str]]:
        app = await _filled(store, things)
        scan = _scan(store, app, descending=descending, merged=merged)
        return await _there_and_back(_asking(scan), limit)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scanning, "_PAGE", page)
        patch.setattr(scanning, "_SCANNED_MOST", most)
        there, back = asyncio.run(scenario())
    assert there == back == [id for _, id in expected]


@settings(max_examples=150, deadline=None)
@given(things=_things, limit=st.integers(1, 5), first=st.booleans(), second=st.booleans())
def test_lists_in_memory_are_left_in_both_directions_too(
    things: dict[str, Data], limit: int, first: bool, second: bool
) -> None:
    sorts = [Sorted("rank", first), Sorted("kind", second)]
    documents = [{"id": id, **each} for id, each in things.items()]

    async def ask(asked: Asked) -> Paged[Data]:
        return page_of(documents, asked, sorts, "things")

    there, back = asyncio.run(_there_and_back(ask, limit))
    expected = sorted(documents, key=lambda each: each["id"], reverse=first)
    expected.sort(key=lambda each: each["kind"], reverse=second)
    expected.sort(key=lambda each: each["rank"], reverse=first)
    assert there == back == [each["id"] for each in expected]


def test_what_goes_and_comes_meanwhile_hides_nothing_on_the_way_back(store: SqliteStore) -> None:
    things: dict[str, Data] = {
        f"{n:02}": {"rank": n, "kind": "a", "is_wanted": True} for n in range(6)
    }

    async def scenario() -> None:
        app = await _filled(store, things)
        ask = _asking(_scan(store, app, descending=False, merged=False))
        second = await ask(Asked(limit=2, cursor=(await ask(Asked(limit=2))).next))
        assert _ids([second]) == ["02", "03"]
        await store.commit([Delete(_key(app, "02")), Delete(_key(app, "01"))])
        fresh = {"id": "025", "rank": 1, "kind": "a", "is_wanted": True}
        await store.commit([Create(_key(app, "025"), fresh)])
        assert _ids([await ask(Asked(limit=2, prev=second.prev))]) == ["00", "025"]

    asyncio.run(scenario())


def test_a_page_of_none_is_left_where_it_was_reached(store: SqliteStore) -> None:
    async def scenario() -> None:
        things: dict[str, Data] = {
            f"{n}": {"rank": n, "kind": "a", "is_wanted": True} for n in range(3)
        }
        app = await _filled(store, things)
        ask = _asking(_scan(store, app, descending=False, merged=False))
        assert await ask(Asked(limit=0)) == Paged([])
        following = (await ask(Asked(limit=1))).next
        assert await ask(Asked(limit=0, cursor=following)) == Paged([], following)

    asyncio.run(scenario())


def test_cursors_are_of_one_sorting_and_one_direction(store: SqliteStore) -> None:
    async def scenario() -> None:
        things: dict[str, Data] = {
            f"{n}": {"rank": n, "kind": "a", "is_wanted": True} for n in range(3)
        }
        app = await _filled(store, things)
        scan = _scan(store, app, descending=False, merged=False)
        ask = _asking(scan)
        first = await ask(Asked(limit=1))
        assert first.next is not None
        for wrong in ("x", "", "é", "W10", first.next[:-3], first.next + "AAAA"):
            if wrong:
                with pytest.raises(BadCursor):
                    await ask(Asked(cursor=wrong))
        with pytest.raises(BadCursor):
            await ask(Asked(prev=first.next))
        with pytest.raises(BadCursor):
            await replace(scan, descending=True, asked=Asked(cursor=first.next)).page()
        with pytest.raises(BadCursor):
            await replace(scan, low=2, asked=Asked(cursor=first.next)).page()
        with pytest.raises(Invalid) as refused:
            await ask(Asked(cursor=first.next, prev=first.next))
        assert set(refused.value.fields) == {"prev"}

    asyncio.run(scenario())


@pytest.mark.parametrize(
    "sort",
    [
        [{"field": "a", "direction": -1}, {"field": "b"}],
        [{"a": -1}, {"b": 1}],
        {"a": -1, "b": 1},
        [
            {"field": "field", "direction": "a"},
            {"field": "direction", "direction": -1},
            {"field": "field", "direction": "b"},
            {"field": "direction", "direction": 1},
        ],
    ],
)
def test_second_keys_come_in_all_shapes(sort: Any) -> None:
    assert sortings(sort, {"a", "b"}) == [Sorted("a", True), Sorted("b", False)]


@pytest.mark.parametrize(
    "sort",
    [
        [{"field": "a"}, {"field": "c"}],
        [{"field": "a"}, {"field": "a"}],
        [{"field": "a", "direction": 2}],
        [{}],
    ],
)
def test_what_cannot_be_sorted_by_is_refused(sort: Any) -> None:
    with pytest.raises(Invalid):
        sortings(sort, {"a", "b"})
