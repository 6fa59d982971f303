"""What Hive's clients are told of a task, in the shape that its known readers share (contract
15.2).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NotRequired

from typing_extensions import TypedDict

from common.domain.item import Item

if TYPE_CHECKING:
    from common.rules.evaluator import Match

ClassScore = TypedDict("ClassScore", {"class": str, "score": float})


class Frame(TypedDict):
    time: int
    classes: list[ClassScore]


class Response(TypedDict):
    output: list[Frame]


class StatusCode(TypedDict):
    code: str
    message: str


class Status(TypedDict):
    task_id: str
    status: StatusCode
    response: Response


class AcceptedTaskAnswer(TypedDict):
    id: str
    task_id: str
    post_id: str


class TriggeredRule(TypedDict):
    rule_id: str
    rule_name: str
    rule_type: str
    actions: list[str]


class TaskAnswer(TypedDict):
    id: str
    task_id: str
    post_id: str
    user_id: str
    status: list[Status]
    recommended_action: str
    triggered_rules: list[TriggeredRule]
    not_judged: NotRequired[list[str]]


def task_answer(task: str, item: Item, matches: Sequence[Match]) -> TaskAnswer:
    classes: list[ClassScore] = [
        {"class": label["name"], "score": label["score"]} for label in item["labels"]
    ]
    status: Status = {
        "task_id": task,
        "status": {"code": "0", "message": "SUCCESS"},
        "response": {"output": [{"time": 0, "classes": classes}]},
    }
    answer: TaskAnswer = {
        "id": task,
        "task_id": task,
        "post_id": item["entity_id"],
        "user_id": item["creator_id"],
        "status": [status],
        "recommended_action": item["recommended_action"],
        "triggered_rules": [_triggered(match) for match in matches],
    }
    if item.get("not_judged"):
        answer["not_judged"] = item["not_judged"]
    return answer


def accepted_task_answer(task: str, post_id: str) -> AcceptedTaskAnswer:
    return {"id": task, "task_id": task, "post_id": post_id}


def _triggered(match: Match) -> TriggeredRule:
    return {
        "rule_id": match.rule_id,
        "rule_name": match.name,
        "rule_type": match.scope,
        "actions": match.does,
    }
