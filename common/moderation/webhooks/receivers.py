"""What is checked of a webhook's receiver when it is saved."""

from __future__ import annotations

from typing import Literal

from common.configuration.context import Context
from common.delivery.hook_types import HOOK_TYPES, hook_type_of
from common.domain.errors import Invalid
from common.domain.webhook import WantedWebhook, Webhook, WebhookFields
from common.moderation.resources.urls import checked_url


def checked_address(context: Context, where: str, hook: WebhookFields) -> str:
    """The URL, or the name of a topic. Raises Invalid, naming a field behind `where`, for one that
    no call may go to and for what belongs to another type of webhook.
    """
    type = hook_type_of(hook)
    for other in HOOK_TYPES.values():
        given = [name for name in hook if name.startswith(other.prefix) and hook.get(name)]
        if other is not type and given:
            raise Invalid.field(f"{where}{given[0]}", "is of another hook_type")
    address = str(hook.get(type.address) or "")
    if not address:
        raise Invalid.field(f"{where}{type.address}", "is required")
    checked_url(context, f"{where}{type.address}", type.url(hook, context.settings.sns_url))
    return address


def with_known_secrets(hook: WantedWebhook, before: Webhook | None) -> WantedWebhook:
    """The secret that is stored, where the same key comes without one."""
    if before is None:
        return hook
    kept: WantedWebhook = {**hook}
    if "sqs_secret" in before and _is_same_key("sqs_key", hook, before):
        kept["sqs_secret"] = hook.get("sqs_secret") or before["sqs_secret"]
    if "sns_secret" in before and _is_same_key("sns_key", hook, before):
        kept["sns_secret"] = hook.get("sns_secret") or before["sns_secret"]
    return kept


def _is_same_key(name: Literal["sqs_key", "sns_key"], hook: WantedWebhook, before: Webhook) -> bool:
    return hook.get(name) == before.get(name)
