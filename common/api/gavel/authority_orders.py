"""Orders by authorities."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints, model_validator

from common.api.base import Request
from common.api.gavel.base import Body, Moment
from common.domain.authority_order import OrderKind
from common.domain.errors import Invalid
from common.domain.fields import OptionalId, Prose

_LATER = ("acknowledged_at", "given_effect_at", "closed_at")


class TakeOutQuery(Request):
    """Who takes it out, and why it was none."""

    reason: Annotated[str, StringConstraints(min_length=1, max_length=255), Prose]
    user_id: OptionalId = None


class AuthorityOrderBody(Body):
    """All of the order: what is left out is not known, or has not happened. `user_id` is whom it
    is about; who enters it is `by`, where the app's server says so.
    """

    kind: OrderKind
    issuing_state: str
    concerns: Annotated[str, StringConstraints(min_length=1, max_length=2_000), Prose]
    received_at: Moment
    category: str | None = None
    item_id: OptionalId = None
    user_id: OptionalId = None
    decision_id: OptionalId = None
    acknowledged_at: Moment | None = None
    given_effect_at: Moment | None = None
    closed_at: Moment | None = None
    by: OptionalId = None

    @model_validator(mode="after")
    def _happens_in_order(self) -> AuthorityOrderBody:
        for name in _LATER:
            at = getattr(self, name)
            if at is not None and at < self.received_at:
                raise Invalid.field(name, "is before received_at")
        if self.decision_id is not None and self.given_effect_at is None:
            raise Invalid.field("decision_id", "is of an order that was given effect")
        return self
