"""getstream: submit_action, each action type of the contract's section 7."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from getstream import Stream
from getstream.models import (
    ActionLogResponse,
    BanActionRequestPayload,
    BlockActionRequestPayload,
    BypassActionRequest,
    CustomActionRequestPayload,
    DeleteMessageRequestPayload,
    DeleteUserMessagesRequestPayload,
    DeleteUserRequestPayload,
    EntityCreatorResponse,
    EscalatePayload,
    FlagRequest,
    MarkReviewedRequestPayload,
    RejectAppealRequestPayload,
    RestoreActionRequestPayload,
    ReviewQueueItemResponse,
    ShadowBlockActionRequestPayload,
    UnbanActionRequestPayload,
    UnblockActionRequestPayload,
    UserRequest,
)

from tests.receiver import Receiver

from .helpers import Raw, check, eventually, flagged, is_recent, item_of, refused, unique

MODERATOR = "mod-conformance"
DELETIONS = ("delete_message", "delete_activity", "delete_comment", "delete_reaction")


def act(client: Stream, action: str, item: str | None, **options: Any) -> ReviewQueueItemResponse:
    given = {"user_id": MODERATOR, **options}
    after = client.moderation.submit_action(action_type=action, item_id=item, **given).data.item
    assert after is not None
    return after


def entry_of(item: ReviewQueueItemResponse, action: str) -> ActionLogResponse:
    (entry,) = (each for each in item.actions if each.type == action)
    return entry


def creator_of(item: ReviewQueueItemResponse) -> EntityCreatorResponse:
    assert item.entity_creator is not None
    return item.entity_creator


@pytest.fixture
def item(client: Stream, policy: str) -> ReviewQueueItemResponse:
    return flagged(client, policy)


def test_marking_as_reviewed(client: Stream, item: ReviewQueueItemResponse) -> None:
    options = MarkReviewedRequestPayload(decision_reason="fine")
    after = act(client, "mark_reviewed", item.id, mark_reviewed=options)
    assert is_recent(after.reviewed_at)
    assert after.reviewed_by == MODERATOR
    assert after.latest_moderator_action == "mark_reviewed"
    entry = entry_of(after, "mark_reviewed")
    assert (entry.user_id, entry.reason, entry.reporter_type) == (MODERATOR, "fine", "moderator")
    assert entry.target_user_id == item.entity_creator_id
    assert entry.ai_providers == ["block_list"]
    assert is_recent(entry.created_at)
    stored = item_of(client, item.id)
    assert (stored.reviewed_at, stored.reviewed_by) == (after.reviewed_at, MODERATOR)
    assert stored.recommended_action == "remove"


def test_a_ban_for_some_minutes(client: Stream, item: ReviewQueueItemResponse) -> None:
    options = BanActionRequestPayload(reason="spam", timeout=60)
    after = act(client, "ban", item.id, ban=options)
    expires = datetime.now(UTC) + timedelta(minutes=60)
    (ban,) = after.bans
    assert (ban.reason, ban.shadow) == ("spam", False)
    assert ban.expires is not None
    assert abs((ban.expires - expires).total_seconds()) < 60
    assert is_recent(ban.created_at)
    assert ban.user is not None
    assert ban.user.id == item.entity_creator_id
    creator = creator_of(after)
    assert (creator.banned, creator.shadow_banned, creator.ban_count) == (True, False, 1)
    assert creator.ban_expires == ban.expires
    assert after.reviewed_by == MODERATOR
    assert entry_of(after, "ban").custom == {"reason": "spam", "timeout": 60}


def test_a_ban_for_good_and_its_end(client: Stream, item: ReviewQueueItemResponse) -> None:
    after = act(client, "ban", item.id)
    assert after.bans[0].expires is None
    assert creator_of(after).banned
    assert creator_of(after).ban_expires is None
    options = UnbanActionRequestPayload(decision_reason="a mistake")
    after = act(client, "unban", item.id, unban=options)
    assert after.bans == []
    creator = creator_of(after)
    assert (creator.banned, creator.ban_count) == (False, 1)
    assert entry_of(after, "unban").reason == "a mistake"
    assert item_of(client, item.id).bans == []


def test_a_shadow_ban(client: Stream, item: ReviewQueueItemResponse) -> None:
    after = act(client, "ban", item.id, ban=BanActionRequestPayload(shadow=True))
    assert (creator_of(after).banned, creator_of(after).shadow_banned) == (False, True)
    assert after.bans[0].shadow is True
    assert creator_of(act(client, "unban", item.id)).shadow_banned is False


def test_a_channels_ban_leaves_the_account_alone(
    client: Stream, item: ReviewQueueItemResponse
) -> None:
    options = BanActionRequestPayload(channel_ban_only=True, channel_cid="messaging:1")
    after = act(client, "ban", item.id, ban=options)
    assert creator_of(after).banned is False
    assert after.bans[0].channel_cid == "messaging:1"
    unban = UnbanActionRequestPayload(channel_cid="messaging:1")
    assert act(client, "unban", item.id, unban=unban).bans == []


def test_a_ban_shows_on_the_users_other_items(client: Stream, policy: str) -> None:
    author = unique("author")
    first, second = (flagged(client, policy, entity_creator_id=author) for _ in range(2))
    act(client, "ban", first.id)
    assert creator_of(item_of(client, second.id)).banned
    assert item_of(client, second.id).reviewed_at is None


def test_a_user_is_banned_without_an_item(client: Stream, policy: str) -> None:
    author = unique("author")
    ban = BanActionRequestPayload(target_user_id=author, reason="r")
    answer = client.moderation.submit_action(action_type="ban", user_id=MODERATOR, ban=ban).data
    assert answer.item is None
    assert creator_of(flagged(client, policy, entity_creator_id=author)).banned
    unban = UnbanActionRequestPayload(target_user_id=author)
    client.moderation.submit_action(action_type="unban", user_id=MODERATOR, unban=unban)
    assert not creator_of(flagged(client, policy, entity_creator_id=author)).banned


@pytest.mark.parametrize("action", DELETIONS)
def test_content_is_deleted_and_restored(
    client: Stream, raw: Raw, item: ReviewQueueItemResponse, action: str
) -> None:
    after = act(client, action, item.id)
    assert after.reviewed_by == MODERATOR
    assert after.latest_moderator_action == action
    assert creator_of(after).deleted_content_count == 1
    assert entry_of(after, action).user_id == MODERATOR
    assert "deleted_at" in raw.get(f"/api/v2/moderation/review_queue/{item.id}")["item"]
    options = RestoreActionRequestPayload(decision_reason="was fine")
    after = act(client, "restore", item.id, restore=options)
    assert entry_of(after, "restore").reason == "was fine"
    assert "deleted_at" not in raw.get(f"/api/v2/moderation/review_queue/{item.id}")["item"]


def test_a_message_is_deleted_by_naming_it(client: Stream, policy: str) -> None:
    entity_type = "stream:chat:v1:message"
    item = flagged(client, policy, entity_type=entity_type)
    options = DeleteMessageRequestPayload(
        entity_id=item.entity_id, entity_type=entity_type, hard_delete=True, reason="r"
    )
    after = act(client, "delete_message", None, delete_message=options)
    assert after.id == item.id
    assert entry_of(after, "delete_message").reason == "r"
    nowhere = DeleteMessageRequestPayload(entity_id=unique(), entity_type=entity_type)
    with refused(404, 16):
        act(client, "delete_message", None, delete_message=nowhere)
    with refused(400, 4, "delete_message.entity_type"):
        act(client, "delete_message", None, delete_message=DeleteMessageRequestPayload("1"))


@pytest.fixture
def platform(raw: Raw, receiver: Receiver) -> Iterator[str]:
    """An action that carries out what only the app's own server can do."""
    name = unique("platform")
    orders = ["delete_user", "delete_user_messages", "kick_user", "end_call"]
    action = {"name": "Do", "kind": "user", "url": receiver.url(f"/{name}"), "carries_out": orders}
    assert raw.send("PUT", f"/api/v1/actions/{name}", action).status_code == 201
    yield name
    assert raw.send("DELETE", f"/api/v1/actions/{name}").status_code == 200


