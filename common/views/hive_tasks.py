"""What Hive's clients are told of a task, in the shape that its known readers share (contract
15.2).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from typing_extensions import TypedDict

from common.domain.item import Item

if TYPE_CHECKING:
    from common.rules.evaluator import Match

_ClassScore = TypedDict("_ClassScore", {"class": str, "score": float})


class _Frame(TypedDict):
    time: int
    classes: list[_ClassScore]


class _Response(TypedDict):
    output: list[_Frame]


class _Code(TypedDict):
    code: str
    message: str


class _Status(TypedDict):
    task_id: str
    status: _Code
    response: _Response


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
    status: list[_Status]
    recommended_action: str
    triggered_rules: list[TriggeredRule]


def task_answer(task: str, item: Item, matches: Sequence[Match]) -> TaskAnswer:
    classes: list[_ClassScore] = [
        {"class": label["name"], "score": label["score"]} for label in item["labels"]
    ]
    status: _Status = {
        "task_id": task,
        "status": {"code": "0", "message": "SUCCESS"},
        "response": {"output": [{"time": 0, "classes": classes}]},
    }
    return {
        "id": task,
        "task_id": task,
        "post_id": item["entity_id"],
        "user_id": item["creator_id"],
        "status": [status],
        "recommended_action": item["recommended_action"],
        "triggered_rules": [_triggered(match) for match in matches],
    }


def _triggered(match: Match) -> TriggeredRule:
    return {
        "rule_id": match.rule_id,
        "rule_name": match.name,
        "rule_type": match.scope,
        "actions": list(match.actions),
    }
