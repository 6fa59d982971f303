"""Writes until it is killed, and prints each number once it is acknowledged."""

from __future__ import annotations

import asyncio
import itertools
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from common.queue.sqlite.queue import SqliteQueue
from common.store.sqlite.store import SqliteStore
from common.store.store import Create, Key, Update
from tests.messages import Raw


def writer(kind: str, folder: Path) -> Callable[[int], Awaitable[None]]:
    if kind == "queue":
        queue = SqliteQueue(folder / "queue.db")
        return lambda n: queue.publish(Raw("t", {"n": n}))
    store = SqliteStore(folder / "store.db", ())
    if kind == "unit":
        return lambda n: store.commit(
            [Create(Key("app", "things", str(n)), {})], [Raw("t", {"n": n})]
        )
    counter = Update(Key("app", "counters", "c"), increment={"n": 1}, upsert=True)
    return lambda n: store.commit([Create(Key("app", "things", str(n)), {}), counter])


async def main(kind: str, folder: Path) -> None:
    write = writer(kind, folder)
    numbers = itertools.count()

    async def work() -> None:
        for n in numbers:
            await write(n)
            print(n, flush=True)

    await asyncio.gather(*[work() for _ in range(8)])


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2])))