def test_a_user_is_deleted(
    client: Stream, item: ReviewQueueItemResponse, platform: str, receiver: Receiver
) -> None:
    options = DeleteUserRequestPayload(mark_messages_deleted=True, reason="bot")
    after = act(client, "delete_user", item.id, delete_user=options)
    assert is_recent(creator_of(after).deleted_at)
    assert after.reviewed_by == MODERATOR
    assert entry_of(after, "delete_user").reason == "bot"
    eventually(lambda: any(sent.path == f"/{platform}" for sent in receiver.requests))


def test_a_user_is_deleted_by_being_named(client: Stream, policy: str) -> None:
    author = unique("author")
    options = DeleteUserRequestPayload(entity_id=author, entity_type="stream:user")
    client.moderation.submit_action(
        action_type="delete_user", user_id=MODERATOR, delete_user=options
    )
    creator = creator_of(flagged(client, policy, entity_creator_id=author))
    assert is_recent(creator.deleted_at)


def test_a_users_messages_are_deleted(
    client: Stream, item: ReviewQueueItemResponse, platform: str, receiver: Receiver
) -> None:
    options = DeleteUserMessagesRequestPayload(delete_messages="soft")
    after = act(client, "delete_user_messages", item.id, delete_user_messages=options)
    assert entry_of(after, "delete_user_messages").custom == {"delete_messages": "soft"}
    assert creator_of(after).deleted_at is None
    assert after.reviewed_by == MODERATOR
    eventually(lambda: any(sent.path == f"/{platform}" for sent in receiver.requests))
    with refused(400, 4, "delete_user_messages.delete_messages"):
        bad = DeleteUserMessagesRequestPayload(delete_messages="a-bit")
        act(client, "delete_user_messages", item.id, delete_user_messages=bad)


