"""The part: a piece of what a job works through, or of the file that it makes."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from common.store.store import Collection, Key


class TaskPart(TypedDict):
    """`items` are worked through; `text` is of a file."""

    items: NotRequired[list[str]]
    text: NotRequired[str]


TASK_PARTS: Collection[TaskPart] = Collection("task_part")


def task_part_key(app: str, task: str, number: int) -> Key[TaskPart]:
    return Key(app, TASK_PARTS, f"{task}:{number:05d}")


def first_and_last(task: str) -> tuple[str, str]:
    """Between which the ids of all parts of a task are."""
    return f"{task}:", f"{task};"


def task_of(part: str) -> str:
    return part.rpartition(":")[0]
