"""Undo: what a rule did since a time is taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Refusal = Literal[
    "irreversible",
    "no_inverse",
    "unknown_action",
    "undone_already",
    "decided_since",
    "ordered_by_others",
    "content_changed",
    "not_done",
    "gone",
    "refused",
    "second_person",
]
REFUSALS: dict[Refusal, str] = {
    "irreversible": "nobody can take it back",
    "no_inverse": "the app has no action of the same kind that reverses it",
    "unknown_action": "the app has the action no more",
    "undone_already": "it was undone before, by a person or a later order",
    "decided_since": "a moderator has decided on the item or the user since",
    "ordered_by_others": "another rule or a person has ordered the same, which stands",
    "content_changed": "the content is another one by now",
    "not_done": "it had no effect that lasts",
    "gone": "what it was done to or with is not there any more",
    "refused": "what would take it back is refused",
    "second_person": "what takes it back takes a second person: decide so by submit_action",
}
"""Why something is not undone, in words."""


@dataclass(frozen=True, slots=True)
class Undo:
    """What rule `rule_id`, in that version where one is named, did from `since` to before `until`.
    `by` is who asked for it, empty where nobody is named.
    """

    id: str
    rule_id: str
    version: int | None
    since: int
    until: int
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of one action; it is undone where nothing refuses it."""

    action: str
    refused: Refusal | None = None
