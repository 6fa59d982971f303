"""What a page of the review queue reads, as benchmarks/queue_pages.py counts it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.queue_desk import PAGE, TURNS, Desk, Turn
from benchmarks.queue_pages import MOST_CALLS, MOST_SCANNED, look_for_one
from benchmarks.queue_store import fill

ITEMS = 4_500


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("queue")
    fill(found / "store.db", ITEMS)
    return found


@pytest.fixture
def desk(folder: Path) -> Iterator[Desk]:
    desk = Desk(folder, ITEMS)
    yield desk
    desk.close()


@pytest.mark.parametrize("turn", TURNS, ids=str)
def test_a_page_takes_few_reads(desk: Desk, turn: Turn) -> None:
    async def pages() -> None:
        for cursor in await turn.cursors(desk):
            desk.store.reset()
            found = await desk.page(turn, cursor)
            assert len(found.review_items) == PAGE
            assert all(item.flags and item.actions for item in found.review_items)
            assert desk.store.calls <= MOST_CALLS
            assert desk.store.scanned == PAGE

    asyncio.run(pages())


def test_no_filter_looks_through_more_than_it_says(desk: Desk) -> None:
    found = asyncio.run(look_for_one(desk))
    assert found["most_scanned"] == MOST_SCANNED
    assert found["calls"] == 3
