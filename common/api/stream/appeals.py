"""Appeals as Stream's clients send them (contract section 6)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from common.api.base import Request, Time
from common.api.stream.queries import QueryRequest
from common.api.stream.users import ActingUser
from common.domain.appeal import MOST_ATTACHMENTS
from common.domain.errors import Invalid
from common.domain.fields import Id, OptionalId, Prose
from common.moderation.appeals.against import Wanted
from common.moderation.review.decisions.action_types import ACTION_TYPES
from common.moderation.review.decisions.decision import Decision
from common.moderation.review.decisions.options import (
    DecisionReason,
    MarkReviewed,
    RejectAppeal,
    Unban,
)

Attachment = Annotated[str, StringConstraints(pattern=r"^https?://\S+$", max_length=4_096)]


class AppealRequest(Request):
    """`told_at` and `language` are Gavel's own: when the app told its user of the decision, of
    which only the app's server knows, and in which language (ISO 639-1, small letters) they write.
    """

    entity_type: Id
    entity_id: Id
    appeal_reason: Annotated[str, StringConstraints(min_length=1, max_length=500), Prose]
    attachments: list[Attachment] | None = Field(None, max_length=MOST_ATTACHMENTS)
    review_queue_item_id: OptionalId = None
    channel_cid: OptionalId = None
    told_at: Time | None = None
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")] | None = None
    user_id: OptionalId = None
    user: ActingUser | None = None

    def wanted(self) -> Wanted:
        return Wanted(
            self.entity_type,
            self.entity_id,
            self.appeal_reason,
            self.attachments or (),
            self.review_queue_item_id or "",
            self.channel_cid or "",
            told_at=self.told_at,
            language=self.language or "",
        )


class QueryAppealsRequest(QueryRequest):
    pass


class BulkActionAppealsRequest(Request):
    action_type: Literal["unban", "restore", "unblock", "mark_reviewed", "reject_appeal"]
    appeal_ids: list[Id] = Field(min_length=1, max_length=100)
    mark_reviewed: MarkReviewed | None = None
    reject_appeal: RejectAppeal | None = None
    restore: DecisionReason | None = None
    unban: Unban | None = None
    unblock: DecisionReason | None = None
    unfounded: bool | None = None
    user_id: OptionalId = None
    user: ActingUser | None = None

    def decision(self, moderator: str) -> Decision:
        """Raises Invalid for options of another action, and where there have to be some."""
        for name in ("mark_reviewed", "reject_appeal", "restore", "unban", "unblock"):
            others = getattr(self, name) if name != self.action_type else None
            if others is not None and others.model_dump(exclude_none=True):
                raise Invalid.field(name, f"is of another action_type than {self.action_type}")
        type = ACTION_TYPES[self.action_type]
        options = type.options_of(getattr(self, type.name))
        return Decision(type, moderator, None, options, unfounded=bool(self.unfounded))
