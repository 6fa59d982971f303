"""The log of actions, and queries of flags."""

from __future__ import annotations

from tests.functional.areas.area import Area

_LOGGED = {
    "action_type": "ban",
    "entity_type": "post",
    "entity_id": "p",
    "entity_creator_id": "ann",
}
AREA = Area(
    valid={
        "query_moderation_logs": {"filter": {"type": "custom"}},
        "insert_action_log": _LOGGED,
        "query_moderation_flags": {"filter": {"entity_type": "post"}},
        "get_flag_count": {"entity_creator_id": "author"},
    },
    wrong={
        "query_moderation_logs": (
            ("an unknown field", "filter.nothing", {"filter": {"nothing": 1}}),
            ("no such operator", "filter.reason", {"filter": {"reason": {"$gt": "a"}}}),
            ("no list", "filter.ai_providers", {"filter": {"ai_providers": "ai_text"}}),
            ("no text", "filter.type", {"filter": {"type": 7}}),
            ("no time", "filter.created_at", {"filter": {"created_at": "soon"}}),
            ("no order", "sort", {"sort": [{"field": "type"}]}),
            ("no cursor", "next", {"next": "nothing"}),
        ),
        "query_moderation_flags": (
            ("an unknown field", "filter.nothing", {"filter": {"nothing": 1}}),
            ("no such operator", "filter.labels", {"filter": {"labels": {"$q": "a"}}}),
            ("no order", "sort", {"sort": [{"field": "type"}]}),
            ("no cursor", "prev", {"prev": "nothing"}),
        ),
        "insert_action_log": (
            ("no entity", "entity_id", {"entity_id": ""}),
            ("a long reason", "reason", {"reason": "x" * 256}),
        ),
    },
    samples={
        "query_moderation_logs filter": {"type": "other"},
        "query_moderation_flags filter": {"entity_type": "other"},
        "get_flag_count entity_type": "other",
    },
)
