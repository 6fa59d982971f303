"""Running an action by hand."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from common.api.base import Request
from common.api.gavel.values import Values
from common.domain.fields import Note, OptionalId
from common.domain.ids import ordered_id
from common.moderation.review.runs import Run

IdempotencyKey = Annotated[str, StringConstraints(min_length=1, max_length=128)]


class RunActionBody(Request):
    """On content, named by its item or its entity, or on a user. `user_id` is the moderator who
    runs it. Under the same `idempotency_key` it is run once on the same.
    """

    item_id: OptionalId = None
    entity_type: OptionalId = None
    entity_id: OptionalId = None
    target_user_id: OptionalId = None
    reason: Note = None
    values: Values = Field(default_factory=dict)
    idempotency_key: IdempotencyKey | None = None
    user_id: OptionalId = None

    def run(self, action: str, moderator: str, now: int) -> Run:
        """Without a key it is a run of its own, whatever else is the same."""
        return Run(
            action,
            moderator,
            f"key {self.idempotency_key}" if self.idempotency_key else ordered_id(now),
            self.item_id or "",
            self.entity_type or "",
            self.entity_id or "",
            self.target_user_id or "",
            self.reason or "",
            self.values,
        )
