"""Everything about the evidence of the log that queries."""

from __future__ import annotations

from collections.abc import Coroutine, Iterator
from typing import Any

from common.configuration.context import Context
from common.domain.apps import App, app_key
from common.domain.log import new_entry
from common.domain.log_tree import log_tree_id, start_of
from common.domain.task import task_key
from common.domain.times import DAY
from common.moderation.background.daily import start_all
from common.moderation.background.working import work
from common.moderation.evidence import roots
from common.moderation.evidence.verifying import verify
from common.queue.messages import ScanOrder
from common.store.store import Put

_APP = "app"
_AT = start_of("2026-03-01")


def evidence(context: Context) -> Iterator[Coroutine[Any, Any, Any]]:
    yield _close(context)
    yield roots.query(context, _APP, roots.Days(None, None), 10, None)
    yield roots.query(context, _APP, roots.Days("2026-03-01", "2026-03-02"), 10, None)
    yield verify(context.store, _APP)


async def _close(context: Context) -> None:
    made = App(name=_APP, api_key="key", created_at=_AT)
    entry = new_entry(_APP, "action", "tried", _AT)
    await context.store.commit([Put(app_key(_APP), made), entry])
    now = _AT + 3 * DAY
    await start_all(context, now)
    key = task_key(_APP, log_tree_id(_APP))
    for _ in range(4):
        (task,) = await context.store.get([key])
        assert task is not None
        await work(context, ScanOrder(_APP, key.id, at=task.data["due_at"]), now + DAY)
