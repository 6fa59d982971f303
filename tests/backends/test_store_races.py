from __future__ import annotations

import asyncio
import threading

from common.store.store import Conflict, Create, DocumentStore, Put, Update, Write

from .helpers import data, found, key, run

RACERS = 50
HOT_WRITERS = 200


def test_concurrent_increments_are_all_counted(store: DocumentStore) -> None:
    async def scenario() -> None:
        update = Update(key("a"), increment={"n": 1, "m": -2}, upsert=True)
        await asyncio.gather(*[store.commit([update]) for _ in range(RACERS)])
        assert await data(store, "a") == {"n": RACERS, "m": -2 * RACERS}

    run(scenario())


def test_a_very_hot_document_slows_its_writers_and_loses_nothing(store: DocumentStore) -> None:
    def writes(n: int) -> list[Write]:
        return [Create(key(f"a{n}"), {}), Update(key("hot"), increment={"n": 1}, upsert=True)]

    async def scenario() -> None:
        await asyncio.gather(*[store.commit(writes(n)) for n in range(HOT_WRITERS)])
        assert await data(store, "hot") == {"n": HOT_WRITERS}

    run(scenario())


def test_of_concurrent_creates_one_wins(store: DocumentStore) -> None:
    async def scenario() -> None:
        results = await asyncio.gather(
            *[store.commit([Create(key("a"), {"by": n})]) for n in range(RACERS)],
            return_exceptions=True,
        )
        winners = [n for n, result in enumerate(results) if result is None]
        assert len(winners) == 1
        assert sum(isinstance(result, Conflict) for result in results) == RACERS - 1
        assert await data(store, "a") == {"by": winners[0]}

    run(scenario())


def test_a_conflict_does_not_touch_the_commits_beside_it(store: DocumentStore) -> None:
    def writes(n: int) -> list[Write]:
        return [Create(key(f"a{n}"), {}), Create(key("taken" if n % 2 else f"b{n}"), {})]

    async def scenario() -> None:
        await store.commit([Create(key("taken"), {})])
        results = await asyncio.gather(
            *[store.commit(writes(n)) for n in range(20)], return_exceptions=True
        )
        documents = await store.get([key(f"a{n}") for n in range(20)])
        for n, (result, document) in enumerate(zip(results, documents, strict=True)):
            assert isinstance(result, Conflict) == bool(n % 2)
            assert (document is None) == bool(n % 2)

    run(scenario())


def test_compare_and_set_loses_no_update(store: DocumentStore) -> None:
    async def add(member: int) -> None:
        while True:
            document = await found(store, "a")
            members = [*document.data["members"], member]
            try:
                return await store.commit([Put(key("a"), {"members": members}, document.version)])
            except Conflict:
                await asyncio.sleep(0)

    async def scenario() -> None:
        await store.commit([Create(key("a"), {"members": []})])
        await asyncio.gather(*[add(n) for n in range(RACERS // 2)])
        assert sorted((await data(store, "a"))["members"]) == list(range(RACERS // 2))

    run(scenario())


def test_concurrent_unions_hold_each_member_once(store: DocumentStore) -> None:
    async def scenario() -> None:
        await asyncio.gather(
            *[
                store.commit([Update(key("a"), union={"tags": [str(n % 7), "x"]}, upsert=True)])
                for n in range(RACERS)
            ]
        )
        assert sorted((await data(store, "a"))["tags"]) == [*map(str, range(7)), "x"]

    run(scenario())


def test_several_threads_and_event_loops_share_one_store(store: DocumentStore) -> None:
    async def increments() -> None:
        update = Update(key("a"), increment={"n": 1}, upsert=True)
        for _ in range(5):
            await asyncio.gather(*[store.commit([update]) for _ in range(5)])
            await found(store, "a")

    threads = [threading.Thread(target=run, args=(increments(),)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert run(data(store, "a")) == {"n": 100}


def test_a_cancelled_commit_leaves_the_store_usable(store: DocumentStore) -> None:
    async def scenario() -> None:
        tasks = [asyncio.create_task(store.commit([Create(key(f"a{n}"), {})])) for n in range(10)]
        await asyncio.sleep(0)
        for task in tasks[::2]:
            task.cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        assert all(result is None for result in results[1::2])
        await store.commit([Create(key("b"), {})])

    run(scenario())
