"""The order of rules, moved by arrows."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from common.moderation.rules import ordering
from common.moderation.rules.ordering import Target
from tests.functional.hive.world import Team, team, triggered

POSTS = {"type": "post_count", "operator": "gte", "value": 1, "window": "1h"}
RULES = "/api/v1/rules"


@pytest.fixture
def hive(tmp_path: Path) -> Iterator[Team]:
    with team(tmp_path / "data") as made:
        yield made


def _rules(hive: Team, *ids: str, scope: str = "post") -> None:
    for id in ids:
        hive.rule(id, POSTS, "flag_for_review", scope=scope)


def _order(hive: Team, scope: str = "post") -> list[str]:
    found = hive.done("GET", RULES, scope=scope)["rules"]
    return [each["id"] for each in found]


def test_up_and_down_by_one(hive: Team) -> None:
    _rules(hive, "a", "b", "c")
    _rules(hive, "other", scope="user")
    assert _order(hive) == ["a", "b", "c"]
    moved = hive.done("POST", f"{RULES}/c/move", {"direction": "up"})
    assert [(each["id"], each["position"]) for each in moved["rules"]] == [
        ("a", 0),
        ("c", 1),
        ("b", 2),
    ]
    hive.done("POST", f"{RULES}/a/move", {"direction": "down"})
    assert _order(hive) == ["c", "a", "b"]
    assert triggered(hive.post())[:3] == ["c", "a", "b"]
    assert _order(hive, "user") == ["other"]


def test_beyond_the_ends_nothing_moves(hive: Team) -> None:
    _rules(hive, "a", "b")
    hive.done("POST", f"{RULES}/a/move", {"direction": "up"})
    hive.done("POST", f"{RULES}/b/move", {"direction": "down"})
    assert _order(hive) == ["a", "b"]


def test_before_and_after_another(hive: Team) -> None:
    _rules(hive, "a", "b", "c", "d")
    _rules(hive, "other", scope="user")
    hive.done("POST", f"{RULES}/d/move", {"before": "b"})
    assert _order(hive) == ["a", "d", "b", "c"]
    hive.done("POST", f"{RULES}/a/move", {"after": "b"})
    assert _order(hive) == ["d", "b", "a", "c"]
    hive.refused("before", f"{RULES}/a/move", {"before": "other"})
    hive.refused("after", f"{RULES}/a/move", {"after": "a"})
    hive.refused("direction", f"{RULES}/a/move", {"direction": "up", "before": "b"})
    assert hive.send("POST", f"{RULES}/nobody/move", {"direction": "up"}).status == 404


def test_a_move_makes_no_version(hive: Team) -> None:
    _rules(hive, "a", "b")
    hive.done("POST", f"{RULES}/b/move", {"direction": "up"})
    assert {each["version"] for each in hive.done("GET", RULES)["rules"]} == {1}


def test_pages_of_the_order(hive: Team) -> None:
    _rules(hive, *"abcde")
    hive.done("POST", f"{RULES}/e/move", {"before": "a"})
    found: list[Any] = []
    cursor: dict[str, str] = {}
    while True:
        page = hive.done("GET", RULES, scope="post", limit=2, **cursor)
        found += [each["id"] for each in page["rules"]]
        if page["next"] is None:
            break
        cursor = {"cursor": page["next"]}
    assert found == list("eabcd")


def test_many_at_once_leave_an_order_of_all(hive: Team) -> None:
    """Each moves some rule anywhere: none is lost, none is there twice, positions are dense."""
    ids = [f"r{number}" for number in range(8)]
    _rules(hive, *ids)
    rng = random.Random(7)
    context, app = hive.server.context, hive.app.name

    async def move_all() -> None:
        targets = [(rng.choice(ids), rng.choice(ids)) for _ in range(24)]
        await asyncio.gather(
            *(
                ordering.move(context, app, id, Target(before=other), 1)
                for id, other in targets
                if id != other
            )
        )

    hive.server.run(move_all())
    rules = hive.done("GET", RULES, scope="post")["rules"]
    assert sorted(each["id"] for each in rules) == ids
    assert [each["position"] for each in rules] == list(range(len(ids)))


def test_far_moves_of_many_rules_pass_no_limit_of_a_store(hive: Team) -> None:
    ids = [f"r{number:03d}" for number in range(170)]
    _rules(hive, *ids)
    hive.done("POST", f"{RULES}/r169/move", {"before": "r000"})
    context = hive.server.context
    found = hive.server.run(ordering.ordered(context, hive.app.name, "post"))
    assert [each["id"] for each in found] == ["r169", *ids[:-1]]
    assert [each["position"] for each in found] == list(range(170))


def test_a_rule_that_is_saved_keeps_its_place_and_a_new_one_is_the_last(hive: Team) -> None:
    _rules(hive, "a", "b", "c")
    body = hive.done("GET", f"{RULES}/b")["rule"]
    assert body["position"] == 1
    hive.done("POST", f"{RULES}/c/move", {"direction": "up"})
    _rules(hive, "c", "a", "new")
    assert _order(hive) == ["a", "c", "b", "new"]
    assert hive.done("GET", f"{RULES}/c")["rule"]["version"] == 1, "it was saved without a change"
    fields = {name: body[name] for name in ("name", "scope", "when", "actions")}
    draft = hive.done("PUT", f"{RULES}/b/draft", {**fields, "name": "Other"})["draft"]
    assert draft["changes"] == ['name "b" → "Other"']
    _rules(hive, "a", scope="user")
    assert _order(hive) == ["c", "b", "new"]


@pytest.mark.parametrize("id", ["try", "pause", "resume", "import", "export"])
def test_an_id_that_is_a_path_beside_the_rules_is_refused(hive: Team, id: str) -> None:
    rule = {"name": "A", "scope": "post", "when": POSTS, "actions": ["flag_for_review"]}
    for path in (f"{RULES}/{id}/draft", f"{RULES}/{id}/shadow", f"{RULES}/{id}"):
        method = "POST" if path.endswith("shadow") else "PUT"
        body = {"rule": rule} if method == "POST" else rule
        answer = hive.server.call(hive.app, method, path, body)
        assert answer.status == 400 and set(answer.json()["exception_fields"]) == {"id"}, path