@pytest.mark.parametrize(
    ("action", "options", "state"),
    [
        ("block", {"block": BlockActionRequestPayload(reason="r")}, "blocked_at"),
        (
            "shadow_block",
            {"shadow_block": ShadowBlockActionRequestPayload(reason="r")},
            "shadow_blocked_at",
        ),
    ],
)
@pytest.mark.parametrize(
    ("undo", "undo_options"),
    [("unblock", {"unblock": UnblockActionRequestPayload("d")}), ("restore", {})],
)
def test_content_is_blocked_and_unblocked(
    client: Stream,
    raw: Raw,
    item: ReviewQueueItemResponse,
    action: str,
    options: dict[str, Any],
    state: str,
    undo: str,
    undo_options: dict[str, Any],
) -> None:
    after = act(client, action, item.id, **options)
    assert entry_of(after, action).reason == "r"
    assert after.reviewed_by == MODERATOR
    assert state in raw.get(f"/api/v2/moderation/review_queue/{item.id}")["item"]
    after = act(client, undo, item.id, **undo_options)
    assert after.latest_moderator_action == undo
    assert state not in raw.get(f"/api/v2/moderation/review_queue/{item.id}")["item"]


def test_unmasking(client: Stream, raw: Raw, item: ReviewQueueItemResponse) -> None:
    after = act(client, "unmask", item.id)
    assert entry_of(after, "unmask").user_id == MODERATOR
    shown = raw.get(f"/api/v2/moderation/review_queue/{item.id}")["item"]
    assert shown["unmasked"] is True


def test_a_moderators_flag_makes_an_item_and_an_entry(client: Stream, policy: str) -> None:
    entity, author = unique("post"), unique("author")
    options = FlagRequest(
        entity_type="post", entity_id=entity, entity_creator_id=author, reason="look"
    )
    for _ in range(2):
        after = act(client, "flag", None, flag=options)
    assert (after.entity_id, after.flags_count) == (entity, 1)
    assert after.flags[0].user_id == MODERATOR
    assert after.latest_moderator_action == "flag"
    entry = entry_of(after, "flag")
    assert (entry.user_id, entry.reason, entry.target_user_id) == (MODERATOR, "look", author)
    with refused(400, 4, "flag"):
        act(client, "flag", flagged(client, policy).id)


