"""What counts as a report, and for how long."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from common.domain.reports import open_reports, reports_of
from common.domain.rule import rule_key
from common.store.store import Put
from tests.desk import HATE, SPAM, Desk, rule
from tests.factories import APP


@pytest.fixture
def desk() -> Iterator[Desk]:
    opened = Desk()
    opened.check("p", "hello")
    opened.hand_out_all()
    yield opened
    opened.close()


def test_one_reporter_counts_once_whatever_their_words(desk: Desk) -> None:
    for reason in ("bad", "bad!", "very bad", "bad"):
        desk.report("p", "r1", SPAM, reason=reason)
        desk.hand_out_all()
    assert reports_of(desk.item("p")) == {"": 1, SPAM: 1}
    (flag,) = desk.flags("p")
    assert flag["reason"] == "bad"
    assert desk.item("p")["flags_count"] == 1
    assert desk.rule_entries("p", "reported") == []
    desk.report("p", "r2", SPAM)
    desk.hand_out_all()
    assert len(desk.rule_entries("p", "reported")) == 1


def test_a_report_in_another_category_moves(desk: Desk) -> None:
    desk.report("p", "r1", SPAM)
    desk.report("p", "r1", HATE)
    counts = {name: count for name, count in reports_of(desk.item("p")).items() if count}
    assert counts == {"": 1, HATE: 1}
    desk.report("p", "r1", HATE, SPAM)
    found = open_reports(desk.item("p"))
    assert found.count(frozenset({SPAM, HATE})) == 1
    assert [found.count(frozenset({name})) for name in (SPAM, HATE)] == [1, 1]


def test_another_category_makes_the_rules_look_again(desk: Desk) -> None:
    hated = rule("hated", "reported_post", {"type": "report_count", "categories": [HATE]}, "hide")
    desk.configure(Put(rule_key(APP, "hated"), hated))
    desk.report("p", "r1", SPAM, reviewable=False)
    desk.hand_out_all()
    desk.report("p", "r1", HATE, reviewable=False)
    desk.hand_out_all()
    assert len(desk.rule_entries("p", "hated")) == 1
    desk.report("p", "r1", HATE, reason="in other words", reviewable=False)
    desk.hand_out_all()
    assert len(desk.rule_entries("p", "hated")) == 1, "the same again is no news to a rule"


def test_several_categories_count_a_report_once(desk: Desk) -> None:
    either = {"type": "report_count", "categories": [SPAM, HATE], "operator": "gte", "value": 2}
    desk.configure(Put(rule_key(APP, "either"), rule("either", "reported_post", either, "hide")))
    desk.report("p", "r1", SPAM, HATE)
    desk.hand_out_all()
    assert desk.rule_entries("p", "either") == []
    desk.report("p", "r2", HATE)
    desk.hand_out_all()
    (entry,) = desk.rule_entries("p", "either")
    values = entry["custom"]["held"][0]["values"]
    assert values == {SPAM: 1, HATE: 2, f"{SPAM} or {HATE}": 2}


def test_an_edited_text_is_reported_anew(desk: Desk) -> None:
    desk.report("p", "r1", SPAM)
    desk.decide("mark_reviewed", "p")
    desk.check("p", "hello, you fool")
    assert not desk.waits("p")
    desk.report("p", "r1", SPAM)
    assert desk.waits("p")
    assert desk.item("p")["flags_count"] == 2
    desk.settle()
    desk.decide("mark_reviewed", "p")
    desk.check("p", "hello")
    desk.report("p", "r1", SPAM)
    assert desk.waits("p"), "a text that comes back is another edit"


def test_a_decision_settles_what_was_reported(desk: Desk) -> None:
    for reporter in ("r1", "r2", "r3"):
        desk.report("p", reporter, SPAM)
        desk.hand_out_all()
    desk.decide("mark_reviewed", "p")
    fired = len(desk.rule_entries("p", "reported"))
    desk.report("p", "r4", SPAM)
    desk.hand_out_all()
    assert len(desk.rule_entries("p", "reported")) == fired
    assert open_reports(desk.item("p")).count(frozenset()) == 1
    assert reports_of(desk.item("p"))[""] == 4, "how many there ever were is kept"


def test_a_moderator_may_flag_again_what_was_decided_on(desk: Desk) -> None:
    said = {"entity_type": "post", "entity_id": "p", "reason": "look"}
    desk.decide("flag", "p", **said)
    desk.decide("mark_reviewed", "p")
    desk.decide("flag", "p", **said)
    assert desk.waits("p")
    assert desk.item("p")["latest_moderator_action"] == "flag"
    flagged = [each for each in desk.log("p") if (each["kind"], each["type"]) == ("action", "flag")]
    assert len(flagged) == 2


def test_what_is_changed_is_told_once_as_it_is(desk: Desk) -> None:
    desk.report("p", "r1", SPAM, reason="bad")
    desk.report("p", "r1", SPAM, reason="worse")
    assert desk.events("p") == ["new", "updated"]
    (_, event) = [event for each in desk.deliveries() for event in each["data"].get("events", ())]
    shown = event["review_queue_item"]["flags"]
    assert [flag["reason"] for flag in shown] == ["worse"]
