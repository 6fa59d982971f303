"""Events, as getstream reads them."""

from __future__ import annotations

import hmac
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

import orjson
import pytest
from getstream import models, webhook

from common.domain.content import CHAT_MESSAGE
from common.domain.flag import RULE
from common.domain.review_item import ReviewItem
from common.domain.user import BanRecord
from common.domain.webhook import EventType
from common.rules.evaluator import Match
from common.rules.reasons import Held
from common.views import message_events, user_events, webhook_events
from common.views.appeal_events import appeal_event
from common.views.export_events import export_event
from common.views.webhook_events import Event
from tests.factories import NOW, entry, flag, item, label, user

SECRET = "secret"


def review_item(text: str = "words") -> ReviewItem:
    labels = [label(), label(engine="other")]
    found = item(labels=labels, recommended_action="remove", payload={"texts": [text]})
    return ReviewItem(found, user(name="Ada"))


def parsed(event: Event) -> Any:
    """By the client, as a receiver does it."""
    body = orjson.dumps(event)
    signature = hmac.digest(SECRET.encode(), body, "sha256").hex()
    found = webhook.verify_and_parse_webhook(body, signature, SECRET)
    assert found.created_at.timestamp() == pytest.approx(NOW / 1e9)
    assert found.custom == {} and found.type == event["type"]
    assert list(_missing(found, event["type"])) == []
    return found


def _missing(value: Any, where: str) -> Iterator[str]:
    """The paths of what the client's models require and did not find."""
    if isinstance(value, list):
        for number, each in enumerate(value):
            yield from _missing(each, f"{where}.{number}")
    elif is_dataclass(value):
        for field in fields(value):
            found, path = getattr(value, field.name), f"{where}.{field.name}"
            is_required = field.default is MISSING and field.default_factory is MISSING
            if found is None and is_required:
                yield path
            yield from _missing(found, path)


@pytest.mark.parametrize(
    ("is_new", "type"),
    [(True, models.ReviewQueueItemNewEvent), (False, models.ReviewQueueItemUpdatedEvent)],
)
def test_a_flagged_item_comes_with_what_is_new(is_new: bool, type: Any) -> None:
    shown = review_item()
    event = webhook_events.flagged(shown, ["block_list"], [flag(), flag(RULE)], NOW, is_new=is_new)
    found = parsed(event)
    assert isinstance(found, type)
    assert [each.type for each in found.flags] == ["block_list", "user_report", "rule"]
    assert found.flags[1].user_id == "bob" and found.flags[1].reason == "spam"
    assert found.flags[0].labels == ["words"]
    assert {each["review_queue_id"] for each in event["flags"]} == {shown.item["id"]}
    told = found.review_queue_item
    assert (told.id, told.entity_id, told.recommended_action) == (shown.item["id"], "p1", "remove")
    assert told.entity_creator.id == "ada" and told.moderation_payload.texts == ["words"]


def test_what_a_moderator_did() -> None:
    found = parsed(webhook_events.acted(review_item(), entry(custom={"timeout": 5}), NOW))
    assert isinstance(found, models.ReviewQueueItemUpdatedEvent)
    action = found.action
    assert (action.type, action.user_id, action.target_user_id) == ("ban", "mo", "ada")
    assert action.custom == {"timeout": 5} and found.flags == []


@pytest.mark.parametrize("options", [None, {"color": "red"}])
def test_an_action_of_the_app_s_own(options: dict[str, Any] | None) -> None:
    found = parsed(webhook_events.custom_action(review_item(), "hide", options, NOW))
    assert isinstance(found, models.ModerationCustomActionEvent)
    assert (found.action_id, found.action_options) == ("hide", options or {})
    assert found.review_queue_item.entity_id == "p1"


def test_a_check_that_is_completed() -> None:
    shown = review_item()
    found = parsed(webhook_events.completed(shown.item, NOW))
    assert isinstance(found, models.ModerationCheckCompletedEvent)
    assert (found.entity_type, found.entity_id) == ("post", "p1")
    assert (found.recommended_action, found.review_queue_item_id) == ("remove", shown.item["id"])


def test_a_rule_says_why_it_was_triggered() -> None:
    held = [Held("in_list", "text in list words", {}, negated=False)]
    match = Match("r1", "Listed", "post", ("hide", "flag_for_review"), held)
    found = parsed(webhook_events.rule_triggered(review_item().item, match, NOW))
    assert isinstance(found, models.ModerationRulesTriggeredEvent)
    assert (found.rule.id, found.rule.name, found.rule.type) == ("r1", "Listed", "post")
    assert found.rule.description == "text in list words"
    assert found.triggered_actions == ["hide", "flag_for_review"] and found.user_id == "ada"


