"""Users' profiles through every client, under both paths."""

from __future__ import annotations

from typing import Any

from .clients import Caller, each_client, effect, refusal
from .helpers import unique


@each_client("update_users", "update_users_partial", "query_users")
@effect("update_users", through="query_users")
@effect("update_users_partial", through="query_users")
@effect("query_users", through="update_users")
def test_a_profile_is_kept_and_changed(caller: Caller, other_caller: Caller) -> None:
    id = unique("user")
    profile = {"id": id, "name": "Ann", "role": "admin", "custom": {"level": 3}}
    caller.call("update_users", users={id: profile})
    (shown,) = _found(caller, "", id)
    assert (shown["name"], shown["role"], shown["custom"]["level"]) == ("Ann", "admin", 3)
    caller.call("update_users_partial", users=[{"id": id, "set": {"level": 4}, "unset": ["role"]}])
    (shown,) = _found(caller, "", id)
    assert (shown["role"], shown["custom"]["level"]) == ("user", 4)
    assert _found(other_caller, "", id) == []
    _refused(caller, other_caller, "", id)


@each_client("update_users_v1", "update_users_partial_v1", "query_users_v1")
@effect("update_users_v1", through="query_users_v1")
@effect("update_users_partial_v1", through="query_users_v1")
@effect("query_users_v1", through="update_users_v1")
def test_a_profile_of_the_older_paths_is_kept_and_changed(
    caller: Caller, other_caller: Caller
) -> None:
    id = unique("user")
    profile = {"id": id, "name": "Ann", "role": "admin", "level": 3}
    caller.call("update_users_v1", users={id: profile})
    (shown,) = _found(caller, "_v1", id)
    assert (shown["name"], shown["role"], shown["level"]) == ("Ann", "admin", 3)
    change = {"id": id, "set": {"level": 4}, "unset": ["role"]}
    caller.call("update_users_partial_v1", users=[change])
    (shown,) = _found(caller, "_v1", id)
    assert (shown["role"], shown["level"]) == ("user", 4)
    assert _found(other_caller, "_v1", id) == []
    _refused(caller, other_caller, "_v1", id)


def _found(caller: Caller, suffix: str, id: str) -> list[Any]:
    asked = {"filter_conditions": {"id": id}}
    fields: dict[str, Any] = asked if suffix else {"payload": asked}
    return list(caller.call(f"query_users{suffix}", **fields)["users"])


def _refused(caller: Caller, other: Caller, suffix: str, id: str) -> None:
    """One whom the app does not know is made: of another app that is another user."""
    long = {"id": id, "name": "n" * 256}
    assert refusal(caller, f"update_users{suffix}", users={id: long}) == (400, 4)
    change = {"id": id, "set": {"name": "Bo"}}
    other.call(f"update_users_partial{suffix}", users=[change])
    assert [each["name"] for each in _found(other, suffix, id)] == ["Bo"]
    assert [each["name"] for each in _found(caller, suffix, id)] == ["Ann"]
    wrong = {"id": id, "set": {"name": long["name"]}}
    assert refusal(caller, f"update_users_partial{suffix}", users=[wrong]) == (400, 4)
    asked = {"filter_conditions": {"colour": {"$zz": 1}}}
    fields: dict[str, Any] = asked if suffix else {"payload": asked}
    assert refusal(caller, f"query_users{suffix}", **fields) == (400, 4)
