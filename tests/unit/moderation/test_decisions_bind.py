"""A moderator's decision: what led to it comes before it, and nothing overturns it afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from common.domain.action import FLAG_FOR_REVIEW
from common.domain.item import item_id, item_key
from common.domain.policy import policy_key
from common.domain.rule import rule_key
from common.queue.messages import Trigger
from common.store.store import Put
from tests.desk import BAD, DUBIOUS, HATE, SPAM, Desk, rule
from tests.factories import APP, policy

HIDDEN = f"item:{item_id(APP, 'post', 'p')}"


@pytest.fixture
def desk() -> Iterator[Desk]:
    opened = Desk()
    yield opened
    opened.close()


def test_what_a_check_led_to_comes_before_the_decision_on_it(desk: Desk) -> None:
    desk.check("p", BAD)
    desk.decide("mark_reviewed", "p")
    assert desk.events("p") == ["new", "updated mark_reviewed"]
    assert desk.calls(HIDDEN) == ["hide"]
    before = desk.deliveries(), desk.item("p")
    desk.hand_out_all()
    assert (desk.deliveries(), desk.item("p")) == before
    kinds = [entry["kind"] for entry in desk.log("p")]
    assert kinds.index("review") == len(kinds) - 1


def test_a_decided_item_does_not_come_back_for_what_was_reported_before(desk: Desk) -> None:
    desk.check("p", "hello")
    desk.hand_out_all()
    for reporter in ("r1", "r2"):
        desk.report("p", reporter, SPAM, reviewable=False)
    desk.decide("delete_message", "p")
    desk.settle()
    assert not desk.waits("p")
    assert len(desk.rule_entries("p", "reported")) == 1
    assert desk.events("p")[-1] == "updated delete_message"


def test_a_trigger_that_was_lost_does_not_come_after_the_decision(desk: Desk) -> None:
    desk.queue.loses = 1
    desk.check("p", DUBIOUS)
    desk.decide("mark_reviewed", "p")
    desk.settle()
    assert not desk.waits("p")
    assert desk.events("p") == ["new", "updated mark_reviewed"]


@pytest.mark.parametrize("decision", ["unban", "ban"])
def test_a_decision_on_a_user_stands_against_their_earlier_content(
    desk: Desk, decision: str
) -> None:
    desk.check("p", BAD)
    desk.decide(decision, user="ada")
    desk.hand_out_all()
    assert desk.calls("user:ada") == [decision]
    (superseded,) = [each for each in desk.deliveries() if each["state"] == "superseded"]
    assert superseded["why"]["rule_id"] == "ban-bad"
    assert "decided" in superseded["reason"]
    assert superseded["id"] in [
        entry["custom"].get("delivery_id") for entry in desk.log("p") if entry["kind"] == "delivery"
    ]
    desk.check("later", BAD)
    desk.hand_out_all()
    assert "ban" in desk.calls("user:ada"), "what is posted afterwards is another matter"


NOTHING_LISTED: dict[str, Any] = {"block_list_config": {"rules": []}}


def _policy(desk: Desk, config: dict[str, Any]) -> None:
    made = policy("chat", config=config, updated_at=desk.later())
    desk.configure(Put(policy_key(APP, made["id"]), made))


def test_equal_content_is_answered_as_it_was_decided(desk: Desk) -> None:
    desk.check("p", BAD)
    desk.decide("restore", "p")
    checked = desk.check("p", BAD)
    assert (checked.item["recommended_action"], checked.triggered) == ("keep", [])
    desk.settle()
    assert not desk.waits("p")


def test_another_policy_does_not_overturn_a_decision(desk: Desk) -> None:
    desk.check("p", f"{DUBIOUS} thing")
    desk.hand_out_all()
    desk.decide("block", "p")
    calls = desk.calls(HIDDEN)
    for config in (NOTHING_LISTED, {"block_list_config": {"rules": [_removes(DUBIOUS)]}}):
        _policy(desk, config)
        checked = desk.check("p", f"{DUBIOUS} thing")
        assert checked.item["recommended_action"] == "remove"
        desk.settle()
    assert not desk.waits("p")
    assert desk.calls(HIDDEN) == calls
    results = {entry["result"] for entry in desk.rule_entries("p", "review-dubious")[1:]}
    assert results == {"overruled"}, "the log has what the machine would have done"


def _removes(name: str) -> dict[str, str]:
    return {"name": name, "action": "remove"}


def test_an_approved_text_is_not_removed_by_a_stricter_policy(desk: Desk) -> None:
    desk.check("p", "hello")
    desk.report("p", "r1", SPAM)
    desk.decide("restore", "p")
    desk.settle()
    hidden = rule(
        "hide-all", "post", {"type": "not", "condition": {"type": "needs_review"}}, "hide"
    )
    desk.configure(Put(rule_key(APP, hidden["id"]), hidden))
    _policy(desk, {"block_list_config": {"rules": [_removes("missing")]}})
    assert desk.check("p", "hello").item["recommended_action"] == "keep"
    desk.settle()
    assert desk.calls(HIDDEN) == []
    (entry,) = desk.rule_entries("p", "hide-all")
    assert (entry["result"], entry["custom"]["overruled"]) == ("overruled", ["hide"])


def test_what_a_slow_engine_finds_later_does_not_overturn_a_decision(desk: Desk) -> None:
    slow: dict[str, Any] = {
        "automod_platform_circumvention_config": {
            "async": True,
            "rules": [{"label": "platform_circumvention", "threshold": 0.5, "action": "remove"}],
        }
    }
    _policy(desk, slow)
    held = rule(
        "hide-contact",
        "post",
        {"type": "classified_as", "classes": ["platform_circumvention"], "threshold": 0.5},
        "hide",
        FLAG_FOR_REVIEW,
    )
    desk.configure(Put(rule_key(APP, held["id"]), held))
    text = "write to bob@example.com or call +49 30 901820"
    assert desk.check("p", text).task_id
    desk.decide("restore", "p")
    desk.settle()
    item = desk.item("p")
    assert item["status"] == "complete"
    assert item["labels"], "they are kept for people to see"
    assert (item["recommended_action"], desk.calls(HIDDEN)) == ("keep", [])
    assert "queue_id" not in item
    assert [entry["result"] for entry in desk.rule_entries("p", "hide-contact")] == ["overruled"]
    assert "new" not in desk.events("p")


def test_new_reports_bring_it_back_for_a_person_and_call_nothing(desk: Desk) -> None:
    desk.check("p", "hello")
    for reporter in ("r1", "r2"):
        desk.report("p", reporter, SPAM, reviewable=False)
    desk.decide("restore", "p")
    calls = desk.calls(HIDDEN)
    desk.report("p", "r3", SPAM, reviewable=False)
    desk.hand_out_all()
    assert not desk.waits("p"), "what was decided on is not counted again"
    desk.report("p", "r4", SPAM, reviewable=False)
    desk.hand_out_all()
    assert desk.waits("p")
    assert desk.calls(HIDDEN) == calls
    assert desk.item("p")["recommended_action"] == "keep"
    assert desk.rule_entries("p", "reported")[-1]["custom"]["overruled"] == ["hide"]


def test_who_has_reported_it_before_does_not_bring_it_back(desk: Desk) -> None:
    desk.check("p", "hello")
    desk.report("p", "r1", SPAM)
    desk.decide("mark_reviewed", "p")
    desk.report("p", "r1", HATE, reason="look again!")
    desk.settle()
    assert not desk.waits("p")
    desk.report("p", "r2", SPAM)
    assert desk.waits("p")


def test_another_content_is_judged_anew(desk: Desk) -> None:
    desk.check("p", BAD)
    desk.decide("restore", "p")
    checked = desk.check("p", f"{BAD} and more")
    assert checked.item["recommended_action"] == "remove"
    assert {match.rule_id for match in checked.triggered} == {"hide-bad", "ban-bad"}
    desk.hand_out_all()
    assert desk.waits("p")
    assert desk.calls(HIDDEN) == ["hide", "hide"]


def test_what_a_decided_text_had_is_not_held_against_the_next(desk: Desk) -> None:
    desk.check("p", BAD)
    desk.decide("restore", "p")
    _policy(desk, {"block_list_config": {"rules": [_removes(BAD), _removes(DUBIOUS)]}})
    desk.check("p", BAD)
    desk.check("p", "hello")
    calls = desk.calls(HIDDEN)
    desk.settle()
    assert desk.calls(HIDDEN) == calls
    assert not desk.waits("p")


def test_new_reports_of_a_user_are_a_new_matter(desk: Desk) -> None:
    banning = rule(
        "ban-reported",
        "reported_user",
        {"type": "report_count", "operator": "gte", "value": 2},
        "ban",
    )
    desk.configure(Put(rule_key(APP, banning["id"]), banning))
    for reporter in ("r1", "r2"):
        desk.report("ada", reporter, type="stream:user")
        desk.hand_out_all()
    assert desk.calls("user:ada") == ["ban"]
    desk.decide("unban", user="ada")
    desk.decide("mark_reviewed", user="ada")
    for reporter, calls in (("r3", ["unban"]), ("r4", ["ban"])):
        desk.report("ada", reporter, type="stream:user")
        desk.hand_out_all()
        assert desk.calls("user:ada") == calls, "each undoes the other"


def test_an_item_of_an_earlier_release_stays_decided(desk: Desk) -> None:
    desk.check("p", BAD)
    desk.decide("mark_reviewed", "p")
    item = {k: v for k, v in desk.item("p").items() if k != "decided_at"}
    desk.run(desk.store.commit([Put(item_key(APP, item_id(APP, "post", "p")), item)]))
    _policy(desk, {"block_list_config": {"rules": [_removes(BAD), _removes(DUBIOUS)]}})
    desk.check("p", BAD)
    desk.run(desk.context.queue.publish(Trigger(APP, item_id(APP, "post", "p"))))
    desk.settle()
    assert not desk.waits("p")
    desk.check("p", f"{BAD}!")
    assert desk.waits("p")
