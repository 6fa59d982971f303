"""What Hive's clients are told of a task, in the shape that its known readers share (contract
15.2).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NotRequired

from typing_extensions import TypedDict

from common.domain.item import Item
from common.domain.labels import LabelDocument
from common.domain.models import TaskModel, is_of
from common.engines.ai_text.labels import LABELS as AI_TEXT
from common.views.hive_reports import ReportAnswer
from common.views.triggered_rules import (
    ExemptAnswer,
    HeldConditionAnswer,
    NotLookedAtAnswer,
    exempt_answer,
    held_conditions,
    not_looked_at_answers,
)

if TYPE_CHECKING:
    from common.rules.evaluator import Match, NotLookedAt

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
    """`model` is there where the task named its models: an entry for each, in its order."""

    task_id: str
    model: NotRequired[TaskModel]
    status: StatusCode
    response: Response


class AcceptedTaskAnswer(TypedDict):
    id: str
    task_id: str
    post_id: str


class TriggeredRule(TypedDict):
    rule_id: str
    rule_version: int
    rule_name: str
    rule_type: str
    conditions: list[HeldConditionAnswer]
    actions: list[str]
    exempt: NotRequired[ExemptAnswer]


class TaskAnswer(TypedDict):
    id: str
    task_id: str
    post_id: str
    user_id: str
    status: list[Status]
    recommended_action: str
    triggered_rules: list[TriggeredRule]
    configuration_version: int
    not_looked_at: NotRequired[list[NotLookedAtAnswer]]
    not_judged: NotRequired[list[str]]


def task_answer(
    task: str,
    item: Item,
    matches: Sequence[Match],
    configuration_version: int,
    not_looked_at: Sequence[NotLookedAt] = (),
    models: Sequence[TaskModel] = (),
    unjudged: Collection[TaskModel] = (),
) -> TaskAnswer:
    """`configuration_version` is that of the policies, rules and lists that it was judged by;
    `unjudged` are those of the task's `models` that did not judge.
    """
    labels = item.get("labels", [])
    answer: TaskAnswer = {
        "id": task,
        "task_id": task,
        "post_id": item["entity_id"],
        "user_id": item["creator_id"],
        "status": [_of_model(task, each, labels, each in unjudged) for each in models]
        or [_status(task, labels)],
        "recommended_action": item["recommended_action"],
        "triggered_rules": [_triggered(match) for match in matches],
        "configuration_version": configuration_version,
    }
    if not_looked_at:
        answer["not_looked_at"] = not_looked_at_answers(not_looked_at)
    if item.get("not_judged"):
        answer["not_judged"] = item["not_judged"]
    return answer


def _of_model(
    task: str, model: TaskModel, labels: Sequence[LabelDocument], is_unjudged: bool
) -> Status:
    status = _status(task, [label for label in labels if is_of(model, label, AI_TEXT)])
    status["model"] = model
    if is_unjudged:
        status["status"] = {"code": "1", "message": "NOT_JUDGED"}
    return status


def _status(task: str, labels: Sequence[LabelDocument]) -> Status:
    classes: list[ClassScore] = [
        {"class": label["name"], "score": label["score"]} for label in labels
    ]
    return {
        "task_id": task,
        "status": {"code": "0", "message": "SUCCESS"},
        "response": {"output": [{"time": 0, "classes": classes}]},
    }


class V2TaskAnswer(TaskAnswer):
    """`reports` are those that came with the task."""

    reports: NotRequired[list[ReportAnswer]]


class V2AcceptedTaskAnswer(AcceptedTaskAnswer):
    reports: NotRequired[list[ReportAnswer]]


def accepted_task_answer(task: str, post_id: str) -> AcceptedTaskAnswer:
    return {"id": task, "task_id": task, "post_id": post_id}


def _triggered(match: Match) -> TriggeredRule:
    answer: TriggeredRule = {
        "rule_id": match.rule_id,
        "rule_version": match.version,
        "rule_name": match.name,
        "rule_type": match.scope,
        "conditions": held_conditions(match),
        "actions": match.does,
    }
    if match.spared is not None:
        answer["exempt"] = exempt_answer(match, match.spared)
    return answer
