"""What is lost is published again, whatever beside it is damaged or fails."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from common.configuration.context import Context, open_context
from common.domain.delivery import DELIVERIES
from common.domain.follow_up import FOLLOW_UPS
from common.domain.item import ITEMS, SHARDS
from common.domain.redelivery import REDELIVERIES
from common.domain.task import TASKS
from common.moderation.sweeps import sweep
from common.queue.late import LateQueue
from common.queue.messages import Message
from common.queue.queue import QueueError
from common.queue.sqlite.queue import SqliteQueue
from common.settings import Settings
from common.store.store import Collection, Create, Key, Store, Write

NOW = 10**18
_APPS = ("one", "two")
_WAITING: Sequence[tuple[Collection[Any], dict[str, object]]] = (
    (ITEMS, {"pending_since": 1, "shard": SHARDS[0]}),
    (ITEMS, {"pending_since": 2, "shard": SHARDS[-1]}),
    (TASKS, {"due_at": 1}),
    (DELIVERIES, {"next_attempt_at": 1}),
    (DELIVERIES, {"receipt_at": 1}),
    (REDELIVERIES, {"due_at": 1}),
    (FOLLOW_UPS, {"due_at": 1}),
)


def _fill(folder: Path) -> None:
    """Of each app one document of each kind, with its app's name in it."""
    context = open_context(Settings(data=folder))
    writes = [
        Create(Key(app, collection, f"{n}"), {**fields, "text": f"of-{app}-{n}"})
        for app in _APPS
        for n, (collection, fields) in enumerate(_WAITING)
    ]
    asyncio.run(context.store.commit(writes))
    context.close()


def _damage(folder: Path, text: str) -> None:
    file = folder / "store.db"
    content = file.read_bytes()
    assert content.count(text.encode()) == 1
    file.write_bytes(content.replace(text.encode(), b'"' + text.encode()[1:]))


def _queue(context: Context) -> SqliteQueue:
    assert isinstance(context.queue, LateQueue)
    opened = context.queue.open()
    assert isinstance(opened, SqliteQueue)
    return opened


async def _swept(context: Context) -> dict[str, int]:
    try:
        await sweep(context, NOW)
    finally:
        context.close()
    reopened = open_context(context.settings)
    depth = await _queue(reopened).depth()
    reopened.close()
    return depth


def test_all_of_it_is_published_again(tmp_path: Path) -> None:
    _fill(tmp_path)
    depth = asyncio.run(_swept(open_context(Settings(data=tmp_path))))
    assert depth == {"enforce": 6, "scan": 2, "deliver": 6}


def test_more_than_a_page_is_published_again(tmp_path: Path) -> None:
    context = open_context(Settings(data=tmp_path))
    for start in range(0, 250, 50):
        writes = [
            Create(Key("one", DELIVERIES, f"{n}"), {"next_attempt_at": n + 1})
            for n in range(start, start + 50)
        ]
        asyncio.run(context.store.commit(writes))
    assert asyncio.run(_swept(context)) == {"deliver": 250}


@pytest.mark.parametrize("kind", range(7))
def test_one_damaged_document_stops_nothing_else(
    tmp_path: Path, kind: int, caplog: pytest.LogCaptureFixture
) -> None:
    _fill(tmp_path)
    _damage(tmp_path, f"of-one-{kind}")
    depth = asyncio.run(_swept(open_context(Settings(data=tmp_path))))
    assert sum(depth.values()) == 13
    damaged = [each.getMessage() for each in caplog.records if each.levelno == logging.ERROR]
    collection = _WAITING[kind][0]
    assert damaged == [f"damaged and left out: one/{collection}/{kind}"]


class _Refusing:
    """A store whose queue takes no message for `deliver`."""

    def __init__(self, store: Store, error: Exception) -> None:
        self._store = store
        self._error = error
        self.query = store.query
        self.close = store.close

    async def commit(self, writes: Iterable[Write], messages: Sequence[Message]) -> None:
        if any(message.topic == "deliver" for message in messages):
            raise self._error
        await self._store.commit(writes, messages)


def _refuse(context: Context, error: Exception) -> None:
    refusing: Any = _Refusing(context.store, error)
    context.store = refusing


def test_a_kind_that_fails_is_told_and_stops_no_other(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    _fill(tmp_path)
    context = open_context(Settings(data=tmp_path))
    _refuse(context, QueueError("down"))

    async def scenario() -> None:
        with pytest.raises(QueueError):
            await sweep(context, NOW)
        context.close()

    asyncio.run(scenario())
    assert caplog.text.count("not swept: ") == 3
    reopened = SqliteQueue(tmp_path / "store.db")
    assert asyncio.run(reopened.depth()) == {"enforce": 6, "scan": 2}
    reopened.close()


def test_an_error_of_one_document_leaves_out_that_one(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    _fill(tmp_path)
    context = open_context(Settings(data=tmp_path))
    _refuse(context, LookupError("state"))
    asyncio.run(sweep(context, NOW))
    context.close()
    assert caplog.text.count("left out: ") == 6


_HOUR = 3_600 * 10**9


def test_what_waits_ahead_of_a_clock_that_was_set_back_is_published_again(tmp_path: Path) -> None:
    """Deliveries may be due at any time to come; what is evaluated or scanned waits for none."""
    context = open_context(Settings(data=tmp_path))
    writes = [
        Create(Key("one", collection, f"{n}"), {**fields, name: NOW})
        for n, (collection, fields) in enumerate(_WAITING)
        for name in fields
        if name != "shard"
    ]

    async def scenario() -> None:
        await context.store.commit(writes)
        await sweep(context, NOW)
        assert await _queue(context).depth() == {}
        for _ in range(3):
            await sweep(context, NOW - _HOUR)
        assert await _queue(context).depth() == {"enforce": 3, "scan": 1}
        context.close()

    asyncio.run(scenario())
