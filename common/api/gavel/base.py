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

Key = Annotated[str, StringConstraints(min_length=1, max_length=128, pattern=r"^[\w.:-]+$")]
Name = Annotated[str, StringConstraints(min_length=1, max_length=255)]
Moment = Annotated[
    int,
    BeforeValidator(to_nanoseconds),
    Field(ge=0, lt=2**63),
    WithJsonSchema({"type": "string", "format": "date-time"}),
]


class Body(BaseModel):
    """A resource's body names every member it knows: a misspelt one is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class ListQuery(Request):
    limit: int = Field(50, ge=1, le=100)
    cursor: str | None = Field(None, max_length=8_192)
