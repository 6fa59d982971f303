"""An app's settings as Stream's clients read them (contract 10 and 13.2).

Around the webhooks stands what the clients' models require of a chat app.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NotRequired, cast

from typing_extensions import TypedDict

from common.domain.ids import derived_id
from common.domain.settings import AppSettings
from common.domain.webhook import MODERATION_URL, WEBHOOK_URL, Webhook


class ChatSwitches(TypedDict):
    """These are off."""

    allow_multi_user_devices: bool
    async_url_enrich_enabled: bool
    auto_translation_enabled: bool
    campaign_enabled: bool
    disable_auth_checks: bool
    disable_permissions_checks: bool
    feed_audit_logs_enabled: bool
    guest_user_creation_disabled: bool
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
    """These are empty."""

    custom_action_handler_url: str
    organization: str
    placement: str
    sns_key: str
    sns_secret: str
    sns_topic_arn: str
    sqs_key: str
    sqs_secret: str
    sqs_url: str
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
    id: str
    webhook_url: str
    event_types: list[str]
    enabled: bool
    hook_type: NotRequired[str]
    product: NotRequired[str | None]
    timeout_ms: NotRequired[int]
    should_send_custom_events: NotRequired[bool]
    created_at: int
    updated_at: int


class ShownApp(ChatSwitches, ChatTexts, ChatNumbers, ChatObjects):
    """Stream's ids of apps are numbers, and a client may compare them."""

    id: int
    name: str
    enforce_unique_usernames: str
    permission_version: str
    moderation_enabled: bool
    use_hook_v2: bool
    user_search_disallowed_roles: list[str]
    file_upload_config: UploadConfig
    image_upload_config: UploadConfig
    push_notifications: PushNotifications
    event_hooks: list[EventHookAnswer]
    moderation_webhook_url: str
    webhook_url: str
    webhook_events: list[str]
    enable_hook_payload_compression: bool
    revoke_tokens_issued_before: NotRequired[int]


class AppAnswer(TypedDict):
    app: ShownApp


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
    "moderation_enabled": True,
    "use_hook_v2": True,
    "user_search_disallowed_roles": [],
    "file_upload_config": {"size_limit": 0},
    "image_upload_config": {"size_limit": 0},
    "push_notifications": _PUSH,
}


def app_answer(app: str, settings: AppSettings, hooks: Mapping[str, Webhook]) -> AppAnswer:
    moderation, plain = hooks.get(MODERATION_URL), hooks.get(WEBHOOK_URL)
    shown = {
        **_FIXED,
        "id": int(derived_id("app", app)[:7], 16),
        "name": app,
        "event_hooks": [_event_hook(hook) for hook in _listed(hooks)],
        "moderation_webhook_url": moderation["webhook_url"] if moderation else "",
        "webhook_url": plain["webhook_url"] if plain else "",
        "webhook_events": plain["event_types"] if plain else [],
        "enable_hook_payload_compression": bool(settings.get("enable_hook_payload_compression")),
    }
    if revoked := settings.get("revoke_tokens_issued_before"):
        shown["revoke_tokens_issued_before"] = revoked
    return {"app": cast(ShownApp, shown)}


def _listed(hooks: Mapping[str, Webhook]) -> list[Webhook]:
    listed = [hook for hook in hooks.values() if "position" in hook]
    return sorted(listed, key=lambda hook: hook["position"])


def _event_hook(hook: Webhook) -> EventHookAnswer:
    shown = {name: value for name, value in hook.items() if name != "position"}
    return cast(EventHookAnswer, shown)
