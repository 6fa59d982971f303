"""Flags as Stream's clients raise them (contract sections 6 and 11)."""

from __future__ import annotations

from typing import Annotated

from common.api.base import Request
from common.api.stream.checks import ModerationPayload
from common.api.stream.users import ActingUser
from common.domain.content import Payload
from common.domain.fields import Custom, Id, OptionalId, Reason
from common.domain.not_in_effect import NoEffect
from common.moderation.reports.flag_options import FlagOptions

_DECIDES = NoEffect("who decides is who flags")


class _FlagOfContent(FlagOptions):
    moderation_payload: ModerationPayload | None = None

    def payload(self) -> Payload:
        return self.moderation_payload.content().document() if self.moderation_payload else {}


class FlagRequest(_FlagOfContent):
    user_id: OptionalId = None
    user: ActingUser | None = None


class DecidedFlag(_FlagOfContent):
    user_id: Annotated[OptionalId, _DECIDES] = None
    user: Annotated[ActingUser | None, _DECIDES] = None


class ChatFlagRequest(Request):
    """The old chat endpoint: exactly one target (contract 11)."""

    target_message_id: OptionalId = None
    target_user_id: OptionalId = None
    reason: Reason = None
    custom: Custom | None = None
    user_id: OptionalId = None
    user: ActingUser | None = None


class UnflagRequest(Request):
    """The old chat endpoint: exactly one target (contract 11)."""

    target_message_id: OptionalId = None
    target_user_id: OptionalId = None
    user_id: OptionalId = None
    user: ActingUser | None = None


class FlagCountRequest(Request):
    entity_creator_id: Id
    entity_type: OptionalId = None
