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
    TEXT_ANALYZED = (
        "moderation.text_analysis.complete",
        "the texts of an analysis that was not waited for have their verdicts",
    )
    IMAGE_ANALYZED = (
        "moderation.image_analysis.complete",
        "the images of one have theirs",
    )
    ANALYSIS_FAILED = (
        "moderation.analysis.failed",
        "such an analysis could not be made: its policy has gone",
    )
    CUSTOM_ACTION = (
        "moderation.custom_action",
        "a moderator used one of the app's own actions",
        True,
    )
    FLAGGED = (
        "moderation.flagged",
        "anything was flagged, by an engine, a person or a rule; only what it is",
    )
    MARK_REVIEWED = (
        "moderation.mark_reviewed",
        "a moderator marked an item as reviewed",
        True,
    )
    USER_BANNED = ("user.banned", "a user was banned, from the app or from a channel")
    USER_UNBANNED = ("user.unbanned", "a user's ban was lifted")
    USER_DATA_ERASING = (
        "user.data_erasing",
        "what is kept of a user is about to go; the last event that names them",
    )
    USER_DATA_ERASED = (
        "user.data_erased",
        "what was kept of a user has gone; with the receipt, and without their id",
    )
    USER_MUTED = ("user.muted", "a user muted others, all of one call in one event")
    USER_UNMUTED = ("user.unmuted", "a user took that back")
    USER_FLAGGED = ("user.flagged", "a user was flagged, as an item of the review queue")
    USER_MESSAGES_DELETED = (
        "user.messages.deleted",
        "a user's messages are to go, all or those of one channel",
    )
    MESSAGE_FLAGGED = ("message.flagged", "a chat message was flagged", True)
    MESSAGE_UNBLOCKED = (
        "message.unblocked",
        "a moderator unblocked or restored a chat message",
        True,
    )
    FLAG_UPDATED = (
        "flag.updated",
        "a moderator decided on a chat message or a user that people had flagged; "
        "with who flagged last",
        True,
    )
    APPEAL_CREATED = ("appeal.created", "somebody appealed against a decision", True)
    APPEAL_ACCEPTED = ("appeal.accepted", "a moderator took the decision back", True)
    APPEAL_REJECTED = ("appeal.rejected", "a moderator let the decision stand", True)
    STATEMENT_CREATED = (
        "statement.created",
        "something was restricted of which the app has declared a statement of reasons",
    )
    STATEMENT_REVERSED = ("statement.reversed", "what such a statement is of was taken back")
    APPEAL_REVERSED = (
        "appeal.reversal_delivered",
        "what takes back a decision that was appealed has arrived at the app's server",
        True,
    )
    COMPLAINTS_WARNED = (
        "complaints.warned",
        "somebody made so many manifestly unfounded appeals that more lead to a suspension",
    )
    COMPLAINTS_SUSPENDED = (
        "complaints.suspended",
        "somebody made more of them, and may make no appeal for a time",
    )
    REPORTS_WARNED = (
        "reports.warned",
        "somebody made so many unfounded reports that more lead to a suspension",
    )
    REPORTS_SUSPENDED = (
        "reports.suspended",
        "somebody made more of them, and may report nothing for a time",
    )
    APPROVAL_REQUESTED = (
        "approval.requested",
        "a moderator decided what takes a second person, for whom it waits",
    )
    APPROVAL_ENDED = (
        "approval.ended",
        "such a decision was approved, refused or withdrawn, or waited too long",
    )
    LOGS_EXPORTED = ("export.moderation_logs.success", "an export of the log can be fetched")
    LOGS_NOT_EXPORTED = ("export.moderation_logs.error", "an export of the log failed")
    QUEUE_EXPORTED = ("export.review_queue.success", "an export of the review queue can be fetched")
    QUEUE_NOT_EXPORTED = ("export.review_queue.error", "an export of the review queue failed")
    IMAGES_MODERATED = (
        "export.bulk_image_moderation.success",
        "the verdicts on many images at once can be fetched",
    )
    IMAGES_NOT_MODERATED = (
        "export.bulk_image_moderation.error",
        "many images at once could not be judged",
    )
    LOG_ROOT = ("log_root.published", "a day of the log was closed; with its root and signature")

    def __new__(cls, name: str, when: str = "", has_content: bool = False) -> EventType:
        event = str.__new__(cls, name)
        event._value_ = name
        event.when, event.has_content = when, has_content
        return event


MODERATION_URL = "moderation_webhook_url"
WEBHOOK_URL = "webhook_url"
SQS_URL = "sqs_url"
SNS_TOPIC = "sns_topic_arn"
SINGLES = (MODERATION_URL, WEBHOOK_URL, SQS_URL, SNS_TOPIC)
"""Settings of one receiver each, which are at the same time the ids of their webhooks."""
SECRETS = ("sqs_secret", "sns_secret")
PRODUCTS = (None, "", "all", "moderation")
"""Gavel's own, in Stream's words: a webhook of another gets nothing from it."""


class QueueFields(TypedDict, total=False):
    """Of a webhook whose events go to a queue or a topic of Amazon's, each signed with the app's
    own access key. The secrets are never answered.
    """

    sqs_queue_url: str
    sqs_region: str
    sqs_auth_type: str
    sqs_key: str
    sqs_secret: str
    sns_topic_arn: str
    sns_region: str
    sns_auth_type: str
    sns_key: str
    sns_secret: str
    sns_event_based_message_group_id_enabled: bool


class WebhookFields(QueueFields):
    """What an app says of one. Without `event_types` it gets everything. `webhook_url` is empty
    where `hook_type` names a queue or a topic.
    """

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
    """`position` is its place in the app's list; the settings of one receiver each have none."""

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
    sqs_url: str
    sqs_key: str
    sqs_secret: str
    sns_topic_arn: str
    sns_key: str
    sns_secret: str
    enable_hook_payload_compression: bool


WEBHOOKS: Collection[Webhook] = Collection("hook")


def webhook_key(app: str, id: str) -> Key[Webhook]:
    return Key(app, WEBHOOKS, id)


def derived_webhook_id(app: str, url: str, number: int) -> str:
    """Of a webhook that was given none: the same list of webhooks has the same ids again."""
    return derived_id("hook", app, url, str(number))


def address_of(hook: WebhookFields) -> str:
    """The URL that events are posted to, the queue's URL, or the topic's name."""
    return hook["webhook_url"] or hook.get("sqs_queue_url", "") or hook.get("sns_topic_arn", "")


def wants(hook: Webhook, event_type: EventType) -> bool:
    """Without `event_types` a webhook gets everything."""
    if not (hook["enabled"] and address_of(hook) and hook.get("product") in PRODUCTS):
        return False
    return not hook["event_types"] or event_type in hook["event_types"]
