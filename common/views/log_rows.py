"""The moderation log as a table: a row an entry."""

from __future__ import annotations

from collections.abc import Sequence

import orjson

from common.domain.log import LogEntry
from common.domain.times import to_rfc3339

COLUMNS = (
    "id",
    "at",
    "kind",
    "type",
    "moderator_id",
    "reason",
    "result",
    "item_id",
    "user_id",
    "entity_type",
    "entity_id",
    "rule_id",
    "rule_version",
    "action_id",
    "delivery_id",
    "unread",
    "custom",
)


def log_row(entry: LogEntry) -> Sequence[object]:
    """`custom` is JSON, whatever else of it has a column of its own."""
    custom = entry["custom"]
    return (
        entry["id"],
        to_rfc3339(entry["at"]),
        entry["kind"],
        entry["type"],
        entry["by"],
        entry["reason"],
        entry["result"],
        entry.get("item_id", ""),
        entry.get("user_id", ""),
        entry.get("entity_type", ""),
        entry.get("entity_id", ""),
        custom.get("rule_id", ""),
        custom.get("rule_version", ""),
        custom.get("action_id", ""),
        custom.get("delivery_id", ""),
        "true" if "unread_at" in entry else "false",
        orjson.dumps(custom).decode(),
    )
