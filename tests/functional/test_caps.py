"""Caps: what a rule does above them is held for a person, who is told once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from common.configuration.context import now
from common.domain.item import item_id
from common.moderation.enforcement.enforcements import enforce
from common.moderation.enforcement.limits import MOST_ON_ITEM
from common.queue.messages import Trigger
from tests.functional.background import finished
from tests.functional.desk import BAD, Desk, desk, later

_HELD = {"type": "in_list", "lists": ["words"]}
_HOUR = 3_600
_numbers = count(1)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Desk]:
    with desk(tmp_path / "data", GAVEL_EGRESS_ALLOW="127.0.0.1") as made:
        for id, kind, more in (
            ("erase", "post", {"irreversible": True}),
            ("hide", "post", {}),
            ("show", "post", {"reverses": ["hide"]}),
            ("expel", "user", {"carries_out": ["ban"]}),
        ):
            url = f"http://127.0.0.1:9/{id}"
            made.done(
                "PUT", f"/api/v1/actions/{id}", {"name": id, "kind": kind, "url": url, **more}
            )
        yield made


def _rule(bench: Desk, id: str, *actions: str, **fields: Any) -> None:
    body = {"name": id.title(), "scope": "post", "when": _HELD, "actions": actions, **fields}
    bench.done("PUT", f"/api/v1/rules/{id}", body)


def _bad(bench: Desk, times: int = 1) -> list[str]:
    """The ids of as many items that have been evaluated."""
    items = []
    for number in range(times):
        name = f"p{next(_numbers)}"
        bench.check(f"{BAD} {number}", entity_id=name)
        items.append(item_id(bench.app.name, "post", name))
    for item in items:
        bench.enforce(item)
    return items


def _held(bench: Desk, **query: Any) -> Any:
    return bench.server.call(bench.app, "GET", "/api/v1/enforcements", query=query).json()[
        "enforcements"
    ]


def _sent(bench: Desk, action: str) -> Any:
    query = {"action_id": action, "limit": 100}
    return bench.server.call(bench.app, "GET", "/api/v1/deliveries", query=query).json()[
        "deliveries"
    ]


def _unread(bench: Desk) -> Any:
    query = {"unread": "true", "limit": 100}
    return bench.server.call(bench.app, "GET", "/api/v1/log", query=query).json()["entries"]


def test_above_the_app_s_cap_what_nobody_can_take_back_is_held(bench: Desk) -> None:
    bench.done("PUT", "/api/v1/settings", {"cap_per_hour": 3})
    _rule(bench, "spam", "erase", "hide")
    items = _bad(bench, 5)
    assert len(_sent(bench, "erase")) == 3
    assert len(_sent(bench, "hide")) == 5, "what can be taken back goes out"
    held = _held(bench)
    assert {each["item_id"] for each in held} == set(items[3:])
    for each in held:
        assert (each["status"], each["cap"], each["action"]) == ("held", "app", "erase")
        assert (each["rule_id"], each["rule_version"], each["rule_name"]) == ("spam", 1, "Spam")
        assert each["why"][0]["type"] == "in_list"
        (delivery,) = each["delivery_ids"]
        assert bench.send("GET", f"/api/v1/deliveries/{delivery}").status == 404
        assert bench.done("GET", f"/api/v1/enforcements/{each['id']}")["enforcement"] == each


def test_a_person_is_told_once_a_rule_and_hour(bench: Desk) -> None:
    bench.done("PUT", "/api/v1/settings", {"cap_per_hour": 0})
    bench.policy("default")
    _rule(bench, "spam", "erase")
    _rule(bench, "scam", "erase")
    items = _bad(bench, 4)
    assert len(_held(bench)) == 8
    told = [each for each in _unread(bench) if each["type"] == "held"]
    assert sorted(each["custom"]["rule_id"] for each in told) == ["scam", "spam"]
    waiting = bench.queue(filter={"reviewed": False})["items"]
    assert {each["id"] for each in waiting} == {items[0]}, "one item tells of it, not each"
    (first, second) = waiting[0]["flags"]
    assert "cap" in first["reason"] and "cap" in second["reason"]


def test_a_rule_s_own_cap_counts_all_that_it_calls(bench: Desk) -> None:
    _rule(bench, "spam", "hide", cap_per_hour=2)
    _rule(bench, "scam", "hide")
    _bad(bench, 5)
    held = _held(bench, rule_id="spam")
    assert [each["cap"] for each in held] == ["rule"] * 3
    assert _held(bench, rule_id="scam") == []
    assert len(_sent(bench, "hide")) == 2 + 5


def test_a_ban_counts_whatever_carries_it_out(bench: Desk) -> None:
    bench.done("PUT", "/api/v1/settings", {"cap_per_hour": 1})
    _rule(bench, "spam", "expel")
    _bad(bench, 2)
    assert len(_sent(bench, "expel")) == 1
    assert [each["action"] for each in _held(bench)] == ["expel"]


def _flooding(bench: Desk, *authors: str) -> None:
    """Each of them writes what a policy's engine asks for a ban for."""
    rule = {"action": "ban", "fast_spam_threshold": 2, "fast_spam_ttl": 10, "ban_duration": 60}
    bench.policy("default", velocity_filter_config={"rules": [rule]})
    for author in authors:
        for number in range(2):
            name = f"{author}-{number}"
            bench.check("Buy cheap watches", entity_id=name, entity_creator_id=author)
            bench.enforce(item_id(bench.app.name, "post", name))


