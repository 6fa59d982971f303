"""What rules saw is kept with what they led to, as an app wants it, and goes in time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from common.configuration.context import now
from common.domain.item import item_id
from common.domain.rule import rule_key
from common.domain.rule_input import (
    RULE_INPUTS,
    RuleInput,
    expiry_id,
    is_kept,
    rule_input_key,
)
from common.domain.task import task_key
from common.domain.times import DAY, HOUR
from common.moderation.background.working import work
from common.queue.messages import ScanOrder
from common.rules.class_table import NO_CLASSES
from common.rules.evaluator import RuleSet
from common.rules.inputs import restored
from common.rules.rule import Rule
from common.store.store import Create
from tests.functional.desk import BAD, V2, Desk, desk

RULE: dict[str, Any] = {
    "name": "Listed",
    "scope": "post",
    "when": {"type": "in_list", "lists": ["words"]},
    "actions": ["flag_for_review"],
}
_LIST = "/api/v1/settings"


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("inputs") / "data") as made:
        yield made


def put(bench: Desk, id: str = "r", **fields: Any) -> None:
    bench.done("PUT", f"/api/v1/rules/{id}", {**RULE, **fields})


def posted(bench: Desk, text: str = "hello", *, id: str = "p", by: str = "ann", **more: Any) -> str:
    """The item, evaluated."""
    bench.check(text, entity_id=id, entity_creator_id=by, **more)
    item = item_id(bench.app.name, more.get("entity_type", "post"), id)
    bench.enforce(item)
    return item


def inputs(bench: Desk) -> list[RuleInput]:
    async def read() -> list[RuleInput]:
        page = await bench.server.context.store.query(RULE_INPUTS, app=bench.app.name, limit=1000)
        return sorted((each.data for each in page.documents), key=lambda each: each["at"])

    return bench.server.run(read())


def expire(bench: Desk, at: int) -> Any:
    """What the job does whose turn has come by then; all its pages."""
    id = expiry_id(bench.app.name)
    while True:
        (task,) = bench.server.run(bench.server.context.store.get([task_key(bench.app.name, id)]))
        assert task is not None
        due = task.data["due_at"]
        if due > at + HOUR // 2:
            return task.data
        bench.server.run(work(bench.server.context, ScanOrder(bench.app.name, id, at=due), at))


def test_an_evaluation_is_kept_with_what_it_led_to(bench: Desk) -> None:
    put(bench)
    payload = {"texts": [BAD], "custom": {"price": 3}}
    item = posted(bench, moderation_payload=payload)
    (kept,) = inputs(bench)
    assert kept["item_id"] == item and kept["user_id"] == "ann" and kept["revision"] == 1
    assert kept["scopes"] == ["post", "user"]
    assert kept["fired"] == ["1:r"] and "quiet" not in kept
    facts = restored(kept["facts"], kept["at"], NO_CLASSES)
    assert facts.lists == {"words"} and facts.needs_review
    assert facts.content.value_of("price") == 3 and facts.content.length == len(BAD)
    assert BAD not in str(kept)


def test_what_no_rule_looks_at_yet_is_kept_as_well(bench: Desk) -> None:
    """So that a rule on the author's past can be tried on the past before there is any."""
    put(bench)
    profile = {"id": "ann", "role": "guest", "custom": {"level": 3}}
    bench.done("POST", "/api/v2/users", {"users": {"ann": profile}})
    posted(bench, id="x")
    posted(bench)
    *_, kept = inputs(bench)
    facts = restored(kept["facts"], kept["at"], NO_CLASSES)
    assert facts.history is not None and facts.history.posts(DAY) == 2
    assert (facts.author.role, facts.author.value_of("level")) == ("guest", 3)
    assert facts.address is None and kept["facts"]["missing"] == ["address", "strikes"]


