"""The worker is told of what is sent and ready, as soon as it is."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from pathlib import Path

import pytest

from common.configuration.context import Context, open_context
from common.queue.messages import DueDelivery, Later, Outgoing, Trigger
from common.settings import Settings
from common.store.store import Conflict, Create, Key
from infra.local.notify import wake_after

WRITE = Create(Key("app", "item", "a"), {})


@pytest.fixture
def context(tmp_path: Path) -> Iterable[Context]:
    context = open_context(Settings(data=tmp_path))
    yield context
    context.close()


def _woken(context: Context) -> list[str]:
    woken: list[str] = []
    wake_after(context, woken.append)
    return woken


def test_a_unit_wakes_the_consumers_of_what_is_ready(context: Context) -> None:
    woken = _woken(context)
    due = [DueDelivery("app", "1"), DueDelivery("app", "2")]
    sent: list[Outgoing] = [*due, Later(Trigger("app", "i"), 5.0)]
    asyncio.run(context.store.commit([WRITE], sent))
    assert woken == ["deliver"]


def test_a_unit_that_is_refused_or_sends_nothing_wakes_nobody(context: Context) -> None:
    woken = _woken(context)

    async def scenario() -> None:
        await context.store.commit([WRITE])
        with pytest.raises(Conflict):
            await context.store.commit([WRITE], [Trigger("app", "i")])

    asyncio.run(scenario())
    assert woken == []


def test_what_is_published_by_itself_wakes_too(context: Context) -> None:
    woken = _woken(context)

    async def scenario() -> None:
        await context.queue.publish(DueDelivery("app", "1"), 5.0)
        assert woken == []
        await context.queue.publish(Trigger("app", "i"))

    asyncio.run(scenario())
    assert woken == ["enforce"]
