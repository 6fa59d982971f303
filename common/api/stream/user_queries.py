"""How Stream's clients look for users (contract sections 6, 10 and 11)."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from common.api.base import Request
from common.api.stream.payloads import read_payload
from common.api.stream.users import Unrecorded, UnrecordedId
from common.domain.fields import Id, OptionalId
from common.moderation.users.querying import UserQuery


def _not_told(value: Any) -> Any:
    if value:
        raise ValueError("is not supported: who is present is the chat's")
    return None


class UsersPayload(Request):
    filter_conditions: dict[str, Any] = Field(default={}, max_length=50)
    sort: list[dict[str, Any]] | None = Field(None, max_length=5)
    limit: int | None = Field(None, ge=0, le=100, description="0 and none stand for 30")
    offset: int | None = Field(None, ge=0, le=1_000)
    id_gt: OptionalId = None
    id_gte: OptionalId = None
    id_lt: OptionalId = None
    id_lte: OptionalId = None
    include_deactivated_users: bool | None = None
    presence: Annotated[None, BeforeValidator(_not_told)] = None
    user_id: UnrecordedId = None
    user: Unrecorded | None = None

    def asked(self) -> UserQuery:
        bounds = {
            "$gt": self.id_gt,
            "$gte": self.id_gte,
            "$lt": self.id_lt,
            "$lte": self.id_lte,
        }
        return UserQuery(
            self.filter_conditions,
            self.sort,
            self.limit or None,
            self.offset,
            {operator: id for operator, id in bounds.items() if id},
            deactivated=bool(self.include_deactivated_users),
        )


class UsersQuery(Request):
    payload: str = Field("{}", max_length=8_192)

    def parsed(self) -> UsersPayload:
        return read_payload(UsersPayload, self.payload)


class UserReportQuery(Request):
    user_id: Id
    create_user_if_not_exists: bool | None = None
    include_user_blocks: bool | None = None
    include_user_mutes: bool | None = None


class UserExportQuery(Request):
    next: str | None = Field(None, max_length=8_192)
