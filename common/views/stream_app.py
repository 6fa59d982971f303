"""An app's settings as Stream's clients read them (contract 10 and 13.2).

Around the webhooks stands what the clients' models require of a chat app.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NotRequired, cast

from typing_extensions import TypedDict

from common.domain.ids import derived_id
from common.domain.settings import AppSettings, Preferences, preferences_of
from common.domain.webhook import (
    MODERATION_URL,
    SECRETS,
    SNS_TOPIC,
    SQS_URL,
    WEBHOOK_URL,
    Webhook,
)


class ChatSwitches(TypedDict):
    """These are off."""

    allow_multi_user_devices: bool
    async_url_enrich_enabled: bool
    auto_translation_enabled: bool
    campaign_enabled: bool
    disable_permissions_checks: bool
    feed_audit_logs_enabled: bool
    image_moderation_enabled: bool
    member_custom_on_mentioned_users_enabled: bool
    member_custom_on_messages_enabled: bool
    member_custom_on_typing_events_enabled: bool
    moderation_audio_call_moderation_enabled: bool
    moderation_keyframe_video_enabled: bool
    moderation_llm_configurability_enabled: bool
    moderation_multitenant_blocklist_enabled: bool
    moderation_video_call_moderation_enabled: bool
    multi_tenant_enabled: bool
    suspended: bool
    user_response_time_enabled: bool


class ChatTexts(TypedDict):
    """These are empty; secrets are never told."""

    custom_action_handler_url: str
    organization: str
    placement: str
    sns_secret: str
    sqs_secret: str
    suspended_explanation: str


class ChatNumbers(TypedDict):
    """These are 0."""

    cdn_expiration_seconds: int
    max_aggregated_activities_length: int
    reminders_interval: int


class ChatObjects(TypedDict):
    """These are empty."""

    call_types: dict[str, Any]
    channel_configs: dict[str, Any]
    grants: dict[str, Any]
    policies: dict[str, Any]


class UploadConfig(TypedDict):
    size_limit: int


class PushProvider(TypedDict):
    enabled: bool


class ApplePush(PushProvider):
    development: bool


class PushNotifications(TypedDict):
    offline_only: bool
    version: str
    apn: ApplePush
    firebase: PushProvider
    huawei: PushProvider
    xiaomi: PushProvider


class EventHookAnswer(TypedDict):
    """Without the secrets."""

    id: str
    webhook_url: str
    event_types: list[str]
    enabled: bool
    hook_type: NotRequired[str]
    product: NotRequired[str | None]
    timeout_ms: NotRequired[int]
    should_send_custom_events: NotRequired[bool]
    sqs_queue_url: NotRequired[str]
    sqs_region: NotRequired[str]
    sqs_auth_type: NotRequired[str]
    sqs_key: NotRequired[str]
    sns_topic_arn: NotRequired[str]
    sns_region: NotRequired[str]
    sns_auth_type: NotRequired[str]
    sns_key: NotRequired[str]
    sns_event_based_message_group_id_enabled: NotRequired[bool]
    created_at: int
    updated_at: int


class ShownApp(ChatSwitches, ChatTexts, ChatNumbers, ChatObjects):
    """Stream's ids of apps are numbers, and a client may compare them."""

    id: int
    name: str
    enforce_unique_usernames: str
    permission_version: str
    disable_auth_checks: bool
    guest_user_creation_disabled: bool
    moderation_enabled: bool
    allowed_flag_reasons: list[str]
    moderation_dashboard_preferences: Preferences
    use_hook_v2: bool
    user_search_disallowed_roles: list[str]
    file_upload_config: UploadConfig
    image_upload_config: UploadConfig
    push_notifications: PushNotifications
    event_hooks: list[EventHookAnswer]
    moderation_webhook_url: str
    webhook_url: str
    webhook_events: list[str]
    sqs_url: str
    sqs_key: str
    sns_topic_arn: str
    sns_key: str
    enable_hook_payload_compression: bool
    revoke_tokens_issued_before: NotRequired[int]


class AppAnswer(TypedDict):
    app: ShownApp


_UNTOLD = ("position", *SECRETS)
_PROVIDER: PushProvider = {"enabled": False}
_PUSH: PushNotifications = {
    "offline_only": False,
    "version": "v2",
    "apn": {"development": False, "enabled": False},
    "firebase": _PROVIDER,
    "huawei": _PROVIDER,
    "xiaomi": _PROVIDER,
}
_FIXED = {
    **dict.fromkeys(ChatSwitches.__annotations__, False),
    **dict.fromkeys(ChatTexts.__annotations__, ""),
    **dict.fromkeys(ChatNumbers.__annotations__, 0),
    **{name: {} for name in ChatObjects.__annotations__},
    "enforce_unique_usernames": "no",
    "permission_version": "v2",
    "use_hook_v2": True,
    "file_upload_config": {"size_limit": 0},
    "image_upload_config": {"size_limit": 0},
    "push_notifications": _PUSH,
}


def app_answer(app: str, settings: AppSettings, hooks: Mapping[str, Webhook]) -> AppAnswer:
    moderation, plain = hooks.get(MODERATION_URL), hooks.get(WEBHOOK_URL)
    queue, topic = hooks.get(SQS_URL), hooks.get(SNS_TOPIC)
    shown = {
        **_FIXED,
        "id": int(derived_id("app", app)[:7], 16),
        "name": app,
        "event_hooks": [_event_hook(hook) for hook in _listed(hooks)],
        "moderation_webhook_url": moderation["webhook_url"] if moderation else "",
        "webhook_url": plain["webhook_url"] if plain else "",
        "webhook_events": plain["event_types"] if plain else [],
        "sqs_url": queue.get("sqs_queue_url", "") if queue else "",
        "sqs_key": queue.get("sqs_key", "") if queue else "",
        "sns_topic_arn": topic.get("sns_topic_arn", "") if topic else "",
        "sns_key": topic.get("sns_key", "") if topic else "",
        "enable_hook_payload_compression": bool(settings.get("enable_hook_payload_compression")),
    }
    shown.update(
        {
            "disable_auth_checks": bool(settings.get("disable_auth_checks")),
            "guest_user_creation_disabled": bool(settings.get("guest_user_creation_disabled")),
            "moderation_enabled": settings.get("moderation_enabled", True),
            "allowed_flag_reasons": settings.get("allowed_flag_reasons", []),
            "moderation_dashboard_preferences": preferences_of(settings),
            "user_search_disallowed_roles": settings.get("user_search_disallowed_roles", []),
        }
    )
    if revoked := settings.get("revoke_tokens_issued_before"):
        shown["revoke_tokens_issued_before"] = revoked
    return {"app": cast(ShownApp, shown)}


def _listed(hooks: Mapping[str, Webhook]) -> list[Webhook]:
    listed = [hook for hook in hooks.values() if "position" in hook]
    return sorted(listed, key=lambda hook: hook["position"])


def _event_hook(hook: Webhook) -> EventHookAnswer:
    shown = {name: value for name, value in hook.items() if name not in _UNTOLD}
    return cast(EventHookAnswer, shown)
