"""Feedback on what content was found to be (contract section 6)."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, Field, StringConstraints

from common.api.base import Request, Time
from common.domain.fields import OptionalId, Prose
from common.domain.recommendation import STRENGTH

_ALIASES = {"shadow_block": "shadow"}
_Label = Annotated[str, StringConstraints(min_length=1, max_length=255), Prose]
_Labels = Annotated[list[_Label], Field(max_length=16)]


def _known(action: str) -> str:
    if _ALIASES.get(action, action) not in STRENGTH:
        raise ValueError(f"is none of {', '.join((*STRENGTH, *_ALIASES))}")
    return action


_Action = Annotated[str, StringConstraints(max_length=64), AfterValidator(_known)]


class ModerationFeedbackRequest(Request):
    message: Annotated[str, StringConstraints(max_length=10_000), Prose]
    published_at: Time
    reference: Annotated[str, StringConstraints(min_length=1, max_length=512)]
    channel_id: OptionalId = Field(None, max_length=255)
    description: Annotated[str, StringConstraints(max_length=4_000), Prose] | None = None
    current_labels: _Labels | None = None
    current_recommended_action: _Action | None = None
    expected_labels: _Labels | None = None
    expected_recommended_action: _Action | None = None

    def feedback(self) -> dict[str, Any]:
        return self.model_dump(exclude_none=True)
