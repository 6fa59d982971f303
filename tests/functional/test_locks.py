"""Items of the review queue that are one moderator's for a time."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from common.configuration.context import now
from common.domain.times import MINUTE
from common.moderation.filtering.paging import Asked
from common.moderation.review import queue
from common.moderation.review.locks import Claim
from tests.functional.desk import V2, Desk, desk, later


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("locks") / "data") as made:
        users = {id: {"id": id, "name": f"Mo {id}", "role": "moderator"} for id in ("m1", "m2")}
        made.done("POST", "/api/v2/users", {"users": users})
        yield made


def _ids(answer: Any) -> list[str]:
    return [item["id"] for item in answer["items"]]


def _lock(bench: Desk, moderator: str, count: int = 1, **asked: Any) -> list[str]:
    given = {"lock_items": True, "lock_count": count, "lock_duration": 60, **asked}
    return _ids(bench.queue(user_id=moderator, **given))


def _holder(bench: Desk, item: str) -> str | None:
    assigned = bench.shown(item).get("assigned_to")
    return None if assigned is None else str(assigned["id"])


def test_two_moderators_get_different_items(bench: Desk) -> None:
    items = [bench.flagged()["id"] for _ in range(3)]
    first, second = _lock(bench, "m1"), _lock(bench, "m2")
    assert (first, second) == ([items[2]], [items[1]])
    shown = bench.shown(items[2])["assigned_to"]
    assert (shown["id"], shown["name"], shown["role"]) == ("m1", "Mo m1", "moderator")
    assert [_holder(bench, item) for item in items] == [None, "m2", "m1"]
    assert _ids(bench.queue()) == items[::-1]
    assert _lock(bench, "m2", 25) == [items[1], items[0]]
    assert _lock(bench, "m1", 25) == [items[2]]


def test_a_lock_ends_by_time_and_is_renewed_by_who_has_it(bench: Desk) -> None:
    item = bench.flagged()["id"]
    assert _lock(bench, "m1") == [item]
    with later(50):
        assert _lock(bench, "m2") == []
        assert _lock(bench, "m1") == [item]
    with later(100):
        assert (_holder(bench, item), _lock(bench, "m2")) == ("m1", [])
    with later(111):
        assert _holder(bench, item) is None
        assert _lock(bench, "m2") == [item]


@pytest.mark.parametrize(
    ("duration", "seconds"), [(90, 90), ("90", 90), ("90s", 90), ("2m", 120), ("1h", 3_600)]
)
def test_how_long_a_lock_is(bench: Desk, duration: int | str, seconds: int) -> None:
    item = bench.flagged()["id"]
    _lock(bench, "m1", lock_duration=duration)
    for moment, holder in ((seconds - 2, "m1"), (seconds + 2, None)):
        with later(moment):
            assert _holder(bench, item) == holder


def test_what_is_left_out_has_its_default(bench: Desk) -> None:
    items = [bench.flagged()["id"] for _ in range(27)]
    assert len(_ids(bench.queue(user_id="m1", lock_items=True))) == 25
    assert len(_ids(bench.queue(user_id="m2", lock_items=True, limit=1))) == 1
    with later(299):
        assert _holder(bench, items[-1]) == "m1"
    with later(301):
        assert _holder(bench, items[-1]) is None


@pytest.mark.parametrize("action", ["mark_reviewed", "ban", "escalate", "restore"])
def test_a_decision_ends_the_lock(bench: Desk, action: str) -> None:
    item = bench.flagged()["id"]
    _lock(bench, "m1")
    assert "assigned_to" not in bench.act(action, item)
    assert _lock(bench, "m2") == [item]


def test_a_moderator_gives_back_only_what_is_theirs(bench: Desk) -> None:
    bench.flagged()
    (mine,), (theirs,) = _lock(bench, "m1"), [bench.flagged()["id"]]
    assert _lock(bench, "m2") == [theirs]
    answer = bench.queue(user_id="m1", lock_items=False)
    assert [item.get("assigned_to", {}).get("id") for item in answer["items"]] == ["m2", None]
    assert (_holder(bench, mine), _holder(bench, theirs)) == (None, "m2")


def test_only_what_the_filter_names_is_locked(bench: Desk) -> None:
    mine = bench.flagged("ann")["id"]
    other = bench.flagged("ben")["id"]
    assert _lock(bench, "m1", 5, filter={"entity_creator_id": "ann"}) == [mine]
    assert _lock(bench, "m2", 5, filter={"id": mine}) == []
    assert _lock(bench, "m2", 5, filter={"id": other}) == [other]


def test_a_locks_change_moves_nothing(bench: Desk) -> None:
    items = [bench.flagged()["id"] for _ in range(2)]
    before = bench.shown(items[0])
    _lock(bench, "m1", sort=[{"field": "created_at", "direction": 1}])
    after = bench.shown(items[0])
    after.pop("assigned_to")
    assert {**after, "duration": 0} == {**before, "duration": 0}
    sort = [{"field": "updated_at", "direction": -1}]
    assert _ids(bench.queue(sort=sort)) == items[::-1]


def test_more_than_a_page_that_is_anothers_is_passed_over(bench: Desk) -> None:
    items = [bench.flagged()["id"] for _ in range(30)]
    held = _lock(bench, "m1", 25)
    assert held == items[:4:-1]
    assert _lock(bench, "m2", 25) == items[4::-1]


def test_a_client_locks_for_its_own_user(bench: Desk) -> None:
    item = bench.flagged()["id"]
    body = {"lock_items": True, "user_id": "m2"}
    answered = bench.send("POST", f"{V2}/review_queue", body, as_user=bench.app.user("m1"))
    assert _ids(answered.json()) == [item]
    assert _holder(bench, item) == "m1"


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"lock_items": True}, "user_id"),
        ({"lock_items": False}, "user_id"),
        ({"lock_count": 1}, "lock_count"),
        ({"lock_duration": 60}, "lock_duration"),
        ({"lock_items": False, "lock_count": 1}, "lock_count"),
        ({"lock_items": True, "stats_only": True}, "lock_items"),
        ({"lock_items": True, "lock_count": 0}, "lock_count"),
        ({"lock_items": True, "lock_count": 26}, "lock_count"),
        ({"lock_items": True, "lock_duration": 0}, "lock_duration"),
        ({"lock_items": True, "lock_duration": "0s"}, "lock_duration"),
        ({"lock_items": True, "lock_duration": "a while"}, "lock_duration"),
        ({"lock_items": True, "lock_duration": 86_401}, "lock_duration"),
        ({"lock_items": True, "lock_duration": "25h"}, "lock_duration"),
    ],
)
def test_what_would_be_ignored_is_refused(bench: Desk, asked: dict[str, Any], field: str) -> None:
    item = bench.flagged()["id"]
    named = {} if field == "user_id" else {"user_id": "m1"}
    answered = bench.send("POST", f"{V2}/review_queue", {**named, **asked})
    assert answered.status == 400, answered.text
    assert set(answered.json()["exception_fields"]) == {field}
    assert _holder(bench, item) is None


def test_who_comes_at_the_same_time_never_gets_the_same(bench: Desk) -> None:
    items = {bench.flagged()["id"] for _ in range(40)}
    context, app = bench.server.context, bench.app.name

    async def claims() -> list[list[str]]:
        taken = (
            queue.lock(context, app, Asked(), Claim(f"m{number}", 6, MINUTE), now())
            for number in range(8)
        )
        found = await asyncio.gather(*taken)
        return [[each.item["id"] for each in one.review_items] for one in found]

    held = bench.server.run(claims())
    all_of_them = [id for ids in held for id in ids]
    assert len(all_of_them) == len(set(all_of_them)) == 40
    assert set(all_of_them) == items
    for number, ids in enumerate(held):
        assert {_holder(bench, id) for id in ids} <= {f"m{number}"}
