"""Users by all clients: looked for, blocked, deactivated, deleted and brought back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from .clients import Caller, each_client, effect, refusal
from .helpers import unique


def _found(caller: Caller, user: str, suffix: str = "", **more: Any) -> list[str]:
    asked = {"filter_conditions": {"id": user}, **more}
    fields = asked if suffix else {"payload": asked}
    found = caller.call(f"query_users{suffix}", **fields)["users"]
    return [each["id"] for each in found]


def _mutes(caller: Caller, user: str) -> list[Any]:
    found = caller.call("query_users", payload={"filter_conditions": {"id": user}})["users"]
    return [each["mutes"] for each in found]


@each_client("query_users", "delete_users")
@effect("query_users", through="delete_users")
@effect("delete_users", through="query_users")
def test_users_are_found_until_they_are_deleted(
    caller: Caller, other_caller: Caller, user_caller: Callable[[str], Caller], user: str
) -> None:
    assert _found(caller, user) == [user]
    assert _found(other_caller, user) == []
    assert refusal(other_caller, "delete_users", user_ids=[user]) == (404, 16)
    assert refusal(user_caller("u"), "delete_users", user_ids=[user]) == (403, 17)
    assert refusal(caller, "delete_users", user_ids=[user], files=True) == (400, 4)
    task = caller.call("delete_users", user_ids=[user], user="soft")["task_id"]
    assert caller.call("get_task", id=task)["status"] == "completed"
    assert _found(caller, user) == []


@each_client("query_users", "mute")
@effect("mute", through="query_users")
def test_users_are_found_with_their_mutes(caller: Caller, other_caller: Caller, user: str) -> None:
    muted = unique("muted")
    caller.call("update_users", users={muted: {"id": muted, "name": "Loud"}})
    caller.call("mute", target_ids=[muted], user_id=user)
    ((mute,),) = _mutes(caller, user)
    assert (mute["user"]["id"], mute["target"]["name"]) == (user, "Loud")
    assert _mutes(other_caller, user) == []


@each_client(
    "query_users_v1",
    "delete_users_v1",
    "restore_users_v1",
    "deactivate_user_v1",
    "reactivate_user_v1",
    "deactivate_users_v1",
)
@effect("query_users_v1", through="delete_users_v1")
@effect("delete_users_v1", through="query_users_v1")
@effect("restore_users_v1", through="query_users_v1")
@effect("deactivate_user_v1", through="query_users_v1")
@effect("reactivate_user_v1", through="query_users_v1")
@effect("deactivate_users_v1", through="query_users_v1")
def test_accounts_go_and_come_back_on_the_older_paths(
    caller: Caller, other_caller: Caller, user: str
) -> None:
    for gone, back, fields in (
        ("delete_users_v1", "restore_users_v1", {"user_ids": [user]}),
        ("deactivate_user_v1", "reactivate_user_v1", {"id": user}),
        ("deactivate_users_v1", None, {"user_ids": [user]}),
    ):
        assert _found(caller, user, "_v1") == [user]
        assert refusal(other_caller, gone, **fields) == (404, 16)
        caller.call(gone, **fields)
        assert _found(caller, user, "_v1") == []
        if back is not None:
            caller.call(back, **fields)
    assert _found(caller, user, "_v1", include_deactivated_users=True) == [user]


@each_client("delete_user_v1", "query_users_v1")
@effect("delete_user_v1", through="query_users_v1")
def test_one_user_is_deleted(caller: Caller, user: str) -> None:
    assert caller.call("delete_user_v1", id=user)["user"]["deleted_at"]
    assert _found(caller, user, "_v1") == []
    assert refusal(caller, "delete_user_v1", id=unique("nobody")) == (404, 16)


@pytest.mark.parametrize("suffix", [""])
@each_client("block_users", "unblock_users", "get_blocked_users")
@effect("block_users", through="get_blocked_users")
@effect("unblock_users", through="get_blocked_users")
@effect("get_blocked_users", through="block_users")
def test_a_block_comes_and_goes(
    caller: Caller, other_caller: Caller, user: str, suffix: str
) -> None:
    _blocks(caller, other_caller, user, suffix)


@pytest.mark.parametrize("suffix", ["_v1"])
@each_client("block_users_v1", "unblock_users_v1", "get_blocked_users_v1")
@effect("block_users_v1", through="get_blocked_users_v1")
@effect("unblock_users_v1", through="get_blocked_users_v1")
@effect("get_blocked_users_v1", through="block_users_v1")
def test_a_block_of_the_older_paths(
    caller: Caller, other_caller: Caller, user: str, suffix: str
) -> None:
    _blocks(caller, other_caller, user, suffix)


def _blocks(caller: Caller, other_caller: Caller, user: str, suffix: str) -> None:
    by = unique("blocker")
    block = {"user_id": by, "blocked_user_id": user}
    caller.call(f"block_users{suffix}", **block)
    blocks = caller.call(f"get_blocked_users{suffix}", user_id=by)["blocks"]
    assert [each["blocked_user"]["id"] for each in blocks] == [user]
    assert other_caller.call(f"get_blocked_users{suffix}", user_id=by)["blocks"] == []
    assert refusal(other_caller, f"block_users{suffix}", **block) == (404, 16)
    oneself = {"user_id": user, "blocked_user_id": user}
    assert refusal(caller, f"block_users{suffix}", **oneself) == (400, 4)
    caller.call(f"unblock_users{suffix}", **block)
    assert caller.call(f"get_blocked_users{suffix}", user_id=by)["blocks"] == []


@each_client("get_user_moderation_report", "block_users_v1")
@effect("get_user_moderation_report", through="block_users_v1")
def test_a_report_on_a_user_has_who_blocks_them(
    caller: Caller, other_caller: Caller, user: str
) -> None:
    by = unique("blocker")
    caller.call("block_users_v1", user_id=by, blocked_user_id=user)
    asked = {"user_id": user, "include_user_blocks": True}
    report = caller.call("get_user_moderation_report", **asked)
    assert report["user"]["id"] == user
    assert [each["blocked_by_user_id"] for each in report["user_blocks"]] == [by]
    assert refusal(other_caller, "get_user_moderation_report", **asked) == (404, 16)


@each_client("create_guest_v1", "query_users_v1")
@effect("create_guest_v1", through="query_users_v1")
def test_a_guest_is_a_user(caller: Caller) -> None:
    made = caller.call("create_guest_v1", user={"id": unique("visitor")})
    assert made["access_token"].count(".") == 2
    assert _found(caller, made["user"]["id"], "_v1") == [made["user"]["id"]]
