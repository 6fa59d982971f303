"""The older settings of one receiver each, and the webhooks that they mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from common.configuration.context import Context
from common.delivery.hook_types import hook_type_of
from common.domain.errors import Invalid
from common.domain.webhook import (
    MODERATION_URL,
    SNS_TOPIC,
    SQS_URL,
    WEBHOOK_URL,
    WantedWebhook,
    Webhook,
    WebhookSettings,
    address_of,
)
from common.moderation.resources.urls import checked_url
from common.moderation.webhooks.receivers import with_known_secrets

_URLS = (MODERATION_URL, WEBHOOK_URL)
_QUEUES = {SQS_URL: "sqs", SNS_TOPIC: "sns"}
_FIELDS = {
    SQS_URL: {"sqs_url": "sqs_queue_url", "sqs_key": "sqs_key", "sqs_secret": "sqs_secret"},
    SNS_TOPIC: {
        "sns_topic_arn": "sns_topic_arn",
        "sns_key": "sns_key",
        "sns_secret": "sns_secret",
    },
}
"""Which of the webhook's fields each setting is."""


def check_singles(context: Context, given: WebhookSettings) -> None:
    """Raises Invalid for what no call may go to."""
    for name in (*_URLS, SQS_URL):
        checked_url(context, name, cast("str | None", given.get(name)))


def singles_wanted(
    known: Mapping[str, Webhook], given: WebhookSettings
) -> dict[str, WantedWebhook]:
    """Raises Invalid for a queue or a topic that nothing could be sent to."""
    made = [_posted(name, known.get(name), given) for name in _URLS]
    made += [_queued(name, known.get(name), given) for name in _QUEUES]
    return {hook["id"]: hook for hook in made if hook is not None}


def _posted(name: str, before: Webhook | None, given: WebhookSettings) -> WantedWebhook | None:
    said = cast("str | None", given.get(name))
    url = said if said is not None else before["webhook_url"] if before else ""
    types = before["event_types"] if before else []
    if name == WEBHOOK_URL:
        types = given.get("webhook_events", types)
    if not url and not types:
        return None
    return {"id": name, "webhook_url": url, "event_types": types, "enabled": True}


def _queued(name: str, before: Webhook | None, given: WebhookSettings) -> WantedWebhook | None:
    fields = _FIELDS[name]
    hook: dict[str, object] = {"id": name, "hook_type": _QUEUES[name], "webhook_url": ""}
    hook.update(event_types=[], enabled=True)
    for setting, field in fields.items():
        value = given.get(setting, before.get(field, "") if before else "")
        if value:
            hook[field] = value
    wanted = with_known_secrets(cast(WantedWebhook, hook), before)
    if not address_of(wanted):
        _check_nothing_given(fields, given)
        return None
    for field, problem in hook_type_of(wanted).problems(wanted):
        setting = next((mine for mine, theirs in fields.items() if theirs == field), name)
        raise Invalid.field(setting, problem)
    return wanted


def _check_nothing_given(fields: Mapping[str, str], given: WebhookSettings) -> None:
    for setting in fields:
        if given.get(setting):
            raise Invalid.field(setting, "is for a queue or topic, and the app has none")
