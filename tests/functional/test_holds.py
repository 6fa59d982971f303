"""What is under a legal hold stays, whatever else says that it goes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from common.configuration.context import now
from common.moderation import holds
from common.store.store import Delete
from tests.functional.desk import V2, Desk, desk, later
from tests.functional.erasing import finish, turn
from tests.functional.retaining import SETTINGS, keep, retain
from tests.functional.test_retention import (
    DAY_S,
    OWN_TIME,
    asked,
    post,
    review,
    rows,
    settle,
    words,
)

HELD = {"reason": "a court asks", "user_id": "mo"}
POSTS = ("clean", "reviewed", "waiting", "of held user", "held item")


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("held") / "data") as made:
        yield made


def hold(bench: Desk, of: str, id: str) -> Any:
    return bench.done("PUT", f"/api/v1/holds/{of}/{id}", HELD)["hold"]


def test_what_is_held_stays_until_the_hold_is_lifted(bench: Desk) -> None:
    keep(bench, clean_items=30)
    post(bench, "of-ann")
    item = post(bench, "of-ben", creator="ben")
    post(bench, "free", creator="ben")
    hold(bench, "users", "ann-4711")
    hold(bench, "items", item["id"])
    retain(bench, 40)
    found = [bench.item("post", f"entity-{name}") for name in ("of-ann", "of-ben", "free")]
    assert [each is not None for each in found] == [True, True, False]
    listed = {(each["of"], each["by"]) for each in asked(bench, "/api/v1/holds")["holds"]}
    assert listed == {("user", "mo"), ("item", "mo")}
    bench.done("DELETE", "/api/v1/holds/users/ann-4711")
    bench.done("DELETE", f"/api/v1/holds/items/{item['id']}")
    retain(bench, 50)
    assert bench.item("post", "entity-of-ann") is bench.item("post", "entity-of-ben") is None
    told = asked(bench, "/api/v1/log", kind="retention")["entries"]
    placed = [(each["by"], each["reason"]) for each in told if each["type"] == "hold_placed"]
    assert placed == [("mo", "a court asks")] * 2
    assert sum(each["type"] == "hold_lifted" for each in told) == 2
    assert bench.send("DELETE", "/api/v1/holds/users/ann-4711").status == 404
    assert bench.send("PUT", f"/api/v1/holds/items/{item['id']}", HELD).status == 404


def test_an_item_is_held_from_an_erasure_that_has_gone_over_half_of_them(bench: Desk) -> None:
    for number in range(45):
        post(bench, f"post{number}")
    erasure = bench.send("DELETE", "/api/v1/users/ann-4711/data").json()["id"]
    turn(bench, erasure)
    left = [item for n in range(45) if (item := bench.item("post", f"entity-post{n}"))]
    assert len(left) == 5
    hold(bench, "items", left[0]["id"])
    for _ in range(2):
        turn(bench, erasure)
    assert bench.done("GET", f"/api/v1/erasures/{erasure}")["status"] == "held"
    assert bench.item("post", left[0]["entity_id"]) is not None
    bench.done("DELETE", f"/api/v1/holds/items/{left[0]['id']}")
    assert finish(bench, erasure)["status"] == "completed"
    assert bench.item("post", left[0]["entity_id"]) is None


def test_what_somebody_who_is_held_has_reported_stays(bench: Desk) -> None:
    keep(bench, flagged_items=200)
    reported, other = (post(bench, name, "ben", bad=True) for name in ("reported", "other"))
    report = {"entity_type": "post", "entity_id": "entity-reported", "user_id": "ann-4711"}
    bench.done("POST", f"{V2}/flag", {**report, "reason": "rude"})
    for item in (reported, other):
        review(bench, item)
    settle(bench)
    hold(bench, "users", "ann-4711")
    retain(bench, 260)
    assert bench.item("post", "entity-other") is None
    assert bench.item("post", "entity-reported") is not None
    bench.done("DELETE", "/api/v1/holds/users/ann-4711")
    retain(bench, 300)
    assert bench.item("post", "entity-reported") is None


def test_a_hold_that_comes_while_a_page_goes_is_not_too_late(
    bench: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(bench, clean_items=30)
    post(bench, "theirs")
    context, app = bench.server.context, bench.app.name
    commit, placed = context.store.commit, [False]

    async def overtaken(writes: Any, messages: Any = ()) -> None:
        writes = [*writes]
        if not placed[0] and any(isinstance(each, Delete) for each in writes):
            placed[0] = True
            await holds.place(context, app, "user", "ann-4711", "mo", "a court asks", now())
        await commit(writes, messages)

    monkeypatch.setattr(context.store, "commit", overtaken)
    retain(bench, 40)
    assert placed[0]
    assert bench.item("post", "entity-theirs") is not None


def test_an_erasure_is_refused_by_a_hold_and_waits_for_one_that_comes_later(bench: Desk) -> None:
    item = post(bench, "theirs")
    for of, id in (("users", "ann-4711"), ("items", item["id"])):
        hold(bench, of, id)
        refused = bench.send("DELETE", "/api/v1/users/ann-4711/data")
        assert refused.status == 400 and "legal hold" in refused.text
        bench.done("DELETE", f"/api/v1/holds/{of}/{id}")
    erasure = bench.send("DELETE", "/api/v1/users/ann-4711/data").json()["id"]
    hold(bench, "users", "ann-4711")
    for _ in range(3):
        turn(bench, erasure)
    assert bench.done("GET", f"/api/v1/erasures/{erasure}")["status"] == "held"
    assert bench.item("post", "entity-theirs") is not None
    bench.done("DELETE", "/api/v1/holds/users/ann-4711")
    assert finish(bench, erasure)["status"] == "completed"
    assert bench.item("post", "entity-theirs") is None


@settings(
    max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.sampled_from(POSTS), st.integers(0, 60)), min_size=3, max_size=7))
def test_whatever_there_is_what_had_its_time_goes_whole_and_all_else_stays(
    bench: Desk, posts: list[tuple[str, int]]
) -> None:
    before = bench.server.snapshot()
    try:
        short = {"appeal_window_days": 5, "appeal_window_override": HELD}
        bench.done("PUT", SETTINGS, {**short, "retention_days": {}})
        keep(bench, clean_items=30, flagged_items=40)
        items = [_made(bench, number, *each) for number, each in enumerate(posts)]
        settle(bench)
        named = [_naming(bench, item["id"]) for item in items]
        retain(bench, 70.5)
        for number, ((kind, day), item) in enumerate(zip(posts, items, strict=True)):
            days = {"clean": 30, "reviewed": 40}.get(kind)
            if days is not None and day + days <= 70:
                assert rows(bench, words(f"post{number}"), ("log",)) == []
                assert rows(bench, f"entity-post{number}", OWN_TIME) == []
                assert rows(bench, item["id"], OWN_TIME) == []
            else:
                assert _naming(bench, item["id"]) == named[number], kind
    finally:
        bench.server.restore(before)


def _made(bench: Desk, number: int, kind: str, day: int) -> Any:
    creator = f"held-{number}" if kind == "of held user" else f"author-{number}"
    with later(day * DAY_S):
        item = post(bench, f"post{number}", creator, bad=kind in ("reviewed", "waiting"))
        if kind == "reviewed":
            review(bench, item)
    if kind == "of held user":
        hold(bench, "users", creator)
    if kind == "held item":
        hold(bench, "items", item["id"])
    return item


def _naming(bench: Desk, id: str) -> list[str]:
    """What is stored about an item, of which nothing changes by itself."""
    found = bench.server.documents(bench.app.name)
    return sorted(str(row) for row in found if id in str(row))
