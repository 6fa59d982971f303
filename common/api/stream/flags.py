"""Flag requests, and what they mean as complaints."""

from __future__ import annotations

from typing import Any

from common.api.base import Request
from common.api.stream.checks import ModerationPayload
from common.api.stream.users import UserRequest
from common.domain.content import CHAT_MESSAGE, USER_ENTITY
from common.domain.errors import Invalid
from common.domain.fields import OptionalId, Reason
from common.moderation.reports.flag_options import FlagOptions
from common.moderation.reports.flags import NewFlag


class FlagRequest(FlagOptions):
    moderation_payload: ModerationPayload | None = None
    user_id: OptionalId = None
    user: UserRequest | None = None

    def payload(self) -> dict[str, Any]:
        return self.moderation_payload.payload().document() if self.moderation_payload else {}


class ChatFlagRequest(Request):
    """The old chat endpoint: exactly one target (contract 11)."""

    target_message_id: OptionalId = None
    target_user_id: OptionalId = None
    reason: Reason = None
    custom: dict[str, Any] | None = None
    user_id: OptionalId = None
    user: UserRequest | None = None


def chat_flag(body: ChatFlagRequest, reporter: str, reporter_type: str) -> NewFlag:
    if bool(body.target_message_id) == bool(body.target_user_id):
        raise Invalid(
            "exactly one of target_message_id and target_user_id is required",
            {"target_message_id": "or target_user_id is required"},
        )
    return NewFlag(
        CHAT_MESSAGE if body.target_message_id else USER_ENTITY,
        body.target_message_id or body.target_user_id or "",
        reporter,
        reason=body.reason or "",
        categories=(body.reason,) if body.reason else (),
        reporter_type=reporter_type,
        custom=body.custom or {},
    )
