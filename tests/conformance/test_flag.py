"""getstream: flag."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from getstream import Stream
from getstream.models import ModerationPayload, UserRequest

from .helpers import Raw, is_recent, item_of, refused, unique


def test_a_servers_flag_is_of_the_user_it_names(client: Stream) -> None:
    entity, author, reporter = unique("post"), unique("author"), unique("reporter")
    answer = client.moderation.flag(
        entity_type="post",
        entity_id=entity,
        entity_creator_id=author,
        reason="spam",
        user_id=reporter,
        custom={"c": 1},
        moderation_payload=ModerationPayload(texts=["buy now"]),
    ).data
    assert answer.duration.endswith("ms")
    item = item_of(client, answer.item_id)
    assert (item.entity_id, item.entity_creator_id) == (entity, author)
    assert item.recommended_action == "flag"
    assert item.reviewed_at is None
    assert item.moderation_payload is not None
    assert item.moderation_payload.texts == ["buy now"]
    assert item.flags_count == 1
    (flag,) = item.flags
    assert (flag.type, flag.user_id, flag.reason) == ("user_report", reporter, "spam")
    assert flag.custom == {"c": 1}
    assert flag.result == []
    assert is_recent(flag.created_at)


def test_the_reporter_may_come_as_an_object(client: Stream) -> None:
    answer = client.moderation.flag(
        entity_type="post", entity_id=unique("post"), user=UserRequest(id="carla")
    ).data
    assert item_of(client, answer.item_id).flags[0].user_id == "carla"


def test_a_servers_flag_without_a_user_is_refused(client: Stream) -> None:
    with refused(400, 4, "user_id"):
        client.moderation.flag(entity_type="post", entity_id=unique("post"), reason="spam")


def test_a_users_flag_is_of_the_tokens_user(
    client: Stream, as_user: Callable[[str], Stream]
) -> None:
    reporter = unique("reporter")
    own = as_user(reporter)
    answer = own.moderation.flag(
        entity_type="post", entity_id=unique("post"), reason="rude", user_id="somebody-else"
    ).data
    assert item_of(client, answer.item_id).flags[0].user_id == reporter


def test_a_repeated_flag_counts_once_and_another_reporters_again(client: Stream) -> None:
    entity = unique("post")

    def count(reporter: str) -> int:
        answer = client.moderation.flag(
            entity_type="post", entity_id=entity, reason="spam", user_id=reporter
        ).data
        return int(item_of(client, answer.item_id).flags_count)

    assert [count(name) for name in ("ada", "ada", "bob", "ada")] == [1, 1, 2, 2]


def test_a_user_is_flagged_without_naming_a_creator(client: Stream, raw: Raw) -> None:
    """stream-chat JS sends an empty creator for users and messages."""
    user = unique("user")
    body = {
        "entity_type": "stream:user",
        "entity_id": user,
        "entity_creator_id": "",
        "reason": "bot",
        "user_id": unique("reporter"),
    }
    item = item_of(client, raw.post("/api/v2/moderation/flag", body)["item_id"])
    assert item.entity_creator is not None
    assert item.entity_creator.id == user


def test_flags_tell_moderators_from_users(client: Stream, moderator: str) -> None:
    entity_type = unique("type")
    for reporter in (moderator, unique("user")):
        client.moderation.flag(entity_type=entity_type, entity_id=reporter, user_id=reporter)

    def flagged_by(kind: str) -> list[str]:
        filter = {"entity_type": entity_type, "reporter_type": kind}
        found = client.moderation.query_review_queue(filter=filter).data.items
        return [item.entity_id for item in found]

    assert flagged_by("moderator") == [moderator]
    assert len(flagged_by("user")) == 1


@pytest.mark.parametrize("field", ["entity_type", "entity_id"])
def test_a_flag_without_an_entity_is_refused(raw: Raw, field: str) -> None:
    body = {"entity_type": "post", "entity_id": "1", "user_id": "ada"}
    del body[field]
    answer = raw.send("POST", "/api/v2/moderation/flag", body)
    assert (answer.status_code, answer.json()["code"]) == (400, 4)
    assert field in answer.json()["exception_fields"]


def test_a_reason_has_at_most_255_characters(client: Stream) -> None:
    options = {"entity_type": "post", "entity_id": unique("post"), "user_id": "ada"}
    client.moderation.flag(**options, reason="r" * 255)
    with refused(400, 4, "reason"):
        client.moderation.flag(**options, reason="r" * 256)
