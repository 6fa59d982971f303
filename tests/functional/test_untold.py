"""What users are not told: of shadow bans, and of what is between others and the app."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from common.configuration.context import now
from common.domain.mute import Mute, ShownMutes
from common.domain.user import as_told
from common.views.socket_events import hello
from tests.functional.desk import V2, Desk, desk

_USERS = ("ann", "bob", "mod")


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Where bob is shadow banned for an hour, which both of ann and bob ask after."""
    with desk(tmp_path_factory.mktemp("untold") / "data") as made:
        made.done("POST", "/api/v2/users", {"users": {id: {"id": id} for id in _USERS}})
        ban = {"target_user_id": "bob", "banned_by_id": "mod", "shadow": True, "timeout": 60}
        made.done("POST", f"{V2}/ban", ban)
        made.done("POST", f"{V2}/bypass", {"target_user_id": "bob", "enabled": True})
        for user, other in (("ann", "bob"), ("bob", "ann"), ("bob", "mod")):
            body = {"blocked_user_id": other, "user_id": user}
            made.done("POST", "/api/v2/users/block", body)
        yield made


def _answers(bench: Desk, user: str, other: str) -> Iterator[Any]:
    auth = bench.app.user(user)
    for method, path, body in (
        ("POST", f"{V2}/mute", {"target_ids": [other]}),
        ("POST", "/moderation/mute", {"target_id": other}),
        ("GET", "/api/v2/users/block", None),
        ("GET", "/users/block", None),
    ):
        answered = bench.send(method, path, body, as_user=auth)
        assert answered.status in (200, 201), answered.text
        yield answered.json()


def _users(answer: Any) -> Iterator[dict[str, Any]]:
    """All that stand anywhere in it."""
    if isinstance(answer, dict):
        if "shadow_banned" in answer:
            yield answer
        for each in answer.values():
            yield from _users(each)
    elif isinstance(answer, list):
        for each in answer:
            yield from _users(each)


@pytest.mark.parametrize(("user", "other"), [("ann", "bob"), ("bob", "ann")])
def test_users_are_told_nothing_of_a_shadow_ban(bench: Desk, user: str, other: str) -> None:
    for answer in _answers(bench, user, other):
        found = list(_users(answer))
        assert {each["id"] for each in found} >= {user, other}
        for each in found:
            assert not each["shadow_banned"]
            assert "ban_expires" not in each
            is_own = each["id"] == user
            assert bool(each["blocked_user_ids"]) == is_own
            assert each["bypass_moderation"] == (is_own and user == "bob")


def test_the_app_is_told(bench: Desk) -> None:
    muted = bench.done("POST", f"{V2}/mute", {"target_ids": ["bob"], "user_id": "ann"})
    (target,) = [each["target"] for each in muted["mutes"]]
    assert target["shadow_banned"] and target["ban_expires"] and target["bypass_moderation"]
    assert target["blocked_user_ids"] == ["ann", "mod"]


def test_a_socket_says_nothing_of_a_shadow_ban(bench: Desk) -> None:
    user = bench.user("bob")
    assert user["shadow_banned"] and user["shadow_ban_expires"]
    muted: Mute = {"created_at": 1, "updated_at": 1, "expires": None}
    mutes = ShownMutes({"bob": {"ann": muted}}, {"ann": {**user, "id": "ann"}})
    me = hello("connection", "bob", user, mutes, now())["me"]
    (mute,) = me["mutes"]
    for shown in (me, mute["user"], mute["target"]):
        assert not shown["shadow_banned"]
        assert "ban_expires" not in shown


def test_an_appeal_does_not_find_a_shadow_ban_out(bench: Desk) -> None:
    def appealed(user: str, **fields: Any) -> Any:
        body = {"entity_type": "stream:user", "entity_id": user, "appeal_reason": "why?"}
        return bench.send("POST", f"{V2}/appeal", {**body, **fields}, as_user=bench.app.user(user))

    for fields in ({}, {"channel_cid": "messaging:1"}, {"review_queue_item_id": "x"}):
        answers = [appealed(user, **fields).json() for user in ("ann", "bob")]
        assert answers[0]["exception_fields"] == answers[1]["exception_fields"]
        assert answers[0]["code"] == answers[1]["code"] == 4
    body = {"entity_type": "stream:user", "entity_id": "bob", "appeal_reason": "why?"}
    assert bench.done("POST", f"{V2}/appeal", {**body, "user_id": "bob"})["appeal_id"]


def test_what_is_told_is_as_it_was_otherwise(bench: Desk) -> None:
    user = bench.user("ann")
    assert as_told(user, "ann") == user
