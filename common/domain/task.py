"""The task: what is done in the background, which callers may ask for.

Slow engines run over one item, an answer is owed to a callback URL, texts are analyzed; or it is a
job of one of the kinds below, which goes on page by page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NotRequired

from typing_extensions import TypedDict

from common.domain.analysis import Analysis, ImageVerdicts, TextVerdicts
from common.domain.ids import derived_id
from common.domain.item import Item
from common.domain.models import TaskModel
from common.store.store import Collection, Create, Key

JobKind = Literal[
    "block_list_import",
    "policy_test",
    "bulk_images",
    "log_export",
    "whole_log_export",
    "queue_export",
    "held_enforcements",
    "rule_undo",
    "inputs_expiry",
    "backtest",
    "user_export",
    "erasure",
    "log_tree",
    "retention",
    "data_export",
    "batch_undo",
    "report_drop",
]
FILE_JOBS: frozenset[JobKind] = frozenset(
    ("bulk_images", "data_export", "log_export", "queue_export", "user_export", "whole_log_export")
)
"""Those that make files."""
JobResult = dict[str, Any]


class TaskResult(TypedDict):
    """`texts` and `images` have the verdicts of an analysis; without an entity its `item_id` is
    empty.
    """

    item_id: str
    recommended_action: str
    triggered_rules: list[str]
    texts: NotRequired[TextVerdicts]
    images: NotRequired[ImageVerdicts]


class TaskError(TypedDict):
    type: str
    description: str


class Task(TypedDict):
    """`due_at` exists until the task is done: the sweep finds one whose message was lost by it.
    `swept` counts how often it has published it again, and moved `due_at`. `tries` counts how often
    engines did not judge that are waited for: from then on `due_at` is when they are asked next.
    One with an `analysis` is for that; its item, if any, has been checked.

    A job has a `kind`, what it was `asked` for, and in `cursor` where it goes on; it is running
    from its first page on, and its `result` says how far it has come. It is about no item. One that
    is completed with a `due_at` has a file, which goes then, and one that failed with it has parts
    of one.
    """

    id: str
    item_id: str
    revision: int
    status: Literal["pending", "running", "completed", "failed"]
    created_at: int
    updated_at: int
    due_at: NotRequired[int]
    swept: NotRequired[int]
    tries: NotRequired[int]
    callback_url: NotRequired[str]
    models: NotRequired[list[TaskModel]]
    analysis: NotRequired[Analysis]
    kind: NotRequired[JobKind]
    asked: NotRequired[dict[str, Any]]
    cursor: NotRequired[str]
    started_at: NotRequired[int]
    finished_at: NotRequired[int]
    result: NotRequired[TaskResult | JobResult]
    error: NotRequired[TaskError]


TASKS: Collection[Task] = Collection("task")


def task_id(item_id: str, revision: int, callback_url: str = "", reason: str = "") -> str:
    """`reason` is why engines look at content again that a check was answered for."""
    reasons = (reason,) if reason else ()
    return derived_id("task", item_id, str(revision), callback_url, *reasons)


def task_key(app: str, id: str) -> Key[Task]:
    return Key(app, TASKS, id)


def new_task(
    app: str,
    item: Item,
    now: int,
    callback_url: str = "",
    reason: str = "",
    models: Sequence[TaskModel] = (),
) -> Create[Task]:
    id = task_id(item["id"], item["revision"], callback_url, reason)
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
    if models:
        task["models"] = [*models]
    return Create(task_key(app, id), task)


def new_job(kind: JobKind, id: str, asked: dict[str, Any], result: JobResult, now: int) -> Task:
    return {
        "id": id,
        "item_id": "",
        "revision": 0,
        "status": "pending",
        "created_at": now,
        "updated_at": now,
        "due_at": now,
        "kind": kind,
        "asked": asked,
        "cursor": "",
        "result": result,
    }


def is_finished(task: Task) -> bool:
    return task["status"] in ("completed", "failed")
