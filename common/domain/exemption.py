"""Whom rules spare: what an app says of all of them, and what one rule says."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

StaffExempt = Literal["calls", "everything", "nothing"]


class Exemptions(TypedDict):
    """Of an app. `staff` is what moderators and admins are spared: `calls` is all that a rule does
    but asking for a person (`flag_for_review`). Who has one of the `roles`, is in one of the
    `lists`, or is trusted where `trusted` is set, is spared everything.
    """

    staff: StaffExempt
    trusted: bool
    roles: list[str]
    lists: list[str]


class RuleExemptions(TypedDict):
    """Of a rule, which spares them everything. Without `app_wide`, it spares nobody whom only the
    app's settings exempt.
    """

    staff: bool
    trusted: bool
    roles: list[str]
    lists: list[str]
    app_wide: bool


NOTHING_SET: Exemptions = {"staff": "calls", "trusted": False, "roles": [], "lists": []}
