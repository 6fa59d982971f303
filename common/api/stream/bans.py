"""The query of bans (contract sections 10 and 11): JSON in the query of a URL."""

from __future__ import annotations

from typing import Any

from pydantic import Field, ValidationError

from common.api.base import Request, Time
from common.api.stream.users import UserRequest
from common.domain.errors import Invalid
from common.domain.fields import OptionalId


class BannedUsersPayload(Request):
    filter_conditions: dict[str, Any] = Field(max_length=20)
    exclude_expired_bans: bool | None = None
    created_at_after: Time | None = None
    created_at_after_or_equal: Time | None = None
    created_at_before: Time | None = None
    created_at_before_or_equal: Time | None = None
    limit: int | None = Field(None, ge=1, le=300)
    offset: int | None = Field(None, ge=0, le=10_000)
    sort: list[dict[str, Any]] | None = Field(None, max_length=1)
    user_id: OptionalId = None
    user: UserRequest | None = None

    def created(self) -> dict[str, int]:
        """The bounds of when a ban was made, as a filter has them."""
        bounds = {
            "$gt": self.created_at_after,
            "$gte": self.created_at_after_or_equal,
            "$lt": self.created_at_before,
            "$lte": self.created_at_before_or_equal,
        }
        return {operator: at for operator, at in bounds.items() if at is not None}


class BannedUsersQuery(Request):
    payload: str = Field(max_length=8_192)

    def parsed(self) -> BannedUsersPayload:
        """Raises Invalid where it is no JSON of what is asked for."""
        try:
            return BannedUsersPayload.model_validate_json(self.payload)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            place = ".".join(map(str, ("payload", *first["loc"])))
            raise Invalid.field(place, first["msg"]) from None
