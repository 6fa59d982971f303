"""What counts as a report, and for how long."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import orjson
import pytest

from common.domain.reporter import REPORTERS
from common.domain.reports import Counting, kept_reports, open_reports, reports_of
from common.domain.rule import rule_key
from common.moderation.reports.flags import flag
from common.moderation.reports.new_flags import NewFlag
from common.moderation.review.decisions.action_types import ACTION_TYPES
from common.moderation.review.decisions.decision import Decision
from common.moderation.review.decisions.decisions import decide
from common.store.store import Put
from tests.desk import HATE, SPAM, Desk, rule
from tests.factories import APP

_REVIEWED = ACTION_TYPES["mark_reviewed"].options_of(None)


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


def test_one_that_is_taken_back_is_no_distinct_reporter(desk: Desk) -> None:
    for reporter in ("r1", "r2"):
        desk.report("p", reporter, SPAM)
    desk.unflag("p", "r1")
    assert open_reports(desk.item("p")).among(Counting(distinct=True)) == (1, 1)


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


def test_whoever_reports_at_the_same_time_counts_once(desk: Desk) -> None:
    """Fifteen reporters, each twice at once, in other words."""

    async def reported() -> None:
        await asyncio.gather(
            *(
                flag(
                    desk.context,
                    APP,
                    [NewFlag("post", "p", f"r{n}", reason=f"{word}", categories=(SPAM,))],
                    desk.later(),
                )
                for word in range(2)
                for n in range(15)
            )
        )

    desk.run(reported())
    item = desk.item("p")
    assert open_reports(item).count(frozenset({SPAM})) == 15
    assert reports_of(item) == {"": 15, SPAM: 15}
    assert len(kept_reports(item)) == 15
    desk.hand_out_all()
    least, most = open_reports(desk.item("p"), desk.now).among(Counting(distinct=True))
    assert (least, most) == (15, 15)


def test_many_reports_leave_the_item_small_and_are_all_counted(desk: Desk) -> None:
    async def reported() -> None:
        for n in range(600):
            new = NewFlag("post", "p", f"r{n}", categories=(SPAM, HATE))
            await flag(desk.context, APP, [new], desk.later())

    desk.run(reported())
    item = desk.item("p")
    assert open_reports(item).count(frozenset()) == 600
    kept = kept_reports(item)
    assert 160 <= len(kept) <= 170
    assert len(orjson.dumps(item)) < 100_000
    least, most = open_reports(item, desk.now).among(Counting(window=3_600 * 10**9))
    assert (least, most) == (len(kept), 600), "of the others it is not known when they came"


def test_what_is_reported_as_a_decision_is_made_is_of_one_round(desk: Desk) -> None:
    """Whichever is faster, each report is judged once or waits for the next decision."""
    for n in range(5):
        desk.report("p", f"r{n}", SPAM)
    desk.hand_out_all()

    id = desk.item("p")["id"]

    async def both() -> None:
        new = [NewFlag("post", "p", f"late{n}", categories=(SPAM,)) for n in range(5)]
        decision = Decision(ACTION_TYPES["mark_reviewed"], "mod", id, _REVIEWED)
        await asyncio.gather(
            *(flag(desk.context, APP, [each], desk.now) for each in new[:2]),
            decide(desk.context, APP, decision, desk.now),
            *(flag(desk.context, APP, [each], desk.now) for each in new[2:]),
        )

    desk.later()
    desk.run(both())
    desk.settle()
    open = [*kept_reports(desk.item("p"))]
    page = desk.run(desk.store.query(REPORTERS, app=APP, order="score", limit=100))
    assert len(page.documents) + len(open) == 10
    assert {each.data["judged"] for each in page.documents} == {1}
