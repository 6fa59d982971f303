"""A user's document stays small enough for each store, whatever is added to it by and by: else
nobody could ban them any more.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson
import pytest

from common.domain.user import User
from tests.functional.desk import V2, Desk, desk
from tests.functional.inprocess import Answer

_MOST_OF_DYNAMODB = 400 * 1024


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("sizes") / "data") as made:
        made.done("POST", "/api/v2/users", {"users": {"ann": {"id": "ann"}}})
        yield made


def _refused(answered: Answer, field: str) -> None:
    assert (answered.status, answered.json()["code"]) == (400, 4), answered.text
    assert list(answered.json()["exception_fields"]) == [field]


def _repeated(bench: Desk, path: str, bodies: Iterator[Any], method: str = "POST") -> Answer:
    """Until one is refused."""
    for body in bodies:
        answered = bench.send(method, path, body)
        if answered.status >= 400:
            return answered
    raise AssertionError("nothing was refused")


def test_what_an_app_keeps_of_a_user_is_bounded(bench: Desk) -> None:
    for name, value in (("custom", {"a": "x" * 60_000}), ("teams", ["x" * 60_000])):
        for path in ("/api/v2/users", "/users"):
            users = {"users": {"ann": {"id": "ann", name: value}}}
            _refused(bench.send("POST", path, users), name)
    change = ({"id": "ann", "set": {f"k{n}": "x" * 9_000}} for n in range(9))
    bodies = ({"users": [each]} for each in change)
    _refused(_repeated(bench, "/api/v2/users", bodies, "PATCH"), "custom")
    assert len(bench.user("ann")["custom"]) == 5


def test_a_guest_brings_no_more_with_them(bench: Desk) -> None:
    body = {"user": {"id": "g", "custom": {"a": "x" * 60_000}}}
    _refused(bench.send("POST", "/api/v2/guest", body), "custom")


def test_who_blocks_many_can_still_be_banned(bench: Desk) -> None:
    ids = [f"{n:02d}" + "é" * 1_000 for n in range(40)]
    bench.done("POST", "/api/v2/users", {"users": {id: {"id": id} for id in ids}})
    blocks = ({"blocked_user_id": id, "user_id": "ann"} for id in ids)
    _refused(_repeated(bench, "/api/v2/users/block", blocks), "blocked_user_id")
    bans = (
        {
            "target_user_id": "ann",
            "banned_by_id": "m" * 1_000,
            "channel_cid": f"messaging:{n}" + "é" * 900,
            "reason": "é" * 255,
        }
        for n in range(60)
    )
    _refused(_repeated(bench, f"{V2}/ban", bans), "channel_cid")
    user: User = bench.user("ann")
    assert len(user["bans"]) > 10
    assert len(orjson.dumps(user)) < _MOST_OF_DYNAMODB * 0.75
