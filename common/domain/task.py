"""The task: slow engines running over one item, or an answer owed to a callback URL."""

from __future__ import annotations

from typing import Any

from common.domain.ids import derived_id
from common.store.store import Create, Data, Key


def task_id(item_id: str, revision: int, callback_url: str = "") -> str:
    return derived_id("task", item_id, str(revision), callback_url)


def task_key(app: str, id: str) -> Key:
    return Key(app, "task", id)


def new_task(app: str, item: Data, now: int, callback_url: str = "") -> Create:
    """`due_at` exists until the task is done: the sweep finds one whose message was lost by it."""
    id = task_id(item["id"], item["revision"], callback_url)
    task: dict[str, Any] = {
        "id": id,
        "item_id": item["id"],
        "revision": item["revision"],
        "status": "pending",
        "created_at": now,
        "updated_at": now,
        "due_at": now,
    }
    if callback_url:
        task["callback_url"] = callback_url
    return Create(task_key(app, id), task)
