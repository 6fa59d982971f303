"""An erasure, with a file that names who is erased, and what is left of a file that failed."""

from __future__ import annotations

from collections.abc import Coroutine, Iterator
from typing import Any, cast

import pytest

from common.configuration.context import Context
from common.domain.errors import NotFound
from common.domain.task import is_finished, new_job, task_key
from common.domain.task_part import TaskPart, task_part_key
from common.moderation.background.erasure import orders
from common.moderation.background.working import work
from common.queue.messages import ScanOrder
from common.store.store import Create

_APP = "app"
_ANN = "ann-4711"
_NOW = 10**18


def erasing(context: Context) -> Iterator[Coroutine[Any, Any, Any]]:
    yield _give_out(context)
    yield _erase(context)
    yield _fail(context)


async def _give_out(context: Context) -> None:
    with pytest.raises(NotFound):
        await orders.export(context, _APP, "nobody", "", _NOW)


async def _erase(context: Context) -> None:
    export = new_job("log_export", "export", {"token": "token"}, {}, _NOW)
    export.update({"status": "completed"})
    del export["due_at"]
    parts = [
        Create(task_part_key(_APP, "export", number), {"text": f"{_ANN} was here"})
        for number in range(2)
    ]
    await context.store.commit([Create(task_key(_APP, "export"), export), *parts])
    _, task = await orders.order(context, _APP, _ANN, "", _NOW)
    for _ in range(1_000):
        await work(context, ScanOrder(_APP, task["id"], at=task["due_at"]), task["due_at"])
        _, task = await orders.get(context, _APP, task["id"])
        if is_finished(task):
            return
    raise AssertionError("there is no end to it")


async def _fail(context: Context) -> None:
    failed = new_job("log_export", "failed", {"token": "token"}, {}, _NOW)
    failed["status"] = "failed"
    key, part = task_part_key(_APP, "failed", 0), TaskPart(text="a,b")
    made = [Create(task_key(_APP, "failed"), failed), Create(key, part)]
    await context.store.commit(cast(Any, made))
    await work(context, ScanOrder(_APP, "failed", at=_NOW), _NOW)
    assert await context.store.get([key]) == [None]
