"""submit_action: one options object per action type (contract section 7)."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from common.api.base import Id, Note, OptionalId, Request
from common.api.stream.flags import FlagRequest
from common.api.stream.users import UserRequest

ActionType = Literal[
    "flag",
    "mark_reviewed",
    "delete_message",
    "delete_activity",
    "delete_comment",
    "delete_reaction",
    "ban",
    "custom",
    "unban",
    "restore",
    "delete_user",
    "delete_user_messages",
    "unblock",
    "block",
    "shadow_block",
    "unmask",
    "kick_user",
    "end_call",
    "reject_appeal",
    "escalate",
    "de_escalate",
    "bypass",
]
DeleteMode = Literal["soft", "pruning", "hard"]
_TEN_YEARS = 10 * 366 * 24 * 60


class DecisionReason(Request):
    decision_reason: Note = None


class Ban(Request):
    target_user_id: OptionalId = None
    reason: Note = None
    timeout: int | None = Field(None, ge=0, le=_TEN_YEARS, description="minutes; none is for good")
    shadow: bool | None = None
    ip_ban: bool | None = None
    channel_ban_only: bool | None = None
    channel_cid: OptionalId = None
    delete_messages: DeleteMode | None = None
    delete_reactions: bool | None = None
    ban_from_future_channels: bool | None = None


class Unban(DecisionReason):
    target_user_id: OptionalId = None
    channel_cid: OptionalId = None
    remove_future_channels_ban: bool | None = None


class Delete(Request):
    hard_delete: bool | None = None
    reason: Note = None
    entity_id: OptionalId = None
    entity_type: OptionalId = None


class DeleteUser(Delete):
    mark_messages_deleted: bool | None = None
    delete_conversation_channels: bool | None = None
    delete_feeds_content: bool | None = None


class DeleteUserMessages(Request):
    delete_messages: DeleteMode
    channel_cid: OptionalId = None
    delete_reactions: bool | None = None
    reason: Note = None
    entity_id: OptionalId = None
    entity_type: OptionalId = None


class MarkReviewed(DecisionReason):
    content_to_mark_as_reviewed_limit: int | None = Field(None, ge=0, le=2500)
    disable_marking_content_as_reviewed: bool | None = None


class Reasoned(Request):
    reason: Note = None


class Custom(Request):
    id: Id
    options: dict[str, Any] | None = None


class Escalate(Request):
    reason: Note = None
    notes: Note = None
    priority: Literal["low", "medium", "high"] | None = None
    category: Note = None


class Bypass(Request):
    enabled: bool | None = None


class SubmitActionRequest(Request):
    action_type: ActionType
    item_id: OptionalId = None
    appeal_id: OptionalId = None
    decision_reason: Note = None
    user_id: OptionalId = None
    user: UserRequest | None = None
    ban: Ban | None = None
    block: Reasoned | None = None
    bypass: Bypass | None = None
    custom: Custom | None = None
    delete_activity: Delete | None = None
    delete_comment: Delete | None = None
    delete_message: Delete | None = None
    delete_reaction: Delete | None = None
    delete_user: DeleteUser | None = None
    delete_user_messages: DeleteUserMessages | None = None
    escalate: Escalate | None = None
    flag: FlagRequest | None = None
    mark_reviewed: MarkReviewed | None = None
    reject_appeal: DecisionReason | None = None
    restore: DecisionReason | None = None
    shadow_block: Reasoned | None = None
    unban: Unban | None = None
    unblock: DecisionReason | None = None

    def options(self) -> dict[str, Any]:
        chosen = getattr(self, self.action_type, None)
        return chosen.model_dump(exclude_none=True) if chosen is not None else {}
