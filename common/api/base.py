"""What the request models share."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StringConstraints

from common.domain.fields import Input, Prose
from common.domain.times import nanoseconds_of

MAX_TEXT = 100_000

Text = Annotated[str, StringConstraints(max_length=MAX_TEXT), Prose]
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
    if isinstance(value, bool):
        raise ValueError("is no time")
    return value


Time = Annotated[int, BeforeValidator(to_nanoseconds), Field(ge=-(2**63), lt=2**63)]


def or_else(default: Any) -> BeforeValidator:
    """For what replies must have and requests may leave out or null."""
    return BeforeValidator(lambda value: default if value is None else value)


class Request(Input):
    """A request's body or query."""
