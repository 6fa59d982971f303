"""What the request models share: unknown members are ignored, null counts as absent."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from common.domain.times import nanoseconds_of

MAX_ID = 1_024
MAX_TEXT = 100_000

# SQLite's JSON functions end a text at its first NUL, so such an id would be found by no query.
_NO_NUL = r"^[^\x00]*$"
Id = Annotated[str, StringConstraints(min_length=1, max_length=MAX_ID, pattern=_NO_NUL)]
IdOrEmpty = Annotated[str, StringConstraints(max_length=MAX_ID, pattern=_NO_NUL)]
OptionalId = IdOrEmpty | None
Reason = Annotated[str, StringConstraints(max_length=255)] | None
Note = Annotated[str, StringConstraints(max_length=2_000)] | None
Text = Annotated[str, StringConstraints(max_length=MAX_TEXT)]
Url = Annotated[str, StringConstraints(max_length=4_096)]


def to_nanoseconds(value: Any) -> Any:
    """Times come as ISO 8601 text or as integer nanoseconds; anything else is refused."""
    if isinstance(value, str):
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            raise ValueError("is not an ISO 8601 time") from None
        if moment.tzinfo is None:
            raise ValueError("has no time zone")
        return nanoseconds_of(moment)
    return value


Time = Annotated[int, BeforeValidator(to_nanoseconds), Field(ge=-(2**63), lt=2**63)]


def or_else(default: Any) -> BeforeValidator:
    """For what replies must have and requests may leave out or null."""
    return BeforeValidator(lambda value: default if value is None else value)


class Request(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, defer_build=True)
