"""Decisions that wait for a second person."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from common.api.gavel.base import Body, ByBody, ListQuery
from common.domain.approval import ApprovalState
from common.domain.fields import Id, OptionalId, Prose

Why = Annotated[str, StringConstraints(min_length=1, max_length=2_000), Prose]


class ApprovalsQuery(ListQuery):
    """The oldest come first."""

    state: ApprovalState = "waiting"


class ApproveBody(ByBody):
    """`user_id` is who approves, where the app's server says so."""


class RefuseBody(Body):
    """Who refuses, and why."""

    user_id: OptionalId = None
    reason: Why


class WithdrawBody(ByBody):
    """`user_id` is who made the decision."""


class SettleApprovalsBody(Body):
    """The same for each of them; a refusal says why."""

    ids: list[Id] = Field(min_length=1, max_length=100)
    verdict: Literal["approve", "refuse", "withdraw"]
    user_id: OptionalId = None
    reason: Why | None = None
