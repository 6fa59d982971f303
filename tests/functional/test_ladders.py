"""Strikes: given by rules and by moderators, running out by themselves, and what they lead to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest

from common.configuration.context import now
from common.domain.item import item_id
from common.domain.times import DAY, SECOND
from common.moderation.enforcement.enforcements import enforce
from common.queue.messages import Trigger
from tests.functional.desk import BAD, Desk, desk, later

POLICIES = "/api/v1/strike_policies"
LISTED = {"type": "in_list", "lists": ["words"]}
MUTE = {"name": "Mute", "kind": "user", "url": "https://example.com/mute"}
DAYS = DAY // SECOND
_numbers = count()


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("ladders") / "data") as made:
        made.done("PUT", "/api/v1/actions/mute", MUTE)
        made.done("PUT", f"{POLICIES}/spam", _policy())
        yield made


def _policy(**fields: Any) -> dict[str, Any]:
    steps = [
        {"strikes": 2, "actions": [_step("mute", hours=24), _step("flag_for_review")]},
        {"strikes": 3, "actions": [_step("ban_user", timeout=60)]},
    ]
    return {"name": "Spam", "expires_after": 30, "steps": steps, **fields}


def _step(action: str, **values: Any) -> dict[str, Any]:
    return {"action": action, "values": values}


def put_rule(bench: Desk, id: str = "bad", **fields: Any) -> None:
    rule = {
        "name": id,
        "scope": "post",
        "when": LISTED,
        "actions": ["flag_for_review"],
        "strike": {"policy": "spam"},
    }
    bench.done("PUT", f"/api/v1/rules/{id}", {**rule, **fields})


def post(bench: Desk, text: str = BAD, author: str = "ann", at: int = 0, **fields: Any) -> Any:
    id = fields.pop("entity_id", f"of {author} {next(_numbers)}")
    answer = bench.check(text, entity_creator_id=author, entity_id=id, **fields)
    trigger = Trigger(bench.app.name, item_id(bench.app.name, "post", id))
    for _ in range(2):
        bench.server.run(enforce(bench.server.context, trigger, now() + at))
    return answer


def strikes(bench: Desk, user: str = "ann") -> Any:
    return bench.done("GET", f"/api/v1/users/{user}/strikes")


def give(bench: Desk, user: str = "ann", **fields: Any) -> Any:
    return bench.done("POST", f"/api/v1/users/{user}/strikes", {"policy": "spam", **fields})


def deliveries(bench: Desk, action: str = "mute") -> list[Any]:
    found = bench.done("GET", "/api/v1/deliveries")["deliveries"]
    return [each for each in found if each["action_id"] == action]


def logged(bench: Desk, type: str) -> list[Any]:
    query = {"kind": "strike", "limit": 100}
    entries = bench.server.call(bench.app, "GET", "/api/v1/log", query=query).json()["entries"]
    return [each for each in entries if each["type"] == type]


def test_a_content_is_one_strike_however_often_it_is_seen(bench: Desk) -> None:
    put_rule(bench)
    put_rule(bench, "again")
    post(bench, entity_id="p1")
    post(bench, entity_id="p1")
    found = strikes(bench)
    assert found["totals"] == {"spam": 1}
    (strike,) = found["strikes"]
    assert (strike["rule_id"], strike["rule_version"], strike["weight"]) == ("bad", 1, 1)
    post(bench, f"{BAD} again", entity_id="p1")
    assert strikes(bench)["totals"] == {"spam": 2}, "an edit is another content"


def test_steps_are_taken_once_when_they_are_reached(bench: Desk) -> None:
    put_rule(bench)
    post(bench)
    assert deliveries(bench) == []
    post(bench)
    (delivery,) = deliveries(bench)
    assert delivery["data"]["options"] == {"hours": 24}
    assert delivery["data"]["user_id"] == "ann"
    whole = bench.done("GET", f"/api/v1/deliveries/{delivery['id']}")["delivery"]["why"]
    assert (whole["strike_policy"], whole["threshold"]) == ("spam", 2)
    assert [each["rule_id"] for each in whole["strikes"]] == ["bad", "bad"]
    item = bench.item("stream:user", "ann")
    assert item is not None and item["flags_count"] == 1
    post(bench)
    assert len(deliveries(bench)) == 1
    user = bench.user("ann")
    assert user["banned"] is True
    (ban,) = user["bans"]
    assert ban["reason"] == "Spam: 3 strikes"
    reached = logged(bench, "ladder")
    assert [each["custom"]["threshold"] for each in reached] == [3, 2]
    post(bench)
    assert len(logged(bench, "ladder")) == 2
    assert strikes(bench)["totals"] == {"spam": 4}


def test_each_strike_runs_out_by_itself(bench: Desk) -> None:
    put_rule(bench)
    post(bench)
    with later(29 * DAYS):
        assert strikes(bench)["totals"] == {"spam": 1}
    with later(30 * DAYS + 60):
        assert strikes(bench)["totals"] == {}
    post(bench, at=31 * DAY)
    assert deliveries(bench) == [], "the first is no more"
    post(bench, at=40 * DAY)
    assert len(deliveries(bench)) == 1
    post(bench, at=62 * DAY)
    assert len(deliveries(bench)) == 2, "reached again from below"


def test_several_steps_at_once_go_in_order(bench: Desk) -> None:
    put_rule(bench, strike={"policy": "spam", "weight": 5})
    post(bench)
    assert len(deliveries(bench)) == 1
    assert bench.user("ann")["banned"] is True
    custom = [each["custom"] for each in logged(bench, "ladder")]
    assert sorted(each["threshold"] for each in custom) == [2, 3]


@pytest.mark.parametrize(
    ("weights", "weight"),
    [
        ({}, 1),
        ({"rules": {"bad": 4}}, 4),
        ({"rules": {"other": 4}}, 1),
        ({"classes": {"text:x": 9}}, 1),
    ],
)
def test_a_strike_weighs_what_its_policy_says(
    bench: Desk, weights: dict[str, Any], weight: int
) -> None:
    bench.done("PUT", f"{POLICIES}/spam", _policy(weights=weights))
    put_rule(bench)
    post(bench)
    assert strikes(bench)["totals"] == {"spam": weight}


def test_the_heaviest_strike_of_a_content_counts(bench: Desk) -> None:
    put_rule(bench, "light", position=1)
    put_rule(bench, "heavy", position=2, strike={"policy": "spam", "weight": 2})
    post(bench)
    assert strikes(bench)["totals"] == {"spam": 2}
    assert len(deliveries(bench)) == 1


def test_moderators_give_and_take_back(bench: Desk) -> None:
    post(bench, "hello", entity_id="p")
    first = give(bench, id="a", weight=1, reason="rude", user_id="mo")
    assert give(bench, id="a", weight=1)["totals"] == first["totals"] == {"spam": 1}
    give(bench, id="b", weight=1)
    assert len(deliveries(bench)) == 1
    (one, _) = strikes(bench)["strikes"]
    assert (one["by"], one["reason"]) == ("mo", "rude")
    path = f"/api/v1/users/ann/strikes/{one['id']}"
    left = bench.server.call(bench.app, "DELETE", path, query={"user_id": "mo"}).json()
    assert left["totals"] == {"spam": 1}
    (cleared,) = logged(bench, "cleared")
    assert (cleared["by"], cleared["custom"]["count"]) == ("mo", 1)
    again = bench.send("DELETE", path)
    assert (again.status, again.json()["code"]) == (404, 16)
    unknown = bench.send("POST", "/api/v1/users/ann/strikes", {"policy": "nobody"})
    assert list(unknown.json()["exception_fields"]) == ["policy"]
    stranger = bench.send("POST", "/api/v1/users/stranger/strikes", {"policy": "spam"})
    assert stranger.status == 404


def test_what_a_person_takes_back_takes_its_strikes_along(bench: Desk) -> None:
    put_rule(bench)
    bench.done("PUT", f"{POLICIES}/spam", _policy(steps=[]))
    answers = [post(bench), post(bench)]
    give(bench)
    assert strikes(bench)["totals"] == {"spam": 3}
    bench.act("restore", answers[0]["item"]["id"])
    assert strikes(bench)["totals"] == {"spam": 2}
    bench.act("ban", answers[1]["item"]["id"])
    bench.act("unban", answers[1]["item"]["id"])
    assert strikes(bench)["totals"] == {}
    reasons = [each["reason"] for each in logged(bench, "cleared")]
    assert sorted(reasons) == ["the ban was lifted", "the content was restored"]


def test_who_is_exempt_is_given_none(bench: Desk) -> None:
    bench.done("POST", "/api/v2/users", {"users": {"mo": {"id": "mo", "role": "moderator"}}})
    put_rule(bench)
    post(bench, author="mo")
    assert strikes(bench, "mo")["totals"] == {}


def test_a_rule_looks_at_strikes(bench: Desk) -> None:
    when = {"type": "strikes", "policy": "spam", "operator": "gte", "value": 1}
    put_rule(bench, "struck", when=when, strike=None)
    few = {"type": "not", "condition": when}
    put_rule(bench, "clean", when=few, strike=None)
    names = [each["rule_id"] for each in post(bench)["triggered_rules"]]
    assert names == ["clean"]
    give(bench)
    answer = post(bench)
    (rule,) = answer["triggered_rules"]
    assert rule["rule_id"] == "struck"
    nobody = bench.check("hello", entity_creator_id="")
    assert nobody["triggered_rules"] == [], "of nobody it is not known"


def test_a_policy_in_use_stays(bench: Desk) -> None:
    put_rule(bench, enabled=False)
    refused = bench.send("DELETE", f"{POLICIES}/spam")
    assert "'bad'" in refused.json()["exception_fields"]["id"]
    put_rule(
        bench, strike=None, when={"type": "strikes", "policy": "spam", "operator": "gt", "value": 0}
    )
    assert bench.send("DELETE", f"{POLICIES}/spam").status == 400
    put_rule(bench, strike=None)
    bench.done("DELETE", f"{POLICIES}/spam")
    rule = {"name": "x", "scope": "post", "when": LISTED, "actions": ["mute"]}
    for id in ("spam", "none"):
        body = {**rule, "strike": {"policy": id}}
        refused = bench.send("PUT", "/api/v1/rules/x", body)
        assert list(refused.json()["exception_fields"]) == ["strike.policy"]


@pytest.mark.parametrize(
    ("steps", "field"),
    [
        ([{"strikes": 1, "actions": [_step("nobody")]}], "steps"),
        ([{"strikes": 2, "actions": [_step("mute")]}] * 2, "steps"),
        ([{"strikes": 1, "actions": [_step("ban_user", hours=1)]}], "steps.0.actions.0.values"),
        ([{"strikes": 1, "actions": [_step("ban_user", timeout=0)]}], "steps.0.actions.0.values"),
        ([{"strikes": 1, "actions": []}], "steps.0.actions"),
    ],
)
def test_a_ladder_that_makes_no_sense_is_refused(bench: Desk, steps: Any, field: str) -> None:
    refused = bench.send("PUT", f"{POLICIES}/spam", _policy(steps=steps))
    assert refused.status == 400
    assert list(refused.json()["exception_fields"]) == [field]


def test_the_histogram_has_users_by_their_strikes_now(bench: Desk) -> None:
    bench.done("PUT", f"{POLICIES}/other", _policy(name="Other", steps=[]))
    for number, weight in enumerate([1, 1, 2, 3, 3, 3]):
        user = f"u{number}"
        bench.check("hello", entity_creator_id=user)
        give(bench, user, weight=weight)
    bench.check("hello", entity_creator_id="else")
    give(bench, "else", policy="other", weight=7)
    found = bench.done("GET", f"{POLICIES}/spam/histogram")
    bars = [(each["strikes"], each["users"]) for each in found["histogram"]]
    assert bars == [(1, 2), (2, 1), (3, 3)]
    assert [(each["strikes"], each["users"]) for each in found["steps"]] == [(2, 4), (3, 3)]
    assert (found["users"], found["next"]) == (6, None)
    pages, cursor = 0, None
    seen: dict[int, int] = {}
    while pages == 0 or cursor:
        query = {"limit": 2, **({"cursor": cursor} if cursor else {})}
        page = bench.server.call(bench.app, "GET", f"{POLICIES}/spam/histogram", query=query).json()
        for bar in page["histogram"]:
            seen[bar["strikes"]] = seen.get(bar["strikes"], 0) + bar["users"]
        pages, cursor = pages + 1, page["next"]
    assert seen == dict(bars)
    assert pages >= 3
    with later(31 * DAYS):
        gone = bench.done("GET", f"{POLICIES}/spam/histogram")
    assert (gone["users"], gone["histogram"]) == (0, [])


def test_a_user_who_is_deleted_for_good_has_none(bench: Desk) -> None:
    post(bench, "hello")
    give(bench)
    item = bench.flagged(creator="ann")
    bench.act("delete_user", item["id"], delete_user={"hard_delete": True})
    assert strikes(bench)["totals"] == {}
