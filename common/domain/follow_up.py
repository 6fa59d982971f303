"""The follow-up: what a decision on a user still has to do to the content they have waiting."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from common.domain.options import Waiting
from common.store.store import Collection, Key


class FollowUp(TypedDict):
    """`id` is that of the decision's entry in the log. `deletes` is how content is deleted, empty
    where it is only reviewed; `left` how many items may still be decided on, None for all. `due_at`
    is there until it is done, and `swept` as an item's; `cursor` is where it goes on. Times are
    nanoseconds.
    """

    id: str
    user_id: str
    type: str
    by: str
    reason: str
    deletes: str
    left: int | None
    decided_at: int
    cursor: str | None
    due_at: NotRequired[int]
    swept: NotRequired[int]


FOLLOW_UPS: Collection[FollowUp] = Collection("follow_up")


def follow_up_key(app: str, id: str) -> Key[FollowUp]:
    return Key(app, FOLLOW_UPS, id)


def new_follow_up(
    id: str, user_id: str, type: str, by: str, reason: str, waiting: Waiting, now: int
) -> FollowUp:
    return {
        "id": id,
        "user_id": user_id,
        "type": type,
        "by": by,
        "reason": reason,
        "deletes": waiting.deletes,
        "left": waiting.limit,
        "decided_at": now,
        "cursor": None,
        "due_at": now,
    }
