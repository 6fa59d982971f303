"""Mutes (contract sections 6 and 11)."""

from __future__ import annotations

from pydantic import Field, model_validator

from common.api.base import Request
from common.api.stream.users import ActingUser
from common.domain.errors import Invalid
from common.domain.fields import Id, OptionalId
from common.moderation.review.decisions.options import TEN_YEARS

MOST_TARGETS = 1_000


class _Acting(Request):
    user_id: OptionalId = None
    user: ActingUser | None = None


class UnmuteRequest(_Acting):
    target_ids: list[Id] = Field(min_length=1, max_length=MOST_TARGETS)

    def targets(self) -> list[str]:
        return list(dict.fromkeys(self.target_ids))


class MuteRequest(UnmuteRequest):
    timeout: int | None = Field(None, ge=0, le=TEN_YEARS, description="minutes; none is for good")


class ChatUnmuteRequest(_Acting):
    """The old path: one target or many."""

    target_id: OptionalId = None
    target_ids: list[Id] | None = Field(None, max_length=MOST_TARGETS)

    @model_validator(mode="after")
    def _names_somebody(self) -> ChatUnmuteRequest:
        if not self.target_id and not self.target_ids:
            raise Invalid.field("target_id", "is required, or target_ids")
        return self

    def targets(self) -> list[str]:
        one = [self.target_id] if self.target_id else []
        return list(dict.fromkeys([*one, *(self.target_ids or ())]))


class ChatMuteRequest(ChatUnmuteRequest):
    timeout: int | None = Field(None, ge=0, le=TEN_YEARS, description="minutes; none is for good")
