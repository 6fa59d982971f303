"""Users whose content passes unmoderated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from common.domain.user import USERS
from tests.functional.desk import BAD, V2, Desk, desk


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("bypass") / "data") as made:
        yield made


def _by_action(bench: Desk, on: bool) -> None:
    item = bench.flagged()["id"]
    bench.act("bypass", item, bypass={"enabled": on, "target_user_id": "vip"})


def _by_item(bench: Desk, on: bool) -> None:
    """One of the user's own."""
    flag = {"entity_type": "post", "entity_id": f"own {on}", "entity_creator_id": "vip"}
    bench.done("POST", f"{V2}/flag", {**flag, "user_id": "rita"})
    (item,) = bench.queue(filter={"entity_id": f"own {on}"})["items"]
    bench.act("bypass", item["id"], bypass={"enabled": on})


def _by_endpoint(bench: Desk, on: bool) -> None:
    assert bench.done("POST", f"{V2}/bypass", {"enabled": on, "target_user_id": "vip"})


def _checked(bench: Desk, **fields: Any) -> tuple[str, str, bool]:
    answer = bench.check(entity_creator_id="vip", **fields)
    return answer["status"], answer["recommended_action"], "item" in answer


PASSES, REMOVED = ("complete", "keep", False), ("complete", "remove", True)


@pytest.mark.parametrize("change", [_by_action, _by_item, _by_endpoint])
def test_what_a_bypassed_user_posts_is_kept(bench: Desk, change: Any) -> None:
    flagged = bench.flagged("vip")["id"]
    change(bench, True)
    for fields in ({}, {"options": {"force_sync": True}}, {"config_key": "default"}):
        assert _checked(bench, **fields) == PASSES
    assert _checked(bench, test_mode=True)[:2] == PASSES[:2]
    assert bench.shown(flagged)["entity_creator"]["bypass_moderation"] is True
    assert bench.check(entity_creator_id="another")["recommended_action"] == "remove"
    change(bench, False)
    assert _checked(bench) == REMOVED
    assert bench.shown(flagged)["entity_creator"]["bypass_moderation"] is False


def test_the_same_content_is_judged_again_when_it_is_off(bench: Desk) -> None:
    _by_endpoint(bench, True)
    assert _checked(bench, entity_id="same") == PASSES
    assert _checked(bench, entity_id="same") == PASSES
    _by_endpoint(bench, False)
    assert _checked(bench, entity_id="same") == REMOVED
    _by_endpoint(bench, True)
    assert _checked(bench, entity_id="same")[:2] == PASSES[:2]


def _rule(bench: Desk) -> None:
    """Holds for any first post."""
    when = {"type": "post_count", "operator": "gte", "value": 1, "window": "1h"}
    rule = {"name": "posts", "scope": "user", "when": when, "actions": ["flag_for_review"]}
    bench.done("PUT", "/api/v1/rules/posts", rule)


def test_no_rule_acts_on_what_passes_but_people_may_report_it(bench: Desk) -> None:
    _rule(bench)
    assert bench.check("fine", entity_creator_id="ann")["triggered_rules"]
    _by_endpoint(bench, True)
    answer = bench.check("fine", entity_creator_id="vip", entity_id="passed")
    assert answer["triggered_rules"] == []
    item = bench.item("post", "passed")
    assert item is not None and item["bypassed"]
    bench.enforce(item["id"])
    item = bench.item("post", "passed")
    assert item is not None and "pending_since" not in item and "queue_id" not in item
    flag = {"entity_type": "post", "entity_id": "passed", "reason": "spam", "user_id": "rita"}
    bench.done("POST", f"{V2}/flag", flag)
    assert bench.shown(item["id"])["flags_count"] == 1


def test_hives_tasks_pass_too(bench: Desk) -> None:
    _by_endpoint(bench, True)
    task = {"user_id": "vip", "post_id": "1", "text_data": BAD}
    answered = bench.send("POST", "/api/v1/task/sync", task, as_user=bench.app.hive())
    assert answered.status == 201, answered.text
    item = bench.item("post", "1")
    assert item is not None
    assert (item["recommended_action"], item["labels"]) == ("keep", [])


def test_apps_without_such_users_do_not_look_for_them(
    bench: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = bench.server.context.store
    looked: list[str] = []
    original = store.get

    async def get(keys: Any) -> Any:
        looked.extend(key.id for key in keys if key.collection == USERS)
        return await original(keys)

    monkeypatch.setattr(store, "get", get)
    bench.check("fine", entity_creator_id="ann")
    _by_endpoint(bench, False)
    looked.clear()
    bench.check("fine", entity_creator_id="ann")
    assert looked == []
    _by_endpoint(bench, True)
    bench.check("fine", entity_creator_id="ann")
    assert looked[-1] == "ann"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"target_user_id": "vip"}, "enabled"),
        ({"enabled": None, "target_user_id": "vip"}, "enabled"),
        ({"enabled": True}, "target_user_id"),
        ({"enabled": True, "target_user_id": ""}, "target_user_id"),
    ],
)
def test_half_a_bypass_is_refused(bench: Desk, body: dict[str, Any], field: str) -> None:
    answered = bench.send("POST", f"{V2}/bypass", body)
    assert answered.status == 400
    assert set(answered.json()["exception_fields"]) == {field}