def test_a_ban_that_an_engine_asks_for_counts_and_is_held(bench: Desk) -> None:
    bench.done("PUT", "/api/v1/settings", {"cap_per_hour": 1})
    _rule(bench, "spam", "erase")
    _flooding(bench, "ann", "bob", "cleo")
    assert [bench.user(each).get("banned", False) for each in ("ann", "bob", "cleo")] == [
        True,
        False,
        False,
    ]
    assert [each["subject"] for each in _sent(bench, "expel")] == ["user:ann"]
    held = _held(bench, of_engines="true")
    assert [each["user_id"] for each in held] == ["cleo", "bob"] and held == _held(bench)
    for each in held:
        assert (each["action"], each["cap"], each["rule_id"]) == ("ban_user", "app", "")
        assert (each["engine"], each["rule_name"]) == (
            "velocity_filter",
            "velocity_filter: fast_spam",
        )
    (told,) = [each for each in _unread(bench) if each["type"] == "held"]
    assert told["custom"] == {"engine": "velocity_filter", "cap": "app"}
    item = bench.shown(item_id(bench.app.name, "post", "bob-1"))
    assert any("cap" in flag.get("reason", "") for flag in item["flags"])
    _bad(bench)
    assert [each["action"] for each in _held(bench, rule_id="spam")] == ["erase"], "one cap for all"


@pytest.mark.parametrize("verdict", ["release", "drop"])
def test_what_is_held_of_engines_is_settled(bench: Desk, verdict: str) -> None:
    bench.done("PUT", "/api/v1/settings", {"cap_per_hour": 0})
    _rule(bench, "spam", "erase")
    _bad(bench)
    _flooding(bench, "ann", "bob")
    path = f"/api/v1/enforcements/{verdict}"
    (first, second) = _held(bench, of_engines="true")
    bench.done("POST", path, {"ids": [first["id"]], "user_id": "lead"})
    task = bench.done("POST", path, {"of_engines": True})["task_id"]
    finished(bench.server, bench.app, task)
    assert [each["rule_id"] for each in _held(bench)] == ["spam"]
    is_banned = verdict == "release"
    for name in (first["user_id"], second["user_id"]):
        user = bench.user(name)
        assert user.get("banned", False) is is_banned
    assert len(_sent(bench, "expel")) == (2 if is_banned else 0)
    answer = bench.send("POST", path, {"of_engines": True, "rule_id": "spam"})
    assert set(answer.json()["exception_fields"]) == {"of_engines"}


def test_the_hour_slides(bench: Desk) -> None:
    bench.done("PUT", "/api/v1/settings", {"cap_per_hour": 2})
    _rule(bench, "spam", "erase")
    _bad(bench, 3)
    assert len(_held(bench)) == 1
    with later(_HOUR - 120):
        item = bench.check(BAD)["item"]["id"]
        bench.server.run(_enforced(bench, item, _HOUR - 120))
    assert len(_held(bench)) == 2
    with later(_HOUR + 120):
        item = bench.check(BAD)["item"]["id"]
        bench.server.run(_enforced(bench, item, _HOUR + 120))
    assert len(_held(bench)) == 2
    assert len(_sent(bench, "erase")) == 3


async def _enforced(bench: Desk, item: str, seconds: float) -> None:
    at = now() + int(seconds) * 10**9
    await enforce(bench.server.context, Trigger(bench.app.name, item), at)