def test_an_action_of_the_app_reaches_its_server(
    client: Stream, raw: Raw, receiver: Receiver, item: ReviewQueueItemResponse
) -> None:
    name = unique("warn")
    url = receiver.url(f"/{name}")
    action = {"name": "Warn", "kind": "post", "url": url, "parameters": {"entity_id": "serial"}}
    assert raw.send("PUT", f"/api/v1/actions/{name}", action).status_code == 201
    options = CustomActionRequestPayload(id=name, options={"x": 1})
    after = act(client, "custom", item.id, custom=options)
    assert after.reviewed_by == MODERATOR
    entry = entry_of(after, "custom")
    assert entry.custom == {"id": name, "options": {"x": 1}}
    eventually(lambda: any(sent.path == f"/{name}" for sent in receiver.requests))
    with refused(400, 4, "custom.id"):
        act(client, "custom", item.id, custom=CustomActionRequestPayload(id=unique("nothing")))


@pytest.mark.parametrize("action", ["kick_user", "end_call"])
def test_what_concerns_calls_is_ordered(
    client: Stream, item: ReviewQueueItemResponse, action: str, platform: str, receiver: Receiver
) -> None:
    after = act(client, action, item.id)
    assert after.reviewed_by == MODERATOR
    assert entry_of(after, action).user_id == MODERATOR
    eventually(lambda: any(sent.path == f"/{platform}" for sent in receiver.requests))


@pytest.mark.parametrize(
    ("action", "field", "options"),
    [
        ("kick_user", "action_type", {}),
        ("end_call", "action_type", {}),
        ("ban", "ban.delete_messages", {"ban": BanActionRequestPayload(delete_messages="soft")}),
        (
            "delete_user",
            "delete_user.mark_messages_deleted",
            {"delete_user": DeleteUserRequestPayload(mark_messages_deleted=True)},
        ),
        (
            "delete_user_messages",
            "delete_user_messages.delete_messages",
            {"delete_user_messages": DeleteUserMessagesRequestPayload(delete_messages="soft")},
        ),
    ],
)
def test_what_nobody_carries_out_is_refused(
    other_app: Stream, action: str, field: str, options: dict[str, Any]
) -> None:
    id = other_app.moderation.flag(
        entity_type="post", entity_id="p", entity_creator_id="u", user_id="ada"
    ).data.item_id
    with refused(400, 4, field):
        act(other_app, action, id, **options)
    assert item_of(other_app, id).actions == []


def test_escalating_and_taking_it_back(
    client: Stream, raw: Raw, item: ReviewQueueItemResponse
) -> None:
    options = EscalatePayload(reason="legal", notes="see ticket", priority="high")
    after = act(client, "escalate", item.id, escalate=options)
    assert after.escalated
    assert after.escalated_by == MODERATOR
    assert is_recent(after.escalated_at)
    assert after.escalation_metadata is not None
    assert after.escalation_metadata.to_dict() == options.to_dict()
    assert entry_of(after, "escalate").reason == "legal"
    after = act(client, "de_escalate", item.id)
    assert (after.escalated, after.escalated_at, after.escalated_by) == (False, None, None)
    assert entry_of(after, "de_escalate").user_id == MODERATOR
    # stream-chat JS names a category instead of notes.
    body = {
        "action_type": "escalate",
        "item_id": item.id,
        "user_id": MODERATOR,
        "escalate": {"reason": "r", "category": "c", "priority": "low"},
    }
    shown = raw.post("/api/v2/moderation/submit_action", body)["item"]
    assert shown["escalation_metadata"] == {"reason": "r", "category": "c", "priority": "low"}


def test_escalating_keeps_the_item_in_the_inbox(
    client: Stream, item: ReviewQueueItemResponse
) -> None:
    act(client, "escalate", item.id)
    filter = {"id": item.id, "reviewed": False}
    assert len(client.moderation.query_review_queue(filter=filter).data.items) == 1