def test_an_evaluation_that_a_moderator_overrules_is_quiet(bench: Desk) -> None:
    bench.done(
        "PUT",
        "/api/v1/actions/hide",
        {"name": "Hide", "kind": "post", "url": "https://example.com/hide"},
    )
    put(bench, scope="reported_post", when={"type": "report_count"}, actions=["hide"])
    item = posted(bench)
    for reporter in ("rob", "sue"):
        flag = {"entity_type": "post", "entity_id": "p", "user_id": reporter, "reason": "spam"}
        bench.done("POST", f"{V2}/flag", flag)
        bench.enforce(item)
        bench.act("mark_reviewed", item)
    first, second, third = inputs(bench)
    assert first["scopes"] == ["post", "user"] and "fired" not in first
    assert (second["scopes"], second["fired"]) == (["reported_post"], ["1:r"])
    assert "quiet" not in second
    assert third["fired"] == third["quiet"] == ["1:r"]


def test_nothing_is_kept_without_rules_or_where_the_app_wants_none(bench: Desk) -> None:
    posted(bench, BAD)
    assert inputs(bench) == []
    put(bench, enabled=False)
    posted(bench, BAD, id="q")
    assert len(inputs(bench)) == 1
    assert bench.done("PUT", _LIST, {"keep_inputs": "none"})["settings"]["keep_inputs"] == "none"
    posted(bench, BAD, id="s")
    assert len(inputs(bench)) == 1


def test_a_share_is_of_items_not_of_evaluations(bench: Desk) -> None:
    put(bench)
    bench.done("PUT", _LIST, {"keep_inputs": 40})
    wanted = set()
    for number in range(30):
        item = posted(bench, id=f"p{number}")
        posted(bench, "another text", id=f"p{number}")
        if is_kept({"keep_inputs": 40}, item):
            wanted.add(item)
    found = inputs(bench)
    assert 4 < len(wanted) < 22
    assert {each["item_id"] for each in found} == wanted
    assert len(found) == 2 * len(wanted) and {each["percent"] for each in found} == {40}


def test_a_trigger_that_comes_again_keeps_nothing_again(bench: Desk) -> None:
    put(bench)
    item = posted(bench)
    bench.enforce(item)
    assert len(inputs(bench)) == 1


def test_what_was_kept_goes_in_time(bench: Desk) -> None:
    put(bench)
    for number in range(7):
        posted(bench, id=f"p{number}", by=f"user{number}")
    began = now()
    assert expire(bench, began + 29 * DAY)["result"] == {"deleted": 0}
    assert len(inputs(bench)) == 7
    assert expire(bench, began + 30 * DAY + 2 * HOUR)["result"] == {"deleted": 7}
    assert inputs(bench) == []
    posted(bench, id="later")
    assert len(inputs(bench)) == 1


def test_a_shorter_time_counts_for_what_is_there(bench: Desk) -> None:
    put(bench)
    posted(bench)
    bench.done("PUT", _LIST, {"inputs_kept_days": 2})
    expire(bench, now() + 2 * DAY + 2 * HOUR)
    assert inputs(bench) == []


def test_thousands_go_some_at_a_time(bench: Desk) -> None:
    put(bench)
    posted(bench)
    (kept,) = inputs(bench)
    app, store = bench.app.name, bench.server.context.store
    for start in range(0, 1_200, 100):
        many = range(start, start + 100)
        writes = [Create(rule_input_key(app, "x", n), {**kept, "at": kept["at"] + n}) for n in many]
        bench.server.run(store.commit(writes))
    id, at = expiry_id(app), now() + 31 * DAY
    (task,) = bench.server.run(store.get([task_key(app, id)]))
    assert task is not None
    bench.server.run(work(bench.server.context, ScanOrder(app, id, at=task.data["due_at"]), at))
    assert 0 < len(inputs(bench)) <= 1_201
    assert expire(bench, at)["result"] == {"deleted": 1_201}
    assert inputs(bench) == []


def test_a_rule_says_of_what_is_kept_what_it_said_then(bench: Desk) -> None:
    when = {"type": "post_count", "operator": "gte", "value": 2, "window": "1h"}
    put(bench, when=when, scope="user")
    for number in range(4):
        posted(bench, id=f"p{number}")
    found = inputs(bench)
    (rule,) = bench.server.run(bench.server.context.store.get([rule_key(bench.app.name, "r")]))
    assert rule is not None
    rules = RuleSet([Rule.of(rule.data)])
    again = [
        bool(rules.evaluate("user", restored(each["facts"], each["at"], NO_CLASSES), False).matches)
        for each in found
    ]
    assert again == [bool(each.get("fired")) for each in found] == [False, True, True, True]
