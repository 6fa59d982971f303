"""The approval: a moderator's decision that waits for a second person to say yes or no."""

from __future__ import annotations

import json
from typing import Any, Literal, NotRequired, get_args

from typing_extensions import TypedDict

from common.domain.ids import derived_id
from common.store.store import Collection, Key

EXPIRES_AFTER_HOURS = 72
ApprovalState = Literal["waiting", "approved", "refused", "withdrawn", "expired"]
Ended = Literal["approved", "refused", "withdrawn", "expired"]
ENDED: tuple[Ended, ...] = get_args(Ended)


class KeptDecision(TypedDict):
    """The decision, as it was made, to be made again by who approves."""

    type: str
    options: dict[str, Any]
    spoken: str
    appeal_id: str
    batch_id: str
    by_member: bool
    appeal_outcome: Literal["", "reversed", "partly"]
    unfounded: bool


class Approval(TypedDict):
    """`action` is the type of the decision, or of a custom one the app's own action. `item_id` and
    `user_id` are what and whom it is about, one of them empty where it names none; `content` is the
    start of the hash of what the item had then. `asked_by` made the decision; until `expires_at`
    another has to approve it. What is from `ended_at` on is there once it is no more waiting;
    `ended_by` is empty for one that expired. `due_at` is when the sweep looks. Times are
    nanoseconds.
    """

    id: str
    state: ApprovalState
    action: str
    item_id: str
    user_id: str
    content: str
    reason: str
    decision: KeptDecision
    asked_by: str
    asked_at: int
    expires_at: int
    ended_by: NotRequired[str]
    ended_at: NotRequired[int]
    end_reason: NotRequired[str]
    due_at: NotRequired[int]
    swept: NotRequired[int]


APPROVALS: Collection[Approval] = Collection("approval")


def approval_key(app: str, id: str) -> Key[Approval]:
    return Key(app, APPROVALS, id)


def approval_id(app: str, approval: Approval, number: int) -> str:
    """Of the decision to do just this to that content: `number` times before it was asked for and
    has ended. Who asks for it and with what else makes no other.
    """
    said = {k: v for k, v in approval["decision"].items() if k not in ("batch_id", "by_member")}
    about = (approval["item_id"], approval["content"], approval["user_id"])
    return derived_id("approval", app, *about, json.dumps(said, sort_keys=True), str(number))


def has_ended(approval: Approval, now: int) -> bool:
    """Also where its time is over and no sweep has come yet."""
    return approval["state"] != "waiting" or now >= approval["expires_at"]
