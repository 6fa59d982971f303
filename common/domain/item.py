"""The item: the review queue's document about one entity.

Its fields named `queue_…` exist only while the item is in the review queue, and `pending_since`
only until `enforce` has evaluated the rules, so that ordinary content costs no ordered index.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from common.domain.content import is_user
from common.domain.ids import derived_id
from common.domain.labels import flagging_engines
from common.store.store import Data, Key

REPORTERS_KEPT = 200
SHARDS = "0123456789abcdef"
"""First characters of item ids. What every check writes and the sweep looks for is indexed by shard
first: an index that only grows at its end takes some 500 writes a second on Firestore.
"""
REPORTS_PREFIX = "reports|"
ANY_CATEGORY = ""
FIRST_FLAG = "first_flagged_at"


def item_id(app: str, entity_type: str, entity_id: str) -> str:
    return derived_id("item", app, entity_type, entity_id)


def item_key(app: str, id: str) -> Key:
    return Key(app, "item", id)


def new_item(app: str, entity_type: str, entity_id: str, creator_id: str, now: int) -> Data:
    if is_user(entity_type) and not creator_id:
        creator_id = entity_id
    id = item_id(app, entity_type, entity_id)
    return {
        "id": id,
        "shard": id[0],
        "entity_type": entity_type,
        "entity_id": entity_id,
        "creator_id": creator_id,
        "status": "complete",
        "recommended_action": "keep",
        "revision": 0,
        "flags_count": 0,
        "created_at": now,
        "updated_at": now,
    }


def pending_fields(now: int) -> dict[str, Any]:
    """`pending_labels` joins them when an edit comes before `enforce` has seen what it replaces."""
    return {"pending_since": now, "updated_at": now}


def queue_fields(item: Mapping[str, Any], now: int) -> dict[str, Any]:
    """What puts an item before the moderators, or back before them."""
    return {
        "queue_created_at": item["created_at"],
        "queue_updated_at": now,
        "queue_id": item["id"],
        "queue_reviewed": False,
        "reviewed_at": None,
        "reviewed_by": "",
    }


def first_flag_fields(item: Mapping[str, Any], now: int) -> dict[str, Any]:
    """What tells later that it was not the first time."""
    return {} if FIRST_FLAG in item else {FIRST_FLAG: now}


def is_queued(item: Mapping[str, Any]) -> bool:
    return "queue_id" in item


def reports_of(item: Mapping[str, Any]) -> dict[str, int]:
    """Reports by category; the empty name counts all of them."""
    skip = len(REPORTS_PREFIX)
    return {k[skip:]: v for k, v in item.items() if k.startswith(REPORTS_PREFIX)}


def report_increments(categories: Iterable[str]) -> dict[str, int]:
    names = {ANY_CATEGORY, *categories}
    return {f"{REPORTS_PREFIX}{name}": 1 for name in names}


def kind_of(item: Mapping[str, Any]) -> str:
    """Which of the queue's three kinds of work the item is: users, media or texts."""
    if is_user(item["entity_type"]):
        return "users"
    payload = item.get("payload", {})
    media = payload.get("images") or payload.get("videos") or payload.get("audios")
    return "media" if media else "texts"


def flags_count(item: Data) -> int:
    return int(item.get("flags_count", 0)) + len(flagging_engines(item.get("labels") or ()))
