"""Whom rules spare, and what is quiet or on for a while."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

import orjson
import pytest

from common.configuration.context import now
from common.domain.item import item_id
from common.domain.rule_group import RuleGroup, is_on
from common.domain.times import DAY, SECOND, to_rfc3339
from common.moderation.enforcement.consuming import consume
from common.moderation.enforcement.enforcements import enforce
from common.moderation.rules.groups import NEVER_ON
from common.moderation.sweeps import sweep
from common.queue.messages import Trigger, decoded
from tests.functional.desk import BAD, Desk, desk, later

LISTS, RULES, GROUPS = "/api/v1/user_lists", "/api/v1/rules", "/api/v1/rule_groups"
HIDE = {"name": "Hide", "kind": "post", "url": "https://example.com/hide"}
ANY = {"type": "text_length", "operator": "gt", "value": 0}
LISTED = {"type": "in_list", "lists": ["words"]}
_numbers = count()


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("exempt") / "data") as made:
        made.done("PUT", "/api/v1/actions/hide", HIDE)
        yield made


def put_rule(bench: Desk, id: str = "bad", **fields: Any) -> Any:
    rule = {"name": id, "scope": "post", "when": LISTED, "actions": ["hide", "flag_for_review"]}
    return bench.done("PUT", f"{RULES}/{id}", {**rule, **fields})["rule"]


def post(bench: Desk, author: str = "ann", text: str = BAD, **fields: Any) -> Any:
    id = fields.pop("entity_id", f"of {author} {next(_numbers)}")
    answer = bench.check(text, entity_creator_id=author, entity_id=id, **fields)
    bench.enforce(item_id(bench.app.name, "post", id))
    return answer


def entries(bench: Desk, **query: Any) -> list[Any]:
    answered = bench.server.call(bench.app, "GET", "/api/v1/log", query={"limit": 100, **query})
    found: list[Any] = answered.json()["entries"]
    return found


def held(bench: Desk) -> list[tuple[str, str]]:
    """Results of the rules that matched, the first first."""
    found = [each for each in entries(bench, kind="rule") if each["type"] == "rule"]
    return [(each["reason"], each["result"]) for each in reversed(found)]


def calls(bench: Desk) -> int:
    return len(bench.done("GET", "/api/v1/deliveries")["deliveries"])


def triggered(answer: Any) -> list[str]:
    return [each["rule_id"] for each in answer["triggered_rules"]]


def test_a_list_is_filled_and_emptied(bench: Desk) -> None:
    made = bench.done("PUT", f"{LISTS}/friends", {"name": "Friends", "users": ["a", "b", "a"]})
    assert made["user_list"]["users"] == ["a", "b"]
    bench.done("POST", f"{LISTS}/friends/add", {"users": ["c", "a"]})
    left = bench.done("POST", f"{LISTS}/friends/remove", {"users": ["b", "nobody"]})
    assert left["user_list"]["users"] == ["a", "c"]
    assert bench.done("GET", f"{LISTS}/friends")["user_list"] == left["user_list"]
    missing = bench.send("POST", f"{LISTS}/none/add", {"users": ["a"]})
    assert (missing.status, missing.json()["code"]) == (404, 16)


def test_a_list_in_use_stays(bench: Desk) -> None:
    for name in ("own", "when", "all"):
        bench.done("PUT", f"{LISTS}/{name}", {"name": name})
    put_rule(bench, exempt={"lists": ["own"]}, enabled=False)
    put_rule(bench, "listed", when={"type": "user_in_list", "lists": ["when"]})
    bench.done("PUT", "/api/v1/settings", {"exempt": {"lists": ["all"]}})
    for name, where in (("own", "'bad'"), ("when", "'listed'"), ("all", "settings")):
        refused = bench.send("DELETE", f"{LISTS}/{name}")
        assert refused.status == 400
        assert where in refused.json()["exception_fields"]["id"]
    unknown = bench.send(
        "PUT", f"{RULES}/x", {**_rule(), "when": {"type": "user_in_list", "lists": ["nobody"]}}
    )
    assert list(unknown.json()["exception_fields"]) == ["when.user_in_list.lists"]


def _rule() -> dict[str, Any]:
    return {"name": "x", "scope": "post", "when": LISTED, "actions": ["hide"]}


def test_staff_are_called_about_never_and_seen_by_people(bench: Desk) -> None:
    users = {"mo": {"id": "mo", "role": "moderator"}, "ann": {"id": "ann", "role": "user"}}
    bench.done("POST", "/api/v2/users", {"users": users})
    put_rule(bench)
    answer = post(bench, "mo")
    (shown,) = answer["triggered_rules"]
    assert shown["exempt"] == {"why": "staff", "spared": ["hide"]}
    (entry,) = (each for each in entries(bench, kind="rule") if each["type"] == "rule")
    assert (entry["custom"]["exempt"], entry["custom"]["spared"]) == ("staff", ["hide"])
    assert calls(bench) == 0
    assert bench.shown(answer["item"]["id"])["flags_count"] == 2, "the list's and the rule's"
    plain = post(bench, "ann")
    assert "exempt" not in plain["triggered_rules"][0]
    assert calls(bench) == 1


@pytest.mark.parametrize(("staff", "calls_made"), [("everything", 0), ("nothing", 1)])
def test_an_app_says_how_far_staff_are_exempt(bench: Desk, staff: str, calls_made: int) -> None:
    bench.done("POST", "/api/v2/users", {"users": {"mo": {"id": "mo", "role": "admin"}}})
    settings = bench.done("PUT", "/api/v1/settings", {"exempt": {"staff": staff}})["settings"]
    assert settings["exempt"] == {"staff": staff, "trusted": False, "roles": [], "lists": []}
    put_rule(bench)
    post(bench, "mo")
    assert held(bench) == [("bad", "exempt" if staff == "everything" else "done")]
    assert calls(bench) == calls_made


@pytest.mark.parametrize(
    ("exempt", "why"),
    [
        ({"trusted": True}, "trusted"),
        ({"roles": ["vip"]}, "role vip"),
        ({"lists": ["friends"]}, "list friends"),
    ],
)
@pytest.mark.parametrize("where", ["rule", "settings"])
def test_who_is_exempt_is_in_the_log_and_left_alone(
    bench: Desk, exempt: dict[str, Any], why: str, where: str
) -> None:
    bench.done("POST", "/api/v2/users", {"users": {"ann": {"id": "ann", "role": "vip"}}})
    friends = {"name": "F", "users": ["ann"], "trusted": True}
    bench.done("PUT", f"{LISTS}/friends", friends)
    put_rule(bench, exempt=exempt if where == "rule" else None)
    if where == "settings":
        bench.done("PUT", "/api/v1/settings", {"exempt": exempt})
    answer = post(bench)
    assert answer["triggered_rules"][0]["exempt"]["why"] == why
    post(bench, "stranger")
    assert held(bench) == [("bad", "exempt"), ("bad", "done")]
    assert calls(bench) == 1


def test_a_rule_may_spare_nobody_whom_the_app_exempts(bench: Desk) -> None:
    bench.done("PUT", f"{LISTS}/friends", {"name": "F", "users": ["ann"]})
    bench.done("PUT", "/api/v1/settings", {"exempt": {"lists": ["friends"]}})
    put_rule(bench, exempt={"app_wide": False})
    post(bench)
    assert held(bench) == [("bad", "done")]
    assert calls(bench) == 1


def test_a_rule_that_spares_somebody_hides_none_behind_it(bench: Desk) -> None:
    bench.done("PUT", f"{LISTS}/friends", {"name": "F", "users": ["ann"]})
    bench.done("PUT", "/api/v1/settings", {"first_match_only": {"post": True}})
    put_rule(bench, "first", position=1, exempt={"lists": ["friends"]})
    put_rule(bench, "second", position=2)
    put_rule(bench, "third", position=3)
    assert triggered(post(bench)) == ["first", "second"]
    assert triggered(post(bench, "bob")) == ["first"]
    assert sorted(held(bench)) == [("first", "done"), ("first", "exempt"), ("second", "done")]


def test_conditions_on_who_is_listed_trusted_or_staff(bench: Desk) -> None:
    bench.done("POST", "/api/v2/users", {"users": {"mo": {"id": "mo", "role": "moderator"}}})
    bench.done("PUT", f"{LISTS}/black", {"name": "Black", "users": ["eve"]})
    bench.done("PUT", f"{LISTS}/white", {"name": "White", "users": ["ann"], "trusted": True})
    bench.done("PUT", "/api/v1/settings", {"exempt": {"staff": "nothing"}})
    listed = {"type": "user_in_list", "lists": ["black"]}
    for name, when in {
        "listed": listed,
        "not-listed": {"type": "not", "condition": listed},
        "trusted": {"type": "is_trusted"},
        "staff": {"type": "is_staff"},
        "no-staff": {"type": "not", "condition": {"type": "is_staff"}},
    }.items():
        put_rule(bench, name, when=when)
    assert triggered(post(bench, "eve")) == ["listed"], "of whom it is not known whether staff"
    assert triggered(post(bench, "ann")) == ["not-listed", "trusted"]
    assert triggered(post(bench, "mo")) == ["not-listed", "staff"]
    assert triggered(bench.check("hello", entity_creator_id="")) == []


def test_a_rule_on_posts_is_quiet_about_the_same_post(bench: Desk) -> None:
    reported = {"type": "report_count", "operator": "gte", "value": 1}
    put_rule(bench, when=reported, scope="reported_post", actions=["hide"], cooldown="1h")
    for author in ("ann", "ann"):
        post = f"p{next(_numbers)}"
        bench.check("hello", entity_creator_id=author, entity_id=post)
        id = item_id(bench.app.name, "post", post)
        for reporter in ("r1", "r2", "r3"):
            flag = {"entity_type": "post", "entity_id": post}
            bench.done("POST", "/api/v2/moderation/flag", {**flag, "user_id": reporter})
            bench.enforce(id)
    assert held(bench) == [("bad", "done")] * 2, "once for each post"
    two_hours = now() + 2 * 3600 * SECOND
    bench.done("POST", "/api/v2/moderation/flag", {**flag, "user_id": "r4"})
    trigger = Trigger(bench.app.name, id)
    bench.server.run(enforce(bench.server.context, trigger, two_hours))
    assert held(bench) == [("bad", "done")] * 3


def test_a_rule_on_users_is_quiet_about_the_same_user(bench: Desk) -> None:
    posted = {"type": "post_count", "operator": "gte", "value": 1, "window": "1h"}
    put_rule(bench, when=posted, scope="user", actions=["flag_for_review"], cooldown="1h")
    assert triggered(post(bench, entity_id="p1", text="a")) == ["bad"]
    again = bench.check("a", entity_creator_id="ann", entity_id="p1")
    assert triggered(again) == ["bad"], "as it was answered before"
    assert triggered(post(bench, entity_id="p2", text="b")) == []
    assert triggered(post(bench, "bob", entity_id="p3", text="c")) == ["bad"]
    assert held(bench) == [("bad", "done")] * 2


def _on(bench: Desk, seconds: int = 3600, name: str = "raid", **fields: Any) -> Any:
    until = to_rfc3339(now() + seconds * SECOND)
    body = {"until": until, **fields}
    return bench.send("POST", f"{GROUPS}/{name}/on", body)


def test_a_group_is_in_effect_while_it_is_on(bench: Desk) -> None:
    put_rule(
        bench, "strict", group="raid", when={"type": "text_length", "operator": "gt", "value": 0}
    )
    assert triggered(post(bench, text="a")) == []
    on = _on(bench, user_id="mo", reason="a raid")
    assert on.status == 201
    shown = on.json()["rule_group"]
    assert (shown["on"], shown["by"], shown["rules"]) == (True, "mo", ["strict"])
    assert triggered(post(bench, text="b")) == ["strict"]
    rule = bench.done("GET", f"{RULES}/strict")["rule"]
    assert (rule["group"], rule["group_until"]) == ("raid", shown["until"])
    off = bench.done("POST", f"{GROUPS}/raid/off", {"user_id": "mo"})["rule_group"]
    assert off["on"] is False
    assert triggered(post(bench, text="c")) == []
    types = [each["type"] for each in entries(bench, kind="rule") if each["by"] == "mo"]
    assert types == ["group_off", "group_on"]
    assert bench.done("POST", f"{GROUPS}/raid/off", {})["rule_group"] == off
    assert "group_until" not in bench.done("GET", f"{RULES}/strict")["rule"]


def test_a_group_ends_at_its_time_by_itself(bench: Desk) -> None:
    put_rule(
        bench, "strict", group="raid", when={"type": "text_length", "operator": "gt", "value": 0}
    )
    until = _on(bench).json()["rule_group"]["until"]
    with later(3599):
        assert triggered(bench.check("x")) == ["strict"]
    with later(3601):
        assert triggered(bench.check("x")) == []
        assert bench.done("GET", f"{GROUPS}/raid")["rule_group"]["on"] is False
    context = bench.server.context
    bench.server.run(sweep(context, now() + 4000 * SECOND))
    (message,) = (m for m in _sent(bench) if "group" in m)
    for _ in range(2):
        bench.server.run(consume(context, decoded("enforce", message), now() + 4000 * SECOND))
    (ended,) = (each for each in entries(bench, kind="rule") if each["type"] == "group_ended")
    assert ended["custom"]["group"] == "raid"
    assert until


def _sent(bench: Desk) -> list[Any]:
    rows = bench.server.documents(None)
    return [orjson.loads(row[2]) for row in rows if len(row) == 3 and row[1] == "enforce"]


def test_a_group_is_on_for_seven_days_at_most(bench: Desk) -> None:
    put_rule(bench, group="raid")
    for seconds in (-5, 7 * DAY // SECOND + 60):
        refused = _on(bench, seconds)
        assert list(refused.json()["exception_fields"]) == ["until"]
    unknown = _on(bench, name="nobody")
    assert unknown.status == 404
    assert bench.done("GET", f"{GROUPS}/raid")["rule_group"]["until"] is None


def test_an_edge_of_a_group_is_its_time() -> None:
    group: RuleGroup = {**NEVER_ON, "since": 10, "until": 20}
    assert [is_on(group, at) for at in (9, 10, 19, 20)] == [False, True, True, False]


def test_a_share_of_few_posts_says_nothing(bench: Desk) -> None:
    share = {
        "type": "classified_share",
        "lists": ["words"],
        "operator": "gte",
        "percent": 50,
        "window": "7d",
    }
    put_rule(bench, "any", when=share)
    put_rule(bench, "many", when={**share, "min_posts": 3})
    assert triggered(post(bench)) == ["any"]
    assert triggered(post(bench)) == ["any"]
    answer = post(bench)
    assert triggered(answer) == ["any", "many"]
    newest = next(each for each in entries(bench, kind="rule") if each["reason"] == "many")
    (values,) = (each["values"] for each in newest["custom"]["held"])
    assert values["posts"] == 3
    assert values["history_since"].endswith("T00:00:00.000000Z")
