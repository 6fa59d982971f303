"""Runs what is done in the background, as the queue would: message after message."""

from __future__ import annotations

from typing import Any

from common.configuration.context import now
from common.domain.task import task_key
from common.moderation.background.working import work
from common.queue.messages import ScanOrder
from tests.functional.inprocess import App, Server


def page(server: Server, app: App, id: str) -> None:
    """The task's next page, if there is one."""
    (task,) = server.run(server.context.store.get([task_key(app.name, id)]))
    assert task is not None
    if "due_at" in task.data:
        at = task.data["due_at"]
        server.run(work(server.context, ScanOrder(app.name, id, at=at), now()))


def finished(server: Server, app: App, id: str, most: int = 200) -> Any:
    """The task as it is told when it has ended."""
    for _ in range(most):
        page(server, app, id)
        told = server.call(app, "GET", f"/api/v2/tasks/{id}").json()
        if told["status"] in ("completed", "failed"):
            return told
    raise AssertionError(f"not finished after {most} pages: {told}")
