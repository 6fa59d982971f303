"""A rule on the past: what it would have done to what was kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from common.configuration.context import now
from common.domain.intervals import wilson
from common.domain.item import item_id
from common.domain.rule_input import rule_input_key
from common.domain.times import DAY, to_rfc3339
from common.moderation.enforcement.enforcements import enforce
from common.queue.messages import Trigger
from common.store.store import Put
from tests.documents import BACKTESTS as BACKTESTS_DOCUMENT
from tests.documents import examples, table
from tests.functional.background import page
from tests.functional.backtesting import (
    BACKTESTS,
    RULE,
    bad,
    finished,
    inputs,
    posted,
    put,
    result_of,
    started,
    told,
)
from tests.functional.desk import BAD, V2, Desk, desk

_ELSE = {"type": "text_length", "operator": "gte", "value": 10_000}
_AT_LEAST_ONE = {"operator": "gte", "value": 1}


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """With a rule that never holds, so that what rules see is kept."""
    with desk(tmp_path_factory.mktemp("backtests") / "data") as made:
        put(made, "other", when=_ELSE)
        yield made


def test_it_counts_what_would_have_fired(bench: Desk) -> None:
    items = [bad(bench, id=f"b{n}", by=f"user{n % 2}") for n in range(3)]
    posted(bench, id="good")
    result = result_of(bench)
    assert (result["seen"], result["fired"], result["share"]) == (4, 3, 0.75)
    assert result["users"] == 2 and result["users_exact"]
    assert result["most_hit"] == [
        {"user_id": "user0", "fired": 2},
        {"user_id": "user1", "fired": 1},
    ]
    (day,) = result["days"]
    assert (day["seen"], day["fired"]) == (4, 3)
    assert result["peak_hour"]["fired"] == 3 and result["peak_hour"]["actions"] == {}
    assert {each["item_id"] for each in result["hits"]} == {*items}
    assert {each["entity_id"] for each in result["hits"]} == {"b0", "b1", "b2"}
    assert result["undecided"] == {"evaluations": 0, "because": {}}
    assert result["sampled_percent"] == [100]


def test_nothing_comes_of_it(bench: Desk) -> None:
    item = bad(bench)
    before = bench.server.documents(bench.app.name)
    id = started(bench)
    finished(bench, id)
    changed = {*bench.server.documents(bench.app.name)} - {*before}
    assert {each[1] for each in changed} == {"backtest", "task"}
    assert bench.shown(item)["flags_count"] == 1


def test_samples_say_why(bench: Desk) -> None:
    bad(bench, id="b")
    posted(bench, "x" * 8, id="nearly")
    posted(bench, "x", id="far")
    length = {"type": "text_length", "operator": "gte", "value": 10}
    when = {"type": "any", "conditions": [RULE["when"], length]}
    backtest = finished(bench, started(bench, rule={**RULE, "when": when}))
    assert backtest["conditions"] == ["text in list words", "text of at least 10 characters"]
    (hit,) = backtest["result"]["hits"]
    assert hit["entity_id"] == "b" and hit["user_id"] == "ann"
    assert hit["clauses"] == [
        {"holds": True, "values": {"words": True}},
        {"holds": False, "values": {"characters": len(BAD)}},
    ]
    near = backtest["result"]["near_misses"]
    assert [each["entity_id"] for each in near] == ["nearly", "far"]
    assert 0 < near[0]["distance"] < near[1]["distance"] <= 1
    assert near[0]["clauses"][1] == {"holds": False, "values": {"characters": 8}}


def test_what_people_kept_is_a_false_alarm(bench: Desk) -> None:
    items = [bad(bench, id=f"b{n}") for n in range(7)]
    bench.act("mark_reviewed", items[0])
    bench.act("delete_message", items[1], delete_message={})
    bench.act("ban", items[2], ban={"reason": "spam"})
    bench.act("block", items[3])
    bench.act("unblock", items[3])
    bench.act("mark_reviewed", items[4])
    posted(bench, f"{BAD} again", id="b4")
    bench.act("escalate", items[5], escalate={"reason": "unsure"})
    people = result_of(bench)["people"]
    assert (people["kept"], people["acted"], people["reversed"]) == (2, 2, 1)
    assert people["precision"] == 0.5
    assert (people["low"], people["high"]) == wilson(2, 4)
    alarms = {each["item_id"]: each["decision"] for each in people["false_alarms"]}
    assert alarms == {items[0]: "mark_reviewed", items[3]: "unblock"}


def test_an_item_is_one_false_alarm_however_often_it_was_looked_at(bench: Desk) -> None:
    item = bad(bench)
    for reporter in ("rob", "sue"):
        flag = {"entity_type": "post", "entity_id": "p", "user_id": reporter, "reason": "spam"}
        bench.done("POST", f"{V2}/flag", flag)
        bench.enforce(item)
    bench.act("mark_reviewed", item)
    rule = {**RULE, "scope": "reported_post"}
    result = result_of(bench, rule=rule)
    assert result["fired"] == 2 and result["people"]["kept"] == 1
    assert len(result["people"]["false_alarms"]) == 1


def test_what_other_rules_did_already_is_told_apart(bench: Desk) -> None:
    bench.done("PUT", "/api/v1/rules/other", {**RULE, "name": "Other"})
    bad(bench, id="both")
    long = {"type": "text_length", "operator": "gte", "value": 3}
    posted(bench, "hello", id="new")
    result = result_of(bench, rule={**RULE, "when": long})
    assert (result["fired"], result["new"]) == (2, 1)
    assert result["overlap"] == [{"rule_id": "other", "rule_version": 2, "fired": 1}]


def test_a_version_is_compared_with_the_one_that_ran(bench: Desk) -> None:
    put(bench)
    bad(bench, id="b")
    posted(bench, "x" * 20, id="long")
    put(bench, when={"type": "text_length", "operator": "gte", "value": 10})
    first, second = (result_of(bench, rule_id="r", version=version) for version in (1, 2))
    assert (first["fired"], first["no_longer"], first["new"]) == (1, 0, 0)
    assert (second["fired"], second["no_longer"], second["new"]) == (1, 1, 1)
    assert result_of(bench, rule_id="r")["no_longer"] == 1


def test_staff_and_trusted_users_are_counted(bench: Desk) -> None:
    users = {"mo": {"id": "mo", "role": "moderator"}, "ann": {"id": "ann"}}
    bench.done("POST", "/api/v2/users", {"users": users})
    bad(bench, id="a", by="mo")
    item = bad(bench, id="b", by="tru")
    bad(bench, id="c", by="ann")
    bench.act("bypass", item, bypass={"enabled": True})
    result = result_of(bench)
    assert (result["fired"], result["staff"], result["trusted"]) == (3, 1, 1)


def test_days_are_days_and_times_are_bounds(bench: Desk) -> None:
    bench.check(BAD, entity_id="before", entity_creator_id="ann")
    trigger = Trigger(bench.app.name, item_id(bench.app.name, "post", "before"))
    bench.server.run(enforce(bench.server.context, trigger, now() - 3 * DAY))
    bad(bench, id="now")
    assert result_of(bench, days=1)["seen"] == 1
    result = result_of(bench, days=4)
    assert result["seen"] == 2 and [each["fired"] for each in result["days"]] == [1, 1]
    assert result_of(bench, since=to_rfc3339(now() - 4 * DAY), until=to_rfc3339(now() - DAY))[
        "days"
    ] == [result["days"][0]]


def test_actions_are_counted_at_the_peak(bench: Desk) -> None:
    action = {"name": "Hide", "kind": "post", "url": "https://example.com/hide"}
    bench.done("PUT", "/api/v1/actions/hide", action)
    for number in range(3):
        bad(bench, id=f"b{number}")
    rule = {**RULE, "actions": ["hide", "flag_for_review"]}
    assert result_of(bench, rule=rule)["peak_hour"]["actions"] == {"hide": 3}


def test_what_was_not_judged_is_undecided_and_names_the_engine(bench: Desk) -> None:
    item = posted(bench)
    (kept,) = inputs(bench)
    facts = {**kept["facts"], "not_judged": ["llm"], "unknown": ["*"]}
    bench.server.run(
        bench.server.context.store.commit(
            [Put(rule_input_key(bench.app.name, item, 1), {**kept, "facts": facts})]
        )
    )
    threat = {"type": "classified_as", "classes": ["THREAT"]}
    for when in (threat, {"type": "not", "condition": threat}):
        result = result_of(bench, rule={**RULE, "when": when})
        assert (result["seen"], result["fired"]) == (1, 0)
        assert result["undecided"] == {"evaluations": 1, "because": {"not judged by llm": 1}}
    either = {"type": "any", "conditions": [threat, {"type": "text_length", **_AT_LEAST_ONE}]}
    assert result_of(bench, rule={**RULE, "when": either})["fired"] == 1


def test_what_nothing_counted_then_is_missing(bench: Desk) -> None:
    bad(bench)
    counted = {"type": "matching_count", "condition": RULE["when"], "operator": "gte",
        "value": 1, "window": "24h"}  # fmt: skip
    result = result_of(bench, rule={**RULE, "when": counted})
    assert result["undecided"] == {"evaluations": 1, "because": {"counts": 1}}
    both = {"type": "all", "conditions": [counted, _ELSE]}
    result = result_of(bench, rule={**RULE, "when": both})
    assert result["undecided"]["evaluations"] == 0 and result["fired"] == 0
    either = {"type": "any", "conditions": [counted, RULE["when"]]}
    assert result_of(bench, rule={**RULE, "when": either})["fired"] == 1


def test_a_rule_on_the_past_of_authors_sees_it_as_it_was(bench: Desk) -> None:
    for number in range(4):
        posted(bench, id=f"p{number}")
    posts = {"type": "post_count", "operator": "gte", "value": 3, "window": "1h"}
    result = result_of(bench, rule={**RULE, "scope": "user", "when": posts})
    assert (result["seen"], result["fired"]) == (4, 2)


def test_one_is_cancelled_and_keeps_what_it_found(bench: Desk) -> None:
    for number in range(5):
        bad(bench, id=f"b{number}", by=f"user{number}")
    id = started(bench)
    assert told(bench, id)["status"] == "pending"
    cancelled = bench.done("POST", f"{BACKTESTS}/{id}/cancel")["backtest"]
    assert cancelled["status"] == "cancelled" and "finished_at" in cancelled
    page(bench.server, bench.app, id)
    assert told(bench, id)["status"] == "cancelled"
    task = bench.done("GET", f"/api/v2/tasks/{id}")
    assert (task["status"], task["error"]["type"]) == ("failed", "cancelled")
    assert bench.done("POST", f"{BACKTESTS}/{id}/cancel")["backtest"]["status"] == "cancelled"


def test_they_are_listed_and_deleted(bench: Desk) -> None:
    first, second = started(bench), started(bench, rule_id="other")
    listed = bench.done("GET", BACKTESTS)["backtests"]
    assert [each["id"] for each in listed] == [second, first]
    assert listed[0]["rule_name"] == "Listed" and "result" not in listed[0]
    bench.done("DELETE", f"{BACKTESTS}/{second}")
    page(bench.server, bench.app, second)
    assert bench.send("GET", f"{BACKTESTS}/{second}").status == 404
    assert bench.send("DELETE", f"{BACKTESTS}/{second}").status == 404
    finished(bench, first)


def test_only_so_many_run_at_once(bench: Desk) -> None:
    ids = [started(bench) for _ in range(5)]
    refused = bench.send("POST", BACKTESTS, {"rule": RULE})
    assert refused.status == 400 and "5 backtests are running" in refused.text
    finished(bench, ids[0])
    started(bench)


def test_pages_that_come_again_change_nothing(bench: Desk, monkeypatch: Any) -> None:
    from common.moderation.background import backtest_runs

    monkeypatch.setattr(backtest_runs, "_EVALUATIONS", 1)
    monkeypatch.setattr(backtest_runs, "_PAGE", 2)
    for number in range(9):
        bad(bench, id=f"b{number}", by=f"user{number % 4}")
    id = started(bench)
    progress = []
    for _ in range(100):
        backtest = told(bench, id)
        progress.append(backtest["progress"])
        if backtest["status"] == "completed":
            break
        page(bench.server, bench.app, id)
        page(bench.server, bench.app, id)
    assert progress == sorted(progress) and progress[-1] == 1.0 and len(progress) > 3
    assert backtest["result"]["fired"] == 9 and backtest["result"]["users"] == 4
    monkeypatch.undo()
    assert result_of(bench) == backtest["result"]


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"rule": None}, "rule"),
        ({"rule_id": "other"}, "rule_id"),
        ({"version": 1}, "version"),
        ({"days": 0}, "days"),
        ({"days": 91}, "days"),
        ({"days": 3, "since": "2026-01-01T00:00:00Z"}, "days"),
        ({"since": "2026-02-01T00:00:00Z", "until": "2026-01-01T00:00:00Z"}, "since"),
        ({"rule": {**RULE, "actions": ["nosuch"]}}, "rule.actions"),
        ({"rule": {**RULE, "when": {"type": "in_list", "lists": ["nosuch"]}}}, "rule.when"),
        ({"nonsense": 1}, "nonsense"),
    ],
)
def test_what_is_wrong_is_named(bench: Desk, fields: dict[str, Any], named: str) -> None:
    answer = bench.send("POST", BACKTESTS, {"rule": RULE, **fields})
    assert answer.status == 400, answer.text
    assert any(field.startswith(named) for field in answer.json()["exception_fields"])
    assert bench.done("GET", BACKTESTS)["backtests"] == []


def test_a_rule_or_version_that_does_not_exist(bench: Desk) -> None:
    for body, field in (
        ({"rule_id": "no"}, "rule_id"),
        ({"rule_id": "other", "version": 7}, "version"),
    ):
        answer = bench.send("POST", BACKTESTS, body)
        assert answer.status == 400 and [*answer.json()["exception_fields"]] == [field]


def test_the_document_s_example_works_and_its_table_is_whole(bench: Desk) -> None:
    for example in examples(BACKTESTS_DOCUMENT):
        answer = bench.send(example.method, example.path, example.body)
        assert answer.status == 201, answer.text
        result = finished(bench, answer.json()["backtest"]["id"])["result"]
    rows = table(BACKTESTS_DOCUMENT, "## What it tells")
    told = {name.strip("` ") for first, *_ in rows for name in first.split(",")}
    assert told | {"not_simulated"} == {*result}
