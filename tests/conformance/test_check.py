"""getstream: check, custom_check, tasks."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from getstream import Stream
from getstream.models import (
    CustomCheckFlag,
    ModerationConfig,
    ModerationPayload,
    ModerationPayloadRequest,
)

from .conftest import circumvention
from .helpers import (
    BLOCKED,
    BLOCKED_TEXT,
    CLEAN_TEXT,
    MOVED_TEXT,
    Raw,
    check,
    eventually,
    is_recent,
    item_of,
    refused,
    unique,
)


def test_clean_content_is_kept_and_is_no_item_of_the_queue(client: Stream, policy: str) -> None:
    entity = unique("post")
    answer = check(client, CLEAN_TEXT, policy, entity_id=entity)
    assert (answer.status, answer.recommended_action) == ("complete", "keep")
    assert answer.item is None
    assert answer.task_id is None
    assert answer.triggered_rules == []
    assert answer.duration.endswith("ms")
    queue = client.moderation.query_review_queue(filter={"entity_id": entity}).data
    assert queue.items == []


def test_block_listed_text_is_to_be_removed(client: Stream, policy: str, block_list: str) -> None:
    author = unique("author")
    payload = ModerationPayload(texts=[CLEAN_TEXT, BLOCKED_TEXT], custom={"feed": "a"})
    answer = check(
        client, "", policy, entity_id="p 1/ü", entity_creator_id=author, moderation_payload=payload
    )
    assert (answer.status, answer.recommended_action) == ("complete", "remove")
    item = answer.item
    assert item is not None
    assert (item.entity_type, item.entity_id, item.entity_creator_id) == ("post", "p 1/ü", author)
    assert (item.status, item.recommended_action) == ("complete", "remove")
    assert item.config_key == policy
    assert item.moderation_payload is not None
    assert item.moderation_payload.texts == [CLEAN_TEXT, BLOCKED_TEXT]
    assert item.moderation_payload.custom == {"feed": "a"}
    assert item.entity_creator is not None
    assert (item.entity_creator.id, item.entity_creator.role) == (author, "user")
    assert item.flags_count == len(item.flags) == 1
    flag = item.flags[0]
    assert (flag.type, flag.labels, flag.user_id) == ("block_list", [block_list], "")
    assert (flag.entity_id, flag.review_queue_item_id) == ("p 1/ü", item.id)
    (result,) = flag.result
    assert result["provider_name"] == "block_list"
    assert (result["text"], result["action"]) == (BLOCKED_TEXT, "remove")
    assert result["labels"] == [block_list]
    start, end = (result["spans"][0][name] for name in ("start", "end"))
    assert BLOCKED_TEXT[start:end] == BLOCKED


def test_times_are_datetimes_and_lists_are_lists(client: Stream, policy: str) -> None:
    item = check(client, BLOCKED_TEXT, policy).item
    assert item is not None
    for moment in (item.created_at, item.updated_at, item.completed_at, item.flags[0].created_at):
        assert is_recent(moment)
    assert item.entity_creator is not None
    assert is_recent(item.entity_creator.created_at)
    assert item.reviewed_at is None
    assert item.reviewed_by == ""
    for values in (item.actions, item.bans, item.flags, item.languages, item.teams):
        assert isinstance(values, list)
    assert item.entity_creator.teams == item.entity_creator.blocked_user_ids == []


def test_moving_people_elsewhere_is_flagged(client: Stream, policy: str) -> None:
    answer = check(client, MOVED_TEXT, policy)
    assert answer.recommended_action == "flag"
    assert answer.item is not None
    assert answer.item.flags[0].type == "automod_platform_circumvention"
    assert answer.item.flags[0].labels == ["platform_circumvention"]


def test_the_engines_flags_become_entries_of_the_items_log(client: Stream, policy: str) -> None:
    item = check(client, BLOCKED_TEXT, policy, entity_creator_id="log-author").item
    assert item is not None
    eventually(lambda: item_of(client, item.id).actions != [])
    (entry,) = item_of(client, item.id).actions
    assert (entry.type, entry.custom) == ("flag", {"flag_type": "block_list"})
    assert (entry.user_id, entry.reporter_type) == ("", "automod")
    assert entry.target_user_id == "log-author"
    assert entry.ai_providers == ["block_list"]
    assert is_recent(entry.created_at)


def test_a_second_check_of_an_entity_finds_its_item(client: Stream, policy: str) -> None:
    entity = unique("post")
    first = check(client, BLOCKED_TEXT, policy, entity_id=entity)
    second = check(client, CLEAN_TEXT, policy, entity_id=entity)
    assert first.item is not None
    assert second.item is not None
    assert second.item.id == first.item.id
    assert second.recommended_action == "keep"
    assert second.item.created_at == first.item.created_at


def test_the_time_of_publishing_comes_as_iso_or_nanoseconds(client: Stream, raw: Raw) -> None:
    published = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert check(client, CLEAN_TEXT, content_published_at=published).status == "complete"
    body = {"entity_type": "post", "entity_id": unique(), "entity_creator_id": unique()}
    for moment in (1_767_323_045_000_000_000, "2026-01-02T03:04:05.000Z"):
        raw.post("/api/v2/moderation/check", {**body, "content_published_at": moment})


def test_test_mode_with_an_inline_policy_stores_nothing(client: Stream) -> None:
    entity = unique("post")
    config = ModerationConfig(automod_platform_circumvention_config=circumvention("remove"))
    answer = check(client, MOVED_TEXT, entity_id=entity, test_mode=True, config=config)
    assert (answer.status, answer.recommended_action) == ("complete", "remove")
    assert answer.item is not None
    assert answer.item.flags[0].type == "automod_platform_circumvention"
    with refused(404, 16):
        client.moderation.get_review_queue_item(answer.item.id)
    assert client.moderation.query_review_queue(filter={"entity_id": entity}).data.items == []


def test_test_mode_with_a_stored_policy_stores_nothing(client: Stream, policy: str) -> None:
    answer = check(client, BLOCKED_TEXT, policy, test_mode=True)
    assert answer.recommended_action == "remove"
    assert answer.item is not None
    with refused(404, 16):
        client.moderation.get_review_queue_item(answer.item.id)


def test_an_inline_policy_that_makes_no_sense_is_refused(raw: Raw) -> None:
    body = {"entity_type": "post", "entity_id": unique(), "entity_creator_id": unique()}
    for config in (
        {"automod_platform_circumvention_config": 5},
        {"block_list_config": {"rules": [{"name": "x"}]}},
        {"automod_platform_circumvention_config": {"rules": [{"label": "x", "threshold": "much"}]}},
    ):
        answer = raw.send(
            "POST", "/api/v2/moderation/check", {**body, "test_mode": True, "config": config}
        )
        assert (answer.status_code, answer.json()["code"]) == (400, 4)


def test_a_slow_engine_makes_the_check_partial(client: Stream, slow_policy: str) -> None:
    answer = check(client, MOVED_TEXT, slow_policy)
    assert (answer.status, answer.recommended_action) == ("partial", "keep")
    assert answer.task_id
    assert client.get_task(answer.task_id).data.status in ("pending", "completed")
    task = client.wait_for_task(answer.task_id, poll_interval=0.05, timeout=20).data
    assert (task.status, task.task_id) == ("completed", answer.task_id)
    assert is_recent(task.created_at)
    assert task.updated_at >= task.created_at
    assert task.error is None
    assert task.result is not None
    assert task.result["recommended_action"] == "flag"
    item = item_of(client, str(task.result["item_id"]))
    assert (item.status, item.recommended_action) == ("complete", "flag")
    assert item.flags[0].type == "automod_platform_circumvention"
    assert is_recent(item.completed_at)


def test_a_partial_check_already_knows_what_the_fast_engines_found(
    client: Stream, slow_policy: str
) -> None:
    answer = check(client, f"{BLOCKED_TEXT}. {MOVED_TEXT}", slow_policy)
    assert (answer.status, answer.recommended_action) == ("partial", "remove")
    assert answer.item is not None
    assert answer.item.status == "partial"
    assert answer.item.completed_at is None
    assert answer.task_id is not None
    client.wait_for_task(answer.task_id, poll_interval=0.05, timeout=20)
    item = item_of(client, answer.item.id)
    assert item.status == "complete"
    assert {flag.type for flag in item.flags} == {"block_list", "automod_platform_circumvention"}


def test_force_sync_waits_for_slow_engines(client: Stream, slow_policy: str) -> None:
    answer = check(client, MOVED_TEXT, slow_policy, options={"force_sync": True})
    assert (answer.status, answer.recommended_action) == ("complete", "flag")
    assert answer.task_id is None


def test_a_policy_made_or_changed_just_now_is_the_one_that_slow_engines_use(
    client: Stream, slow_policy: str
) -> None:
    known = check(client, MOVED_TEXT, slow_policy).task_id
    assert known is not None
    client.wait_for_task(known, poll_interval=0.05, timeout=20)
    key = unique("new")
    for action in ("flag", "remove"):
        client.moderation.upsert_config(
            key=key, automod_platform_circumvention_config=circumvention(action, is_async=True)
        )
        task = check(client, MOVED_TEXT, key).task_id
        assert task is not None
        done = client.wait_for_task(task, poll_interval=0.05, timeout=20).data
        assert done.result is not None
        assert done.result["recommended_action"] == action


def test_an_unknown_policy_is_refused(client: Stream) -> None:
    with refused(404, 16, "config_key"):
        check(client, CLEAN_TEXT, unique("nowhere"))


@pytest.mark.parametrize("field", ["entity_type", "entity_id", "entity_creator_id"])
def test_a_missing_field_is_named(raw: Raw, field: str) -> None:
    body = {"entity_type": "post", "entity_id": unique(), "entity_creator_id": unique()}
    del body[field]
    answer = raw.send("POST", "/api/v2/moderation/check", body)
    assert (answer.status_code, answer.json()["code"]) == (400, 4)
    assert field in answer.json()["exception_fields"]


def test_an_empty_entity_is_refused(client: Stream) -> None:
    with refused(400, 4, "entity_id"):
        check(client, CLEAN_TEXT, entity_id="")


@pytest.mark.parametrize("count", [1, 10])
def test_custom_results_become_flags(client: Stream, count: int) -> None:
    kinds = ("custom_check_text", "custom_check_image", "custom_check_video")
    flags = [
        CustomCheckFlag(
            type=kinds[number % 3],
            reason=f"reason {number}",
            labels=[f"label{number}"],
            custom={"score": 0.9},
        )
        for number in range(count)
    ]
    entity, author = unique("post"), unique("author")
    answer = client.moderation.custom_check(
        entity_type="post",
        entity_id=entity,
        entity_creator_id=author,
        moderation_payload=ModerationPayloadRequest(texts=["t"], images=["https://i/1.png"]),
        flags=flags,
        user_id=unique("server"),
    ).data
    item = answer.item
    assert item is not None
    assert (answer.id, answer.status) == (item.id, "complete")
    assert item.flags_count == len(item.flags) == count
    assert {flag.reason for flag in item.flags} == {flag.reason for flag in flags}
    assert {flag.type for flag in item.flags} == {flag.type for flag in flags}
    for flag in item.flags:
        assert flag.result[0]["provider_name"] == flag.type
        assert flag.result[0]["score"] == 0.9
    assert item.entity_creator_id == author
    assert item.moderation_payload is not None
    assert item.moderation_payload.images == ["https://i/1.png"]
    assert item_of(client, item.id).flags_count == count


def test_a_chat_message_needs_only_its_id_for_custom_results(client: Stream, raw: Raw) -> None:
    flag = CustomCheckFlag(type="custom_check_text")
    answer = client.moderation.custom_check(
        entity_type="stream:chat:v1:message", entity_id=unique("message"), flags=[flag]
    ).data
    assert answer.item is not None
    assert answer.item.entity_creator is None
    # stream-chat JS types a flag's custom as an array of maps.
    body = {
        "entity_type": "stream:chat:v1:message",
        "entity_id": unique("message"),
        "flags": [{"type": "custom_check_text", "labels": ["x"], "custom": [{"a": 1}]}],
    }
    made = raw.post("/api/v2/moderation/custom_check", body)
    assert made["item"]["flags"][0]["custom"] == {"a": 1}


@pytest.mark.parametrize("user", [None, "srv"])
def test_custom_results_of_one_label_are_told_apart_by_their_fields(
    client: Stream, user: str | None
) -> None:
    def send(entity: str, *customs: dict[str, Any]) -> list[Any]:
        flags = [
            CustomCheckFlag(type="custom_check_image", labels=["nudity"], custom=custom)
            for custom in customs
        ]
        answer = client.moderation.custom_check(
            entity_type="post",
            entity_id=entity,
            entity_creator_id="u",
            moderation_payload=ModerationPayloadRequest(texts=["a"]),
            flags=flags,
            user_id=user,
        ).data
        assert answer.item is not None
        assert answer.item.flags_count == len(answer.item.flags)
        return sorted((flag.custom for flag in answer.item.flags), key=lambda custom: str(custom))

    first, second = {"image": 1, "score": 0.2}, {"image": 2, "score": 0.99}
    entity = unique("post")
    for _ in range(2):
        assert send(entity, first, second) == [first, second]
    assert send(entity, {"score": 0.2, "image": 1}) == [first, second]
    assert len(send(entity, {"image": 3})) == 3
    assert send(unique("post"), first, first) == [first]


@pytest.mark.parametrize("count", [0, 11])
def test_custom_results_are_one_to_ten(client: Stream, count: int) -> None:
    flags = [CustomCheckFlag(type="custom_check_text")] * count
    with refused(400, 4, "flags"):
        client.moderation.custom_check(
            entity_type="stream:chat:v1:message", entity_id=unique(), flags=flags
        )


def test_custom_results_of_other_content_need_creator_and_content(client: Stream) -> None:
    flags = [CustomCheckFlag(type="custom_check_text")]
    with refused(400, 4, "entity_creator_id"):
        client.moderation.custom_check(entity_type="post", entity_id=unique(), flags=flags)
    with refused(400, 4, "moderation_payload"):
        client.moderation.custom_check(
            entity_type="post", entity_id=unique(), entity_creator_id="u", flags=flags
        )


def test_a_custom_result_of_an_unknown_type_is_refused(client: Stream) -> None:
    with refused(400, 4, "flags.0.type"):
        client.moderation.custom_check(
            entity_type="stream:chat:v1:message",
            entity_id=unique(),
            flags=[CustomCheckFlag(type="custom_check_smell")],
        )


def test_an_unknown_task_is_refused(client: Stream) -> None:
    with refused(404, 16):
        client.get_task(unique("task"))


def test_checking_is_the_servers(raw: Raw) -> None:
    body = {"entity_type": "post", "entity_id": unique(), "entity_creator_id": unique()}
    token = raw.token({"user_id": "somebody"})
    answer = raw.send("POST", "/api/v2/moderation/check", body, token=token)
    assert (answer.status_code, answer.json()["code"]) == (403, 17)
