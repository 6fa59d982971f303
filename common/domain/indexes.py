"""Every query the product issues, declared once; the stores refuse any other."""

from __future__ import annotations

from common.store.store import Index

_QUEUE_ORDERS = ("queue_created_at", "queue_updated_at", "queue_id")
_QUEUE_FILTERS = ((), ("queue_reviewed",), ("entity_type",), ("creator_id",))

INDEXES: tuple[Index, ...] = (
    *(Index("item", order, equal) for order in _QUEUE_ORDERS for equal in _QUEUE_FILTERS),
    Index("item", "pending_since", ("shard",), across_apps=True),
    Index("flag", "created_at", ("item_id",)),
    Index("log", "at"),
    Index("log", "at", ("item_id",)),
    Index("log", "at", ("user_id",)),
    Index("log", "at", ("kind",)),
    Index("log", "unread_at"),
    Index("delivery", "created_at"),
    Index("delivery", "created_at", ("state",)),
    Index("delivery", "created_at", ("action_id",)),
    Index("delivery", "created_at", ("item_id",)),
    Index("delivery", "next_attempt_at", across_apps=True),
    Index("task", "due_at", across_apps=True),
)
"""Ordinary content carries none of the order fields, so it costs no ordered index."""