def test_a_user_may_pass_unmoderated(client: Stream, item: ReviewQueueItemResponse) -> None:
    after = act(client, "bypass", item.id, bypass=BypassActionRequest(enabled=True))
    assert creator_of(after).bypass_moderation is True
    after = act(client, "bypass", item.id, bypass=BypassActionRequest(enabled=False))
    assert creator_of(after).bypass_moderation is False


def test_there_is_no_appeal_to_reject(client: Stream, item: ReviewQueueItemResponse) -> None:
    options = RejectAppealRequestPayload(decision_reason="no")
    with refused(404, 16, "appeal_id"):
        act(client, "reject_appeal", item.id, reject_appeal=options)
    with refused(404, 16, "appeal_id"):
        act(client, "reject_appeal", None, appeal_id=unique("appeal"), reject_appeal=options)
    assert item_of(client, item.id).reviewed_at is None


def test_an_action_is_refused_and_changes_nothing(
    client: Stream, item: ReviewQueueItemResponse
) -> None:
    with refused(400, 4, "action_type"):
        act(client, "hug", item.id)
    with refused(404, 16, "item_id"):
        act(client, "mark_reviewed", unique("item"))
    with refused(400, 4, "item_id"):
        act(client, "mark_reviewed", None)
    with refused(400, 4, "user_id"):
        client.moderation.submit_action(action_type="mark_reviewed", item_id=item.id)
    with refused(400, 4, "ban.timeout"):
        act(client, "ban", item.id, ban=BanActionRequestPayload(timeout=-1))
    after = item_of(client, item.id)
    assert after.reviewed_at is None
    assert [entry for entry in after.actions if entry.user_id] == []


def test_content_without_a_creator_has_nobody_to_ban(client: Stream) -> None:
    id = client.moderation.flag(entity_type="post", entity_id=unique(), user_id="ada").data.item_id
    with refused(400, 4, "item_id"):
        act(client, "ban", id)


def test_a_user_acts_with_a_moderators_role_only(
    client: Stream,
    as_user: Callable[[str], Stream],
    moderator: str,
    item: ReviewQueueItemResponse,
) -> None:
    for role in ("user", None):
        user = unique("user")
        if role:
            client.update_users({user: UserRequest(id=user, role=role)})
        with refused(403, 17):
            act(as_user(user), "mark_reviewed", item.id)
    after = act(as_user(moderator), "mark_reviewed", item.id, user_id="somebody-else")
    assert after.reviewed_by == moderator


def test_a_decision_stands_until_the_content_changes(client: Stream, policy: str) -> None:
    same = {"entity_id": unique("post"), "entity_creator_id": unique("author")}
    item = flagged(client, policy, **same)
    act(client, "mark_reviewed", item.id)
    check(client, "harmless", policy, **same)
    assert item_of(client, item.id).reviewed_at is not None
    flagged(client, policy, **same)
    assert item_of(client, item.id).reviewed_at is None


def test_a_user_is_reviewed_with_what_they_have_waiting(client: Stream, policy: str) -> None:
    """And as soon as it has answered: nothing that came before the decision comes after it."""
    author = unique("author")
    items = [flagged(client, policy, entity_creator_id=author).id for _ in range(3)]
    flag = client.moderation.flag(
        entity_type="stream:user", entity_id=author, reason="spam", user_id="reporter"
    )
    limit = MarkReviewedRequestPayload(content_to_mark_as_reviewed_limit=2)
    act(client, "mark_reviewed", flag.data.item_id, mark_reviewed=limit)

    def reviewed() -> list[bool]:
        return [item_of(client, id).reviewed_at is not None for id in items]

    eventually(lambda: reviewed() == [True, True, False])
    after = act(client, "delete_message", items[2])
    assert (creator_of(after).flagged_count, creator_of(after).deleted_content_count) == (4, 1)
    restored = act(client, "restore", items[2])
    assert creator_of(restored).deleted_content_count == 0
    assert restored.recommended_action == "keep"
