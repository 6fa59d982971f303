"""Flag requests, and what they mean as complaints."""

from __future__ import annotations

from typing import Any

from common.api.base import Id, OptionalId, Reason, Request
from common.api.stream.checks import ModerationPayload
from common.api.stream.users import UserRequest
from common.domain.content import CHAT_MESSAGE, USER_ENTITY
from common.domain.errors import Invalid
from common.moderation.reports.flags import Complaint


class FlagRequest(Request):
    entity_type: Id
    entity_id: Id
    entity_creator_id: OptionalId = None
    reason: Reason = None
    custom: dict[str, Any] | None = None
    moderation_payload: ModerationPayload | None = None
    user_id: OptionalId = None
    user: UserRequest | None = None


class ChatFlagRequest(Request):
    """The old chat endpoint: exactly one target (contract 11)."""

    target_message_id: OptionalId = None
    target_user_id: OptionalId = None
    reason: Reason = None
    custom: dict[str, Any] | None = None
    user_id: OptionalId = None
    user: UserRequest | None = None


def complaint_of(
    body: FlagRequest, reporter: str, reporter_type: str, *, is_decision: bool = False
) -> Complaint:
    """The reason counts as a report category where the app has one of that key."""
    payload = body.moderation_payload.payload().document() if body.moderation_payload else {}
    creator = body.entity_creator_id or ""
    return Complaint(
        body.entity_type,
        body.entity_id,
        reporter,
        creator_id=creator,
        reason=body.reason or "",
        categories=(body.reason,) if body.reason else (),
        reporter_type=reporter_type,
        custom=body.custom or {},
        payload=payload,
        is_decision=is_decision,
    )


def chat_flag(body: ChatFlagRequest, reporter: str, reporter_type: str) -> Complaint:
    if bool(body.target_message_id) == bool(body.target_user_id):
        raise Invalid(
            "exactly one of target_message_id and target_user_id is required",
            {"target_message_id": "or target_user_id is required"},
        )
    return Complaint(
        CHAT_MESSAGE if body.target_message_id else USER_ENTITY,
        body.target_message_id or body.target_user_id or "",
        reporter,
        reason=body.reason or "",
        categories=(body.reason,) if body.reason else (),
        reporter_type=reporter_type,
        custom=body.custom or {},
    )
