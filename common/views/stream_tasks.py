"""What Stream's clients are told of a task (contract 10)."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from common.domain.task import JobResult, Task, TaskError, TaskResult


class StartedTaskAnswer(TypedDict):
    task_id: str


class StreamTaskAnswer(TypedDict):
    task_id: str
    status: str
    created_at: int
    updated_at: int
    result: NotRequired[TaskResult | JobResult]
    error: NotRequired[TaskError]


def stream_task_answer(task: Task) -> StreamTaskAnswer:
    answer: StreamTaskAnswer = {
        "task_id": task["id"],
        "status": task["status"],
        "created_at": task["created_at"],
        "updated_at": task["updated_at"],
    }
    if "result" in task:
        answer["result"] = task["result"]
    if "error" in task:
        answer["error"] = task["error"]
    return answer
