"""Every save of a rule is a version, and every record of what a rule does names it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from common.domain.item import item_id
from common.domain.rule import RULES
from common.domain.rule_version import RULE_VERSIONS, RuleVersion
from common.store.store import Collection
from tests.functional.announced import announced
from tests.functional.desk import Desk, desk

RULE = {
    "name": "Listed",
    "scope": "post",
    "when": {"type": "in_list", "lists": ["listed"]},
    "actions": ["flag_for_review"],
}


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("versions") / "data") as made:
        made.done("POST", "/api/v2/blocklists", {"name": "listed", "words": ["grobble"]})
        made.policy("quiet")
        yield made


def put(bench: Desk, id: str = "r", **fields: Any) -> Any:
    return bench.done("PUT", f"/api/v1/rules/{id}", {**RULE, **fields})["rule"]


def asked(bench: Desk, method: str, path: str, **query: Any) -> Any:
    answer = bench.server.call(bench.app, method, path, query=query)
    assert answer.status == 200, answer.text
    return answer.json()


def stored(bench: Desk, collection: Collection[Any] = RULE_VERSIONS) -> list[Any]:
    async def read() -> list[Any]:
        page = await bench.server.context.store.query(collection, app=bench.app.name, limit=100)
        return [document.data for document in page.documents]

    return bench.server.run(read())


def versions(bench: Desk, id: str = "r") -> list[RuleVersion]:
    found = [each for each in stored(bench) if each["rule_id"] == id]
    return sorted(found, key=lambda each: each["version"])


def test_each_save_is_a_version_with_who_why_and_what(bench: Desk) -> None:
    assert put(bench, user_id="lea", reason="to begin with")["version"] == 1
    assert put(bench, actions=["flag_for_review"], position=3, user_id="tom")["version"] == 2
    first, second = versions(bench)
    assert (first["by"], first["reason"], first["changes"]) == (
        "lea",
        "to begin with",
        ["the first version"],
    )
    assert (second["by"], second["reason"], second["changes"]) == ("tom", "", ["position 0 → 3"])
    assert first["active_to"] == second["active_from"] and "active_to" not in second
    assert (first["content"]["position"], second["content"]["position"]) == (0, 3)


def test_what_changes_nothing_makes_no_version(bench: Desk) -> None:
    made = put(bench)
    assert put(bench, user_id="lea", reason="again") == made
    assert len(versions(bench)) == 1


def test_a_number_is_never_given_twice(bench: Desk) -> None:
    put(bench)
    put(bench, position=1)
    asked(bench, "DELETE", "/api/v1/rules/r", user_id="lea")
    assert put(bench, position=1)["version"] == 3
    first, second, third = versions(bench)
    assert second["deleted_by"] == "lea" and "deleted_by" not in first
    assert third["changes"] == ["put anew after it was deleted"]
    assert [("active_to" in each) for each in (first, second, third)] == [True, True, False]


def test_who_saves_on_what_another_has_changed_is_told(bench: Desk) -> None:
    put(bench)
    put(bench, position=1, expected_version=1)
    body = {**RULE, "position": 2, "expected_version": 1}
    refused = bench.send("PUT", "/api/v1/rules/r", body)
    assert refused.status == 409
    assert [*refused.json()["exception_fields"]] == ["expected_version"]
    assert bench.done("GET", "/api/v1/rules/r")["rule"]["position"] == 1
    assert bench.send("PUT", "/api/v1/rules/new", body).status == 409
    assert put(bench, "new", expected_version=0)["version"] == 1
    assert bench.send("PUT", "/api/v1/rules/new", {**body, "expected_version": 0}).status == 409


def test_rules_of_the_builder_have_versions_too(bench: Desk) -> None:
    condition = {"type": "text_content", "text_content_params": {"blocklist_match": ["listed"]}}
    rule = {
        "name": "B",
        "rule_type": "content",
        "conditions": [condition],
        "action": {"type": "flag_content"},
        "user_id": "lea",
    }
    id = bench.done("POST", "/api/v2/moderation/moderation_rule", rule)["rule"]["id"]
    bench.done("POST", "/api/v2/moderation/moderation_rule", rule)
    changed = {**rule, "action": {"type": "block_content"}, "user": {"id": "tom"}}
    del changed["user_id"]
    bench.done("POST", "/api/v2/moderation/moderation_rule", changed)
    first, second = versions(bench, id)
    assert (first["by"], second["by"]) == ("lea", "tom")
    assert second["changes"] == ["effect block_content added", "effect flag_content removed"]
    answer = bench.check("grobble", config_key="quiet")
    assert [each["rule_version"] for each in answer["triggered_rules"]] == [2]


def test_the_rule_of_an_earlier_release_is_version_1(bench: Desk) -> None:
    put(bench)

    async def as_before() -> None:
        from common.domain.rule import rule_key
        from common.store.store import Delete, Update, Write

        (version,) = (
            await bench.server.context.store.query(RULE_VERSIONS, app=bench.app.name)
        ).documents
        key = rule_key(bench.app.name, "r")
        writes: list[Write] = [Update(key, remove=["version", "schema"]), Delete(version.key)]
        await bench.server.context.configurations.change(bench.app.name, writes)

    bench.server.run(as_before())
    assert stored(bench, RULES)[0]["version"] == 1
    assert put(bench, position=4)["version"] == 2
    first, second = versions(bench)
    assert first["by"] == "" and first["content"]["position"] == 0
    assert first["active_to"] == second["active_from"]


def test_every_record_of_what_a_rule_does_names_the_version(bench: Desk) -> None:
    action = {
        "name": "Hide",
        "kind": "post",
        "url": "https://example.com/hide",
        "parameters": {"post_id": "id", "rule_version": "version"},
    }
    bench.done("PUT", "/api/v1/actions/hide", action)
    put(bench)
    put(bench, actions=["hide", "flag_for_review"])
    hook = {"event_hooks": [{"webhook_url": "https://example.com/events", "enabled": True}]}
    bench.done("PATCH", "/api/v2/app", hook)
    answer = bench.check("grobble", config_key="quiet", entity_id="p")
    (rule,) = answer["triggered_rules"]
    assert (rule["rule_id"], rule["rule_version"]) == ("r", 2)
    item = item_id(bench.app.name, "post", "p")
    bench.enforce(item)
    (entry,) = asked(bench, "GET", "/api/v1/log", kind="rule")["entries"]
    assert (entry["custom"]["rule_id"], entry["custom"]["rule_version"]) == ("r", 2)
    (flag,) = bench.shown(item)["flags"]
    assert flag["custom"]["rule_version"] == 2
    (delivery,) = asked(bench, "GET", "/api/v1/deliveries", action_id="hide")["deliveries"]
    assert (delivery["why"]["rule_version"], delivery["data"]["rule_version"]) == (2, 2)
    events = announced(bench.server, bench.app)
    (event,) = [each for each in events if each["type"] == "moderation_rule.triggered"]
    assert (event["rule"]["id"], event["rule"]["version"]) == ("r", 2)
    hive = {"post_id": "h1", "user_id": "ada", "text_data": "grobble"}
    (told,) = bench.done("POST", "/api/v1/task/sync", hive)["triggered_rules"]
    assert told["rule_version"] == 2


def test_versions_are_listed_the_newest_first_and_shown_whole(bench: Desk) -> None:
    for position in range(3):
        put(bench, position=position, user_id=f"user{position}", reason=f"step {position}")
    first = asked(bench, "GET", "/api/v1/rules/r/versions", limit=2)
    assert [each["version"] for each in first["versions"]] == [3, 2]
    assert first["versions"][0]["active_to"] is None
    assert first["versions"][0]["active_from"] == first["versions"][1]["active_to"]
    rest = asked(bench, "GET", "/api/v1/rules/r/versions", cursor=first["next"])
    (last,) = rest["versions"]
    assert (last["version"], last["by"], last["reason"]) == (1, "user0", "step 0")
    assert rest["next"] is None
    whole = bench.done("GET", "/api/v1/rules/r/versions/2")["version"]
    assert (whole["rule"]["position"], whole["changes"]) == (1, ["position 0 → 1"])
    assert bench.send("GET", "/api/v1/rules/r/versions/4").status == 404
    assert bench.send("GET", "/api/v1/rules/r/versions/x").status == 404
    assert bench.send("GET", "/api/v1/rules/none/versions").status == 404


def test_a_version_is_restored_as_a_new_one(bench: Desk) -> None:
    put(bench)
    put(bench, position=7, enabled=False)
    body = {"user_id": "lea", "reason": "too quiet", "expected_version": 2}
    answer = bench.done("POST", "/api/v1/rules/r/versions/1/restore", body)
    assert (answer["rule"]["version"], answer["rule"]["position"]) == (3, 0)
    version = bench.done("GET", "/api/v1/rules/r/versions/3")["version"]
    assert (version["restored_from"], version["by"], version["reason"]) == (1, "lea", "too quiet")
    assert version["changes"] == ["switched on", "position 7 → 0"]
    assert bench.send("POST", "/api/v1/rules/r/versions/1/restore", body).status == 409
    bench.done("DELETE", "/api/v1/rules/r")
    back = bench.done("POST", "/api/v1/rules/r/versions/2/restore", {})["rule"]
    assert (back["version"], back["position"]) == (4, 7)


def test_what_a_restored_version_names_must_still_be_there(bench: Desk) -> None:
    put(bench)
    put(bench, when={"type": "needs_review"})
    assert bench.send("DELETE", "/api/v2/blocklists/listed").status == 200
    refused = bench.send("POST", "/api/v1/rules/r/versions/1/restore", {})
    assert refused.status == 400
    assert "does not exist" in refused.text
    assert bench.done("GET", "/api/v1/rules/r")["rule"]["version"] == 2


def test_a_save_says_from_when_it_counts_and_a_check_what_it_went_by(bench: Desk) -> None:
    saved = bench.done("PUT", "/api/v1/rules/r", RULE)
    assert saved["active_everywhere_at"] > saved["rule"]["updated_at"]
    again = bench.done("PUT", "/api/v1/rules/r", {**RULE, "position": 1})
    assert again["configuration_version"] == saved["configuration_version"] + 1
    checked = bench.check("fine", config_key="quiet")
    assert checked["configuration_version"] == again["configuration_version"]
    hive = {"post_id": "h", "user_id": "ada", "text_data": "fine"}
    told = bench.done("POST", "/api/v1/task/sync", hive)
    assert told["configuration_version"] == again["configuration_version"]
