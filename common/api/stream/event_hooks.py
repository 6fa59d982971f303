"""Webhooks as Stream's clients list them (contract 13.2)."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from common.api.base import Request, Time, or_else
from common.domain.not_in_effect import NoEffect

HookId = Annotated[str, StringConstraints(max_length=128, pattern=r"^[\w.:-]*$")]
HookUrl = Annotated[str, StringConstraints(max_length=2_048)]
EventType = Annotated[str, StringConstraints(min_length=1, max_length=100)]
EventTypes = Annotated[list[EventType], or_else([])]
Name = Annotated[str, StringConstraints(max_length=256, pattern=r"^[!-~]*$")]
MOST_HOOKS = 20
MOST_TYPES = 200
_MOST_MILLISECONDS = 15_000
_OWN = NoEffect("hooks have their times from Gavel")
_NO_CHAT = NoEffect("custom events are a chat's")


def unsupported(why: str) -> BeforeValidator:
    def refuse(value: Any) -> None:
        if value:
            raise ValueError(f"is not supported: {why}")

    return BeforeValidator(refuse)


_NoFailover = unsupported("what is not taken is tried again for days, and shown then")
_NoCallback = unsupported("it is of a chat's pending messages")
_NoRole = unsupported("messages are signed with an access key of the app's own")
Keys = Annotated[Literal["keys"] | None, BeforeValidator(lambda value: value or None)]
"""How Amazon is told who sends; empty means the same."""


class EventHook(Request):
    """As an answer has it: its times are Gavel's own and stay as they are. A secret that is left
    out beside the same key stays as it is.
    """

    webhook_url: Annotated[HookUrl, or_else("")] = ""
    hook_type: Annotated[Literal["webhook", "sqs", "sns"], or_else("webhook")] = "webhook"
    id: HookId | None = None
    enabled: Annotated[bool, or_else(True)] = True
    event_types: EventTypes = Field(default=[], max_length=MOST_TYPES)
    product: str | None = Field(None, max_length=64)
    timeout_ms: int | None = Field(
        None, ge=0, le=_MOST_MILLISECONDS, description="0 is the operator's, which no other exceeds"
    )
    sqs_queue_url: HookUrl | None = None
    sqs_region: Name | None = None
    sqs_auth_type: Keys = None
    sqs_key: Name | None = None
    sqs_secret: Name | None = None
    sqs_role_arn: Annotated[None, _NoRole] = None
    sns_topic_arn: Name | None = None
    sns_region: Name | None = None
    sns_auth_type: Keys = None
    sns_key: Name | None = None
    sns_secret: Name | None = None
    sns_role_arn: Annotated[None, _NoRole] = None
    sns_event_based_message_group_id_enabled: bool | None = None
    should_send_custom_events: Annotated[bool | None, _NO_CHAT] = None
    callback: Annotated[None, _NoCallback] = None
    failover_config: Annotated[None, _NoFailover] = None
    created_at: Annotated[Time | None, _OWN] = None
    updated_at: Annotated[Time | None, _OWN] = None
