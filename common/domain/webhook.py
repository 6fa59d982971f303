"""The webhook: where an app wants events to go, and what the events are called."""

from __future__ import annotations

from enum import StrEnum
from typing import NotRequired

from typing_extensions import TypedDict

from common.domain.ids import derived_id
from common.store.store import Collection, Key


class EventType(StrEnum):
    """`when` it is sent, and whether it has the content, without which one that is too large goes
    out.
    """

    when: str
    has_content: bool

    ITEM_NEW = (
        "review_queue_item.new",
        "an item needs attention for the first time; with its flags",
        True,
    )
    ITEM_UPDATED = (
        "review_queue_item.updated",
        "further flags, which come with it, or a moderator's action",
        True,
    )
    CHECK_COMPLETED = (
        "moderation_check.completed",
        "all engines have finished, also when nothing was found",
    )
    RULE_TRIGGERED = (
        "moderation_rule.triggered",
        "a rule held; once for each rule and check",
    )
    CUSTOM_ACTION = (
        "moderation.custom_action",
        "a moderator used one of the app's own actions",
        True,
    )
    USER_BANNED = ("user.banned", "a moderator banned a user, from the app or from a channel")
    USER_UNBANNED = ("user.unbanned", "a moderator lifted a user's ban")
    USER_FLAGGED = ("user.flagged", "a user was flagged, as an item of the review queue")
    MESSAGE_FLAGGED = ("message.flagged", "a chat message was flagged", True)

    def __new__(cls, name: str, when: str = "", has_content: bool = False) -> EventType:
        event = str.__new__(cls, name)
        event._value_ = name
        event.when, event.has_content = when, has_content
        return event


MODERATION_URL = "moderation_webhook_url"
WEBHOOK_URL = "webhook_url"
SINGLE_URLS = (MODERATION_URL, WEBHOOK_URL)
"""Settings of one URL each, which are at the same time the ids of their webhooks."""
PRODUCTS = (None, "", "all", "moderation")
"""Gavel's own, in Stream's words: a webhook of another gets nothing from it."""


class WebhookFields(TypedDict):
    """What an app says of one. Without `event_types` it gets everything."""

    webhook_url: str
    event_types: list[str]
    enabled: bool
    hook_type: NotRequired[str]
    product: NotRequired[str | None]
    timeout_ms: NotRequired[int]
    should_send_custom_events: NotRequired[bool]


class ListedWebhook(WebhookFields):
    """As an app lists it, with an id of its own or without."""

    id: NotRequired[str]


class WantedWebhook(WebhookFields):
    """`position` is its place in the app's list; the two settings of one URL each have none."""

    id: str
    position: NotRequired[int]


class Webhook(WantedWebhook):
    created_at: int
    updated_at: int


class WebhookSettings(TypedDict, total=False):
    """What an app says of its webhooks at once; what is missing stays as it is."""

    event_hooks: list[ListedWebhook]
    moderation_webhook_url: str
    webhook_url: str
    webhook_events: list[str]
    enable_hook_payload_compression: bool


WEBHOOKS: Collection[Webhook] = Collection("hook")


def webhook_key(app: str, id: str) -> Key[Webhook]:
    return Key(app, WEBHOOKS, id)


def derived_webhook_id(app: str, url: str, number: int) -> str:
    """Of a webhook that was given none: the same list of webhooks has the same ids again."""
    return derived_id("hook", app, url, str(number))


def wants(hook: Webhook, event_type: EventType) -> bool:
    """Without `event_types` a webhook gets everything."""
    if not (hook["enabled"] and hook["webhook_url"] and hook.get("product") in PRODUCTS):
        return False
    return not hook["event_types"] or event_type in hook["event_types"]
