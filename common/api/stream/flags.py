"""Flags as Stream's clients raise them (contract sections 6 and 11)."""

from __future__ import annotations

from common.api.base import Request
from common.api.stream.checks import ModerationPayload
from common.api.stream.users import ActingUser
from common.domain.content import Payload
from common.domain.fields import Custom, OptionalId, Reason
from common.moderation.reports.flag_options import FlagOptions


class FlagRequest(FlagOptions):
    moderation_payload: ModerationPayload | None = None
    user_id: OptionalId = None
    user: ActingUser | None = None

    def payload(self) -> Payload:
        return self.moderation_payload.content().document() if self.moderation_payload else {}


class ChatFlagRequest(Request):
    """The old chat endpoint: exactly one target (contract 11)."""

    target_message_id: OptionalId = None
    target_user_id: OptionalId = None
    reason: Reason = None
    custom: Custom | None = None
    user_id: OptionalId = None
    user: ActingUser | None = None
