"""The queries of bans (contract sections 10 and 11): JSON in the query of a URL."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import Field, ValidationError

from common.api.base import Request, Time
from common.api.stream.users import ActingUser, Unrecorded, UnrecordedId
from common.domain.errors import Invalid
from common.domain.fields import OptionalId
from common.moderation.users.looking import Bounds

T = TypeVar("T", bound=Request)


class _Created(Request):
    created_at_after: Time | None = None
    created_at_after_or_equal: Time | None = None
    created_at_before: Time | None = None
    created_at_before_or_equal: Time | None = None

    def created(self) -> Bounds:
        """When a ban was made."""
        return Bounds.of(
            self.created_at_after,
            self.created_at_after_or_equal,
            self.created_at_before,
            self.created_at_before_or_equal,
        )


class _Paged(Request):
    exclude_expired_bans: bool | None = None
    limit: int | None = Field(None, ge=0, le=300)
    offset: int | None = Field(None, ge=0, le=10_000)


class BannedUsersPayload(_Created, _Paged):
    filter_conditions: dict[str, Any] = Field(max_length=20)
    sort: list[dict[str, Any]] | None = Field(None, max_length=1)
    user_id: UnrecordedId = None
    user: Unrecorded | None = None


class FutureBansPayload(_Created, _Paged):
    """`user_id` is who made them."""

    target_user_id: OptionalId = None
    include_total: bool | None = None
    user_id: OptionalId = None
    user: ActingUser | None = None


class BannedUsersQuery(Request):
    payload: str = Field(max_length=8_192)

    def parsed(self) -> BannedUsersPayload:
        """Raises Invalid where it is no JSON of what is asked for."""
        return _parsed(BannedUsersPayload, self.payload)


class FutureBansQuery(Request):
    payload: str | None = Field(None, max_length=8_192)

    def parsed(self) -> FutureBansPayload:
        return _parsed(FutureBansPayload, self.payload or "{}")


def _parsed(model: type[T], payload: str) -> T:
    try:
        return model.model_validate_json(payload)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, ("payload", *first["loc"])))
        raise Invalid.field(place, first["msg"]) from None