def test_long_content_is_left_out() -> None:
    long = review_item("x" * webhook_events.MOST_BYTES)
    event = webhook_events.flagged(long, ["block_list", "other"], [flag()], NOW, is_new=True)
    assert len(orjson.dumps(event)) < webhook_events.MOST_BYTES / 10
    found = parsed(event)
    assert [each.type for each in found.flags] == ["block_list", "other", "user_report"]
    assert found.review_queue_item.moderation_payload.texts is None
    assert (
        len(orjson.dumps(webhook_events.custom_action(long, "hide", None, NOW)))
        < webhook_events.MOST_BYTES
    )


def test_a_ban_says_of_whom_by_whom_and_until_when() -> None:
    ban: BanRecord = {
        "created_at": NOW,
        "expires": NOW + 60 * 10**9,
        "reason": "spam",
        "shadow": True,
        "created_by": "mo",
        "channel_cid": "messaging:1",
    }
    banned = user(name="Ada", ban_count=3, bans=[ban])
    found = parsed(user_events.banned(banned, ban, user("mo", name="Mo"), "i1", NOW))
    assert isinstance(found, models.UserBannedEvent)
    assert (found.user.id, found.created_by.name, found.reason) == ("ada", "Mo", "spam")
    assert (found.shadow, found.total_bans, found.review_queue_item_id) == (True, 3, "i1")
    assert (found.cid, found.channel_type, found.channel_id) == ("messaging:1", "messaging", "1")
    assert found.expiration.timestamp() == pytest.approx(NOW / 1e9 + 60)
    plain: BanRecord = {**ban, "expires": None}
    plain.pop("channel_cid")
    found = parsed(user_events.banned(banned, plain, None, "", NOW))
    assert (found.expiration, found.cid, found.review_queue_item_id) == (None, None, None)


def test_the_end_of_a_ban() -> None:
    found = parsed(user_events.unbanned(user(), "messaging:1", "mo", None, NOW))
    assert isinstance(found, models.UserUnbannedEvent)
    assert (found.user.id, found.created_by.id, found.cid) == ("ada", "mo", "messaging:1")


def test_a_flagged_user() -> None:
    shown = ReviewItem(item(entity_type="stream:user", entity_id="ada", flags_count=2), user())
    found = parsed(user_events.user_flagged(shown, [flag()], user("bob", name="Bob"), NOW))
    assert isinstance(found, models.UserFlaggedEvent)
    assert (found.user.name, found.target_user.id) == ("Bob", "ada")
    assert (found.reason, found.total_flags) == ("spam", 2)
    nobodys = flag(RULE, user_id="", reason="")
    found = parsed(user_events.user_flagged(shown, [nobodys], None, NOW))
    assert (found.user.id, found.target_user.id, found.reason) == ("ada", "ada", "")


@pytest.mark.parametrize("text", ["words", "x" * webhook_events.MOST_BYTES])
def test_a_flagged_message(text: str) -> None:
    payload = {"texts": [text], "custom": {"channel_cid": "messaging:1"}}
    message = item(entity_type=CHAT_MESSAGE, entity_id="m1", payload=payload, flags_count=1)
    event = message_events.message_flagged(ReviewItem(message, user()), [flag()], None, NOW)
    found = parsed(event)
    assert isinstance(found, models.MessageFlaggedEvent)
    assert (found.message_id, found.message.id, found.message.user.id) == ("m1", "m1", "ada")
    assert found.message.text == (text if text == "words" else "")
    assert (found.cid, found.user.id, found.reason) == ("messaging:1", "bob", "spam")
    assert len(orjson.dumps(event)) < webhook_events.MOST_BYTES


@pytest.mark.parametrize(
    ("type", "model"),
    [
        (EventType.USER_MUTED, models.UserMutedEvent),
        (EventType.USER_UNMUTED, models.UserUnmutedEvent),
    ],
)
def test_muted_users(type: EventType, model: Any) -> None:
    one = user_events.muted(type, "ada", user(name="Ada"), [("bob", None)], NOW)
    found = parsed(one)
    assert isinstance(found, model)
    assert (found.user.name, found.target_user.id) == ("Ada", "bob")
    assert [each.id for each in found.target_users] == ["bob"]
    large = user("cy", custom={"bio": "x" * webhook_events.MOST_BYTES})
    found = parsed(user_events.muted(type, "ada", None, [("bob", None), ("cy", large)], NOW))
    assert [each.id for each in found.target_users] == ["bob", "cy"] and found.target_user is None
    assert found.target_users[1].custom == {}


