"""Flags that people, rules and the customer's own models raise.

An engine's flags are part of its item's labels; these are documents of their own, because their
number has no bound.
"""

from __future__ import annotations

from typing import Any, NotRequired

from typing_extensions import TypedDict

from common.domain.content import Payload
from common.domain.item import Item
from common.store.store import Collection, Key

USER_REPORT = "user_report"
RULE = "rule"
RECEIPT = "receipt"
AUTOMOD = "automod"


class Flag(TypedDict):
    """`type` is who raised it: `user_report`, `rule`, `receipt`, `automod` for a user of whose
    contents engines flagged many, or the customer's own check.
    `user_id` is the reporter, empty where no person raised it. `payload` is the content as the
    reporter sent it. A report counts in `categories`, and among those of its `round`; a flag of an
    earlier release has no `reporter_type`. What is said of the entity is there for queries, for
    which there is one of each engine that flags an item, with `is_engine`, as well: it is none of
    the item's own. `invalid_at` is when a moderator found a report to be none, in nanoseconds: it
    is listed still and counts for nothing. `counted_as` is as what a report is in the figures,
    which has one where there are any of it.
    """

    id: str
    item_id: str
    type: str
    user_id: str
    reason: str
    labels: list[str]
    custom: dict[str, Any]
    entity_type: NotRequired[str]
    entity_id: NotRequired[str]
    is_engine: NotRequired[bool]
    payload: NotRequired[Payload]
    categories: NotRequired[list[str]]
    round: NotRequired[int]
    reporter_type: NotRequired[str]
    invalid_at: NotRequired[int]
    counted_as: NotRequired[str]
    created_at: int
    updated_at: int


FLAGS: Collection[Flag] = Collection("flag")


def flag_key(app: str, id: str) -> Key[Flag]:
    return Key(app, FLAGS, id)


def new_flag(id: str, item_id: str, type: str, now: int) -> Flag:
    """Nobody's, for no reason: what is known beyond that is set by who raises it."""
    return {
        "id": id,
        "item_id": item_id,
        "type": type,
        "user_id": "",
        "reason": "",
        "labels": [],
        "custom": {},
        "created_at": now,
        "updated_at": now,
    }


def is_of_item(flag: Flag) -> bool:
    """Whether it is one of its item's own, of those that are found by it."""
    return "is_engine" not in flag and "invalid_at" not in flag


def name_entity(flag: Flag, item: Item) -> None:
    flag["entity_type"], flag["entity_id"] = item["entity_type"], item["entity_id"]
