"""Gavel's own resources under /api/v1: rules, actions, report categories, settings."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
)

from common.api.base import Request
from common.rules.base import bounded
from common.rules.conditions import Condition

Key = Annotated[str, StringConstraints(min_length=1, max_length=128, pattern=r"^[\w.:-]+$")]
Name = Annotated[str, StringConstraints(min_length=1, max_length=255)]
_VISIBLE = r"[\x21-\x7e\x80-\xff]"
HeaderValue = Annotated[
    str,
    StringConstraints(
        max_length=4_096, pattern=rf"^{_VISIBLE}([\t\x20-\x7e\x80-\xff]*{_VISIBLE})?$"
    ),
]
_PARAMETER = re.compile(r"[\w.\[\]-]{1,100}")


class _Body(BaseModel):
    """A resource's body names every member it knows: a misspelt one is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class RuleBody(_Body):
    """`actions` are ids of the app's actions, or flag_for_review."""

    name: Name
    scope: Literal["post", "user", "reported_post", "reported_user"]
    when: Annotated[Condition, BeforeValidator(bounded)]
    actions: list[Key] = Field(min_length=1, max_length=10)
    position: int = Field(0, ge=0, le=1_000_000)
    enabled: bool = True


class ActionBody(_Body):
    """`auth_value` is never answered; leaving it out keeps the stored one, null removes it."""

    name: Name
    kind: Literal["post", "user"]
    url: str = Field(min_length=1, max_length=2_048)
    method: Literal["POST", "GET"] = "POST"
    auth_header: str | None = Field(None, max_length=200)
    auth_value: HeaderValue | None = None
    parameters: dict[str, str] = Field(default_factory=dict, max_length=50)
    extra_query: dict[str, str] = Field(default_factory=dict, max_length=50)

    @field_validator("parameters")
    @classmethod
    def _names(cls, parameters: dict[str, str]) -> dict[str, str]:
        for name in [*parameters, *parameters.values()]:
            if not _PARAMETER.fullmatch(name):
                raise ValueError(f"{name!r} is not a parameter name")
        if len(set(parameters.values())) < len(parameters):
            raise ValueError("two parameters have one name")
        return parameters


class TestActionBody(Request):
    """Sample values to send instead of the made-up ones."""

    data: dict[str, str] | None = Field(None, max_length=50)


class ReportCategoryBody(_Body):
    name: Name
    applies_to: Literal["posts", "users", "both"] = "both"


class FirstMatchOnly(_Body):
    """Per scope: stop at the first rule that matches instead of running all of them in order."""

    post: bool = False
    user: bool = False
    reported_post: bool = False
    reported_user: bool = False


class AppSettingsBody(_Body):
    default_policy: Name = "default"
    first_match_only: FirstMatchOnly = FirstMatchOnly()
