"""Strikes, and the policies that say what they lead to."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated, Any

from pydantic import Field, ValidationInfo, field_validator

from common.api.base import Request
from common.api.gavel.base import Body, Key, Name
from common.domain.fields import OptionalId, Reason
from common.domain.strikes import BAN_USER

Weight = Annotated[int, Field(ge=1, le=1_000, strict=True)]
Weights = Annotated[dict[Name, Weight], Field(max_length=200)]
_MOST_MINUTES = 10 * 366 * 24 * 60


class StepActionBody(Body):
    """`action` is one of the app's, `flag_for_review` or `ban_user`. `values` go to the app's
    server; of `ban_user` they are `timeout`, in minutes, and `shadow`.
    """

    action: Key
    values: dict[Name, str | int | float | bool] = Field(default_factory=dict, max_length=20)

    @field_validator("values")
    @classmethod
    def _fit(cls, values: dict[str, Any], info: ValidationInfo) -> dict[str, Any]:
        action = info.data.get("action")
        if action == "flag_for_review" and values:
            raise ValueError("is not for flag_for_review")
        if any(isinstance(each, str) and len(each) > 1_000 for each in values.values()):
            raise ValueError("has a text of more than 1,000 characters")
        if action != BAN_USER:
            return values
        if unknown := values.keys() - {"timeout", "shadow"}:
            raise ValueError(f"has {min(unknown)!r}, which ban_user does not know")
        timeout = values.get("timeout", 1)
        if type(timeout) is not int or not 1 <= timeout <= _MOST_MINUTES:
            raise ValueError("needs a timeout in minutes, ten years at most")
        if type(values.get("shadow", False)) is not bool:
            raise ValueError("needs true or false for shadow")
        return values


class StepBody(Body):
    strikes: Annotated[int, Field(ge=1, le=100_000, strict=True)]
    actions: list[StepActionBody] = Field(min_length=1, max_length=10)


class WeightsBody(Body):
    """`classes` are named with their modality, as in "text:HATE"."""

    rules: Weights = Field(default_factory=dict)
    classes: Weights = Field(default_factory=dict)


class StrikePolicyBody(Body):
    """`expires_after` is how many days each strike counts."""

    name: Name
    expires_after: int = Field(90, ge=1, le=3_650, strict=True)
    weights: WeightsBody = WeightsBody()
    steps: list[StepBody] = Field(default_factory=list, max_length=20)

    @field_validator("steps")
    @classmethod
    def _ascend(cls, steps: list[StepBody]) -> list[StepBody]:
        thresholds = [step.strikes for step in steps]
        if any(b <= a for a, b in pairwise(thresholds)):
            raise ValueError("have to be in ascending order of strikes, each number once")
        return steps


class GiveStrikeBody(Request):
    """`user_id` is who gives it. A second one with the same `id` changes nothing."""

    policy: Key
    weight: Weight = 1
    reason: Reason = None
    id: Key | None = None
    user_id: OptionalId = None


class ClearStrikeQuery(Request):
    """`user_id` is who takes it back, and `reason` why, for the log."""

    user_id: OptionalId = None
    reason: Reason = None


class HistogramQuery(Request):
    limit: int = Field(1_000, ge=1, le=2_000)
    cursor: str | None = Field(None, max_length=8_192)
