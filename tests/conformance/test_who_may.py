"""Each operation called with a user's token: by users who may, and by those who may not."""

from __future__ import annotations

import re

import pytest

from .clients.operations import OPERATIONS, Operation
from .clients.table import is_served
from .helpers import Raw, unique

_OF_USERS = frozenset(
    {
        "appeal",
        "get_appeal",
        "query_appeals",
        "flag",
        "mute",
        "unmute",
        "block_users",
        "get_blocked_users",
        "unblock_users",
        "flag_v1",
        "unflag_v1",
        "mute_v1",
        "unmute_v1",
        "block_users_v1",
        "get_blocked_users_v1",
        "unblock_users_v1",
        "create_guest_v1",
    }
)


def _told(raw: Raw, operation: Operation) -> tuple[int, int]:
    """What an ordinary user is told, whatever else may be wrong with the request."""
    path = re.sub(r"\{\w+\}", unique(), operation.path)
    body: dict[str, str] | None = None if operation.method in ("GET", "DELETE") else {}
    token = raw.token({"user_id": unique("user")})
    answer = raw.send(operation.method, path, body, token=token)
    return answer.status_code, answer.json().get("code", 0)


@pytest.mark.parametrize("group", ["moderation", "supporting", "unversioned"])
def test_users_do_what_is_theirs_and_nothing_else(raw: Raw, group: str) -> None:
    asked = [each for each in OPERATIONS.values() if each.group == group and is_served(each)]
    told = {each.id: _told(raw, each) for each in asked}
    may = {id for id, answer in told.items() if answer != (403, 17)}
    assert may == _OF_USERS & told.keys(), {id: told[id] for id in may ^ (_OF_USERS & told.keys())}
