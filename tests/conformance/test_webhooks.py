"""Webhooks: the official clients set them, and read what they get."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator
from typing import Any

import pytest
from getstream import Stream, models
from getstream.models import BlockListConfig, BlockListRule, EventHook
from standardwebhooks.webhooks import Webhook
from stream_chat import StreamChat

from tests.parsers import Parsers, parsers
from tests.pictures import encoded, picture
from tests.receiver import Received, Receiver, answer
from tests.running import Running

# isort: split
from common.engines.images.pdq import hashes_of

from .apps import Apps
from .conftest import circumvention, stream
from .helpers import (
    BLOCKED,
    CLEAN_TEXT,
    MOVED_TEXT,
    Raw,
    check,
    eventually,
    flagged,
    refused,
    unique,
)

QUEUE = [
    "review_queue_item.new",
    "review_queue_item.updated",
    "moderation_check.completed",
    "moderation_rule.triggered",
    "moderation.text_analysis.complete",
    "moderation.image_analysis.complete",
    "moderation.custom_action",
    "user.banned",
]
SIGNING_SECRET = "whsec_" + b64encode(bytes(range(32))).decode()


class Subscriber:
    """An app of its own with one webhook for what becomes of items, at a path of its own."""

    def __init__(self, client: Stream, raw: Raw, receiver: Receiver, parsers: Parsers) -> None:
        self.client = client
        self._parsers = parsers
        self.raw = raw
        self.path = f"/{unique('events')}"
        self._receiver = receiver
        self._seen = 0
        client.update_app(event_hooks=[self.webhook(event_types=QUEUE)])

    def webhook(self, path: str = "", **fields: Any) -> EventHook:
        url = self._receiver.url(path or self.path)
        return EventHook(hook_type="webhook", webhook_url=url, enabled=True, **fields)

    def requests(self, path: str = "") -> list[Received]:
        return [each for each in self._receiver.requests if each.path == (path or self.path)]

    def next(self, count: int) -> list[Any]:
        """The events that came since the last call, once there are so many."""
        eventually(lambda: len(self.requests()) >= self._seen + count)
        found = self.requests()[self._seen : self._seen + count]
        self._seen += count
        return [self.parsed(each) for each in found]

    def parsed(self, request: Received) -> Any:
        """Verified and read as each of the four clients does it for a receiver."""
        secret = self.client.api_secret
        assert request.headers["X-Api-Key"] == self.client.api_key
        assert request.headers["Content-Type"] == "application/json"
        assert request.headers["X-Webhook-Id"] == request.headers["webhook-id"]
        Webhook(b64encode(secret.encode()).decode()).verify(request.body, dict(request.headers))
        return self.read(request)

    def read(self, request: Received) -> Any:
        return self._parsers.read("webhook", request.body, request.headers["X-Signature"])


@pytest.fixture(scope="module")
def app(apps: Apps) -> dict[str, str]:
    return apps.create()


@pytest.fixture(scope="module")
def client(server: Running, app: dict[str, str]) -> Iterator[Stream]:
    with stream(server, api_key=app["key"], api_secret=app["secret"]) as client:
        yield client


@pytest.fixture
def chat(server: Running, app: dict[str, str]) -> Iterator[StreamChat]:
    chat = StreamChat(app["key"], app["secret"], base_url=server.base_url)
    yield chat
    chat.session.close()


@pytest.fixture
def subscriber(
    client: Stream, raw: Raw, app: dict[str, str], receiver: Receiver
) -> Iterator[Subscriber]:
    own = Raw(raw._session, raw.url, app["key"], app["secret"])
    with parsers(app["key"], app["secret"]) as made:
        yield Subscriber(client, own, receiver, made)
    client.update_app(event_hooks=[], webhook_url="", moderation_webhook_url="", webhook_events=[])


@pytest.fixture(scope="module")
def policy(client: Stream) -> str:
    key = unique("policy")
    client.create_block_list(name=key, words=[BLOCKED])
    rule = BlockListRule(name=key, action="remove")
    client.moderation.upsert_config(key=key, block_list_config=BlockListConfig(rules=[rule]))
    return key


def shown(client: Stream) -> models.AppResponseFields:
    return client.get_app().data.app


def test_webhooks_are_kept_as_they_were_set(subscriber: Subscriber) -> None:
    client = subscriber.client
    named = subscriber.webhook("/b", id="mine", event_types=["review_queue_item.new"])
    client.update_app(event_hooks=[subscriber.webhook("/a", product="moderation"), named])
    first, second = shown(client).event_hooks
    assert (first.product, first.event_types, first.hook_type) == ("moderation", [], "webhook")
    assert (second.id, second.event_types) == ("mine", ["review_queue_item.new"])
    assert first.id and first.created_at == first.updated_at
    client.update_app(event_hooks=[second, first])
    assert shown(client).event_hooks == [second, first]
    client.update_app(event_hooks=[subscriber.webhook("/a", product="all")])
    (changed,) = shown(client).event_hooks
    assert (changed.id, changed.created_at) == (first.id, first.created_at)
    assert changed.updated_at > first.updated_at
    client.update_app(event_hooks=[])
    assert shown(client).event_hooks == []


def test_stream_chat_sets_them_too(subscriber: Subscriber, chat: StreamChat) -> None:
    url = subscriber.webhook().webhook_url
    wanted = {"hook_type": "webhook", "enabled": True, "webhook_url": url, "event_types": []}
    types = ["review_queue_item.new"]
    chat.update_app_settings(event_hooks=[wanted], webhook_url=url, webhook_events=types)
    app = chat.get_app_settings()["app"]
    assert app["event_hooks"][0].items() >= wanted.items()
    assert (app["webhook_url"], app["webhook_events"]) == (url, types)


def test_where_no_event_can_go_is_refused(subscriber: Subscriber) -> None:
    client, before = subscriber.client, shown(subscriber.client).event_hooks
    for hook_type, field in (("sqs", "webhook_url"), ("pending_message", "hook_type")):
        with refused(400, 4, f"event_hooks.1.{field}"):
            other = EventHook(hook_type=hook_type, webhook_url="https://example.com/")
            client.update_app(event_hooks=[subscriber.webhook(), other])
    with refused(400, 4, "moderation_webhook_url"):
        client.update_app(moderation_webhook_url="http://169.254.169.254/")
    with refused(400, 4, "sqs_key"):
        client.update_app(sqs_url="https://sqs.eu-west-1.amazonaws.com/1/queue")
    with refused(400, 4, "event_hooks.1.event_types"):
        client.update_app(
            event_hooks=[subscriber.webhook(), subscriber.webhook(event_types=["message.new"])]
        )
    with refused(400, 4, "webhook_events"):
        client.update_app(webhook_events=["message.new"])
    with refused(400, 4, "before_message_send_hook_url"):
        client.update_app(before_message_send_hook_url="https://example.com/")
    assert shown(client).event_hooks == before


def test_a_list_of_webhooks_goes_back_as_it_came(subscriber: Subscriber) -> None:
    client = subscriber.client
    sends: dict[str, Any] = {"should_send_custom_events": True}
    client.update_app(event_hooks=[subscriber.webhook(timeout_ms=100, **sends)])
    before = subscriber.raw.get("/api/v2/app")["app"]["event_hooks"]
    answer = subscriber.raw.send("PATCH", "/api/v2/app", {"event_hooks": before})
    # Times that Gavel gave out come back and are its own.
    assert set(answer.json()["not_in_effect"]) == {
        f"event_hooks.0.{name}"
        for name in ("should_send_custom_events", "created_at", "updated_at")
    }
    assert subscriber.raw.get("/api/v2/app")["app"]["event_hooks"] == before


def test_a_compressed_event_is_signed_as_it_was_before(subscriber: Subscriber, policy: str) -> None:
    client = subscriber.client
    client.update_app(enable_hook_payload_compression=True)
    try:
        flagged(client, policy)
        eventually(lambda: bool(subscriber.requests()))
    finally:
        client.update_app(enable_hook_payload_compression=False)
    request = subscriber.requests()[0]
    assert request.headers["Content-Encoding"] == "gzip"
    event = subscriber.read(request)
    assert event.type in ("review_queue_item.new", "moderation_check.completed")


def test_an_item_is_announced_once_and_then_updated(subscriber: Subscriber, policy: str) -> None:
    client = subscriber.client
    item = flagged(client, policy)
    new, completed = subscriber.next(2)
    assert isinstance(new, models.ReviewQueueItemNewEvent)
    assert [flag.type for flag in new.flags] == ["block_list"]
    assert new.review_queue_item.id == item.id
    assert new.review_queue_item.moderation_payload == item.moderation_payload
    assert isinstance(completed, models.ModerationCheckCompletedEvent)
    assert completed.recommended_action == "remove"

    client.moderation.flag(
        entity_type=item.entity_type, entity_id=item.entity_id, user_id="eve", reason="spam"
    )
    (updated,) = subscriber.next(1)
    assert isinstance(updated, models.ReviewQueueItemUpdatedEvent)
    assert [(flag.type, flag.user_id) for flag in updated.flags] == [("user_report", "eve")]
    assert len(updated.review_queue_item.flags) == 2

    client.moderation.submit_action(
        action_type="ban", item_id=item.id, user_id="mo", ban=models.BanActionRequestPayload()
    )
    told = {type(each): each for each in subscriber.next(2)}
    assert told[models.UserBannedEvent].review_queue_item_id == item.id
    acted = told[models.ReviewQueueItemUpdatedEvent]
    assert (acted.action.type, acted.action.user_id) == ("ban", "mo")
    assert acted.review_queue_item.reviewed_by == "mo"


def test_a_user_s_flag_is_news_too(subscriber: Subscriber) -> None:
    subscriber.client.moderation.flag(entity_type="stream:user", entity_id=unique(), user_id="eve")
    (new,) = subscriber.next(1)
    assert isinstance(new, models.ReviewQueueItemNewEvent)
    assert [flag.type for flag in new.flags] == ["user_report"]


def test_what_nothing_was_found_in_is_completed(subscriber: Subscriber, policy: str) -> None:
    check(subscriber.client, CLEAN_TEXT, policy)
    (completed,) = subscriber.next(1)
    assert isinstance(completed, models.ModerationCheckCompletedEvent)
    assert completed.recommended_action == "keep" and completed.review_queue_item_id


def test_slow_engines_are_waited_for(subscriber: Subscriber) -> None:
    client, key = subscriber.client, unique("slow")
    engine = circumvention("flag", is_async=True)
    client.moderation.upsert_config(key=key, automod_platform_circumvention_config=engine)
    assert check(client, MOVED_TEXT, key).status == "partial"
    new, completed = subscriber.next(2)
    assert [flag.type for flag in new.flags] == ["automod_platform_circumvention"]
    assert completed.recommended_action == "flag"


def test_rules_and_moderators_use_the_app_s_actions(subscriber: Subscriber, policy: str) -> None:
    client, raw = subscriber.client, subscriber.raw
    action = {"name": "Hide", "kind": "post", "url": subscriber.webhook("/hide").webhook_url}
    rule = {
        "name": "Listed",
        "scope": "post",
        "when": {"type": "in_list", "lists": [policy]},
        "actions": ["hide", "flag_for_review"],
    }
    for path, body in (("actions/hide", action), ("rules/listed", rule)):
        assert raw.send("PUT", f"/api/v1/{path}", body).status_code == 201
    item = flagged(client, policy)
    new, triggered, _completed = subscriber.next(3)
    assert [flag.type for flag in new.flags] == ["block_list", "rule"]
    assert isinstance(triggered, models.ModerationRulesTriggeredEvent)
    assert (triggered.rule.id, triggered.user_id) == ("listed", item.entity_creator.id)
    assert triggered.triggered_actions == ["hide", "flag_for_review"]
    raw.send("DELETE", "/api/v1/rules/listed")
    custom = models.CustomActionRequestPayload(id="hide", options={"color": "red"})
    client.moderation.submit_action(
        action_type="custom", item_id=item.id, user_id="mo", custom=custom
    )
    updated, own = subscriber.next(2)
    assert updated.action.type == "custom"
    assert isinstance(own, models.ModerationCustomActionEvent)
    assert (own.action_id, own.action_options) == ("hide", {"color": "red"})
    assert own.review_queue_item.id == item.id


def test_each_webhook_gets_what_it_asks_for(subscriber: Subscriber, policy: str) -> None:
    client, single, only = subscriber.client, f"{subscriber.path}-single", f"{subscriber.path}-only"
    disabled = EventHook(
        hook_type="webhook", enabled=False, webhook_url=subscriber.webhook().webhook_url
    )
    client.update_app(
        event_hooks=[
            subscriber.webhook(only, event_types=["moderation_check.completed"]),
            subscriber.webhook(product="chat"),
            disabled,
        ],
        moderation_webhook_url=subscriber.webhook(single).webhook_url,
    )
    flagged(client, policy)
    eventually(
        lambda: len(subscriber.requests(single)) == 3 and len(subscriber.requests(only)) == 1
    )
    (request,) = subscriber.requests(only)
    assert subscriber.parsed(request).type == "moderation_check.completed"
    assert subscriber.requests() == []


def test_an_event_that_is_not_taken_comes_again(
    subscriber: Subscriber, receiver: Receiver, policy: str
) -> None:
    schedule = subscriber.raw.send("PUT", "/api/v1/settings", {"retry_delays": [0.1]})
    assert schedule.json()["settings"]["retry_delays"] == [0.1]
    receiver.on(subscriber.path, answer(500), answer(204))
    check(subscriber.client, CLEAN_TEXT, policy)
    eventually(lambda: len(subscriber.requests()) == 2)
    first, second = subscriber.requests()
    assert first.body == second.body
    assert first.headers["X-Webhook-Id"] == second.headers["X-Webhook-Id"]
    assert [each.headers["X-Webhook-Attempt"] for each in (first, second)] == ["1", "2"]
    subscriber.parsed(second)


def test_secrets_of_the_app_s_own_sign(subscriber: Subscriber, policy: str) -> None:
    settings = {"signing_secrets": [SIGNING_SECRET], "signing_keys": ["whsk_" + "A" * 43]}
    answered = subscriber.raw.send("PUT", "/api/v1/settings", settings)
    assert answered.status_code == 201, answered.text
    public = answered.json()["settings"]["public_keys"]
    assert len(public) == 1 and public[0].startswith("whpk_")
    check(subscriber.client, CLEAN_TEXT, policy)
    eventually(lambda: len(subscriber.requests()) == 1)
    (request,) = subscriber.requests()
    Webhook(SIGNING_SECRET).verify(request.body, dict(request.headers))
    versions = [part[:4] for part in request.headers["webhook-signature"].split()]
    assert [version.partition(",")[0] for version in versions] == ["v1", "v1a"]
    kept = subscriber.raw.send("PUT", "/api/v1/settings", {}).json()["settings"]
    assert (kept["signing_secrets_count"], kept["public_keys"]) == (1, public)
    none: dict[str, list[str]] = {"signing_secrets": [], "signing_keys": []}
    gone = subscriber.raw.send("PUT", "/api/v1/settings", none).json()["settings"]
    assert (gone["signing_secrets_count"], gone["public_keys"]) == (0, [])


def test_bans_and_their_ends_are_told_in_order(subscriber: Subscriber) -> None:
    """Also of a user who is named, of whom there is no item."""
    types = ["user.banned", "user.unbanned"]
    subscriber.client.update_app(event_hooks=[subscriber.webhook(event_types=types)])
    user, act = unique("user"), subscriber.client.moderation.submit_action
    subscriber.client.update_users({"mo": models.UserRequest(id="mo", name="Mo")})
    for options in (
        {"timeout": 5, "reason": "spam"},
        {"shadow": True},
        {"channel_cid": "messaging:1"},
    ):
        ban = models.BanActionRequestPayload(target_user_id=user, **options)
        act("ban", user_id="mo", ban=ban)
    act("unban", user_id="mo", unban=models.UnbanActionRequestPayload(target_user_id=user))
    first, shadow, channel, end = subscriber.next(4)
    assert isinstance(first, models.UserBannedEvent)
    assert (first.user.id, first.user.banned, first.created_by.name) == (user, True, "Mo")
    assert (first.reason, first.shadow, first.total_bans) == ("spam", False, 1)
    assert (first.expiration - first.created_at).total_seconds() == 300
    assert (shadow.shadow, shadow.expiration, channel.cid) == (True, None, "messaging:1")
    assert isinstance(end, models.UserUnbannedEvent)
    assert (end.user.id, end.user.banned, end.created_by.id) == (user, False, "mo")


def test_a_ban_on_an_item_names_the_item(subscriber: Subscriber, policy: str) -> None:
    hook = subscriber.webhook(event_types=["user.banned"])
    subscriber.client.update_app(event_hooks=[hook])
    item = flagged(subscriber.client, policy)
    subscriber.client.moderation.submit_action("ban", item_id=item.id, user_id="mo")
    (event,) = subscriber.next(1)
    assert (event.user.id, event.review_queue_item_id) == (item.entity_creator_id, item.id)


def test_what_else_a_decision_means_is_told(subscriber: Subscriber, policy: str) -> None:
    types = [
        "flag.updated",
        "message.unblocked",
        "moderation.flagged",
        "moderation.mark_reviewed",
        "user.messages.deleted",
    ]
    subscriber.client.update_app(event_hooks=[subscriber.webhook(event_types=types)])
    client, kind = subscriber.client, "stream:chat:v1:message"
    item = flagged(client, policy, entity_type=kind)
    (named,) = subscriber.next(1)
    assert isinstance(named, models.ModerationFlaggedEvent)
    assert (named.content_type, named.object_id) == (kind, item.entity_id)
    client.moderation.flag(entity_type=kind, entity_id=item.entity_id, user_id="eve")
    subscriber.next(1)
    act = client.moderation.submit_action
    act("unblock", item_id=item.id, user_id="mo")
    unblocked, updated = subscriber.next(2)
    assert isinstance(unblocked, models.MessageUnblockedEvent)
    assert (unblocked.message_id, unblocked.user.id) == (item.entity_id, "mo")
    assert isinstance(updated, models.FlagUpdatedEvent)
    assert (updated.created_by.id, updated.message.id) == ("eve", item.entity_id)
    act("mark_reviewed", item_id=item.id, user_id="mo")
    reviewed, _ = subscriber.next(2)
    assert isinstance(reviewed, models.ModerationMarkReviewedEvent)
    assert (reviewed.item.id, reviewed.item.reviewed_by) == (item.id, "mo")
    options = models.DeleteUserMessagesRequestPayload(delete_messages="hard")
    act("delete_user_messages", item_id=item.id, user_id="mo", delete_user_messages=options)
    deleted = [each for each in subscriber.next(2) if "deleted" in each.type]
    assert isinstance(deleted[0], models.UserMessagesDeletedEvent)
    assert (deleted[0].user.id, deleted[0].hard_delete) == (item.entity_creator_id, True)


def test_flagged_users_and_messages_are_told(subscriber: Subscriber, policy: str) -> None:
    types = ["user.flagged", "message.flagged"]
    subscriber.client.update_app(event_hooks=[subscriber.webhook(event_types=types)])
    client, user, message = subscriber.client, unique("user"), unique("message")
    client.moderation.flag(entity_type="stream:user", entity_id=user, user_id="rita", reason="spam")
    (event,) = subscriber.next(1)
    assert isinstance(event, models.UserFlaggedEvent)
    assert (event.user.id, event.target_user.id) == ("rita", user)
    assert (event.reason, event.total_flags) == ("spam", 1)
    payload = models.ModerationPayload(texts=[f"go and {BLOCKED}"], custom={"channel_cid": "m:1"})
    check(
        client,
        "",
        policy,
        entity_type="stream:chat:v1:message",
        entity_id=message,
        entity_creator_id=user,
        moderation_payload=payload,
    )
    (event,) = subscriber.next(1)
    assert isinstance(event, models.MessageFlaggedEvent)
    assert (event.message_id, event.message.text) == (message, f"go and {BLOCKED}")
    assert (event.cid, event.message.user.id, event.total_flags) == ("m:1", user, 1)


def test_the_automatic_flag_of_a_user_is_told(subscriber: Subscriber, policy: str) -> None:
    types = ["user.flagged", "review_queue_item.new"]
    author = unique("author")
    for _ in range(3):
        flagged(subscriber.client, policy, entity_creator_id=author)
    queue = subscriber.client.moderation.query_review_queue
    filter = {"entity_type": "stream:user", "entity_id": author}
    subscriber.client.update_app(event_hooks=[subscriber.webhook(event_types=types)])
    for _ in range(2):
        flagged(subscriber.client, policy, entity_creator_id=author)
    eventually(lambda: len(queue(filter=filter).data.items) == 1)
    (item,) = queue(filter=filter).data.items
    assert [flag.type for flag in item.flags] == ["automod"]
    eventually(lambda: {"user.flagged"} <= {_type(each) for each in subscriber.requests()})
    told = [each for each in subscriber.requests() if _type(each) == "user.flagged"]
    assert [subscriber.parsed(each).target_user.id for each in told] == [author]


def _type(request: Received) -> str:
    return str(json.loads(request.body)["type"])


def test_images_of_an_analysis_are_told_with_their_verdicts(
    subscriber: Subscriber, receiver: Receiver
) -> None:
    """The client's call has no images, so they are sent beside it; what comes back is its own."""
    known, gone = f"/{unique('known')}", f"/{unique('gone')}"
    receiver.always(known, answer(body=encoded(picture(1))))
    receiver.always(gone, answer(404))
    raw, policy = subscriber.raw, unique("pictures")
    body = {"text": f"{hashes_of(picture(1)).text},case 7"}
    raw.send("PUT", f"/api/v1/image_hash_lists/{policy}", {"label": "Weapons"})
    raw.send("POST", f"/api/v1/image_hash_lists/{policy}/import", body)
    rules = [{"label": "Weapons", "action": "remove"}]
    raw.post("/api/v2/moderation/config", {"key": policy, "ai_image_config": {"rules": rules}})
    asked = {
        "config_key": policy,
        "texts": {"title": CLEAN_TEXT},
        "images": {"a": receiver.url(known), "b": receiver.url(gone)},
        "content_ids": {"image:a": "i1"},
    }
    said = models.AnalyzeResponse.from_dict(raw.post("/api/v2/moderation/analyze", asked))
    assert said.status == "partial" and said.images is not None
    later = raw.post("/api/v2/moderation/analyze", {**asked, "async_response": True})
    assert later["status"] == "pending"
    of_texts, of_images = sorted(subscriber.next(2), key=lambda event: str(event.type))[::-1]
    assert isinstance(of_texts, models.ModerationTextAnalysisCompleteEvent)
    assert isinstance(of_images, models.ModerationImageAnalysisCompleteEvent)
    assert of_texts.texts is not None and of_texts.texts["title"].action == "keep"
    for images in (said.images, of_images.images):
        assert images is not None
        assert (images["a"].action, images["a"].id, images["a"].error) == ("remove", "i1", None)
        assert images["a"].classifications is not None and images["a"].confidence == 1.0
        assert [each.name for each in images["a"].classifications] == ["Weapons"]
        assert images["b"].action is None and "404" in str(images["b"].error)