def test_without_a_cap_nothing_is_held(bench: Desk) -> None:
    bench.done("PUT", "/api/v1/settings", {"cap_per_hour": None})
    shown = bench.done("GET", "/api/v1/settings")["settings"]
    assert shown["cap_per_hour"] is None
    _rule(bench, "spam", "erase")
    _bad(bench, 3)
    assert _held(bench) == [] and len(_sent(bench, "erase")) == 3


def test_what_is_held_is_released_in_the_order_of_its_subject(bench: Desk) -> None:
    bench.done("PUT", "/api/v1/settings", {"cap_per_hour": 0})
    _rule(bench, "spam", "erase", "hide")
    (item,) = _bad(bench)
    (held,) = _held(bench)
    body = {"ids": [held["id"]], "user_id": "lead", "reason": "looked at"}
    answer = bench.done("POST", "/api/v1/enforcements/release", body)
    (released,) = answer["enforcements"]
    assert (released["status"], released["decided_by"]) == ("released", "lead")
    assert released["reason"] == "looked at"
    (erase,), (hide,) = _sent(bench, "erase"), _sent(bench, "hide")
    assert erase["id"] in held["delivery_ids"]
    assert erase["why"]["rule_id"] == "spam" and erase["why"]["rule_version"] == 1
    assert (hide["sequence"], erase["sequence"]) == (1, 2)
    assert erase["state"] == "waiting" and erase["subject"] == f"item:{item}"
    again = bench.done("POST", "/api/v1/enforcements/release", body)
    assert again["enforcements"] == [released] and len(_sent(bench, "erase")) == 1
    dropped = bench.done("POST", "/api/v1/enforcements/drop", body)["enforcements"]
    assert dropped == [released], "what is settled stays as it is"


def test_what_is_dropped_never_goes_out(bench: Desk) -> None:
    bench.done("PUT", "/api/v1/settings", {"cap_per_hour": 0})
    _rule(bench, "spam", "erase")
    _bad(bench, 2)
    first, second = _held(bench)
    bench.done("POST", "/api/v1/enforcements/drop", {"ids": [first["id"]]})
    assert [each["id"] for each in _held(bench)] == [second["id"]]
    assert [each["id"] for each in _held(bench, status="dropped")] == [first["id"]]
    assert _sent(bench, "erase") == []


def test_a_decision_since_stands_against_a_release(bench: Desk) -> None:
    bench.done("PUT", "/api/v1/settings", {"cap_per_hour": 0})
    _rule(bench, "spam", "erase")
    (item,) = _bad(bench)
    bench.act("mark_reviewed", item)
    (held,) = _held(bench)
    body = {"ids": [held["id"]]}
    (answer,) = bench.done("POST", "/api/v1/enforcements/release", body)["enforcements"]
    assert answer["status"] == "dropped" and "decided" in answer["refused"]
    assert _sent(bench, "erase") == []


@pytest.mark.parametrize("verdict", ["release", "drop"])
def test_all_of_a_rule_are_settled_in_the_background(bench: Desk, verdict: str) -> None:
    bench.done("PUT", "/api/v1/settings", {"cap_per_hour": 0})
    _rule(bench, "spam", "erase")
    _bad(bench, 3)
    _rule(bench, "spam", "erase", position=7)
    _bad(bench, 2)
    path = f"/api/v1/enforcements/{verdict}"
    task = bench.done("POST", path, {"rule_id": "spam", "rule_version": 2})["task_id"]
    status = "released" if verdict == "release" else "dropped"
    assert finished(bench.server, bench.app, task)["result"][status] == 2
    assert {each["rule_version"] for each in _held(bench)} == {1}
    task = bench.done("POST", path, {"rule_id": "spam"})["task_id"]
    assert finished(bench.server, bench.app, task)["result"][status] == 3
    assert _held(bench) == []
    assert len(_sent(bench, "erase")) == (5 if verdict == "release" else 0)


def test_flags_above_a_rule_s_cap_are_folded(bench: Desk) -> None:
    bench.policy("default")
    _rule(bench, "spam", "flag_for_review", flag_cap_per_hour=2)
    items = _bad(bench, 5)
    waiting = bench.queue(filter={"reviewed": False})["items"]
    assert {each["id"] for each in waiting} == set(items[:2])
    assert [each["type"] for each in _unread(bench)] == ["folded"]
    query = {"rule_id": "spam"}
    done = bench.server.call(bench.app, "GET", "/api/v1/rule_effects", query=query).json()
    results = [each["effects"][0]["result"] for each in done["enforcements"]]
    assert sorted(results) == ["done"] * 2 + ["folded"] * 3