def test_messages_that_are_deleted() -> None:
    found = parsed(user_events.messages_deleted(user(), "messaging:1", NOW, is_hard=True))
    assert isinstance(found, models.UserMessagesDeletedEvent)
    assert (found.user.id, found.cid, found.hard_delete) == ("ada", "messaging:1", True)
    found = parsed(user_events.messages_deleted(user(), "", NOW, is_hard=False))
    assert (found.cid, found.hard_delete) == (None, False)


def _message(text: str) -> ReviewItem:
    payload = {"texts": [text], "custom": {"channel_cid": "messaging:1"}}
    found = item(entity_type=CHAT_MESSAGE, entity_id="m1", payload=payload)
    return ReviewItem(found, user(name="Ada"))


@pytest.mark.parametrize("text", ["words", "x" * webhook_events.MOST_BYTES])
def test_a_message_that_is_let_through(text: str) -> None:
    event = message_events.message_unblocked(_message(text), "mo", user("mo", name="Mo"), NOW)
    found = parsed(event)
    assert isinstance(found, models.MessageUnblockedEvent)
    assert (found.message_id, found.cid, found.user.name) == ("m1", "messaging:1", "Mo")
    assert found.message.text == (text if text == "words" else "")


def test_flags_that_were_decided_on() -> None:
    found = parsed(message_events.flag_updated(_message("words"), "bob", None, NOW))
    assert isinstance(found, models.FlagUpdatedEvent)
    assert (found.created_by.id, found.user.id, found.message.id) == ("bob", "ada", "m1")
    of_user = ReviewItem(item(entity_type="stream:user", entity_id="ada", creator_id=""), None)
    found = parsed(message_events.flag_updated(of_user, "bob", user("bob", name="Bob"), NOW))
    assert (found.created_by.name, found.user.id, found.message) == ("Bob", "ada", None)


def test_that_something_was_flagged() -> None:
    found = parsed(webhook_events.only_flagged(item(), NOW))
    assert isinstance(found, models.ModerationFlaggedEvent)
    assert (found.content_type, found.object_id) == ("post", "p1")


@pytest.mark.parametrize("text", ["words", "x" * webhook_events.MOST_BYTES])
def test_an_item_that_was_reviewed(text: str) -> None:
    event = webhook_events.mark_reviewed(review_item(text), NOW)
    found = parsed(event)
    assert isinstance(found, models.ModerationMarkReviewedEvent)
    assert found.item.entity_id == "p1"
    assert found.item.moderation_payload.texts == (["words"] if text == "words" else None)
    assert len(orjson.dumps(event)) < webhook_events.MOST_BYTES


@pytest.mark.parametrize(
    ("type", "model"),
    [
        (EventType.APPEAL_CREATED, models.AppealCreatedEvent),
        (EventType.APPEAL_ACCEPTED, models.AppealAcceptedEvent),
        (EventType.APPEAL_REJECTED, models.AppealRejectedEvent),
    ],
)
def test_appeals(type: EventType, model: Any) -> None:
    appeal: dict[str, Any] = {
        "id": "a1",
        "appeal_reason": "it was a quotation",
        "entity_id": "p1",
        "entity_type": "post",
        "status": "submitted",
        "created_at": NOW,
        "updated_at": NOW,
    }
    found = parsed(appeal_event(type, appeal, NOW))
    assert isinstance(found, model)
    assert (found.appeal.id, found.appeal.appeal_reason) == ("a1", "it was a quotation")
    long = {**appeal, "entity_content": {"texts": ["x" * webhook_events.MOST_BYTES]}}
    assert parsed(appeal_event(type, long, NOW)).appeal.entity_content is None


EXPORTS = {
    EventType.LOGS_EXPORTED: models.AsyncExportModerationLogsEvent,
    EventType.QUEUE_EXPORTED: models.AsyncExportReviewQueueEvent,
    EventType.IMAGES_MODERATED: models.AsyncBulkImageModerationEvent,
    EventType.LOGS_NOT_EXPORTED: models.AsyncExportErrorEvent,
    EventType.QUEUE_NOT_EXPORTED: models.AsyncExportErrorEvent,
    EventType.IMAGES_NOT_MODERATED: models.AsyncExportErrorEvent,
}


@pytest.mark.parametrize("type", EXPORTS)
def test_exports(type: EventType) -> None:
    found = parsed(export_event(type, "t1", NOW - 10**9, NOW, "https://x.example/t1"))
    assert isinstance(found, EXPORTS[type]) and found.task_id == "t1"
    outcome = found.error if type.endswith(".error") else found.url
    assert outcome == "https://x.example/t1"
    assert (found.finished_at - found.started_at).total_seconds() == 1
