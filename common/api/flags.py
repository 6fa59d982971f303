"""Flag requests as complaints."""

from __future__ import annotations

from common.api.stream import ChatFlagRequest, CustomCheckRequest, FlagRequest
from common.domain.content import USER_ENTITY
from common.domain.errors import Invalid
from common.moderation.reports.flags import Complaint

CHAT_MESSAGE = "stream:chat:v1:message"


def complaint_of(
    body: FlagRequest, reporter: str, reporter_type: str, *, is_decision: bool = False
) -> Complaint:
    """The reason counts as a report category where the app has one of that key."""
    payload = body.moderation_payload.content().document() if body.moderation_payload else {}
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


def custom_complaints(body: CustomCheckRequest, user: str | None) -> list[Complaint]:
    """Only a chat message may come without its creator and content (contract 6, custom_check)."""
    if body.entity_type != "stream:chat:v1:message":
        for name in ("entity_creator_id", "moderation_payload"):
            if getattr(body, name) is None:
                raise Invalid.field(name, "is required for this entity_type")
    payload = body.moderation_payload.content().document() if body.moderation_payload else {}
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
