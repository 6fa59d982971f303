"""Fields of what comes from outside, with their bounds, and the model that has them."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationInfo

from common.domain.characters import whole

MAX_ID = 1_024
HALVES = "halves"
"""In a validation's context: that texts may have halves of characters."""

# SQLite's JSON functions end a text at its first NUL, so such an id would be found by no query.
_NO_NUL = r"^[^\x00]*$"
Id = Annotated[str, StringConstraints(min_length=1, max_length=MAX_ID, pattern=_NO_NUL)]
IdOrEmpty = Annotated[str, StringConstraints(max_length=MAX_ID, pattern=_NO_NUL)]
OptionalId = IdOrEmpty | None


def _prose(value: Any, info: ValidationInfo) -> Any:
    return whole(value) if info.context == HALVES else value


Prose = BeforeValidator(_prose)
"""For what somebody wrote, which is judged and kept although half a character stands in it: the
half becomes U+FFFD. Ids, keys and names are refused instead.
"""
Reason = Annotated[str, StringConstraints(max_length=255), Prose] | None
Note = Annotated[str, StringConstraints(max_length=2_000), Prose] | None
Custom = Annotated[dict[str, Any], Prose]
"""The customer's own fields, passed through."""


class Input(BaseModel):
    """What it does not know it refuses by name; null counts as absent."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)
