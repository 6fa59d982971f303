"""Actions: calls to the customer's own server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, StringConstraints

from common.api.base import Request
from common.api.gavel.base import Body, Key, Name, ResumeBody
from common.api.gavel.statements import StatementBody
from common.api.gavel.values import ValueName, Values
from common.domain.action import ValueType
from common.domain.callback import CALLBACK_NAMES, VALUE_NAME, VALUES
from common.moderation.review.decisions.action_types import ACTION_TYPES, carried_out

_VISIBLE = r"[\x21-\x7e\x80-\xff]"
HeaderValue = Annotated[
    str,
    StringConstraints(
        max_length=4_096, pattern=rf"^{_VISIBLE}([\t\x20-\x7e\x80-\xff]*{_VISIBLE})?$"
    ),
]
CallbackUrl = Annotated[str, StringConstraints(min_length=1, max_length=2_048)]
CARRIED_OUT = carried_out(ACTION_TYPES)
if TYPE_CHECKING:
    Decision = str
    SampleName = str
else:
    Decision = Literal[CARRIED_OUT]
    SampleName = Literal[tuple(name for name in CALLBACK_NAMES if name not in ("test", VALUES))]
"""What moderators decide with Stream's own buttons and a platform can carry out."""
ParameterName = Annotated[
    str,
    StringConstraints(pattern=rf"^({'|'.join(CALLBACK_NAMES)}|{VALUES}\.{VALUE_NAME})$"),
]
TheirName = Annotated[str, StringConstraints(pattern=r"^[\w.\[\]-]{1,100}$")]
QueryName = Annotated[str, StringConstraints(min_length=1, max_length=100)]


class ActionBody(Body):
    """`auth_value` is never answered; leaving it out keeps the stored one, null removes it.

    `reverses` names the actions that this one undoes, which need not exist yet. `state_url` is
    asked, after a success, whether the subject is in the state that was ordered. What an
    `irreversible` one has done nobody can take back; with `second_person`, which stays where it is
    left out, a moderator's decision to do it waits for another. `takes` has the values that a rule
    or a moderator has to pass, with their types. `statement` is the restriction that it is; leaving
    it out keeps the stored one, null removes it.
    """

    name: Name
    kind: Literal["post", "user"]
    url: CallbackUrl
    method: Literal["POST", "GET"] = "POST"
    auth_header: str | None = Field(None, max_length=200)
    auth_value: HeaderValue | None = None
    parameters: dict[ParameterName, TheirName] = Field(default_factory=dict, max_length=50)
    extra_query: dict[QueryName, str] = Field(default_factory=dict, max_length=50)
    reverses: list[Key] = Field(default_factory=list, max_length=10)
    carries_out: list[Decision] = Field(default_factory=list, max_length=len(CARRIED_OUT))
    state_url: CallbackUrl | None = None
    independent: bool = False
    irreversible: bool = False
    second_person: bool = Field(default=False, strict=True)
    takes: dict[ValueName, ValueType] = Field(default_factory=dict, max_length=20)
    statement: StatementBody | None = None


class ResumeActionBody(ResumeBody):
    """`drop` cancels what waits instead of sending it."""

    drop: bool = Field(default=False, strict=True)


class TestActionBody(Request):
    """Sample values to send instead of the made-up ones; `values` are those that it takes."""

    data: dict[SampleName, str] | None = Field(None, max_length=50)
    values: Values | None = None