@pytest.mark.parametrize(
    ("field", "actions"),
    [("cap_per_hour", ["flag_for_review"]), ("flag_cap_per_hour", ["hide"])],
)
def test_a_cap_of_what_the_rule_never_does_is_refused(
    bench: Desk, field: str, actions: list[str]
) -> None:
    body = {"name": "x", "scope": "post", "when": _HELD, "actions": actions, field: 5}
    answer = bench.send("PUT", "/api/v1/rules/x", body)
    assert answer.status == 400 and set(answer.json()["exception_fields"]) == {field}


def test_it_is_told_how_much_of_a_cap_is_used_up(bench: Desk) -> None:
    bench.done("PUT", "/api/v1/settings", {"cap_per_hour": 2})
    _rule(bench, "spam", "erase", "hide", "flag_for_review", cap_per_hour=9, flag_cap_per_hour=1)
    _bad(bench, 3)
    caps = bench.server.call(bench.app, "GET", "/api/v1/caps", query={"rule_id": "spam"}).json()
    assert caps["app"] == {"per_hour": 2, "used": 2}
    assert caps["rule"] == {"per_hour": 9, "used": 5}
    assert caps["flags"] == {"per_hour": 1, "used": 1}
    caps = bench.done("GET", "/api/v1/caps")
    assert (caps["app"]["used"], caps["rule"], caps["flags"]) == (2, None, None)


def test_a_loop_of_calls_on_one_item_is_stopped(bench: Desk) -> None:
    """As where the app's server sends the content anew whenever it is called."""
    bench.policy("default")
    _rule(bench, "spam", "hide")
    item = item_id(bench.app.name, "post", "again")
    for number in range(MOST_ON_ITEM + 5):
        bench.check(f"{BAD} {number}", entity_id="again", entity_creator_id="ada")
        bench.enforce(item)
    assert len(_sent(bench, "hide")) == MOST_ON_ITEM
    (held,) = _held(bench)
    assert (held["cap"], held["item_id"]) == ("loop", item)
    (told,) = [each for each in _unread(bench) if each["type"] == "held"]
    assert told["custom"]["cap"] == "loop"
    with later(_HOUR + 1):
        bench.check(f"{BAD} later", entity_id="again", entity_creator_id="ada")
        bench.server.run(_enforced(bench, item, _HOUR + 1))
    assert len(_sent(bench, "hide")) == MOST_ON_ITEM + 1


def test_what_a_rule_does_makes_no_rule_look_again(bench: Desk) -> None:
    """A flag or a report rule that would hold for a rule's own flags never sees them."""
    bench.policy("default")
    _rule(bench, "spam", "flag_for_review")
    reported = {"type": "report_count", "operator": "gte", "value": 1}
    body = {"name": "r", "scope": "reported_post", "when": reported, "actions": ["hide"]}
    bench.done("PUT", "/api/v1/rules/reported", body)
    (item,) = _bad(bench)
    found = bench.shown(item)
    assert found["flags"][0]["custom"]["rule_id"] == "spam", "it carries its cause"
    bench.enforce(item)
    assert _sent(bench, "hide") == []
    assert len(bench.shown(item)["flags"]) == 1


def test_the_reach_of_a_rule_is_who_would_be_hit_next(bench: Desk) -> None:
    bench.policy("default")
    for author, posts in (("ann", 4), ("bob", 2), ("cleo", 3)):
        for number in range(posts):
            bench.check("hello", entity_id=f"{author}{number}", entity_creator_id=author)
    when = {"type": "post_count", "operator": "gte", "value": 3, "window": "1d"}
    body = {"name": "Busy", "scope": "user", "when": when, "actions": ["expel"], "enabled": False}
    bench.done("PUT", "/api/v1/rules/busy", body)
    query = {"rule_id": "busy"}
    found = bench.server.call(bench.app, "GET", "/api/v1/rule_reach", query=query).json()
    assert (found["users"], found["would_hit"], found["next"]) == (3, 2, None)
    assert sorted(found["sample"]) == ["ann", "cleo"]
    bench.done("PUT", "/api/v1/rules/busy", {**body, "enabled": True})
    found = bench.server.call(bench.app, "GET", "/api/v1/rule_reach", query=query).json()
    assert found["would_hit"] == 2
    answer = bench.send("PUT", "/api/v1/rules/busy", {**body, "count_from": "now"})
    assert answer.status == 400 and set(answer.json()["exception_fields"]) == {"count_from"}
