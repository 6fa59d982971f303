"""Values that fields are given to see what difference they make, by the end of a field's path."""

from __future__ import annotations

from typing import Any

from tests.functional.areas import AREAS

_URL = "https://example.com/sample"
_TIME = "2026-02-03T04:05:06Z"
_SIGNING = "s3cretXa"
_OF_APPS: dict[str, Any] = {
    "before_message_send_hook_url": _URL,
    "custom_action_handler_url": _URL,
    "event_hooks.0.enabled": False,
    "event_hooks.0.callback": {"mode": "CALLBACK_MODE_NONE"},
    "event_hooks.0.failover_config": {"hook_id": "another"},
    "event_hooks.0.sqs_role_arn": "arn:aws:iam::123456789012:role/r",
    "event_hooks.0.sns_role_arn": "arn:aws:iam::123456789012:role/r",
}
_REASON = {"reason": "so it is"}
_DECISION_REASON = {"decision_reason": "so it is"}
_OPTIONS: dict[str, Any] = {
    "mark_reviewed": _DECISION_REASON,
    "reopen": _REASON,
    "block": _REASON,
    "shadow_block": _REASON,
    "unblock": _DECISION_REASON,
    "delete_message": _REASON,
    "delete_activity": _REASON,
    "delete_comment": _REASON,
    "delete_reaction": _REASON,
    "restore": _DECISION_REASON,
    "ban": _REASON,
    "unban": _DECISION_REASON,
    "delete_user": _REASON,
    "delete_user_messages": {"delete_messages": "soft", **_REASON},
    "escalate": _REASON,
    "bypass": {"enabled": False},
    "bypass.enabled": True,
    "reject_appeal": _DECISION_REASON,
}
SAMPLES: dict[str, Any] = {
    "user": {"id": "acting"},
    "banned_by": {"id": "acting"},
    "unbanned_by": {"id": "acting"},
    "create_policy_test_set seed": {"limit": 5},
    "users": {"u": {"id": "u"}},
    "limit": 1,
    "severity_rules": [{"severity": "low", "action": "flag"}],
    "put_provider url": "https://example.com/v2",
    "put_rule enabled": False,
    "put_report_category applies_to": "users",
    "report report_categories": ["rude"],
    "mark_read ids": ["{unread}"],
    "list_deliveries since": "2099-01-01T00:00:00Z",
    "custom_check flags": [{"type": "custom_check_image"}],
    "users.0.set": {"name": "another"},
    "check user": {"id": "author", "custom": {"ip": "203.0.113.7"}},
    "check options": {"force_sync": True},
    "check options.force_sync": False,
    "analyze user": {"id": "author", "custom": {"region": "DE"}},
    "analyze user.custom": {"region": "GB"},
    "analyze config_key": "slow",
    **{f"update_app {name}": value for name, value in _OF_APPS.items()},
    **{f"update_app_v1 {name}": value for name, value in _OF_APPS.items()},
    **{f"submit_action {name}": value for name, value in _OPTIONS.items()},
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
    "custom.id": "another",
    "threshold": 0.25,
    "identical.threshold": 3,
    "similar.threshold": 3,
    "block_list_config.rules": [{"name": "words", "action": "flag"}],
    "block_list_config.rules.0.name": "profanity_en_2020_v1",
    **{
        f"{name}.{rules}": [{"label": "other", "action": "flag"}]
        for name in ("ai_image_config", "ai_video_config", "aws_rekognition_config")
        for rules in ("rules", "ocr_rules")
    },
    **{
        f"{name}.rules": [{"label": "INSULT", "action": "flag"}]
        for name in ("ai_text_config", "ai_audio_config", "bodyguard_config")
    },
    **{
        f"{name}.rules.0.label": "HATE"
        for name in ("ai_text_config", "ai_audio_config", "bodyguard_config")
    },
    "ai_audio_config.enabled": False,
    "velocity_filter_config.rules": [
        {
            "action": "ban",
            "fast_spam_threshold": 5,
            "fast_spam_ttl": 60,
            "slow_spam_threshold": 9,
            "slow_spam_ttl": 600,
        }
    ],
    "velocity_filter_config.rules.0.action": "flag",
    "video_call_rule_config.rules.0.threshold": 3,
    "rules.0.name": "words",
    "first_match_only": {"post": True},
    "first_match_only.post": False,
    "first_match_only.user": True,
    "automod_toxicity_config.rules": [{"label": "insult", "threshold": 0.5, "action": "flag"}],
    "automod_platform_circumvention_config.rules": [
        {"label": "platform_circumvention", "threshold": 0.5, "action": "flag"}
    ],
    "automod_semantic_filters_config.rules": [
        {"name": "drugs", "threshold": 0.5, "action": "flag"}
    ],
    "llm_config.rules": [{"label": "RUDE", "action": "flag"}],
    "remote_config.rules": [{"label": "Hate", "action": "flag"}],
    "band": {"low": 0.2, "high": 0.6},
    "band.low": 0.1,
    "band.high": 0.9,
    "severity_descriptions": {"low": "a little"},
    "put_provider options": {"reasoning_effort": "low"},
    "put_provider kind": "llama_guard",
    "put_provider price": {"call": 0.5},
    "provider_budget": {"calls": 5},
    "facades": {"refuse_not_judged": True},
    "facades.refuse_not_judged": False,
    "signing_secrets": [f"whsec_{_SIGNING * 4}"],
    "signing_keys": [f"whsk_{_SIGNING * 10}ABCDEg=="],
    "default_region": "DE",
    "since": _TIME,
    "until": _TIME,
    "import_image_hashes text": "0" * 64,
    "remove_image_hashes hashes": ["0" * 64],
    "put_rule actions": ["hook"],
    "put_action parameters": {"post_id": "serial"},
    "test_action data": {"user_id": "somebody"},
    "default_policy": "default",
    "report_categories": ["spam"],
    "team": "reds",
    "filter": {"reviewed": True},
    "query_configs filter": {"key": "other"},
    "query_label_results filter": {"policy": "other"},
    "try_content text": "grobble",
    "try_content moderation_payload": {"texts": ["grobble"]},
    "try_content region": "GB",
    "analyze texts": {"body": "grobble"},
    "analyze images": {"photo": "https://example.com/a.png"},
    "analyze content_ids": {"title": "1"},
    "labels policy": "policy",
    "sort": [{"field": "created_at", "direction": 1}],
}
BESIDE: dict[str, dict[str, Any]] = {
    "try_content moderation_payload": {"text": None},
    "submit_action flag": {"item_id": None},
    "submit_action reject_appeal": {"item_id": None, "appeal_id": "{appeal}"},
    "appeal user": {"user_id": None},
    "unblock_users user": {"user_id": None},
    "unblock_users_v1 user": {"user_id": None},
    "unmute user": {"user_id": None},
    "unmute_v1 user": {"user_id": None},
    "ban_v1 user": {"banned_by_id": None},
    "check options": {"config_key": "slow", "moderation_payload": {"texts": ["grobble"]}},
    "flag entity_creator_id": {"entity_id": "unseen"},
    "custom_check entity_creator_id": {"entity_id": "unseen"},
    "query_review_queue user": {"lock_items": True},
    "query_review_queue user_id": {"lock_items": True},
    "query_review_queue space_severe.labels": {"space_severe": {"severity": 4}},
    "get_user_moderation_report create_user_if_not_exists": {"user_id": "stranger"},
    "get_user_moderation_report include_user_blocks": {"user_id": "blocker"},
    "get_user_moderation_report include_user_mutes": {"user_id": "muting"},
    "create_policy_test_set seed": {"rows": None},
}
"""What a field needs beside it to count; the areas have their own."""
_PREVIEW = "preview_statement"
"""Of a decision: what goes for that goes for it."""
PATHS: dict[str, dict[str, str]] = {}
for _area in AREAS:
    SAMPLES |= _area.samples
    BESIDE |= _area.beside
    PATHS |= _area.paths
for _known in (SAMPLES, BESIDE):
    for _name in [name for name in _known if name.startswith("submit_action ")]:
        _known[_name.replace("submit_action", _PREVIEW)] = _known[_name]