def test_a_rule_of_the_builder_says_what_it_does(subscriber: Subscriber) -> None:
    client, key = subscriber.client, unique("quiet")
    client.create_block_list(name=key, words=[BLOCKED])
    client.moderation.upsert_config(key=key)
    text = models.TextContentParameters(blocklist_match=[key])
    condition = models.RuleBuilderCondition(type="text_content", text_content_params=text)
    made = client.moderation.upsert_moderation_rule(
        name=unique("rule"),
        rule_type="content",
        description="what is listed",
        config_keys=[key],
        conditions=[condition],
        action=models.RuleBuilderAction(type="flag_content", reason="listed"),
    ).data.rule
    entity = unique("post")
    for number in (1, 2):
        checked = client.moderation.check(
            entity_type="post",
            entity_id=f"{entity}-{number}",
            entity_creator_id=entity,
            config_key=key,
            moderation_payload=models.ModerationPayload(texts=[f"some {BLOCKED} here"]),
        ).data
        events = {each.type: each for each in subscriber.next(3)}
        event = events["moderation_rule.triggered"]
        assert isinstance(event, models.ModerationRulesTriggeredEvent)
        assert (event.rule.id, event.rule.name) == (made.id, made.name)
        assert (event.rule.type, event.rule.description) == ("content", "what is listed")
        assert event.triggered_actions == ["flag_content"]
        assert (event.user_id, event.entity_id) == (entity, f"{entity}-{number}")
        assert checked.item and event.review_queue_item_id == checked.item.id
        assert event.violation_number == number
        (content,) = event.matched_contents or []
        assert (content.type, content.text) == ("text", f"some {BLOCKED} here")
    client.moderation.delete_moderation_rule(id=made.id)
