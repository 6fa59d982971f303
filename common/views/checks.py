"""Replies of `check`, `custom_check` and tasks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from common.domain.review_item import ReviewItem
from common.store.store import Data
from common.views.stream_items import item_answer, triggered_rule

if TYPE_CHECKING:
    from common.rules.evaluator import Match


def check_response(
    item: Data,
    triggered: Sequence[Match],
    task_id: str | None,
    review_item: ReviewItem | None,
    now: int,
) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "status": item["status"],
        "recommended_action": item["recommended_action"],
        "triggered_rules": [triggered_rule(match) for match in triggered],
    }
    if triggered:
        answer["triggered_rule"] = answer["triggered_rules"][0]
    if task_id:
        answer["task_id"] = task_id
    if review_item is not None:
        answer["item"] = item_answer(review_item, now)
    return answer


def task_response(task: Data) -> dict[str, Any]:
    answer = {
        "task_id": task["id"],
        "status": task["status"],
        "created_at": task["created_at"],
        "updated_at": task["updated_at"],
    }
    for name in ("result", "error"):
        if task.get(name):
            answer[name] = task[name]
    return answer
