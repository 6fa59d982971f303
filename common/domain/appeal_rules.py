"""What an app has set about appeals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from typing_extensions import TypedDict

if TYPE_CHECKING:
    from common.domain.settings import AppSettings

WINDOW_DAYS = 183
"""At least six months, whichever months they are. Less takes somebody who answers for it."""
LateAppeals = Literal["refuse", "take"]
HeldTo = Literal["nobody", "members", "everybody"]
"""Whom a rule about deciding holds for: members who are signed in, or whoever decides."""


class WindowOverride(TypedDict):
    """Who has set a window of less than six months, and why."""

    user_id: str
    reason: str


class UnfoundedComplaints(TypedDict):
    """When a person's complaints are suspended: at least `number` of those that were decided within
    `within_days` were manifestly unfounded, and that `share` of them. The first time they are
    warned, the next time they are suspended for `suspended_days`.
    """

    number: int
    share: float
    within_days: int
    suspended_days: int


@dataclass(frozen=True, slots=True)
class AppealRules:
    window_days: int = WINDOW_DAYS
    late: LateAppeals = "refuse"
    second_person: HeldTo = "members"
    reasons: HeldTo = "members"
    unfounded: UnfoundedComplaints | None = None


def appeal_rules(settings: AppSettings) -> AppealRules:
    return AppealRules(
        settings.get("appeal_window_days", WINDOW_DAYS),
        settings.get("late_appeals", "refuse"),
        settings.get("appeal_second_person", "members"),
        settings.get("appeal_reasons", "members"),
        settings.get("unfounded_complaints"),
    )


def holds_for(held_to: HeldTo, *, member: bool) -> bool:
    return held_to == "everybody" or (held_to == "members" and member)
