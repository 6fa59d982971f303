"""Flags as Stream's clients raise them (contract sections 6 and 11)."""

from __future__ import annotations

from typing import Any

from common.api.base import Id, OptionalId, Reason, Request
from common.api.stream.checks import ModerationPayload
from common.api.stream.users import UserRequest


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
