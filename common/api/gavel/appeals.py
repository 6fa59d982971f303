"""Appeals, as the inbox of who handles them has them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, model_validator

from common.api.gavel.base import Body, ByBody, ListQuery, Moment, Name
from common.domain.appeal import (
    AppealRole,
    AppealStatus,
    Outcome,
    OutOfCourt,
    OutOfCourtOutcome,
)
from common.domain.errors import Invalid
from common.domain.fields import OptionalId, Prose

Told = Annotated[str, StringConstraints(min_length=1, max_length=2_000), Prose]


class AppealsQuery(ListQuery):
    """`waiting_since` finds the open ones that are waiting since then or longer, `handler` those
    that somebody has read, written about or decided.
    """

    status: AppealStatus | None = None
    role: AppealRole | None = None
    late: bool | None = None
    outcome: Outcome | None = None
    handler: OptionalId = None
    of_user: OptionalId = None
    waiting_since: Moment | None = None
    out_of_court: Literal["none", "open", "closed"] | None = None
    order: Literal["oldest", "newest"] = "oldest"

    def filter(self) -> dict[str, Any]:
        names = ("status", "role", "late", "outcome", "handler", "out_of_court")
        found = {name: getattr(self, name) for name in names if getattr(self, name) is not None}
        if self.of_user:
            found["user_id"] = self.of_user
        if self.waiting_since is not None:
            found["created_at"] = {"$lte": self.waiting_since}
            found.setdefault("status", "submitted")
        return found

    @model_validator(mode="after")
    def _waits(self) -> AppealsQuery:
        if self.waiting_since is not None and self.status not in (None, "submitted"):
            raise Invalid.field("waiting_since", "is for appeals that are submitted")
        return self


class AppealReadingBody(Body):
    """`user_id` is who has looked at it."""

    user_id: OptionalId = None


class AppealNoteBody(Body):
    text: Told
    user_id: OptionalId = None


class OutOfCourtBody(Body):
    """A dispute about the decision before `body`; what came of it is there once it is closed."""

    body: Name
    reference: Name
    opened_at: Moment
    closed_at: Moment | None = None
    outcome: OutOfCourtOutcome | None = None
    implemented: bool | None = Field(default=None, strict=True)
    user_id: OptionalId = None

    @model_validator(mode="after")
    def _is_in_order(self) -> OutOfCourtBody:
        if self.closed_at is not None and self.closed_at < self.opened_at:
            raise Invalid.field("closed_at", "is before opened_at")
        if (self.outcome is None) != (self.closed_at is None):
            missing, given = (
                ("outcome", "closed_at") if self.closed_at else ("closed_at", "outcome")
            )
            raise Invalid.field(missing, f"is required with {given}")
        if self.implemented is not None and self.outcome is None:
            raise Invalid.field("implemented", "is for a dispute that has an outcome")
        return self

    def dispute(self) -> OutOfCourt:
        return {
            "body": self.body,
            "reference": self.reference,
            "opened_at": self.opened_at,
            "closed_at": self.closed_at,
            "outcome": self.outcome,
            "implemented": self.implemented,
        }


class LiftBody(ByBody):
    pass
