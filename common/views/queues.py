"""Queues as Stream's clients read them (contract appendix A)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NotRequired

from typing_extensions import TypedDict

from common.domain.queue import Queue


@dataclass(frozen=True, slots=True)
class CountedQueue:
    """`oldest_at` is None where nothing in it waits."""

    queue: Queue
    count: int
    oldest_at: int | None
    is_counting: bool


class SavedQueueAnswer(TypedDict):
    """The fields from `oldest_at` on are Gavel's own. `item_count` is of all that the filters find.
    `oldest_at` is when the item came before the moderators that has waited longest in the queue.
    With `is_counting` the queue is new or has other filters, and its items are still being looked
    for.
    """

    id: str
    name: str
    type: str
    description: str
    filters: dict[str, Any]
    sort: list[dict[str, Any]]
    item_count: int
    created_by: str
    created_at: int
    updated_at: int
    is_counting: bool
    oldest_at: NotRequired[int]


class OneQueueAnswer(TypedDict):
    queue: SavedQueueAnswer


class QueuesAnswer(TypedDict):
    queues: list[SavedQueueAnswer]


def queue_answer(counted: CountedQueue) -> SavedQueueAnswer:
    queue = counted.queue
    answer: SavedQueueAnswer = {
        "id": queue["id"],
        "name": queue["name"],
        "type": queue["type"],
        "description": queue["description"],
        "filters": queue["filters"],
        "sort": queue["sort"],
        "item_count": counted.count,
        "created_by": queue["created_by"],
        "created_at": queue["created_at"],
        "updated_at": queue["updated_at"],
        "is_counting": counted.is_counting,
    }
    if counted.oldest_at is not None:
        answer["oldest_at"] = counted.oldest_at
    return answer
