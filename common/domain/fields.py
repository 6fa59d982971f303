"""Fields of what comes from outside, with their bounds, and the model that has them."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

MAX_ID = 1_024

# SQLite's JSON functions end a text at its first NUL, so such an id would be found by no query.
_NO_NUL = r"^[^\x00]*$"
Id = Annotated[str, StringConstraints(min_length=1, max_length=MAX_ID, pattern=_NO_NUL)]
IdOrEmpty = Annotated[str, StringConstraints(max_length=MAX_ID, pattern=_NO_NUL)]
OptionalId = IdOrEmpty | None
Reason = Annotated[str, StringConstraints(max_length=255)] | None
Note = Annotated[str, StringConstraints(max_length=2_000)] | None


class Input(BaseModel):
    """Unknown members are ignored, null counts as absent."""

    model_config = ConfigDict(extra="ignore", frozen=True, defer_build=True)
