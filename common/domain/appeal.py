"""The appeal: what somebody says against a decision about their content or about themselves."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from common.domain.ids import derived_id
from common.domain.log import LogEntry
from common.store.store import Collection, Key

MOST_ATTACHMENTS = 10
AppealStatus = Literal["submitted", "accepted", "rejected"]


class Appeal(TypedDict):
    """`user_id` is whose appeal it is. `item_id` is the item of what was decided on, which an
    appeal against a ban need not have; `channel_cid` is the channel of such a ban. `original_id`
    is the log's entry about what it is against, empty where the log has none. Times are
    nanoseconds.

    The fields from `decided_by` on are there once it is decided; `decision_id` is the log's entry
    about that.
    """

    id: str
    user_id: str
    entity_type: str
    entity_id: str
    item_id: NotRequired[str]
    channel_cid: NotRequired[str]
    appeal_reason: str
    attachments: list[str]
    status: AppealStatus
    original_id: str
    created_at: int
    updated_at: int

    decided_by: NotRequired[str]
    decision_reason: NotRequired[str]
    decision_id: NotRequired[str]


APPEALS: Collection[Appeal] = Collection("appeal")


def appeal_key(app: str, id: str) -> Key[Appeal]:
    return Key(app, APPEALS, id)


def appeal_id_of_ban(app: str, user_id: str, banned_at: int) -> str:
    """Of the one appeal that there can be against a ban."""
    return derived_id("appeal", app, "ban", user_id, str(banned_at))


def appeal_id_of(app: str, user_id: str, entry: LogEntry) -> str:
    """Of the one appeal that there can be against what the entry is about; a ban's is the same
    whether somebody appeals for the content that led to it or for themselves.
    """
    if entry["type"] == "ban" and entry.get("user_id") == user_id:
        return appeal_id_of_ban(app, user_id, entry["at"])
    return derived_id("appeal", app, entry["id"], user_id)


def is_open(appeal: Appeal) -> bool:
    return appeal["status"] == "submitted"
