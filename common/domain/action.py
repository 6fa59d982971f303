"""The customer's own actions, each a call to the customer's server."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from common.domain.pause import Pause
from common.domain.statement import DeclaredStatement
from common.store.store import Collection, Key

FLAG_FOR_REVIEW = "flag_for_review"
"""The built-in action that every rule may name."""


ValueType = Literal["string", "integer", "number", "boolean"]
"""What a value is that a rule or a moderator passes to an action."""


class ActionFields(TypedDict):
    """What an app says of one. `reverses` are the actions that this one undoes, `carries_out` the
    moderators' decisions that call it as well. `independent` takes it out of the order of its
    subject. What an `irreversible` one has done nobody can take back; with `second_person` a
    moderator's decision to do it waits for another. `takes` are the values that
    whoever calls it has to pass, by their names. `statement` is the restriction that it is, None
    where the app has not said.
    """

    name: str
    kind: Literal["post", "user"]
    url: str
    method: Literal["POST", "GET"]
    auth_header: NotRequired[str | None]
    auth_value: NotRequired[str | None]
    parameters: NotRequired[dict[str, str]]
    extra_query: NotRequired[dict[str, str]]
    reverses: NotRequired[list[str]]
    carries_out: NotRequired[list[str]]
    state_url: NotRequired[str | None]
    independent: NotRequired[bool]
    irreversible: NotRequired[bool]
    second_person: NotRequired[bool]
    takes: NotRequired[dict[str, ValueType]]
    statement: NotRequired[DeclaredStatement | None]


class Action(ActionFields):
    """While it is paused, what is ordered of it waits."""

    id: str
    created_at: int
    updated_at: int
    paused: NotRequired[Pause]


ACTIONS: Collection[Action] = Collection("action")


def action_key(app: str, id: str) -> Key[Action]:
    return Key(app, ACTIONS, id)
