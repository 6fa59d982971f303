"""What Stream's clients are told of a check and of a task."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NotRequired

from typing_extensions import TypedDict

from common.domain.item import Item
from common.domain.review_item import ReviewItem
from common.domain.task import Task, TaskError, TaskResult
from common.views.stream_items import ItemAnswer, TriggeredRule, item_answer, triggered_rule

if TYPE_CHECKING:
    from common.rules.evaluator import Match


class CheckAnswer(TypedDict):
    """`item` is there where there is something for a moderator to see, `task_id` while slow engines
    have yet to answer. `not_judged` names the engines that failed, and those that the policy
    asks for and that do not exist; what they might have found is not known. `triggered_rule` is
    the first of `triggered_rules`.
    """

    status: str
    recommended_action: str
    triggered_rules: list[TriggeredRule]
    triggered_rule: NotRequired[TriggeredRule]
    task_id: NotRequired[str]
    item: NotRequired[ItemAnswer]
    not_judged: NotRequired[list[str]]


class CustomCheckAnswer(TypedDict):
    id: str
    status: str
    item: ItemAnswer


class StreamTaskAnswer(TypedDict):
    task_id: str
    status: str
    created_at: int
    updated_at: int
    result: NotRequired[TaskResult]
    error: NotRequired[TaskError]


def check_answer(
    item: Item,
    triggered: Sequence[Match],
    task_id: str | None,
    review_item: ReviewItem | None,
    now: int,
) -> CheckAnswer:
    rules = [triggered_rule(match) for match in triggered]
    answer: CheckAnswer = {
        "status": item["status"],
        "recommended_action": item["recommended_action"],
        "triggered_rules": rules,
    }
    if item.get("not_judged"):
        answer["not_judged"] = item["not_judged"]
    if rules:
        answer["triggered_rule"] = rules[0]
    if task_id:
        answer["task_id"] = task_id
    if review_item is not None:
        answer["item"] = item_answer(review_item, now)
    return answer


def custom_check_answer(review_item: ReviewItem, now: int) -> CustomCheckAnswer:
    item = item_answer(review_item, now)
    return {"id": item["id"], "status": item["status"], "item": item}


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
