"""Deliveries, endpoints and redeliveries."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from common.api.base import Request
from common.api.gavel.base import ListQuery, Moment
from common.domain.delivery import State
from common.domain.fields import OptionalId

EndpointId = Annotated[str, StringConstraints(min_length=1, max_length=256)]
Why = Annotated[str, StringConstraints(min_length=1, max_length=255)]
MOST_PER_SECOND = 1_000


class DeliveryQuery(ListQuery):
    """Of the filters one, or `endpoint` with `state`. `action_id` is the endpoint of an action."""

    endpoint: str | None = Field(None, max_length=256)
    state: State | None = None
    subject: str | None = Field(None, max_length=1_100)
    item_id: str | None = Field(None, max_length=128)
    action_id: str | None = Field(None, max_length=128)
    since: Moment | None = None
    until: Moment | None = None


class _OperatorAction(Request):
    """`user_id` is whom the log names for it."""

    user_id: OptionalId = None


class CancelBody(_OperatorAction):
    reason: Why | None = None


class DisableBody(_OperatorAction):
    reason: Why


class RedeliverBody(_OperatorAction):
    """`since` and `until` are of when the deliveries were ordered."""

    since: Moment
    until: Moment | None = None
    per_second: int = Field(10, ge=1, le=MOST_PER_SECOND)


class ReplayBody(RedeliverBody):
    """`source` is the endpoint whose deliveries are sent anew."""

    source: EndpointId
