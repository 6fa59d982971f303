"""The legal hold: that nothing of a user or of an item goes, whatever else says that it does."""

from __future__ import annotations

from typing import Literal, get_args

from typing_extensions import TypedDict

from common.domain.ids import derived_id
from common.store.store import Collection, Key

HoldOf = Literal["user", "item"]
HOLD_OF: tuple[HoldOf, ...] = get_args(HoldOf)
MOST_HOLDS = 1_000


class Hold(TypedDict):
    """Of the user or item with `subject_id`; `by` is who placed it. Times are nanoseconds."""

    id: str
    of: HoldOf
    subject_id: str
    by: str
    reason: str
    created_at: int


HOLDS: Collection[Hold] = Collection("hold")


def hold_id(of: HoldOf, subject_id: str) -> str:
    return derived_id("hold", of, subject_id)


def hold_key(app: str, of: HoldOf, subject_id: str) -> Key[Hold]:
    return Key(app, HOLDS, hold_id(of, subject_id))
