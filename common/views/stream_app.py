"""An app's settings as Stream's clients read them (contract 10 and 13.2)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from common.domain.ids import derived_id
from common.domain.settings import AppSettings
from common.domain.webhook import MODERATION_URL, WEBHOOK_URL, Webhook

_NO = (
    "allow_multi_user_devices",
    "async_url_enrich_enabled",
    "auto_translation_enabled",
    "campaign_enabled",
    "disable_auth_checks",
    "disable_permissions_checks",
    "feed_audit_logs_enabled",
    "guest_user_creation_disabled",
    "image_moderation_enabled",
    "member_custom_on_mentioned_users_enabled",
    "member_custom_on_messages_enabled",
    "member_custom_on_typing_events_enabled",
    "moderation_audio_call_moderation_enabled",
    "moderation_keyframe_video_enabled",
    "moderation_llm_configurability_enabled",
    "moderation_multitenant_blocklist_enabled",
    "moderation_video_call_moderation_enabled",
    "multi_tenant_enabled",
    "suspended",
    "user_response_time_enabled",
)
_EMPTY = (
    "custom_action_handler_url",
    "organization",
    "placement",
    "sns_key",
    "sns_secret",
    "sns_topic_arn",
    "sqs_key",
    "sqs_secret",
    "sqs_url",
    "suspended_explanation",
)
_ZERO = ("cdn_expiration_seconds", "max_aggregated_activities_length", "reminders_interval")
_NONE_OF = ("call_types", "channel_configs", "grants", "policies")


def app_response(app: str, settings: AppSettings, hooks: Mapping[str, Webhook]) -> dict[str, Any]:
    """Around the webhooks stands what the clients' models require of a chat app."""
    provider = {"enabled": False}
    moderation, plain = hooks.get(MODERATION_URL), hooks.get(WEBHOOK_URL)
    return {
        # Stream's are numbers, and a client may compare them.
        "id": int(derived_id("app", app)[:7], 16),
        "name": app,
        **dict.fromkeys(_NO, False),
        **dict.fromkeys(_EMPTY, ""),
        **dict.fromkeys(_ZERO, 0),
        **{name: {} for name in _NONE_OF},
        "enforce_unique_usernames": "no",
        "permission_version": "v2",
        "moderation_enabled": True,
        "use_hook_v2": True,
        "user_search_disallowed_roles": [],
        "file_upload_config": {"size_limit": 0},
        "image_upload_config": {"size_limit": 0},
        "push_notifications": {
            "offline_only": False,
            "version": "v2",
            "apn": {"development": False, **provider},
            **dict.fromkeys(("firebase", "huawei", "xiaomi"), provider),
        },
        "event_hooks": [_event_hook(hook) for hook in _listed(hooks)],
        "moderation_webhook_url": moderation["webhook_url"] if moderation else "",
        "webhook_url": plain["webhook_url"] if plain else "",
        "webhook_events": plain["event_types"] if plain else [],
        "enable_hook_payload_compression": bool(settings.get("enable_hook_payload_compression")),
    }


def _listed(hooks: Mapping[str, Webhook]) -> list[Webhook]:
    listed = [hook for hook in hooks.values() if "position" in hook]
    return sorted(listed, key=lambda hook: hook["position"])


def _event_hook(hook: Webhook) -> dict[str, Any]:
    return {name: value for name, value in hook.items() if name != "position"}
