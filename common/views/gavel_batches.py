"""What is done to many at once, in the background."""

from __future__ import annotations

from typing_extensions import TypedDict


class BatchAnswer(TypedDict):
    """`GET /api/v2/tasks/{task_id}` says how far it has come; the log's entries of it have the
    `batch_id`.
    """

    task_id: str
    batch_id: str


def batch_answer(task: str) -> BatchAnswer:
    return {"task_id": task, "batch_id": task}
