"""What the requests of Gavel's own API share (paths under /api/v1)."""

from __future__ import annotations

from typing import Annotated

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)

from common.api.base import Request, to_nanoseconds
from common.domain.fields import OptionalId, Reason

Key = Annotated[str, StringConstraints(min_length=1, max_length=128, pattern=r"^[\w.:-]+$")]
Name = Annotated[str, StringConstraints(min_length=1, max_length=255)]
Moment = Annotated[
    int,
    BeforeValidator(to_nanoseconds),
    Field(ge=0, lt=2**63),
    WithJsonSchema({"type": "string", "format": "date-time"}),
]

CapPerHour = Annotated[int, Field(ge=0, le=1_000_000, strict=True)]


class Body(BaseModel):
    """A resource's body names every member it knows: a misspelt one is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class ByBody(Body):
    """Who does it, where the app's server says so, and why."""

    user_id: OptionalId = None
    reason: Reason = None


class PauseBody(ByBody):
    """Without `until` it lasts until it is taken back."""

    until: Moment | None = None


class ResumeBody(ByBody):
    pass


class ByQuery(Request):
    """`user_id` is who makes the call, where the app's server says so."""

    user_id: OptionalId = None


class ListQuery(Request):
    limit: int = Field(50, ge=1, le=100)
    cursor: str | None = Field(None, max_length=8_192)
