"""Bans, mutes and bypasses by all clients, each read back through another operation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from getstream import Stream
from getstream.models import UserRequest

from .clients import Caller, Refused, each_client, effect
from .helpers import BLOCKED, check, unique

_MODERATOR = "mod-bans"


def _told(caught: pytest.ExceptionInfo[Refused]) -> tuple[int, int]:
    return caught.value.status, caught.value.code


def _bans(caller: Caller, operation: str, user: str) -> list[Any]:
    asked = {"filter_conditions": {"user_id": user}}
    fields = asked if operation.endswith("_v1") else {"payload": asked}
    return list(caller.call(operation, **fields)["bans"])


@each_client("ban", "unban", "query_banned_users")
@effect("ban", through="query_banned_users")
@effect("unban", through="query_banned_users")
@effect("query_banned_users", through="ban")
def test_a_ban_comes_and_goes(caller: Caller, other_caller: Caller, user: str) -> None:
    options = {"banned_by_id": _MODERATOR, "reason": "spam", "timeout": 60}
    caller.call("ban", target_user_id=user, **options)
    (ban,) = _bans(caller, "query_banned_users", user)
    assert (ban["reason"], ban["shadow"], ban["user"]["banned"]) == ("spam", False, True)
    assert ban["banned_by"]["id"] == _MODERATOR
    assert ban["expires"] is not None
    assert _bans(other_caller, "query_banned_users", user) == []
    with pytest.raises(Refused) as caught:
        other_caller.call("unban", target_user_id=user)
    assert _told(caught) == (404, 16)
    caller.call("unban", target_user_id=user, unbanned_by_id=_MODERATOR)
    assert _bans(caller, "query_banned_users", user) == []


@each_client("ban_v1", "unban_v1", "query_banned_users_v1")
@effect("ban_v1", through="query_banned_users_v1")
@effect("unban_v1", through="query_banned_users_v1")
@effect("query_banned_users_v1", through="ban_v1")
def test_a_ban_of_the_older_paths(caller: Caller, other_caller: Caller, user: str) -> None:
    for shadow in (False, True):
        caller.call("ban_v1", target_user_id=user, banned_by_id=_MODERATOR, shadow=shadow)
    assert {each["shadow"] for each in _bans(caller, "query_banned_users_v1", user)} == {
        False,
        True,
    }
    assert _bans(other_caller, "query_banned_users_v1", user) == []
    caller.call("unban_v1", target_user_id=user, shadow=True)
    (ban,) = _bans(caller, "query_banned_users_v1", user)
    assert (ban["shadow"], ban["created_at"][-1]) == (False, "Z")
    caller.call("unban_v1", target_user_id=user, unbanned_by_id=_MODERATOR)
    assert _bans(caller, "query_banned_users_v1", user) == []
    with pytest.raises(Refused) as caught:
        caller.call("unban_v1", target_user_id=unique("nobody"))
    assert _told(caught) == (404, 16)


@each_client("ban_v1", "unban_v1", "query_future_channel_bans_v1")
@effect("query_future_channel_bans_v1", through="ban_v1")
def test_a_ban_of_channels_to_come(caller: Caller, other_caller: Caller, user: str) -> None:
    options = {"banned_by_id": _MODERATOR, "ban_from_future_channels": True}
    caller.call("ban_v1", target_user_id=user, **options)

    def found(by: Caller) -> list[str]:
        asked = {"user_id": _MODERATOR, "target_user_id": user}
        answer = by.call("query_future_channel_bans_v1", **asked)
        return [each["user"]["id"] for each in answer["bans"]]

    assert (found(caller), found(other_caller)) == ([user], [])
    caller.call("unban_v1", target_user_id=user, remove_future_channels_ban=True)
    assert found(caller) == []


@each_client("mute", "unmute")
@effect("mute", through="unmute")
@effect("unmute", through="mute")
def test_a_mute_comes_and_goes(caller: Caller, client: Stream, user: str) -> None:
    other, by = unique("user"), unique("muting")
    client.update_users({other: UserRequest(id=other)})

    def muted(*targets: str) -> list[str]:
        answer = caller.call("mute", target_ids=list(targets), user_id=by)
        return [each["target"]["id"] for each in answer["own_user"]["mutes"]]

    assert muted(user) == [user]
    caller.call("unmute", target_ids=[user], user_id=by)
    assert muted(other) == [other]
    nobody = unique("nobody")
    for operation in ("mute", "unmute"):
        answer = caller.call(operation, target_ids=[nobody], user_id=by)
        assert answer["non_existing_users"] == [nobody]
    with pytest.raises(Refused) as caught:
        caller.call("mute", target_ids=[by], user_id=by)
    assert _told(caught) == (400, 4)


@each_client("mute_v1", "unmute_v1")
@effect("mute_v1", through="unmute_v1")
@effect("unmute_v1", through="mute_v1")
def test_a_mute_of_the_older_paths(caller: Caller, user: str) -> None:
    by = unique("muting")
    answer = caller.call("mute_v1", target_id=user, user_id=by, timeout=5)
    assert answer["mute"]["target"]["id"] == user
    caller.call("unmute_v1", target_id=user, user_id=by)
    again = caller.call("mute_v1", target_id=user, user_id=by, timeout=5)
    assert again["mute"]["created_at"] > answer["mute"]["created_at"]
    with pytest.raises(Refused) as caught:
        caller.call("mute_v1", target_id=by, user_id=by, timeout=5)
    assert _told(caught) == (400, 4)


@each_client("bypass")
@effect("bypass", through="check")
def test_a_bypass_is_seen_by_checks(caller: Caller, client: Stream, policy: str, user: str) -> None:
    caller.call("bypass", target_user_id=user, enabled=True)
    after = check(client, BLOCKED, policy, entity_creator_id=user)
    assert after.recommended_action == "keep"
    caller.call("bypass", target_user_id=user, enabled=False)
    after = check(client, BLOCKED, policy, entity_creator_id=user)
    assert after.recommended_action == "remove"
    with pytest.raises(Refused) as caught:
        caller.call("bypass", target_user_id="", enabled=True)
    assert _told(caught) == (400, 4)


def test_a_check_says_who_is_banned(client: Stream, policy: str, user: str) -> None:
    client.moderation.ban(target_user_id=user, banned_by_id=_MODERATOR, reason="spam")
    answer = check(client, "hello", policy, entity_creator_id=user)
    assert answer.recommended_action == "remove"
    assert answer.item is not None and answer.item.entity_creator is not None
    assert answer.item.entity_creator.banned
    assert [ban.reason for ban in answer.item.bans] == ["spam"]
    client.moderation.unban(target_user_id=user)
    assert check(client, "hello", policy, entity_creator_id=user).recommended_action == "keep"


def test_who_may(user_caller: Callable[[str], Caller], moderator: str, user: str) -> None:
    ordinary, mod = user_caller(unique("user")), user_caller(moderator)
    for operation in ("ban", "unban", "bypass"):
        with pytest.raises(Refused) as caught:
            more = {"enabled": True} if operation == "bypass" else {}
            ordinary.call(operation, target_user_id=user, **more)
        assert _told(caught) == (403, 17)
    mod.call("ban", target_user_id=user)
    (ban,) = _bans(mod, "query_banned_users", user)
    assert ban["banned_by"]["id"] == moderator
    assert ordinary.call("mute", target_ids=[user])["mutes"][0]["target"]["id"] == user


@each_client("ban")
def test_somebody_bans(caller: Caller, user: str) -> None:
    with pytest.raises(Refused) as caught:
        caller.call("ban", target_user_id=user)
    assert _told(caught) == (400, 4)
    assert "either user or user_id must be provided" in caught.value.message
