"""What a moderator says beside the action type: one model for each kind of options (contract 7)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from common.domain.fields import Custom as CustomFields
from common.domain.fields import Id, Note, OptionalId, Prose
from common.domain.options import Expected, Named, Options, Waiting

DeleteMode = Literal["soft", "pruning", "hard"]
TEN_YEARS = 10 * 366 * 24 * 60


class Reasoned(Options):
    reason: Note = None

    def why(self) -> str:
        return self.reason or ""


class DecisionReason(Options):
    decision_reason: Note = None

    def why(self) -> str:
        return self.decision_reason or ""


class RejectAppeal(Options):
    decision_reason: Annotated[str, StringConstraints(min_length=1, max_length=2_000), Prose]

    def why(self) -> str:
        return self.decision_reason


class OfUser(Options):
    target_user_id: OptionalId = None

    def named(self) -> Named:
        return Named(user_id=self.target_user_id or "")


class OfEntity(Options):
    entity_id: OptionalId = None
    entity_type: OptionalId = None

    def named(self) -> Named:
        return Named(entity_type=self.entity_type or "", entity_id=self.entity_id or "")


class Ban(Reasoned, OfUser):
    of_platform = frozenset({"delete_messages", "delete_reactions"})

    timeout: int | None = Field(None, ge=0, le=TEN_YEARS, description="minutes; none is for good")
    shadow: bool | None = None
    ip_ban: bool | None = None
    channel_ban_only: bool | None = None
    channel_cid: OptionalId = None
    delete_messages: DeleteMode | None = None
    delete_reactions: bool | None = None
    ban_from_future_channels: bool | None = None

    @property
    def is_of_channel(self) -> bool:
        """A channel that is named is meant, unless `channel_ban_only` is false."""
        return bool(self.channel_cid) if self.channel_ban_only is None else self.channel_ban_only

    def expected(self) -> list[Expected]:
        return ["has_bans", *(("has_banned_addresses",) if self.ip_ban else ())]

    def waiting(self) -> Waiting | None:
        """In which channel content was posted is not known here."""
        if not self.delete_messages or self.is_of_channel:
            return None
        return Waiting(self.delete_messages)


class Unban(DecisionReason, OfUser):
    """`created_by` leaves the bans that others made, `shadow` all but the shadow ban."""

    channel_cid: OptionalId = None
    remove_future_channels_ban: bool | None = None
    created_by: OptionalId = None
    shadow: bool | None = None


class Delete(Reasoned, OfEntity):
    hard_delete: bool | None = None


class DeleteUser(Delete):
    of_platform = frozenset(
        {"mark_messages_deleted", "delete_conversation_channels", "delete_feeds_content"}
    )

    mark_messages_deleted: bool | None = None
    delete_conversation_channels: bool | None = None
    delete_feeds_content: bool | None = None

    def waiting(self) -> Waiting | None:
        if not self.mark_messages_deleted:
            return Waiting()
        return Waiting("hard" if self.hard_delete else "soft")


class DeleteUserMessages(Reasoned, OfEntity):
    of_platform = frozenset({"channel_cid", "delete_messages", "delete_reactions"})

    delete_messages: DeleteMode
    channel_cid: OptionalId = None
    delete_reactions: bool | None = None

    def waiting(self) -> Waiting | None:
        """In which channel content was posted is not known."""
        if self.channel_cid or not self.delete_messages:
            return None
        return Waiting(self.delete_messages)


class MarkReviewed(DecisionReason):
    content_to_mark_as_reviewed_limit: int | None = Field(None, ge=0, le=2500)
    disable_marking_content_as_reviewed: bool | None = None

    def waiting(self) -> Waiting | None:
        limit = self.content_to_mark_as_reviewed_limit
        if not limit or self.disable_marking_content_as_reviewed:
            return None
        return Waiting(limit=limit, asked_by="content_to_mark_as_reviewed_limit")


class ReviewedReport(MarkReviewed):
    """What came of the reports about a message, in words that are the app's own."""

    review_result: str
    review_details: CustomFields | None = None


class Custom(Options):
    id: Id
    options: CustomFields | None = None


class Escalate(Reasoned):
    notes: Note = None
    priority: Literal["low", "medium", "high"] | None = None
    category: Note = None


class Bypass(OfUser):
    enabled: bool | None = None

    @property
    def is_on(self) -> bool:
        return self.enabled is not False

    def expected(self) -> list[Expected]:
        return ["has_bypasses"] if self.is_on else []
