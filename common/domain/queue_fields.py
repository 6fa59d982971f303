"""What the review queue can be filtered by: how each field is read from an item (contract 3.4)."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any

from common.domain.content import is_user
from common.domain.item import Item, flags_count, is_queued
from common.domain.item_locks import locker_of
from common.domain.labels import flagging_engines
from common.domain.recommendation import KEEP

Read = Callable[[Item], Any]


def categories_of(item: Item) -> list[str]:
    return [*flagging_engines(item.get("labels") or ()), *item.get("flag_types", ())]


def labels_of(item: Item) -> list[str]:
    named = [label["name"] for label in item.get("labels") or () if label["action"] != KEEP]
    return [*named, *item.get("flag_labels", ())]


def _reporter_types(item: Item) -> list[str]:
    """The velocity filter is a reporter of its own (contract 8.2)."""
    engines = flagging_engines(item.get("labels") or ())
    named = ["velocity_filter" if each == "velocity_filter" else "automod" for each in engines]
    return [*dict.fromkeys(named), *item.get("reporter_types", ())]


def _payload(name: str) -> Read:
    return lambda item: bool((item.get("payload") or {}).get(name))


def field_named(name: str, default: Any = None) -> Callable[[Mapping[str, Any]], Any]:
    return lambda document: document.get(name, default)


def _escalation(name: str) -> Read:
    return lambda item: (item.get("escalation_metadata") or {}).get(name)


def custom_field(key: str) -> Read:
    """Keys that are not the item's own are the customer's, from the payload's `custom`."""
    path = key.removeprefix("custom.")
    return lambda item: _customs(item).get(path)


def _customs(item: Item) -> dict[str, Any]:
    return (item.get("payload") or {}).get("custom") or {}


def _channel_id(item: Item) -> Any:
    """What stands behind the type, where only the whole name was sent."""
    customs = _customs(item)
    cid = customs.get("channel_cid")
    named = cid.partition(":")[2] if isinstance(cid, str) else None
    return customs.get("channel_id", named)


FIELDS: dict[str, Read] = {
    **{
        name: field_named(name)
        for name in (
            "id",
            "created_at",
            "updated_at",
            "status",
            "entity_type",
            "entity_id",
            "recommended_action",
            "completed_at",
            "reviewed_at",
            "escalated_at",
            "escalated_by",
            "config_key",
            "latest_moderator_action",
            "archived_at",
        )
    },
    "entity_creator_id": field_named("creator_id"),
    "moderation_payload_hash": field_named("payload_hash", ""),
    "image_hash": lambda item: list(item.get("image_hashes", {}).values()),
    "flagged_user_id": lambda item: (
        item["entity_id"] if is_user(item["entity_type"]) else item["creator_id"]
    ),
    "language": field_named("languages", []),
    "user_report_reason": field_named("report_reasons", []),
    "reviewed": lambda item: bool(item.get("reviewed_at")) and is_queued(item),
    "has_text": _payload("texts"),
    "has_image": _payload("images"),
    "has_video": _payload("videos"),
    "has_audio": _payload("audios"),
    "category": categories_of,
    "label": labels_of,
    "reporter_type": _reporter_types,
    "reporter_id": field_named("reporters", []),
    "escalated": field_named("escalated", False),
    "severity": field_named("severity", 0),
    "ai_text_severity": field_named("ai_text_severity", ""),
    "escalation_reason": _escalation("reason"),
    "escalation_priority": _escalation("priority"),
    "flags_count": flags_count,
    "teams": lambda item: [item["team"]] if item.get("team") else [],
    "appeal": lambda item: "appeal_id" in item,
    "assigned_to": lambda item: locker_of(item, time.time_ns()),
    "appeal_id": field_named("appeal_id"),
    "appeal_status": field_named("appeal_status"),
    "custom": _customs,
    "channel_cid": custom_field("channel_cid"),
    "channel_id": _channel_id,
    "bounce_count": field_named("bounce_count", 0),
}
UNKNOWN = {
    "entity_creator_name": "items know their creators by id, and names are looked up where a page"
    " of the queue is asked for, at the top of its filter; use entity_creator_id",
    "queue_type": "there is one queue",
    "reported_by_me": "it depends on who asks, and is for pages of the queue and personal views",
    "type": "items have no type; use entity_type",
}
"""What Stream's clients know and no item has, with why."""
UNSAVED = {"assigned_to": "locks end by time alone, which changes no item that is counted"}
"""What saved queues are not filtered by, with why: their items are told when they are written."""
