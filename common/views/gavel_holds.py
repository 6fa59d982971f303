"""Legal holds as they are answered."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import TypedDict

from common.domain.hold import Hold, HoldOf
from common.domain.times import to_rfc3339


class ShownHold(TypedDict):
    """`subject_id` is the user's or the item's."""

    of: HoldOf
    subject_id: str
    by: str
    reason: str
    created_at: str


class HoldAnswer(TypedDict):
    hold: ShownHold


class HoldsAnswer(TypedDict):
    holds: list[ShownHold]
    next: str | None


def hold_answer(hold: Hold) -> HoldAnswer:
    return {"hold": _shown(hold)}


def holds_answer(holds: Sequence[Hold], cursor: str | None) -> HoldsAnswer:
    return {"holds": [_shown(each) for each in holds], "next": cursor}


def _shown(hold: Hold) -> ShownHold:
    return {
        "of": hold["of"],
        "subject_id": hold["subject_id"],
        "by": hold["by"],
        "reason": hold["reason"],
        "created_at": to_rfc3339(hold["created_at"]),
    }
