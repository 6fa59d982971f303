"""Reports looked for, what reporters are worth, and what rules make of both."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

import orjson
import pytest

from common.configuration.context import now
from common.domain.content import HIVE_POST
from common.domain.item import item_id
from common.domain.times import DAY, SECOND, to_rfc3339
from common.domain.user import user_key
from common.moderation.enforcement.consuming import consume
from common.moderation.enforcement.enforcements import enforce
from common.moderation.sweeps import sweep
from common.queue.messages import Trigger, decoded
from common.store.store import Update
from tests.functional.desk import Desk, desk, later

V2 = "/api/v2/moderation"
_numbers = count()


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("reporters") / "data") as made:
        for category in ("spam", "hate"):
            body = {"name": category}
            made.done("PUT", f"/api/v1/report_categories/{category}", body)
        yield made


def put_rule(bench: Desk, id: str = "reported", **when: Any) -> None:
    rule = {
        "name": id,
        "scope": "reported_post",
        "when": {"type": "report_count", "operator": "gte", "value": 2, **when},
        "actions": ["flag_for_review"],
    }
    bench.done("PUT", f"/api/v1/rules/{id}", rule)


def post(bench: Desk) -> str:
    id = f"p{next(_numbers)}"
    task = {"post_id": id, "user_id": "author", "text_data": "hello"}
    bench.done("POST", "/api/v1/task/sync", task)
    return id


def item_of(bench: Desk, post: str) -> str:
    return item_id(bench.app.name, HIVE_POST, post)


def report(bench: Desk, post: str, reporter: str, *categories: str, seconds: float = 0) -> None:
    """At a time from now, and evaluated then."""
    body = {"post_id": post, "report_categories": [*(categories or ("spam",))]}
    if reporter:
        body["reporter_id"] = reporter
    with later(seconds):
        bench.done("POST", "/api/v1/report", body)
    trigger = Trigger(bench.app.name, item_of(bench, post))
    at = now() + int(seconds * SECOND)
    bench.server.run(enforce(bench.server.context, trigger, at))


def decide(bench: Desk, post: str, action: str, **options: Any) -> None:
    bench.act(action, item_of(bench, post), **options)
    count_verdicts(bench)


def count_verdicts(bench: Desk, times: int = 2) -> None:
    """Each message comes again."""
    context = bench.server.context
    for _ in range(20):
        waiting = {row[2] for row in bench.server.documents(None) if len(row) == 3}
        due = [orjson.loads(each) for each in waiting if b"verdict" in _bytes(each)]
        before = bench.server.documents(bench.app.name)
        for message in due:
            for _ in range(times):
                bench.server.run(consume(context, decoded("enforce", message), now()))
        if before == bench.server.documents(bench.app.name):
            return


def _bytes(text: Any) -> bytes:
    return text if isinstance(text, bytes) else str(text).encode()


def reporter(bench: Desk, id: str) -> Any:
    return bench.done("GET", f"/api/v1/reporters/{id}")["reporter"]


def held(bench: Desk, post: str, rule: str = "reported") -> list[Any]:
    query = {"item_id": item_of(bench, post), "limit": 100}
    entries = bench.server.call(bench.app, "GET", "/api/v1/log", query=query).json()["entries"]
    found = [each["custom"] for each in entries if each["kind"] == "rule"]
    return [each["held"][0]["values"] for each in found if each["rule_id"] == rule][::-1]


def reports(bench: Desk, **query: Any) -> list[tuple[str, str]]:
    answer = bench.server.call(bench.app, "GET", "/api/v1/reports", query=query)
    assert answer.status == 200, answer.text
    return [(each["entity_id"], each["reporter_id"]) for each in answer.json()["reports"]]


def test_reports_are_found_by_what_and_whom(bench: Desk) -> None:
    one, two = post(bench), post(bench)
    report(bench, one, "ann", "spam")
    report(bench, one, "bob", "hate", seconds=1)
    report(bench, two, "ann", "hate", "spam", seconds=2)
    body = {"user_id": "author", "report_categories": ["spam"], "reporter_id": "ann"}
    with later(3):
        bench.done("POST", "/api/v1/report", body)
    flag = {"entity_type": "post", "entity_id": "x", "user_id": "cat", "reason": "own words"}
    with later(4):
        bench.done("POST", f"{V2}/flag", flag)
    every = [("x", "cat"), ("author", "ann"), (two, "ann"), (one, "bob"), (one, "ann")]
    assert reports(bench) == every
    assert reports(bench, post_id=one) == [(one, "bob"), (one, "ann")]
    assert reports(bench, item_id=item_of(bench, two)) == [(two, "ann")]
    assert reports(bench, user_id="author") == [("author", "ann")]
    assert reports(bench, reporter_id="ann") == [every[1], every[2], every[4]]
    assert reports(bench, category="hate") == [(two, "ann"), (one, "bob")]
    assert reports(bench, category="hate", reporter_id="ann") == [(two, "ann")]
    assert reports(bench, post_id=one, category="spam") == [(one, "ann")]
    assert reports(bench, reporter_id="nobody") == []
    pages: list[tuple[str, str]] = []
    cursor = ""
    while not pages or cursor:
        query = {"limit": 2, **({"cursor": cursor} if cursor else {})}
        page = bench.server.call(bench.app, "GET", "/api/v1/reports", query=query).json()
        pages += [(each["entity_id"], each["reporter_id"]) for each in page["reports"]]
        cursor = page["next"]
    assert pages == every


def test_a_window_counts_what_came_in_it(bench: Desk) -> None:
    put_rule(bench, window="1h")
    one = post(bench)
    report(bench, one, "ann")
    report(bench, one, "bob", seconds=3_700)
    assert held(bench, one) == []
    report(bench, one, "cat", seconds=3_800)
    assert held(bench, one) == [{"any": 3, "counted": 2}]


def test_one_reporter_is_distinct_once_whatever_the_content(bench: Desk) -> None:
    put_rule(bench, "distinct", distinct=True)
    put_rule(bench, "plain")
    one = post(bench)
    report(bench, one, "ann")
    task = {"post_id": one, "user_id": "author", "text_data": "hello again"}
    bench.done("POST", "/api/v1/task/sync", task)
    report(bench, one, "ann")
    assert held(bench, one, "plain") == [{"any": 2}]
    assert held(bench, one, "distinct") == []
    report(bench, one, "bob")
    assert held(bench, one, "distinct") == [{"any": 3, "counted": 2}]


def test_those_without_a_name_are_one_reporter(bench: Desk) -> None:
    put_rule(bench, distinct=True)
    one = post(bench)
    for _ in range(3):
        report(bench, one, "")
    assert held(bench, one) == []
    report(bench, one, "ann")
    assert held(bench, one) == [{"any": 4, "counted": 2}]


def test_reporters_of_unknown_age_are_not_counted_and_said_to_be_unknown(bench: Desk) -> None:
    put_rule(bench, min_reporter_age="7d")
    aged = {"type": "report_count", "operator": "gte", "value": 2, "min_reporter_age": "7d"}
    rule = {"scope": "reported_post", "name": "few", "actions": ["flag_for_review"]}
    few = {**rule, "when": {"type": "not", "condition": aged}}
    bench.done("PUT", "/api/v1/rules/few", few)
    users = {id: {"id": id} for id in ("old", "older", "young")}
    bench.done("POST", "/api/v2/users", {"users": users})
    for id, days in (("old", 8), ("older", 30), ("young", 1)):
        key, at = user_key(bench.app.name, id), now() - days * DAY
        change = Update(key, set={"created_at": at})
        bench.server.run(bench.server.context.store.commit([change]))
    one = post(bench)
    report(bench, one, "young")
    report(bench, one, "old")
    assert len(held(bench, one, "few")) == 2
    report(bench, one, "stranger")
    assert held(bench, one) == [] and len(held(bench, one, "few")) == 2, "neither is known"
    report(bench, one, "older")
    assert held(bench, one) == [{"any": 4, "counted": 2, "at_most": 3}]


def test_a_decision_says_who_was_right(bench: Desk) -> None:
    one, two, three = post(bench), post(bench), post(bench)
    report(bench, one, "ann", "spam")
    report(bench, one, "bob", "hate")
    report(bench, two, "ann", "hate")
    report(bench, three, "bob", "spam")
    assert bench.send("GET", "/api/v1/reporters/ann").status == 404
    decide(bench, one, "delete_message")
    decide(bench, two, "mark_reviewed")
    ann = reporter(bench, "ann")
    assert (ann["right"], ann["wrong"], ann["judged"]) == (1, 1, 2)
    assert {k: (v["right"], v["wrong"]) for k, v in ann["categories"].items()} == {
        "spam": (1, 0),
        "hate": (0, 1),
    }
    bob = reporter(bench, "bob")
    assert (bob["right"], bob["wrong"]) == (1, 0)
    assert bob["score"] > ann["score"]
    best = bench.done("GET", "/api/v1/reporters")["reporters"]
    assert [each["user_id"] for each in best] == ["bob", "ann"]
    query = {"order": "worst", "limit": 1}
    page = bench.server.call(bench.app, "GET", "/api/v1/reporters", query=query).json()
    assert [each["user_id"] for each in page["reporters"]] == ["ann"]
    assert page["next"]


def test_what_is_gone_already_was_reported_rightly(bench: Desk) -> None:
    one = post(bench)
    decide(bench, one, "delete_message")
    report(bench, one, "ann")
    decide(bench, one, "mark_reviewed")
    assert reporter(bench, "ann")["right"] == 1


def test_a_report_is_judged_once(bench: Desk) -> None:
    one = post(bench)
    report(bench, one, "ann")
    decide(bench, one, "mark_reviewed")
    decide(bench, one, "delete_message")
    assert reporter(bench, "ann")["judged"] == 1


def test_an_escalation_and_a_moderators_own_report_say_nothing(bench: Desk) -> None:
    one = post(bench)
    report(bench, one, "ann")
    report(bench, one, "mo")
    decide(bench, one, "escalate")
    assert bench.send("GET", "/api/v1/reporters/ann").status == 404
    decide(bench, one, "delete_message")
    assert reporter(bench, "ann")["right"] == 1
    assert bench.send("GET", "/api/v1/reporters/mo").status == 404


def test_a_lost_message_is_found_and_many_reports_are_counted(bench: Desk) -> None:
    one = post(bench)
    for number in range(45):
        report(bench, one, f"r{number}")
    bench.act("mark_reviewed", item_of(bench, one))
    context = bench.server.context
    bench.server.run(sweep(context, now() + 3600 * SECOND))
    count_verdicts(bench)
    query = {"limit": 100}
    page = bench.server.call(bench.app, "GET", "/api/v1/reporters", query=query).json()
    assert {each["user_id"] for each in page["reporters"]} == {f"r{n}" for n in range(45)}
    assert {each["judged"] for each in page["reporters"]} == {1}


def test_reports_weigh_what_their_reporters_are_worth(bench: Desk) -> None:
    put_rule(bench, value=1, weighted=True)
    for number in range(12):
        one = post(bench)
        reporters = ("liar", "liar2") if number % 2 else ("good", "good2")
        for name in reporters:
            report(bench, one, name, seconds=number * 4_000)
        decide(bench, one, "mark_reviewed" if number % 2 else "delete_message")
    lied = post(bench)
    for number, name in enumerate(("liar", "liar2")):
        report(bench, lied, name, seconds=200_000 + number * 4_000)
    assert held(bench, lied) == []
    true = post(bench)
    for number, name in enumerate(("good", "good2")):
        report(bench, true, name, seconds=300_000 + number * 4_000)
    (values,) = held(bench, true)
    assert values["any"] == 2 and values["counted"] > 1.1
    assert len(reports(bench, post_id=lied)) == 2, "they stay visible"


def test_who_follows_others_again_and_again_counts_less(bench: Desk) -> None:
    """Six who always report together, and six who do not."""
    put_rule(bench, value=0, operator="gt", weighted=True)
    brigade = [f"b{n}" for n in range(6)]
    counted = []
    for round in range(4):
        one = post(bench)
        for number, name in enumerate(brigade):
            report(bench, one, name, seconds=round * 10_000 + number * 10)
        counted.append(held(bench, one)[-1]["counted"])
    assert counted == [3.0, 3.0, 3.0, 0.984], "each half as much as the one before"
    strangers = post(bench)
    for number in range(6):
        report(bench, strangers, f"s{number}", seconds=50_000 + number * 10)
    assert held(bench, strangers)[-1] == {"any": 6, "counted": 3.0}
    assert len(reports(bench, post_id=one)) == 6
    decide(bench, one, "mark_reviewed")
    assert reporter(bench, "b5")["follows"] == 5
    assert reporter(bench, "b0")["follows"] == 0


def test_who_is_deleted_for_good_leaves_no_standing(bench: Desk) -> None:
    bench.done("POST", "/api/v2/users", {"users": {"ann": {"id": "ann"}}})
    one = post(bench)
    report(bench, one, "ann")
    decide(bench, one, "mark_reviewed")
    reporter(bench, "ann")
    bench.done("POST", "/api/v2/users/delete", {"user_ids": ["ann"], "user": "hard"})
    assert bench.send("GET", "/api/v1/reporters/ann").status == 404


def test_who_reports_without_ground_again_and_again_is_warned_and_then_suspended(
    bench: Desk,
) -> None:
    def wrongly(by: str = "eve") -> str:
        about = post(bench)
        report(bench, about, by)
        decide(bench, about, "mark_reviewed")
        return about

    def told(by: str = "eve") -> Any:
        return bench.done("GET", f"/api/v1/reporters/{by}")["reporter"]

    limits = {"number": 2, "share": 0.6, "within_days": 30, "suspended_days": 7}
    wrongly()
    assert "warned_at" not in told()
    bench.done("PUT", "/api/v1/settings", {"unfounded_reports": limits})
    rightly = post(bench)
    report(bench, rightly, "eve")
    decide(bench, rightly, "block")
    wrongly()
    wrongly()
    # Two of three, which is more than the share, and before the limits nothing counts.
    assert "warned_at" in told() and "suspended_until" not in told()
    about = wrongly()
    assert "suspended_until" in told()
    hive = {"post_id": about, "report_categories": ["spam"], "reporter_id": "eve"}
    refused = bench.send("POST", "/api/v1/report", hive)
    assert refused.status == 403 and "reporter_id" in refused.text, refused.text
    stream = {"entity_type": "post", "entity_id": "p", "user_id": "eve", "reason": "spam"}
    refused = bench.send("POST", f"{V2}/flag", stream)
    assert refused.status == 403 and "until" in refused.text
    report(bench, about, "joe")
    with later(8 * 86_400):
        bench.done("POST", f"{V2}/flag", stream)
    lifted = bench.done("POST", "/api/v1/reporters/eve/allow", {"user_id": "lea"})["reporter"]
    assert "suspended_until" not in lifted
    bench.done("POST", f"{V2}/flag", {**stream, "entity_id": "q"})
    again = bench.send("POST", "/api/v1/reporters/eve/allow", {"user_id": "lea"})
    assert again.status == 404, again.text
    log = bench.server.call(bench.app, "GET", "/api/v1/log", query={"kind": "report"}).json()
    types = [each["type"] for each in log["entries"] if each["type"].startswith("reports_")]
    assert types == ["reports_allowed", "reports_suspended", "reports_warned"]
    day = to_rfc3339(now())[:10]
    query = {"from": day, "to": to_rfc3339(now() + DAY)[:10]}
    answered = bench.server.call(bench.app, "GET", "/api/v1/transparency", query=query)
    suspensions = answered.json()["transparency"]["suspensions"]
    assert (suspensions["warned_for_notices"], suspensions["for_unfounded_notices"]) == (1, 1)
