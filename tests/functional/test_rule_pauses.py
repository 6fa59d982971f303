"""Paused rules are evaluated, logged and without effect; a pause ends by itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from common.domain.item import item_id
from common.domain.times import HOUR
from common.moderation.enforcement.enforcements import enforce
from common.queue.messages import Trigger
from tests.functional.announced import announced
from tests.functional.desk import Desk, later
from tests.functional.ruled import HIDE, RULE, asked, checked, put, refused, ruled_desk


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with ruled_desk(tmp_path_factory.mktemp("pauses") / "data") as made:
        made.done("PUT", "/api/v1/actions/hide", HIDE)
        yield made


def in_hours(hours: float) -> str:
    return (datetime.now(UTC) + timedelta(hours=hours)).isoformat()


def effects(bench: Desk, id: str) -> tuple[int, int, list[str]]:
    """Flags, deliveries, and what the log says of rules."""
    item = item_id(bench.app.name, "post", id)
    found = bench.item("post", id)
    assert found is not None
    deliveries = asked(bench, "GET", "/api/v1/deliveries", item_id=item)["deliveries"]
    entries = asked(bench, "GET", "/api/v1/log", item_id=item)["entries"]
    results = [each["result"] for each in entries if each["kind"] == "rule"]
    return found["flags_count"], len(deliveries), results


def log_types(bench: Desk) -> list[Any]:
    entries = asked(bench, "GET", "/api/v1/log", kind="rule")["entries"]
    return [(each["type"], each["by"], each["reason"]) for each in entries]


def test_a_paused_rule_is_evaluated_and_has_no_effect(bench: Desk) -> None:
    put(bench, actions=["hide", "flag_for_review"])
    assert checked(bench, "before")["triggered_rules"] != []
    assert effects(bench, "before") == (1, 1, ["done"])
    body = {"user_id": "lea", "reason": "too many"}
    paused = bench.done("POST", "/api/v1/rules/r/pause", body)["rule"]
    assert (paused["paused"]["by"], paused["paused"]["reason"]) == ("lea", "too many")
    told = len(announced(bench.server, bench.app))
    assert checked(bench, "meanwhile")["triggered_rules"] == []
    assert effects(bench, "meanwhile") == (0, 0, ["paused"])
    assert len(announced(bench.server, bench.app)) == told
    assert bench.done("GET", "/api/v1/rules/r")["rule"]["paused"] == paused["paused"]
    resumed = bench.done("POST", "/api/v1/rules/r/resume", {"user_id": "tom"})["rule"]
    assert "paused" not in resumed and resumed["version"] == 1
    assert checked(bench, "after")["triggered_rules"] != []
    assert effects(bench, "after") == (1, 1, ["done"])
    assert ("paused", "lea", "too many") in log_types(bench)
    assert ("resumed", "tom", "") in log_types(bench)


def test_a_pause_outlives_a_save(bench: Desk) -> None:
    put(bench)
    bench.done("POST", "/api/v1/rules/r/pause", {})
    saved = put(bench, position=3)
    assert (saved["version"], "paused" in saved) == (2, True)
    assert checked(bench, "p")["triggered_rules"] == []


def test_a_pause_ends_by_itself(bench: Desk) -> None:
    put(bench)
    bench.done("POST", "/api/v1/rules/r/pause", {"until": in_hours(1)})
    assert checked(bench, "meanwhile")["triggered_rules"] == []
    with later(2 * 3_600):
        assert bench.check("grobble", config_key="quiet", entity_id="after")["triggered_rules"]
        assert "paused" not in bench.done("GET", "/api/v1/rules/r")["rule"]
        item = item_id(bench.app.name, "post", "after")
        at = bench.item("post", "after")
        assert at is not None
        trigger = Trigger(bench.app.name, item)
        bench.server.run(enforce(bench.server.context, trigger, at["created_at"] + HOUR))
    assert effects(bench, "after")[2] == ["done"]


def test_all_rules_are_paused_at_once_those_of_policies_too(bench: Desk) -> None:
    put(bench)
    condition = {"type": "text_content", "text_content_params": {"blocklist_match": ["listed"]}}
    own = {"rule_type": "content", "conditions": [condition], "action": {"type": "block_content"}}
    bench.policy("quiet", rule_builder_config={"rules": [own]})
    assert checked(bench, "before")["recommended_action"] == "remove"
    paused = bench.done("POST", "/api/v1/rules/pause", {"user_id": "lea", "reason": "stop"})
    assert paused["paused"]["by"] == "lea" and paused["configuration_version"] > 0
    assert asked(bench, "GET", "/api/v1/rules")["paused"]["reason"] == "stop"
    assert bench.done("GET", "/api/v1/settings")["settings"]["rules_paused"]["by"] == "lea"
    meanwhile = checked(bench, "meanwhile")
    assert (meanwhile["triggered_rules"], meanwhile["recommended_action"]) == ([], "keep")
    assert effects(bench, "meanwhile") == (0, 0, ["paused", "paused"])
    assert bench.done("POST", "/api/v1/rules/resume", {})["paused"] is None
    assert checked(bench, "after")["recommended_action"] == "remove"


def test_a_paused_rule_is_not_the_first_that_matches(bench: Desk) -> None:
    bench.done("PUT", "/api/v1/settings", {"first_match_only": {"post": True}})
    put(bench, "a", name="A", position=1)
    put(bench, "b", name="B", position=2)
    put(bench, "c", name="C", position=3)
    (first,) = checked(bench, "before")["triggered_rules"]
    bench.done("POST", "/api/v1/rules/a/pause", {})
    (second,) = checked(bench, "after")["triggered_rules"]
    assert (first["rule_id"], second["rule_id"]) == ("a", "b")
    assert effects(bench, "after")[2] == ["done", "paused"]


def test_what_is_wrong_with_a_pause_is_named(bench: Desk) -> None:
    put(bench)
    assert [*refused(bench, 400, "POST", "/api/v1/rules/r/pause", {"until": in_hours(-1)})] == [
        "until"
    ]
    assert [*refused(bench, 400, "POST", "/api/v1/rules/pause", {"until": in_hours(-1)})] == [
        "until"
    ]
    assert bench.send("POST", "/api/v1/rules/none/pause", {}).status == 404
    assert bench.send("POST", "/api/v1/rules/none/resume", {}).status == 404
    assert [*refused(bench, 400, "PUT", "/api/v1/rules/export", RULE)] == ["id"]
