"""Decisions that wait for a second person, as Gavel's own API has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NotRequired

from typing_extensions import TypedDict

from common.domain.approval import Approval, ApprovalState
from common.domain.webhook import EventType
from common.views.webhook_events import Event


class ApprovalView(TypedDict):
    """`action_type` and `options` are the decision's, `action` of a custom one is the app's own
    action. `ended_by` is who approved, refused or withdrew it, and `end_reason` what they said.
    """

    id: str
    state: ApprovalState
    action_type: str
    action: str
    options: dict[str, Any]
    item_id: str
    user_id: str
    appeal_id: str
    batch_id: str
    reason: str
    asked_by: str
    asked_at: int
    expires_at: int
    ended_by: NotRequired[str]
    ended_at: NotRequired[int]
    end_reason: NotRequired[str]


class ApprovalAnswer(TypedDict):
    approval: ApprovalView


class ApprovalsAnswer(TypedDict):
    approvals: list[ApprovalView]
    next: str | None


class SettledApproval(TypedDict):
    """`error` says why it could not be done; `approval` is what it is then."""

    id: str
    approval: NotRequired[ApprovalView]
    error: NotRequired[str]


class SettledApprovalsAnswer(TypedDict):
    results: list[SettledApproval]


class ApprovalEvent(Event):
    approval: ApprovalView


def approval_view(approval: Approval) -> ApprovalView:
    decision = approval["decision"]
    view: ApprovalView = {
        "id": approval["id"],
        "state": approval["state"],
        "action_type": decision["type"],
        "action": approval["action"],
        "options": decision["options"],
        "item_id": approval["item_id"],
        "user_id": approval["user_id"],
        "appeal_id": decision["appeal_id"],
        "batch_id": decision["batch_id"],
        "reason": approval["reason"],
        "asked_by": approval["asked_by"],
        "asked_at": approval["asked_at"],
        "expires_at": approval["expires_at"],
    }
    if "ended_at" in approval:
        view["ended_at"] = approval["ended_at"]
        view["ended_by"] = approval.get("ended_by", "")
        view["end_reason"] = approval.get("end_reason", "")
    return view


def approval_answer(approval: Approval) -> ApprovalAnswer:
    return {"approval": approval_view(approval)}


def approvals_answer(approvals: Sequence[Approval], cursor: str | None) -> ApprovalsAnswer:
    return {"approvals": [approval_view(each) for each in approvals], "next": cursor}


def approval_event(type: EventType, approval: Approval, now: int) -> ApprovalEvent:
    return {
        "type": type.value,
        "created_at": now,
        "custom": {},
        "approval": approval_view(approval),
    }
