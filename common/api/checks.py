"""Replies of `check`, `custom_check` and tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from common.domain.errors import Invalid
from common.moderation.check import Checked
from common.moderation.flag import Complaint
from common.moderation.items import item_response, triggered_rule
from common.moderation.review import Dossier
from common.store.store import Data

if TYPE_CHECKING:
    from common.api.stream import CustomCheckRequest


def check_response(checked: Checked, dossier: Dossier | None, now: int) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "status": checked.item["status"],
        "recommended_action": checked.item["recommended_action"],
        "triggered_rules": [triggered_rule(match) for match in checked.triggered],
    }
    if checked.triggered:
        answer["triggered_rule"] = answer["triggered_rules"][0]
    if checked.task_id:
        answer["task_id"] = checked.task_id
    if dossier is not None:
        answer["item"] = item_response(dossier, now)
    return answer


def custom_complaints(body: CustomCheckRequest, user: str | None) -> list[Complaint]:
    """Only a chat message may come without its creator and content (contract 6, custom_check)."""
    if body.entity_type != "stream:chat:v1:message":
        for name in ("entity_creator_id", "moderation_payload"):
            if getattr(body, name) is None:
                raise Invalid.field(name, "is required for this entity_type")
    payload = body.moderation_payload.payload().document() if body.moderation_payload else {}
    return [
        Complaint(
            body.entity_type,
            body.entity_id,
            user or "",
            creator_id=body.entity_creator_id or "",
            reason=flag.reason or "",
            reporter_type="api_integration",
            type=flag.type,
            labels=tuple(flag.labels or ()),
            custom=flag.custom or {},
            payload=payload,
        )
        for flag in body.flags
    ]


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
