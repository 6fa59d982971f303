"""What a retention does: the turns that its job has, up to a time."""

from __future__ import annotations

from typing import Any

from common.configuration.context import Context, now
from common.domain.item_age import retention_id
from common.domain.task import task_key
from common.domain.times import DAY
from common.moderation.background.working import work
from common.queue.messages import ScanOrder
from tests.functional.desk import Desk

SETTINGS = "/api/v1/settings"


def keep(bench: Desk, **days: int | None) -> Any:
    """Sets what is kept how long, and leaves the rest of the settings."""
    known = bench.done("GET", SETTINGS)["settings"]
    shown = ("rules_paused", "signing_secrets_count", "public_keys", "updated_at")
    body = {name: value for name, value in known.items() if name not in shown}
    return bench.done("PUT", SETTINGS, {**body, "retention_days": days})["settings"]


def retain(bench: Desk, days: float) -> None:
    """Until there is nothing to do before so many days from now."""
    bench.server.run(retained(bench.server.context, bench.app.name, now() + int(days * DAY)))


async def retained(context: Context, app: str, until: int) -> None:
    id = retention_id(app)
    for _ in range(20_000):
        (task,) = await context.store.get([task_key(app, id)])
        assert task is not None
        at = task.data["due_at"]
        is_between = not task.data["cursor"]
        if is_between and at > until:
            return
        # A pass that has begun comes to its end; the next one begins at the last.
        await work(context, ScanOrder(app, id, at=at), max(at, until) if is_between else at)
    raise AssertionError(task)
