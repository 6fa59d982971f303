"""Shadows are evaluated on what is posted, recorded, and have no effect whatever."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest

from common.configuration.context import now
from common.domain.item import item_id
from common.domain.rule_input import expiry_id
from common.domain.rule_shadow import HITS_KEPT, LASTS, SHADOW_HITS, ShadowHit
from common.domain.task import task_key
from common.domain.times import DAY
from common.moderation.background.working import work
from common.moderation.enforcement.enforcements import enforce
from common.queue.messages import ScanOrder, Trigger
from tests.functional.desk import Desk
from tests.functional.ruled import ERASE, HIDE, RULE, asked, checked, put, refused, ruled_desk

SHADOW = "/api/v1/rules/r/shadow"
PROMOTE = f"{SHADOW}/promote"
SHOUTING = {"type": "text_length", "operator": "gt", "value": 10}
WIDER = {**RULE, "name": "Wider", "when": {"type": "in_list", "lists": ["listed", "words"]}}


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with ruled_desk(tmp_path_factory.mktemp("shadows") / "data") as made:
        made.done("PUT", "/api/v1/actions/hide", HIDE)
        made.done("PUT", "/api/v1/actions/erase", ERASE)
        # What looks both lists up.
        put(made, "lists", name="Lists", group="off", when=WIDER["when"])
        yield made


def shadowed(bench: Desk, **body: Any) -> Any:
    return bench.done("POST", SHADOW, body or {"rule": WIDER})["shadow"]


def told(bench: Desk) -> Any:
    return bench.done("GET", SHADOW)["shadow"]["result"]


def hits(bench: Desk) -> list[ShadowHit]:
    query = bench.server.context.store.query(SHADOW_HITS, app=bench.app.name, limit=1000)
    return [document.data for document in bench.server.run(query).documents]


def test_it_is_compared_with_the_version_that_is_enabled(bench: Desk) -> None:
    put(bench)
    put(bench, "other", name="Other", when={"type": "in_list", "lists": ["words"]})
    shadowed(bench)
    for id, text in (("a", "grobble"), ("b", "zzword"), ("c", "hello")):
        checked(bench, id, text)
    put(bench, when={"type": "needs_review"})
    checked(bench, "d", "grobble")
    bench.done("POST", "/api/v1/rules/r/pause", {})
    found = told(bench)
    assert found["counts"] == {"both": 1, "enabled": 0, "shadow": 2, "failed": 0}
    assert [hit["entity_id"] for hit in found["hits"]["shadow"]] == ["d", "b"]
    assert [hit["enabled_version"] for hit in found["hits"]["shadow"]] == [2, 1]
    (both,) = found["hits"]["both"]
    assert bench.shown(both["item_id"])["entity_id"] == "a"
    assert found["overlap"] == [{"rule_id": "other", "rule_version": 1, "held": 1}]
    (day,) = found["days"]
    assert (day["both"], day["shadow"]) == (1, 2) and found["exact"] and found["users"] == 3


def test_where_only_the_enabled_version_holds(bench: Desk) -> None:
    put(bench)
    shadowed(bench, rule={**WIDER, "when": {"type": "in_list", "lists": ["words"]}})
    checked(bench, "a", "grobble")
    assert told(bench)["counts"] == {"both": 0, "enabled": 1, "shadow": 0, "failed": 0}


def test_where_neither_holds_nothing_is_written(bench: Desk) -> None:
    put(bench)
    shadowed(bench)
    checked(bench, "a", "hello")
    assert hits(bench) == []


def test_a_redelivered_trigger_changes_nothing(bench: Desk) -> None:
    shadowed(bench)
    checked(bench, "a")
    before = hits(bench)
    bench.enforce(item_id(bench.app.name, "post", "a"))
    assert hits(bench) == before and len(before) == 1


def test_a_new_rule_does_nothing_until_it_is_promoted(bench: Desk) -> None:
    shadowed(bench, rule={**WIDER, "actions": ["hide"]}, user_id="lea", reason="try it")
    assert checked(bench, "a")["triggered_rules"] == []
    assert bench.send("GET", "/api/v1/rules/r").status == 404
    assert [*refused(bench, 400, "POST", PROMOTE, {})] == ["n"]
    saved = bench.done("POST", PROMOTE, {"n": 1, "user_id": "tom"})["rule"]
    assert (saved["version"], saved["name"]) == (1, "Wider")
    version = bench.done("GET", "/api/v1/rules/r/versions/1")["version"]
    assert (version["by"], version["drafted_by"], version["reason"]) == ("tom", "lea", "try it")
    assert bench.send("GET", SHADOW).status == 404
    assert checked(bench, "b")["triggered_rules"] != []


def test_drafts_and_versions_can_be_shadows(bench: Desk) -> None:
    put(bench)
    put(bench, name="Second")
    assert [*refused(bench, 400, "POST", SHADOW, {"draft": True})] == ["draft"]
    assert [*refused(bench, 400, "POST", SHADOW, {"version": 9})] == ["version"]
    assert [*refused(bench, 400, "POST", SHADOW, {"version": 1, "draft": True})] == ["version"]
    assert shadowed(bench, version=1)["version"] == 1
    assert [*refused(bench, 400, "POST", SHADOW, {"version": 2})] == ["id"]
    bench.done("DELETE", SHADOW)
    assert bench.send("DELETE", SHADOW).status == 404
    bench.done("PUT", "/api/v1/rules/r/draft", {**WIDER, "user_id": "lea", "enabled": False})
    assert shadowed(bench, draft=True)["draft_revision"] == 1
    assert bench.done("POST", PROMOTE, {"n": 0})["rule"]["enabled"]
    assert bench.send("GET", "/api/v1/rules/r/draft").status == 404


def test_it_is_not_promoted_over_what_was_changed_since(bench: Desk) -> None:
    put(bench)
    shadowed(bench)
    put(bench, name="Another")
    assert [*refused(bench, 409, "POST", PROMOTE, {"n": 0})] == ["expected_version"]
    assert bench.send("GET", SHADOW).status == 200


def test_people_decide_how_right_it_was(bench: Desk) -> None:
    shadowed(bench)
    for id in ("a", "b", "c", "d"):
        checked(bench, id)
    assert [*refused(bench, 400, "POST", PROMOTE, {"n": 1, "precision": 0.5})] == ["precision"]
    for id, action in (("a", "block"), ("b", "block"), ("c", "mark_reviewed")):
        bench.act(action, item_id(bench.app.name, "post", id))
    bench.act("block", item_id(bench.app.name, "post", "d"))
    bench.check("hello", config_key="quiet", entity_id="d")
    people = told(bench)["people"]
    assert (people["upheld"], people["overturned"]) == (2, 1)
    assert people["precision"] == pytest.approx(2 / 3)
    assert people["low"] < people["precision"] < people["high"]
    assert [*refused(bench, 400, "POST", PROMOTE, {"n": 1, "precision": 0.7})] == ["precision"]
    assert bench.done("POST", PROMOTE, {"n": 1, "precision": 0.6})["rule"]["version"] == 1


def test_one_that_would_hit_a_moderator_is_not_promoted(bench: Desk) -> None:
    profile = {"id": "mo", "role": "moderator"}
    bench.done("POST", "/api/v2/users", {"users": {"mo": profile}})
    bench.done("PUT", "/api/v1/settings", {"exempt": {"staff": "nothing"}})
    shadowed(bench)
    bench.check("grobble", config_key="quiet", entity_id="a", entity_creator_id="mo")
    bench.enforce(item_id(bench.app.name, "post", "a"))
    (hit,) = told(bench)["hits"]["staff"]
    assert hit["user_id"] == "mo"
    assert [*refused(bench, 400, "POST", PROMOTE, {"n": 1})] == ["allow_staff_hit"]
    assert bench.done("POST", PROMOTE, {"n": 1, "allow_staff_hit": True})["rule"]["version"] == 1


def test_whom_it_spares_it_does_not_hit(bench: Desk) -> None:
    bench.done("POST", "/api/v2/users", {"users": {"mo": {"id": "mo", "role": "moderator"}}})
    shadowed(bench, rule={**WIDER, "exempt": {"staff": True}})
    bench.check("grobble", config_key="quiet", entity_id="a", entity_creator_id="mo")
    bench.enforce(item_id(bench.app.name, "post", "a"))
    assert hits(bench) == []


def test_what_nobody_can_take_back_takes_two(bench: Desk) -> None:
    bench.done("PUT", "/api/v1/settings", {"second_person_for_irreversible": True})
    shadowed(bench, rule={**WIDER, "actions": ["erase"]}, user_id="lea")
    assert [*refused(bench, 403, "POST", PROMOTE, {"n": 0, "user_id": "lea"})] == ["user_id"]
    assert bench.done("POST", PROMOTE, {"n": 0, "user_id": "tom"})["rule"]["version"] == 1


def test_what_is_counted_for_no_rule_is_refused(bench: Desk) -> None:
    bench.done("POST", "/api/v2/blocklists", {"name": "unseen", "words": ["blip"]})
    when = {"type": "in_list", "lists": ["unseen"]}
    assert [*refused(bench, 400, "POST", SHADOW, {"rule": {**RULE, "when": when}})] == ["when"]
    when = {"type": "in_list", "lists": ["nosuch"]}
    body = {"rule": {**RULE, "when": when}}
    assert refused(bench, 400, "POST", SHADOW, body)
    shadowed(bench)
    bench.done("DELETE", "/api/v1/rules/lists")
    shadow = bench.done("GET", SHADOW)["shadow"]
    assert shadow["blind"] == ["the list 'listed'", "the list 'words'"]


def test_an_app_has_ten_at_most(bench: Desk) -> None:
    for number in range(10):
        bench.done("POST", f"/api/v1/rules/s{number}/shadow", {"rule": WIDER})
    assert [*refused(bench, 400, "POST", SHADOW, {"rule": WIDER})] == ["id"]
    bench.done("DELETE", "/api/v1/rules/s3/shadow")
    shadowed(bench)


def test_it_ends_by_itself_and_what_it_found_goes_in_time(bench: Desk) -> None:
    started = shadowed(bench)
    assert started["live"] and started["blind"] == []
    (since, ends) = (datetime.fromisoformat(started[name]) for name in ("since", "ends_at"))
    assert ends - since == timedelta(days=30)
    checked(bench, "a")
    bench.check("grobble", config_key="quiet", entity_id="b")
    context, app = bench.server.context, bench.app.name
    trigger = Trigger(app, item_id(app, "post", "b"))
    bench.server.run(enforce(context, trigger, now() + LASTS + DAY))
    assert len(hits(bench)) == 1
    for after, left in ((HITS_KEPT - DAY, 1), (HITS_KEPT + DAY, 0)):
        _expire(bench, now() + after)
        assert len(hits(bench)) == left


def _expire(bench: Desk, at: int) -> None:
    app, id = bench.app.name, expiry_id(bench.app.name)
    for _ in range(5):
        (task,) = bench.server.run(bench.server.context.store.get([task_key(app, id)]))
        assert task is not None
        if task.data["due_at"] > at:
            return
        order = ScanOrder(app, id, at=task.data["due_at"])
        bench.server.run(work(bench.server.context, order, at))


def test_an_app_sees_its_own_alone(bench: Desk) -> None:
    shadowed(bench)
    other = bench.server.app("app-b")
    assert bench.server.call(other, "GET", SHADOW).status == 404
    assert bench.server.call(other, "DELETE", SHADOW).status == 404
    assert asked(bench, "GET", SHADOW)["shadow"]["live"]
