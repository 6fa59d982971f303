"""The older chat API's requests about flags (contract 10 and 11)."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from common.api.base import Request
from common.api.stream.payloads import read_payload
from common.api.stream.users import Unrecorded, UnrecordedId
from common.domain.fields import Id, OptionalId
from common.moderation.reports.older_flags import FlagQuery


class FlagsPayload(Request):
    filter_conditions: dict[str, Any] | None = Field(None, max_length=20)
    sort: list[dict[str, Any]] | None = Field(None, max_length=5)
    limit: int | None = Field(None, ge=0, le=300, description="0 and none stand for 100")
    offset: int | None = Field(None, ge=0, le=1_000)
    user_id: UnrecordedId = None
    user: Unrecorded | None = None

    def asked(self) -> FlagQuery:
        return FlagQuery(
            self.filter_conditions or {}, self.sort, self.limit or None, self.offset, deleted=True
        )


class MessageFlagsPayload(FlagsPayload):
    show_deleted_messages: bool | None = None

    def asked(self) -> FlagQuery:
        return FlagQuery(
            self.filter_conditions or {},
            self.sort,
            self.limit or None,
            self.offset,
            deleted=bool(self.show_deleted_messages),
        )


class MessageFlagsQuery(Request):
    payload: str = Field("{}", max_length=8_192)

    def parsed(self) -> MessageFlagsPayload:
        return read_payload(MessageFlagsPayload, self.payload)


class UnblockMessageRequest(Request):
    target_message_id: Id
    user_id: OptionalId = None


class UpdateFlagsRequest(Request):
    message_ids: Annotated[list[Id], Field(min_length=1, max_length=100)]
    reviewed_by: Id
    user_id: OptionalId = None
