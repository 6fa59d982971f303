"""Threads that apps share: nobody's work keeps the others waiting."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from functools import partial

import pytest

from common.engines.budget import TooLong
from common.engines.threads import Threads

_WAIT = 20.0


def waiting_for(event: threading.Event) -> Callable[[], str]:
    def work() -> str:
        assert event.wait(_WAIT)
        return "done"

    return work


async def soon(work: Awaitable[str]) -> str:
    return await asyncio.wait_for(work, _WAIT)


def test_an_app_never_has_all_threads() -> None:
    threads, ended = Threads("test", 3, 2), threading.Event()

    async def scenario() -> str:
        theirs = [asyncio.create_task(threads.run("theirs", waiting_for(ended))) for _ in range(10)]
        await asyncio.sleep(0)
        ours = await soon(threads.run("ours", lambda: "ours"))
        ended.set()
        assert await asyncio.gather(*theirs) == ["done"] * 10
        return ours

    assert asyncio.run(scenario()) == "ours"


def test_apps_take_turns() -> None:
    threads, ended = Threads("test", 1, 1), threading.Event()
    order: list[str] = []

    async def scenario() -> None:
        first = asyncio.create_task(threads.run("first", waiting_for(ended)))
        await asyncio.sleep(0)
        works = [
            asyncio.create_task(threads.run(app, partial(order.append, app)))
            for app in ("a", "a", "a", "b", "b", "c")
        ]
        await asyncio.sleep(0)
        ended.set()
        await asyncio.gather(first, *works)

    asyncio.run(scenario())
    assert order == ["a", "b", "c", "a", "b", "a"]


def test_who_gave_up_keeps_nobody_else_waiting() -> None:
    """The thread goes on, and its app gets no other meanwhile."""
    threads, ended = Threads("test", 1, 1), threading.Event()

    async def scenario() -> None:
        with pytest.raises(TooLong, match="it had not ended after"):
            await threads.run("theirs", waiting_for(ended), patience=0.01)
        assert await soon(threads.run("ours", lambda: "ours")) == "ours"
        with pytest.raises(TooLong):
            await threads.run("theirs", lambda: "too early", patience=0.05)
        ended.set()
        assert await soon(threads.run("theirs", lambda: "theirs")) == "theirs"

    asyncio.run(scenario())


def test_what_nobody_waits_for_is_not_begun() -> None:
    threads, ended = Threads("test", 1, 1), threading.Event()
    begun: list[int] = []

    async def scenario() -> None:
        first = asyncio.create_task(threads.run("app", waiting_for(ended)))
        await asyncio.sleep(0)
        for number in range(3):
            with pytest.raises(TooLong):
                await threads.run("app", partial(begun.append, number), patience=0.01)
        ended.set()
        assert await first == "done"
        assert await soon(threads.run("app", lambda: "next")) == "next"

    asyncio.run(scenario())
    assert begun == []


def test_threads_that_hang_are_replaced_so_often_and_no_more() -> None:
    threads, ended = Threads("test", 1, 1), threading.Event()
    before = threading.active_count()

    async def scenario() -> int:
        for number in range(30):
            with pytest.raises(TooLong):
                await threads.run(f"app {number}", waiting_for(ended), patience=0.01)
        count = threading.active_count() - before
        ended.set()
        assert await soon(threads.run("app", lambda: "recovered")) == "recovered"
        return count

    assert asyncio.run(scenario()) == 5


def test_what_work_raises_is_raised_to_who_asked() -> None:
    def failing() -> None:
        raise TimeoutError("its own")

    with pytest.raises(TimeoutError, match="its own"):
        asyncio.run(Threads("test", 1, 1).run("app", failing, patience=_WAIT))
