"""An app's settings as Stream's clients change them (contract 10 and 13.2)."""

from __future__ import annotations

from typing import Annotated, Any, Literal, cast

from pydantic import BeforeValidator, Field, StringConstraints

from common.api.base import Request, Time, or_else
from common.domain.not_in_effect import NoEffect
from common.domain.settings import AppSettings
from common.domain.webhook import WebhookSettings

HookId = Annotated[str, StringConstraints(max_length=128, pattern=r"^[\w.:-]*$")]
HookUrl = Annotated[str, StringConstraints(max_length=2_048)]
EventType = Annotated[str, StringConstraints(min_length=1, max_length=100)]
EventTypes = Annotated[list[EventType], or_else([])]
_OPERATORS = NoEffect("how long a receiver may take is the operator's")
_NO_CHAT = NoEffect("custom events are a chat's")
_ANSWERED: Any = {"event_hooks": {"__all__": {"created_at", "updated_at"}}}
_MOST_HOOKS = 20
_MOST_TYPES = 200


class EventHook(Request):
    """As an answer has it: its times are Gavel's own and stay as they are."""

    webhook_url: HookUrl = Field(min_length=1)
    hook_type: Annotated[Literal["webhook"], or_else("webhook")] = "webhook"
    id: HookId | None = None
    enabled: Annotated[bool, or_else(True)] = True
    event_types: EventTypes = Field(default=[], max_length=_MOST_TYPES)
    product: str | None = Field(None, max_length=64)
    timeout_ms: Annotated[int | None, _OPERATORS] = Field(None, ge=0, le=600_000)
    should_send_custom_events: Annotated[bool | None, _NO_CHAT] = None
    created_at: Time | None = None
    updated_at: Time | None = None


def _nowhere_else(value: Any) -> Any:
    if value:
        raise ValueError("is not supported: events go to webhooks only")
    return None


Unsupported = Annotated[None, BeforeValidator(_nowhere_else)]


class UpdateAppRequest(Request):
    """What is about webhooks, and the end of users' tokens, which null takes back. An empty URL
    removes its webhook; a chat's settings are refused.
    """

    event_hooks: list[EventHook] | None = Field(None, max_length=_MOST_HOOKS)
    moderation_webhook_url: HookUrl | None = None
    webhook_url: HookUrl | None = None
    webhook_events: list[EventType] | None = Field(None, max_length=_MOST_TYPES)
    enable_hook_payload_compression: bool | None = None
    revoke_tokens_issued_before: Time | None = None
    sqs_url: Unsupported = None
    sns_topic_arn: Unsupported = None
    before_message_send_hook_url: Unsupported = None
    custom_action_handler_url: Unsupported = None

    def given(self) -> WebhookSettings:
        left_out: Any = {"revoke_tokens_issued_before": True, **_ANSWERED}
        return cast(WebhookSettings, self.model_dump(exclude_none=True, exclude=left_out))

    def settings(self) -> AppSettings:
        """What else of the app is changed."""
        if "revoke_tokens_issued_before" not in self.model_fields_set:
            return {}
        return {"revoke_tokens_issued_before": self.revoke_tokens_issued_before}
