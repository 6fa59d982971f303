"""Accounts: users looked for, blocked, deactivated, deleted and brought back."""

from __future__ import annotations

from typing import Any

from tests.functional.areas.area import Area, Made, Wrong


def _things(made: Made, mark: str) -> dict[str, str]:
    known = {id: {"id": id, "name": mark} for id in ("known", "blocker", "gone")}
    made("POST", "/api/v2/users", {"users": known})
    made("POST", "/api/v2/users/gone/deactivate", {})
    made("POST", "/api/v2/users/block", {"user_id": "blocker", "blocked_user_id": "known"})
    erasure = made("DELETE", "/api/v1/users/erased/data", None)
    return {"known": "known", "erasure": erasure["id"]}


_BLOCK = {"user_id": "u", "blocked_user_id": "{known}"}
_MANY = {"user_ids": ["{known}"]}
_WRONG_BLOCK: Wrong = (
    ("oneself", "blocked_user_id", {"user_id": "known"}),
    ("a name of 1,025 characters", "blocked_user_id", {"blocked_user_id": "u" * 1025}),
)
_WRONG_MANY: Wrong = (
    ("nobody", "user_ids", {"user_ids": []}),
    ("101 users", "user_ids", {"user_ids": [f"u{n}" for n in range(101)]}),
)
_WRONG_DELETION: Wrong = (
    *_WRONG_MANY,
    ("messages, and nobody to delete them", "messages", {"messages": "soft"}),
    ("another way to delete", "user", {"user": "gently"}),
)
_WRONG_GUEST: Wrong = (
    ("a role", "user.role", {"user": {"id": "visitor", "role": "admin"}}),
    ("a team", "user.teams", {"user": {"id": "visitor", "teams": ["red"]}}),
    ("a long id", "user.id", {"user": {"id": "v" * 901}}),
)
_QUERIES: tuple[tuple[str, dict[str, str]], ...] = (
    ("no JSON", {"payload": "{"}),
    ("a list", {"payload": "[]"}),
    ("presence", {"payload": '{"presence": true}'}),
    ("an unknown operator", {"payload": '{"filter_conditions": {"id": {"$ne": "u"}}}'}),
    ("what the chat knows", {"payload": '{"filter_conditions": {"online": true}}'}),
    ("an order by what the chat knows", {"payload": '{"sort": [{"field": "last_active"}]}'}),
    ("no boolean", {"payload": '{"filter_conditions": {"banned": "yes"}}'}),
)


def _twice(operation: str, value: Any) -> dict[str, Any]:
    return {operation: value, f"{operation}_v1": value}


AREA = Area(
    valid={
        **_twice("block_users", _BLOCK),
        **_twice("unblock_users", {**_BLOCK, "user_id": "blocker"}),
        **_twice("deactivate_user", {}),
        **_twice("reactivate_user", {}),
        **_twice("deactivate_users", _MANY),
        **_twice("reactivate_users", _MANY),
        **_twice("delete_users", _MANY),
        **_twice("restore_users", _MANY),
        **_twice("create_guest", {"user": {"id": "visitor"}}),
        "export_users_v1": _MANY,
    },
    wrong={
        "export_users_v1": _WRONG_MANY,
        **_twice("create_guest", _WRONG_GUEST),
        **_twice("block_users", _WRONG_BLOCK),
        **_twice("deactivate_users", _WRONG_MANY),
        **_twice("reactivate_users", _WRONG_MANY),
        **_twice("restore_users", _WRONG_MANY),
        **_twice("delete_users", _WRONG_DELETION),
    },
    queries={
        **_twice("query_users", _QUERIES),
        **_twice("export_user", (("no cursor of its own", {"next": "elsewhere"}),)),
    },
    ids={"users": "known", "erasures": "{erasure}"},
    samples={
        "delete_users user": "hard",
        "delete_users_v1 user": "hard",
        "unblock_users user": {"id": "blocker"},
        "unblock_users_v1 user": {"id": "blocker"},
    },
    beside={
        "reactivate_users created_by_id": {"user_ids": ["gone"]},
        "reactivate_users_v1 created_by_id": {"user_ids": ["gone"]},
    },
    paths={
        "reactivate_user created_by_id": {"users": "gone"},
        "reactivate_user_v1 created_by_id": {"users": "gone"},
    },
    things=_things,
)
