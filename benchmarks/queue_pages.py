"""Pages of the review queue, from a queue of a thousand items to one of a million, on SQLite.

A page is 25 items as a client gets them: found, put together with creators, flags and actions, and
made an answer. Each filter and order that has an index is measured at its first page and from its
middle on. What counts the queue's items is measured apart: it is remembered between pages.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.queue_desk import PAGE, TURNS, Desk, Turn
from benchmarks.queue_store import fill

MOST_CALLS = 3
MOST_SCANNED = 2_000
GOAL = 1.5


async def measure(desks: Sequence[Desk], samples: int) -> dict[str, Any]:
    return {str(turn): await _compared(desks, turn, samples) for turn in TURNS}


async def _compared(desks: Sequence[Desk], turn: Turn, samples: int) -> dict[str, Any]:
    """Page by page in turns, so that what slows the machine down slows down all queues."""
    cursors = [cycle(await turn.cursors(desk)) for desk in desks]
    took: dict[int, list[float]] = {desk.items: [] for desk in desks}
    calls = documents = 0
    for _ in range(samples):
        for desk, following in zip(desks, cursors, strict=True):
            desk.store.reset()
            begun = time.perf_counter()
            found = await desk.page(turn, next(following))
            took[desk.items].append((time.perf_counter() - begun) * 1000)
            assert len(found.review_items) == PAGE, (str(turn), len(found.review_items))
            calls = max(calls, desk.store.calls)
            documents = max(documents, desk.store.documents)
    p50 = {items: median(times) for items, times in took.items()}
    return {
        "p50_ms": {items: round(each, 2) for items, each in p50.items()},
        "p99_ms": {items: round(_quantile(times, 0.99), 2) for items, times in took.items()},
        "ratio": round(p50[desks[-1].items] / p50[desks[0].items], 2),
        "calls": calls,
        "documents": documents,
    }


def _quantile(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


async def look_for_one(desk: Desk) -> dict[str, float]:
    """The one item with so many flags, which no index knows, in a queue that is read to its end."""
    turn = Turn("flags_count", "created_at", descending=True, deep=False)
    scanned: list[int] = []
    took: list[float] = []
    cursor: str | None = None
    matches = 0
    while not scanned or cursor:
        desk.store.reset()
        begun = time.perf_counter()
        found = await desk.page(turn, cursor)
        took.append((time.perf_counter() - begun) * 1000)
        scanned.append(desk.store.scanned)
        matches, cursor = matches + len(found.review_items), found.next
    assert matches == 1 and sum(scanned) >= desk.items, (matches, sum(scanned))
    return {
        "calls": len(scanned),
        "most_scanned": max(scanned),
        "p50_ms": round(median(took), 1),
        "p99_ms": round(_quantile(took, 0.99), 1),
    }


async def count(desk: Desk, samples: int) -> dict[str, float]:
    took = []
    for _ in range(samples):
        desk.store.reset()
        begun = time.perf_counter()
        await desk.stats()
        took.append((time.perf_counter() - begun) * 1000)
    return {"p50_ms": round(median(took), 2), "documents": desk.store.documents}


async def all_of(sizes: Sequence[int], folder: Path, samples: int) -> dict[str, Any]:
    desks = [Desk(folder / str(items), items) for items in sizes]
    try:
        return {
            "pages": await measure(desks, samples),
            "one_match": {
                desk.items: await look_for_one(desk) for desk in desks if desk.items <= 100_000
            },
            "stats": {desk.items: await count(desk, 10) for desk in desks},
        }
    finally:
        for desk in desks:
            desk.close()


def missed(found: dict[str, Any]) -> list[str]:
    """The goals that were not reached, in words."""
    pages = found["pages"].items()
    slow = [f"{name}: {page['ratio']} times" for name, page in pages if page["ratio"] > GOAL]
    many = [f"{name}: {page['calls']} calls" for name, page in pages if page["calls"] > MOST_CALLS]
    rare = [
        f"{items} items: {each['most_scanned']} looked through"
        for items, each in found["one_match"].items()
        if each["most_scanned"] > MOST_SCANNED
    ]
    return [*slow, *many, *rare]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 100_000, 1_000_000])
    parser.add_argument("--samples", type=int, default=200, help="pages of each kind")
    parser.add_argument("--folder", type=Path, help="where stores that were filled before are kept")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        for items in options.sizes:
            path = folder / str(items) / "store.db"
            if not path.exists():
                print(f"filling {path}", file=sys.stderr, flush=True)
                fill(path, items)
        found = asyncio.run(all_of(options.sizes, folder, options.samples))
    print(json.dumps({**found, "missed": missed(found)}, indent=2))


if __name__ == "__main__":
    main()
