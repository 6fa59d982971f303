"""Every query the product issues, declared once; the stores refuse any other."""

from __future__ import annotations

from common.domain.queue_terms import TERMS
from common.store.store import Index

_QUEUE_ORDERS = ("queue_created_at", "queue_updated_at", "queue_id")
_BAN_ORDERS = ("created_at", "standing_at")
_BAN_FILTERS = ((), ("channel_cid",), ("banned_by_id",), ("reason_key",))
_QUEUE_FILTERS = ((), ("queue_reviewed",), ("entity_type",), ("creator_id",))

INDEXES: tuple[Index, ...] = (
    *(Index("item", order, equal) for order in _QUEUE_ORDERS for equal in _QUEUE_FILTERS),
    Index("item", "pending_since", ("shard",), across_apps=True),
    Index("item", "queue_created_at", each=TERMS),
    Index("item", "spam_at", ("shard",)),
    Index("item", "listed_at", ("shard",)),
    Index("item", "listed_of_creator_at", ("creator_id",)),
    Index("flag", "created_at", ("item_id",)),
    Index("flag", "created_at"),
    Index("flag", "created_at", ("entity_type",)),
    Index("flag", "created_at", ("entity_id",)),
    Index("flag", "created_at", ("type",)),
    Index("flag", "created_at", ("user_id",)),
    Index("flag", "created_at", each="categories"),
    Index("log", "at"),
    Index("log", "at", ("item_id",)),
    Index("log", "at", ("user_id",)),
    Index("log", "at", ("kind",)),
    Index("log", "unread_at"),
    *(
        Index("log", "acted_at", equal)
        for equal in ((), ("type",), ("by",), ("user_id",), ("item_id",), ("entity_id",))
    ),
    Index("log", "at", ("rule_id",)),
    Index("log", "at", ("batch_id",)),
    Index("log_root", "day"),
    *(Index("held_enforcement", "at", equal) for equal in (("status",), ("rule_id", "status"))),
    Index("label_result", "created_at"),
    Index("label_result", "created_at", ("content_id",)),
    Index("label_result", "created_at", ("user_id",)),
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
    Index("feed", "due_at", across_apps=True),
    *(
        Index("appeal", order, equal)
        for order in ("created_at", "updated_at")
        for equal in ((), ("user_id",), ("entity_id",), ("status",))
    ),
    Index("appeal", "due_at", across_apps=True),
    Index("approval", "asked_at", ("state",)),
    Index("approval", "due_at", across_apps=True),
    Index("authority_order", "closed_at"),
    Index("user", "created_at"),
    Index("user", "created_at", ("role",)),
    Index("user", "created_at", ("banned",)),
    Index("user", "name_key"),
    Index("block", "created_at", ("user_id",)),
    Index("block", "created_at", ("blocked_user_id",)),
    *(Index("ban", order, equal) for order in _BAN_ORDERS for equal in _BAN_FILTERS),
    Index("ban", "ends_at", across_apps=True),
    Index("backtest", "created_at"),
    Index("future_ban", "created_at"),
    Index("future_ban", "created_at", ("banned_by_id",)),
    Index("future_ban", "created_at", ("user_id",)),
    Index("recount", "due_at", across_apps=True),
    Index("rule_input", "at", ("shard",)),
    Index("rule_group", "ends_at", across_apps=True),
    Index("report_verdict", "due_at", across_apps=True),
    Index("reporter", "score"),
    Index("user_strikes", "last_expires_at", each="policies"),
    Index("tally", "due_at", across_apps=True),
    *(
        Index("spam_string", "count", equal)
        for equal in ((), ("kind",), ("state",), ("kind", "state"))
    ),
    Index("suggestion", "created_at"),
    Index("suggestion", "created_at", ("community_id",)),
    Index("rule_version", "version", ("rule_id",)),
    Index("arrival_day", "day"),
    Index("decider_day", "day"),
    Index("session", "created_at"),
    Index("session", "created_at", ("member_id",)),
    Index("second_look", "at", ("state",)),
    Index("shadow_hit", "at"),
    Index("shadow_hit", "at", ("run_kind",)),
    Index("shadow_hit", "at", ("staff_run",)),
    *(
        Index("statement", "restricted_at", equal)
        for equal in ((), ("item_id",), ("entity_id",), ("user_id",), ("action",))
    ),
)
"""Ordinary content carries none of the order fields, so it costs no ordered index. A new index of a
collection goes behind its others: their places are DynamoDB's (common/store/dynamodb/layout.py).
"""

LISTED = frozenset(
    (
        "action",
        "block_list",
        "button",
        "content_class",
        "credential",
        "hook",
        "image_hash_list",
        "member",
        "policy",
        "policy_test_set",
        "provider",
        "queue",
        "report_category",
        "rule",
        "rule_draft",
        "rule_shadow",
        "semantic_filter",
        "sign_in_provider",
        "statement_template",
        "strike_policy",
        "user_list",
    )
)
"""Collections of few documents, read whole by id. DynamoDB keeps each in one place; any other can
be read by id too, at the cost of several queries.
"""
