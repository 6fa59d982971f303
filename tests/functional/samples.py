"""Values that fields are given to see what difference they make, by the end of a field's path."""

from __future__ import annotations

from typing import Any

_URL = "https://example.com/sample"
_TIME = "2026-02-03T04:05:06Z"
_SIGNING = "s3cretXa"
SAMPLES: dict[str, Any] = {
    "user": {"id": "acting"},
    "users": {"u": {"id": "u"}},
    "update_users_partial users": [{"id": "u"}],
    "update_users_partial_v1 users": [{"id": "u"}],
    "moderation_payload": {"texts": ["grobble"]},
    "config_key": "policy",
    "content_published_at": _TIME,
    "timestamp": _TIME,
    "callback_url": _URL,
    "reference_url": _URL,
    "webhook_url": _URL,
    "moderation_webhook_url": _URL,
    "state_url": _URL,
    "put_action url": _URL,
    "event_hooks": [{"webhook_url": "https://example.com/events"}],
    "event_types": ["moderation_check.completed"],
    "webhook_events": ["moderation_check.completed"],
    "flag": {"entity_type": "post", "entity_id": "p9"},
    "submit_action custom": {"id": "hook"},
    "custom.id": "hook",
    "threshold": 0.25,
    "block_list_config.rules": [{"name": "words", "action": "flag"}],
    "rules.0.name": "words",
    "first_match_only": {"post": True},
    "first_match_only.user": True,
    "automod_toxicity_config.rules": [{"label": "a", "threshold": 0.5, "action": "flag"}],
    "automod_platform_circumvention_config.rules": [
        {"label": "platform_circumvention", "threshold": 0.5, "action": "flag"}
    ],
    "automod_semantic_filters_config.rules": [{"name": "a", "threshold": 0.5, "action": "flag"}],
    "signing_secrets": [f"whsec_{_SIGNING * 4}"],
    "signing_keys": [f"whsk_{_SIGNING * 10}ABCDEg=="],
    "default_region": "DE",
    "since": _TIME,
    "until": _TIME,
    "put_rule actions": ["hook"],
    "put_action parameters": {"post_id": "serial"},
    "test_action data": {"user_id": "somebody"},
    "default_policy": "default",
    "report_categories": ["spam"],
    "team": "reds",
    "filter": {"reviewed": True},
    "query_configs filter": {"key": "other"},
    "sort": [{"field": "created_at", "direction": 1}],
}
