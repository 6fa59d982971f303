"""Requests as new flags. Apart from the requests themselves, which every function's zip has."""

from __future__ import annotations

from common.api.stream.checks import CustomCheckRequest
from common.api.stream.flags import ChatFlagRequest, UnflagRequest
from common.domain.content import CHAT_MESSAGE, USER_ENTITY
from common.domain.errors import Invalid
from common.moderation.reports.new_flags import NewFlag


def target_of(body: ChatFlagRequest | UnflagRequest) -> tuple[str, str]:
    """The type and id of what is flagged."""
    if bool(body.target_message_id) == bool(body.target_user_id):
        raise Invalid(
            "exactly one of target_message_id and target_user_id is required",
            {"target_message_id": "or target_user_id is required"},
        )
    if body.target_message_id:
        return CHAT_MESSAGE, body.target_message_id
    return USER_ENTITY, body.target_user_id or ""


def chat_flag(body: ChatFlagRequest, reporter: str, reporter_type: str) -> NewFlag:
    return NewFlag(
        *target_of(body),
        reporter,
        reason=body.reason or "",
        categories=(body.reason,) if body.reason else (),
        reporter_type=reporter_type,
        custom=body.custom or {},
    )


def custom_flags(body: CustomCheckRequest, user: str | None) -> list[NewFlag]:
    """Only a chat message may come without its creator and content (contract 6, custom_check)."""
    if body.entity_type != CHAT_MESSAGE:
        for name in ("entity_creator_id", "moderation_payload"):
            if getattr(body, name) is None:
                raise Invalid.field(name, "is required for this entity_type")
    payload = body.moderation_payload.content().document() if body.moderation_payload else {}
    return [
        NewFlag(
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
