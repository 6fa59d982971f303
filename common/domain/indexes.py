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
    Index("delivery", "created_at", ("endpoint",)),
    Index("delivery", "created_at", ("endpoint", "state")),
    Index("delivery", "created_at", ("subject",)),
    Index("delivery", "created_at", ("item_id",)),
    Index("delivery", "attempted_at", ("endpoint",)),
    Index("delivery", "next_attempt_at", across_apps=True),
    Index("delivery", "receipt_at", across_apps=True),
    Index("resending", "due_at", across_apps=True),
    Index("task", "due_at", across_apps=True),
    Index("follow_up", "due_at", across_apps=True),
)
"""Ordinary content carries none of the order fields, so it costs no ordered index. A new index of a
collection goes behind its others: their places are DynamoDB's (common/store/dynamodb/layout.py).
"""

LISTED = frozenset(
    ("action", "block_list", "credential", "hook", "policy", "report_category", "rule")
)
"""Collections of few documents, read whole by id. DynamoDB keeps each in one place; any other can
be read by id too, at the cost of several queries.
"""
