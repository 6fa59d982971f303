"""Gavel's own resources under /api/v1: rules, actions, report categories, settings."""

from __future__ import annotations

import re
from typing import Annotated, Literal, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
)

from common.api.base import Request
from common.outgoing.signing import parse_private_key, parse_secret
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
_COUNTRY = StringConstraints(pattern=r"^[A-Z]{2}$")
CallbackUrl = Annotated[str, StringConstraints(min_length=1, max_length=2_048)]
Decision = Literal[
    "ban",
    "unban",
    "delete_message",
    "delete_activity",
    "delete_comment",
    "delete_reaction",
    "delete_user",
    "delete_user_messages",
    "restore",
    "block",
    "unblock",
    "shadow_block",
    "unmask",
    "kick_user",
    "end_call",
]
"""What moderators decide with Stream's own buttons and a platform can carry out."""
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
    """`auth_value` is never answered; leaving it out keeps the stored one, null removes it.

    `reverses` names the actions that this one undoes, which need not exist yet. `state_url` is
    asked, after a success, whether the subject is in the state that was ordered.
    """

    name: Name
    kind: Literal["post", "user"]
    url: CallbackUrl
    method: Literal["POST", "GET"] = "POST"
    auth_header: str | None = Field(None, max_length=200)
    auth_value: HeaderValue | None = None
    parameters: dict[str, str] = Field(default_factory=dict, max_length=50)
    extra_query: dict[str, str] = Field(default_factory=dict, max_length=50)
    reverses: list[Key] = Field(default_factory=list, max_length=10)
    carries_out: list[Decision] = Field(default_factory=list, max_length=len(get_args(Decision)))
    state_url: CallbackUrl | None = None
    independent: bool = False

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


def _secret(text: str) -> str:
    parse_secret(text)
    return text


def _private_key(text: str) -> str:
    parse_private_key(text)
    return text


SigningSecret = Annotated[
    str, StringConstraints(pattern=r"^whsec_[A-Za-z0-9+/]{32,86}={0,2}$"), AfterValidator(_secret)
]
SigningKey = Annotated[
    str,
    StringConstraints(pattern=r"^whsk_[A-Za-z0-9+/]{43,86}={0,2}$"),
    AfterValidator(_private_key),
]
Delay = Annotated[float, Field(ge=0, le=7 * 86_400)]


def _with_telephones(region: str) -> str:
    from phonenumbers import SUPPORTED_REGIONS

    if region not in SUPPORTED_REGIONS:
        raise ValueError("is no country whose telephone numbers are known")
    return region


Region = Annotated[str, _COUNTRY, AfterValidator(_with_telephones)]


class AppSettingsBody(_Body):
    """`default_region` is a country as two capital letters (ISO 3166); numbers without a country
    code are read as its own. `signing_secrets` and `signing_keys` are never answered; leaving them
    out keeps the stored ones, null and [] remove them. `retry_delays` are seconds.
    """

    default_policy: Name = "default"
    default_region: Region | None = None
    first_match_only: FirstMatchOnly = FirstMatchOnly()
    retry_delays: list[Delay] | None = Field(default=None, min_length=1, max_length=20)
    signing_secrets: list[SigningSecret] | None = Field(default=None, max_length=5)
    signing_keys: list[SigningKey] | None = Field(default=None, max_length=5)
