"""The task: slow engines running over one item, or an answer owed to a callback URL."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from common.domain.ids import derived_id
from common.domain.item import Item
from common.store.store import Collection, Create, Key


class TaskResult(TypedDict):
    item_id: str
    recommended_action: str
    triggered_rules: list[str]


class TaskError(TypedDict):
    type: str
    description: str


class Task(TypedDict):
    """`due_at` exists until the task is done: the sweep finds one whose message was lost by it.
    `swept` counts how often it has published it again, and moved `due_at`.
    """

    id: str
    item_id: str
    revision: int
    status: Literal["pending", "completed", "failed"]
    created_at: int
    updated_at: int
    due_at: NotRequired[int]
    swept: NotRequired[int]
    callback_url: NotRequired[str]
    result: NotRequired[TaskResult]
    error: NotRequired[TaskError]


TASKS: Collection[Task] = Collection("task")


def task_id(item_id: str, revision: int, callback_url: str = "") -> str:
    return derived_id("task", item_id, str(revision), callback_url)


def task_key(app: str, id: str) -> Key[Task]:
    return Key(app, TASKS, id)


def new_task(app: str, item: Item, now: int, callback_url: str = "") -> Create[Task]:
    id = task_id(item["id"], item["revision"], callback_url)
    task: Task = {
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
