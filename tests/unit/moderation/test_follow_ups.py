"""Decisions on users, and what they mean for the content that the users have waiting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from common.domain.errors import Invalid
from common.queue.messages import DueVerdict
from tests.desk import BAD, SPAM, Desk

POSTS = ("p1", "p2", "p3")


@pytest.fixture
def desk() -> Iterator[Desk]:
    opened = Desk()
    for post in POSTS:
        opened.check(post, f"{BAD} {post}")
    opened.check("other", BAD, "bob")
    opened.report("ada", "r1", SPAM, type="stream:user")
    yield opened
    opened.close()


def waiting(desk: Desk) -> list[str]:
    return [post for post in (*POSTS, "other") if desk.waits(post)]


def test_a_user_is_reviewed_with_the_content_they_have_waiting(desk: Desk) -> None:
    desk.decide("mark_reviewed", user="ada", content_to_mark_as_reviewed_limit=100)
    desk.settle()
    assert waiting(desk) == ["other"]
    assert desk.events("p1") == ["new", "updated mark_reviewed"]
    assert desk.item("p2")["reviewed_by"] == "mod"
    assert "deleted_at" not in desk.item("p2")


def test_the_limit_takes_the_oldest(desk: Desk) -> None:
    desk.decide("mark_reviewed", user="ada", content_to_mark_as_reviewed_limit=2)
    desk.settle()
    assert waiting(desk) == ["p3", "other"]


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"content_to_mark_as_reviewed_limit": 0},
        {"content_to_mark_as_reviewed_limit": 9, "disable_marking_content_as_reviewed": True},
    ],
)
def test_without_a_limit_the_content_waits_on(desk: Desk, options: dict[str, Any]) -> None:
    desk.decide("mark_reviewed", user="ada", **options)
    desk.settle()
    assert waiting(desk) == [*POSTS, "other"]


def test_content_that_is_reviewed_takes_no_other_along(desk: Desk) -> None:
    with pytest.raises(Invalid) as raised:
        desk.decide("mark_reviewed", "p1", content_to_mark_as_reviewed_limit=100)
    assert set(raised.value.fields) == {"mark_reviewed.content_to_mark_as_reviewed_limit"}
    assert desk.waits("p1")
    desk.decide("mark_reviewed", "p1")
    desk.settle()
    assert waiting(desk) == ["p2", "p3", "other"]


@pytest.mark.parametrize(
    ("name", "options", "deleted"),
    [
        ("delete_user", {}, False),
        ("delete_user", {"mark_messages_deleted": True}, True),
        ("delete_user_messages", {"delete_messages": "hard"}, True),
        ("ban", {"delete_messages": "soft"}, True),
    ],
)
def test_who_is_deleted_has_nothing_waiting(
    desk: Desk, name: str, options: dict[str, Any], deleted: bool
) -> None:
    desk.decide(name, user="ada", **options)
    desk.settle()
    assert waiting(desk) == ["other"]
    assert ["deleted_at" in desk.item(post) for post in POSTS] == [deleted] * 3
    assert desk.user()["flagged_count"] == 4
    assert desk.user().get("deleted_content_count", 0) == 3 * deleted
    if deleted:
        hard = desk.item("p1")["hard_deleted"]
        assert hard is (options.get("delete_messages") == "hard")
        assert desk.item("p1")["recommended_action"] == "remove"


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("ban", {}),
        ("ban", {"delete_messages": "soft", "channel_ban_only": True, "channel_cid": "m:1"}),
        ("delete_user_messages", {"delete_messages": "soft", "channel_cid": "m:1"}),
    ],
)
def test_what_is_about_less_leaves_the_rest_waiting(
    desk: Desk, name: str, options: dict[str, Any]
) -> None:
    desk.decide(name, user="ada", **options)
    desk.settle()
    assert waiting(desk) == [*POSTS, "other"]


def test_what_was_said_of_who_is_deleted_is_over_with_their_content(desk: Desk) -> None:
    desk.decide("ban", "p1", delete_messages="soft")
    desk.settle()
    assert (waiting(desk), desk.waits("ada", "stream:user")) == (["other"], True)
    desk.decide("delete_user", "p1", mark_messages_deleted=True)
    desk.settle()
    assert not desk.waits("ada", "stream:user")
    assert desk.item("ada", "stream:user")["latest_moderator_action"] == "delete_user"
    assert "deleted_at" not in desk.item("ada", "stream:user")


def test_what_came_after_the_decision_waits_on(desk: Desk) -> None:
    desk.decide("mark_reviewed", user="ada", content_to_mark_as_reviewed_limit=100)
    desk.check("p1", f"{BAD} and another")
    desk.report("p2", "r9", SPAM)
    desk.settle()
    assert waiting(desk) == ["p1", "p2", "other"]


def test_a_follow_up_that_is_broken_off_or_comes_twice_keeps_its_limit(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Broken off after each of its units of work in turn."""
    desk.hand_out_all()
    desk.decide("mark_reviewed", user="ada", content_to_mark_as_reviewed_limit=2)
    message, verdict = desk.queue.waiting
    assert isinstance(verdict, DueVerdict)
    commit = desk.context.store.commit
    done = 0

    async def breaking(*given: object) -> None:
        nonlocal done
        await commit(*given)  # type: ignore[arg-type]
        done += 1
        raise ConnectionError

    monkeypatch.setattr(desk.context.store, "commit", breaking)
    for _ in range(3):
        with pytest.raises(ConnectionError):
            desk.hand_out(again=True)
    assert done == 3, "two items and the progress"
    monkeypatch.undo()
    assert desk.queue.waiting == [message, verdict]
    desk.hand_out(again=True)
    desk.settle()
    assert waiting(desk) == ["p3", "other"]
    assert len([each for each in desk.log("p1") if each["kind"] == "review"]) == 1


def test_a_lost_message_is_found_by_the_sweep(desk: Desk) -> None:
    desk.hand_out_all()
    desk.queue.loses = 1
    desk.decide("delete_user", user="ada")
    desk.hand_out_all()
    assert waiting(desk) == [*POSTS, "other"]
    desk.settle()
    assert waiting(desk) == ["other"]


def test_many_are_decided_on_page_by_page(desk: Desk) -> None:
    for number in range(120):
        desk.check(f"more {number}", f"{BAD} {number}")
    desk.hand_out_all()
    desk.decide("mark_reviewed", user="ada", content_to_mark_as_reviewed_limit=110)
    desk.settle()
    left = [number for number in range(120) if desk.waits(f"more {number}")]
    assert left == [*range(107, 120)]
