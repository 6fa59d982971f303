"""Commits a second of the SQLite store: one new item and three counters each, synchronous FULL."""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import tempfile
import time
from pathlib import Path

import uvloop

from common.domain.history import increments
from common.domain.indexes import INDEXES
from common.domain.item import item_key, new_item
from common.domain.user import history_key
from common.store.sqlite.store import SqliteStore
from common.store.store import Create, Update

COMMITS = 4_000
TEXT = "We met at the old harbour on Sunday and walked along the river until it got dark. " * 3


async def _commit(store: SqliteStore, number: int) -> None:
    now = time.time_ns()
    item = new_item("app", "post", str(number), f"user{number % 1000}", now)
    item["pending_since"] = now
    item["payload"] = {"texts": [TEXT[:200]]}
    item["labels"] = []
    counts = Update(
        history_key("app", item["creator_id"]), increment=increments(now, ""), upsert=True
    )
    await store.commit([Create(item_key("app", item["id"]), item), counts])


async def _round(concurrency: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        store = SqliteStore(Path(folder) / "store.db", INDEXES)
        each = COMMITS // concurrency

        async def worker(number: int) -> None:
            for n in range(each):
                await _commit(store, number * each + n)

        began = time.perf_counter()
        await asyncio.gather(*(worker(number) for number in range(concurrency)))
        took = time.perf_counter() - began
        store.close()
        return each * concurrency / took


def measure(rounds: int) -> dict[str, float]:
    found: dict[str, float] = {}
    for concurrency in (1, 8, 32):
        rates = [uvloop.run(_round(concurrency)) for _ in range(rounds)]
        found[str(concurrency)] = round(statistics.median(rates))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    print(json.dumps(measure(parser.parse_args().rounds), indent=2))


if __name__ == "__main__":
    main()
