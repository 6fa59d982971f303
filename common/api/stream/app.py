"""An app's settings as Stream's clients change them (contract 10 and 13.2)."""

from __future__ import annotations

from typing import Annotated, Any, cast

from pydantic import Field, StringConstraints

from common.api.base import Request, Time
from common.api.stream.event_hooks import (
    MOST_HOOKS,
    MOST_TYPES,
    EventHook,
    EventType,
    HookUrl,
    Name,
    unsupported,
)
from common.domain.settings import AppSettings
from common.domain.webhook import WebhookSettings

ReasonText = Annotated[str, StringConstraints(min_length=1, max_length=255)]
Reasons = Annotated[list[ReasonText], Field(max_length=100)]
Role = Annotated[str, StringConstraints(min_length=1, max_length=64)]
_SETTINGS = (
    "revoke_tokens_issued_before",
    "allowed_flag_reasons",
    "disable_auth_checks",
    "guest_user_creation_disabled",
    "moderation_enabled",
    "moderation_dashboard_preferences",
    "user_search_disallowed_roles",
)
_ANSWERED: Any = {"event_hooks": {"__all__": {"created_at", "updated_at"}}}
_OfChat = unsupported("it is a chat's")


class DashboardPreferences(Request):
    """What moderators may do; what is only a dashboard's own is refused."""

    allowed_moderation_action_reasons: Reasons | None = None
    escalation_reasons: Reasons | None = None
    escalation_queue_enabled: bool | None = None
    disable_flagging_reviewed_entity: bool | None = None


class UpdateAppRequest(Request):
    """What is about webhooks, the end of users' tokens, which null takes back, and what users and
    moderators may do. An empty URL removes its webhook; a chat's settings are refused.
    """

    event_hooks: list[EventHook] | None = Field(None, max_length=MOST_HOOKS)
    moderation_webhook_url: HookUrl | None = None
    webhook_url: HookUrl | None = None
    webhook_events: list[EventType] | None = Field(None, max_length=MOST_TYPES)
    enable_hook_payload_compression: bool | None = None
    revoke_tokens_issued_before: Time | None = None
    allowed_flag_reasons: Reasons | None = None
    disable_auth_checks: bool | None = None
    guest_user_creation_disabled: bool | None = None
    moderation_enabled: bool | None = None
    moderation_dashboard_preferences: DashboardPreferences | None = None
    user_search_disallowed_roles: list[Role] | None = Field(None, max_length=10)
    sqs_url: HookUrl | None = None
    sqs_key: Name | None = None
    sqs_secret: Name | None = None
    sns_topic_arn: Name | None = None
    sns_key: Name | None = None
    sns_secret: Name | None = None
    before_message_send_hook_url: Annotated[None, _OfChat] = None
    custom_action_handler_url: Annotated[None, _OfChat] = None

    def given(self) -> WebhookSettings:
        left_out: Any = {**dict.fromkeys(_SETTINGS, True), **_ANSWERED}
        return cast(WebhookSettings, self.model_dump(exclude_none=True, exclude=left_out))

    def settings(self) -> AppSettings:
        """What else of the app is changed."""
        given = self.model_dump(include={*_SETTINGS}, exclude_none=True)
        if "revoke_tokens_issued_before" in self.model_fields_set:
            given["revoke_tokens_issued_before"] = self.revoke_tokens_issued_before
        return cast(AppSettings, given)
