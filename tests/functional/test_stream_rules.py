"""Rules of Stream's builder: kept in three shapes, in effect in checks and after them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from common.configuration.context import now
from common.domain.follow_up import FOLLOW_UPS
from common.domain.item import item_id
from common.domain.rule import FIRINGS, firings_key
from common.domain.user import user_key
from common.moderation.review.decisions.follow_ups import follow_up
from common.queue.messages import DueFollowUp
from tests.functional.announced import announced
from tests.functional.desk import V2, Desk, desk

RULE = f"{V2}/moderation_rule"
SCAM = {"type": "text_content", "text_content_params": {"blocklist_match": ["scams"]}}
FLAG = {"type": "flag_content"}


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("rules") / "data") as made:
        made.done("POST", "/api/v2/blocklists", {"name": "scams", "words": ["grobble"]})
        made.policy("quiet")
        yield made


def put(bench: Desk, name: str = "R", **fields: Any) -> Any:
    body = {"name": name, "rule_type": "content", "conditions": [SCAM], "action": FLAG, **fields}
    return bench.done("POST", RULE, body)["rule"]


def check(bench: Desk, text: str = "grobble", **fields: Any) -> Any:
    """Evaluated twice, as a trigger may come again."""
    body = {"config_key": "quiet", "entity_creator_id": "ann", **fields}
    answer = bench.check(text, **body)
    last = bench.server.run(_last_item(bench))
    for _ in range(2):
        bench.enforce(last)
    return answer


async def _last_item(bench: Desk) -> str:
    from common.domain.item import ITEMS

    page = await bench.server.context.store.query(ITEMS, app=bench.app.name, limit=100)
    return str(max(page.documents, key=lambda each: each.data["updated_at"]).key.id)


def user(bench: Desk, id: str = "ann") -> Any:
    async def read() -> Any:
        (found,) = await bench.server.context.store.get([user_key(bench.app.name, id)])
        return found.data if found is not None else None

    return bench.server.run(read())


def triggered(answer: Any) -> list[str]:
    return [each["rule_name"] for each in answer["triggered_rules"]]


def test_a_rule_is_answered_as_it_was_sent_with_a_nested_copy(bench: Desk) -> None:
    made = put(bench, description="d", config_keys=["quiet"], cooldown_period="24h", team="")
    assert made == bench.done("GET", f"{RULE}/{made['id']}")["rule"]
    nested = {
        "id": made["id"],
        "rule_type": "content",
        "conditions": [SCAM],
        "action": FLAG,
        "cooldown_period": "24h",
    }
    assert made["rule"] == nested
    assert {k: made[k] for k in nested} == nested
    assert (made["name"], made["description"], made["enabled"]) == ("R", "d", True)
    assert "not_in_effect" not in made


def test_the_three_shapes_mean_the_same(bench: Desk) -> None:
    labelled = {"harm_labels": ["SCAM"], "severity": "high"}
    flat = put(bench, conditions=[{"type": "text_content", "text_content_params": labelled}])
    nested = bench.done(
        "POST",
        RULE,
        {"name": "N", "rule": {k: flat[k] for k in ("rule_type", "conditions", "action")}},
    )["rule"]
    short = put(bench, "S", conditions=[{"label": "SCAM", "severity": "high"}])
    trees = [
        bench.done("GET", f"/api/v1/rules/{each['id']}")["rule"]["when"]
        for each in (flat, nested, short)
    ]
    assert trees[0] == trees[1] == trees[2]
    assert trees[0]["classes"] == ["SCAM"]


def test_a_name_is_a_rule(bench: Desk) -> None:
    first = put(bench)
    again = put(bench, enabled=False)
    assert (again["id"], again["created_at"]) == (first["id"], first["created_at"])
    assert again["enabled"] is False
    assert triggered(check(bench)) == []
    assert put(bench, "Other")["id"] != first["id"]
    bench.done("DELETE", f"{RULE}/{first['id']}")
    for method in ("GET", "DELETE"):
        gone = bench.send(method, f"{RULE}/{first['id']}")
        assert (gone.status, gone.json()["code"]) == (404, 16)


def test_a_rule_keeps_the_id_that_it_is_made_with(bench: Desk) -> None:
    rule = {"id": "r1", "rule_type": "content", "conditions": [SCAM], "action": FLAG}
    assert bench.done("POST", RULE, {"name": "N", "rule": rule})["rule"]["id"] == "r1"
    assert bench.done("POST", RULE, {"name": "N", "rule": rule})["rule"]["id"] == "r1"
    other = bench.send("POST", RULE, {"name": "O", "rule": rule})
    assert other.json()["exception_fields"] == {"rule.id": "is that of another rule"}
    moved = bench.send("POST", RULE, {"name": "N", "rule": {**rule, "id": "r2"}})
    assert list(moved.json()["exception_fields"]) == ["rule.id"]


def test_a_lead_sees_it_among_all_rules_and_changes_it_where_it_is_written(bench: Desk) -> None:
    made = put(bench)
    (shown,) = bench.done("GET", "/api/v1/rules")["rules"]
    assert (shown["id"], shown["origin"], shown["asked"]["name"]) == (made["id"], "stream", "R")
    body = {
        "name": "x",
        "scope": "post",
        "when": {"type": "needs_review"},
        "actions": ["flag_for_review"],
    }
    refused = bench.send("PUT", f"/api/v1/rules/{made['id']}", body)
    assert (refused.status, list(refused.json()["exception_fields"])) == (400, ["id"])
    own = bench.done("PUT", "/api/v1/rules/own", body)["rule"]
    assert bench.send("GET", f"{RULE}/{own['id']}").status == 404
    assert bench.send("DELETE", f"{RULE}/{own['id']}").status == 404
    bench.done("DELETE", f"/api/v1/rules/{made['id']}")
    assert bench.send("GET", f"{RULE}/{made['id']}").status == 404


def test_rules_are_queried_forth_and_back(bench: Desk) -> None:
    for number in range(5):
        put(bench, f"Rule {number}", enabled=number != 2, config_keys=["quiet"] if number else [])

    def query(**body: Any) -> Any:
        return bench.done("POST", f"{V2}/moderation_rules", body)

    def names(**body: Any) -> list[str]:
        return [each["name"][-1] for each in query(**body)["rules"]]

    assert names(sort=[{"field": "name", "direction": 1}]) == ["0", "1", "2", "3", "4"]
    assert names(sort=[{"created_at": -1}]) == ["4", "3", "2", "1", "0"]
    assert names(filter={"enabled": False}) == ["2"]
    assert names(filter={"is_global": True}) == ["0"]
    assert sorted(names(filter={"config_keys": {"$in": ["quiet"]}})) == ["1", "2", "3", "4"]
    assert names(filter={"name": {"$autocomplete": "rule 3"}}) == ["3"]
    assert names(filter={"team": ""}, limit=1, sort=[{"field": "name", "direction": 1}]) == ["0"]
    first = query(sort=[{"field": "name", "direction": 1}], limit=2)
    assert "prev" not in first
    second = query(sort=[{"field": "name", "direction": 1}], limit=2, next=first["next"])
    assert [each["name"] for each in second["rules"]] == ["Rule 2", "Rule 3"]
    third = query(sort=[{"field": "name", "direction": 1}], limit=2, next=second["next"])
    assert [each["name"] for each in third["rules"]] == ["Rule 4"]
    assert "next" not in third
    back = query(sort=[{"field": "name", "direction": 1}], limit=2, prev=third["prev"])
    assert back["rules"] == second["rules"]
    assert (
        query(sort=[{"field": "name", "direction": 1}], limit=2, prev=back["prev"])["rules"]
        == first["rules"]
    )
    for body, field in (
        ({"filter": {"color": 1}}, "filter.color"),
        ({"filter": {"config_keys": {"$gt": "a"}}}, "filter.config_keys"),
        ({"sort": [{"field": "team"}]}, "sort"),
        ({"next": "x"}, "next"),
        ({"prev": "x"}, "prev"),
        ({"next": first["next"], "prev": third["prev"]}, "prev"),
    ):
        refused = bench.send("POST", f"{V2}/moderation_rules", body)
        assert (refused.status, list(refused.json()["exception_fields"])) == (400, [field])


def test_the_labels_that_rules_may_name_are_those_that_engines_give(bench: Desk) -> None:
    llm = {"rules": [{"label": "rude", "description": "is rude", "action": "flag"}]}
    answered = bench.send("POST", f"{V2}/config", {"key": "own", "llm_config": llm})
    answer = bench.done("POST", f"{V2}/moderation_rules", {})
    assert answer["default_llm_labels"] == ({"rude": "is rude"} if answered.status == 201 else {})
    assert "SCAM" in answer["ocr_labels"]
    assert "Weapons" in answer["ai_image_subclassifications"]["Violence"]
    definitions = {each["key"]: each["group"] for each in answer["ai_image_label_definitions"]}
    assert definitions["Weapon Violence"] == "Graphic Violence"
    assert answer["keyframe_labels"] == answer["closed_caption_labels"] == []


@pytest.mark.parametrize(
    ("type", "recommended"),
    [
        ("flag_content", "flag"),
        ("block_content", "remove"),
        ("shadow_content", "shadow"),
        ("bounce_content", "bounce"),
        ("bounce_flag_content", "bounce_flag"),
        ("bounce_remove_content", "bounce_remove"),
    ],
)
def test_a_content_rule_is_in_the_checks_own_answer(
    bench: Desk, type: str, recommended: str
) -> None:
    put(bench, action={"type": type, "reason": "a scam"})
    clean = check(bench, "hello", entity_id="clean")
    assert (clean["recommended_action"], clean["triggered_rules"]) == ("keep", [])
    answer = check(bench)
    assert answer["recommended_action"] == answer["item"]["recommended_action"] == recommended
    (rule,) = answer["triggered_rules"]
    assert (rule["rule_name"], rule["type"], rule["actions"]) == ("R", "content", [type])
    assert rule["violation_number"] == 1
    assert answer["triggered_rule"] == rule
    (item,) = bench.queue()["items"]
    assert item["recommended_action"] == recommended
    (flag,) = (each for each in item["flags"] if each["type"] != "block_list")
    assert flag["reason"] == "a scam"


def test_a_rule_adds_to_what_the_policy_asks_for(bench: Desk) -> None:
    bench.policy("strict", block_list_config={"rules": [{"name": "scams", "action": "remove"}]})
    put(bench)
    answer = check(bench, config_key="strict")
    assert (answer["recommended_action"], triggered(answer)) == ("remove", ["R"])


def test_skipping_the_inbox_asks_no_moderator(bench: Desk) -> None:
    put(bench, action={"type": "block_content", "skip_inbox": True})
    answer = check(bench)
    assert (answer["recommended_action"], triggered(answer)) == ("remove", ["R"])
    assert "item" not in answer
    assert bench.queue()["items"] == []


def test_a_rule_applies_to_its_policies_and_its_team(bench: Desk) -> None:
    bench.policy("chat:messaging")
    bench.policy("feeds")
    put(bench, "Chat", config_keys=["chat"])
    put(bench, "Blue", team="blue")
    found = {
        (key, team): triggered(
            check(
                bench,
                config_key=key,
                entity_id=f"{key}{team}",
                **({"config_team": team} if team else {}),
            )
        )
        for key in ("chat:messaging:general", "feeds")
        for team in ("", "blue")
    }
    assert found == {
        ("chat:messaging:general", ""): ["Chat"],
        ("chat:messaging:general", "blue"): ["Chat", "Blue"],
        ("feeds", ""): [],
        ("feeds", "blue"): ["Blue"],
    }


def test_a_user_is_banned_once_for_as_long_as_it_says(bench: Desk) -> None:
    ban = {"type": "ban_user", "ban_options": {"duration": 90, "reason": "spammer"}}
    put(bench, rule_type="user", conditions=[_count(2)], action=ban)
    check(bench, "one")
    assert user(bench) is None
    answer = check(bench, "two")
    assert triggered(answer) == ["R"]
    assert answer["recommended_action"] == "keep"
    banned = user(bench)
    (record,) = banned["bans"]
    assert banned["banned"] is True
    assert record["expires"] - record["created_at"] == 120 * 10**9
    assert (record["reason"], record["created_by"], banned["ban_count"]) == ("spammer", "", 1)
    check(bench, "three")
    assert user(bench)["ban_count"] == 1


def _count(threshold: int) -> dict[str, Any]:
    params = {"threshold": threshold, "time_window": "1h"}
    return {"type": "content_count_rule", "content_count_rule_params": params}


def test_a_moderators_decision_on_the_user_binds_the_rule(bench: Desk) -> None:
    """What came before it makes the rule do nothing, however late it is looked at."""
    put(bench, rule_type="user", conditions=[SCAM], action={"type": "ban_user"})
    for author, entity in (("ann", "a1"), ("ann", "a2"), ("ben", "b1"), ("ben", "b2")):
        fields = {"config_key": "quiet", "entity_creator_id": author, "entity_id": entity}
        assert triggered(bench.check("grobble", **fields)) == ["R"]
    for entity in ("a1", "b1"):
        bench.enforce(item_id(bench.app.name, "post", entity))
    assert user(bench)["banned"] and user(bench, "ben")["banned"]
    bench.act("unban", unban={"target_user_id": "ann"})
    for entity in ("a1", "a2", "b1", "b2"):
        bench.enforce(item_id(bench.app.name, "post", entity))
    assert (user(bench)["banned"], user(bench)["ban_count"]) == (False, 1)
    assert (user(bench, "ben")["banned"], user(bench, "ben")["ban_count"]) == (True, 1)
    assert _bans(bench) == ["overruled", "done"]
    check(bench, entity_id="a3")
    assert (user(bench)["banned"], user(bench)["ban_count"]) == (True, 2)
    assert _bans(bench) == ["done", "overruled", "done"]


def _bans(bench: Desk) -> list[str]:
    """How the rule's bans ended, the last first."""
    answer = bench.server.call(bench.app, "GET", "/api/v1/log", query={"user_id": "ann"})
    by_rule = (each for each in answer.json()["entries"] if "rule_id" in each["custom"])
    return [each["result"] for each in by_rule if each["type"] == "ban"]


def test_messages_go_with_a_ban_only_where_somebody_hears(bench: Desk) -> None:
    options = {"delete_messages": "soft"}
    rule = {
        "name": "unheard",
        "rule_type": "user",
        "conditions": [SCAM],
        "action": {"type": "ban_user", "ban_options": options},
    }
    answer = bench.send("POST", f"{V2}/moderation_rule", rule)
    assert answer.status == 400
    field = "action.ban_options.delete_messages"
    assert list(answer.json()["exception_fields"]) == [field]
    config = {"key": "unheard", "rule_builder_config": {"rules": [rule]}}
    answer = bench.send("POST", f"{V2}/config", config)
    assert list(answer.json()["exception_fields"]) == [f"rule_builder_config.rules.0.{field}"]
    action = {"name": "Ban", "kind": "user", "url": "https://example.com/ban"}
    bench.done("PUT", "/api/v1/actions/ban", {**action, "carries_out": ["ban"]})
    bench.done("POST", f"{V2}/moderation_rule", rule)
    bench.done("POST", f"{V2}/config", config)


def test_messages_go_with_a_ban(bench: Desk) -> None:
    """Those that wait in the queue here, the others where the app keeps them."""
    bench.done("PATCH", "/api/v2/app", {"event_hooks": [{"webhook_url": "https://example.com/e"}]})
    action = {"name": "Ban", "kind": "user", "url": "https://example.com/ban"}
    bench.done("PUT", "/api/v1/actions/ban", {**action, "carries_out": ["ban"]})
    options = {"duration": 3600, "delete_messages": "hard", "reason": "spam"}
    ban = {"type": "ban_user", "ban_options": options}
    put(bench, rule_type="user", conditions=[SCAM], action=ban)
    waiting = [bench.flagged(author) for author in ("ann", "ann", "ben")]
    check(bench, entity_id="e")
    (order,) = (
        each
        for each in bench.done("GET", "/api/v1/deliveries")["deliveries"]
        if "options" in each["data"]
    )
    assert order["data"]["options"] == {"timeout": 60, "shadow": False, "delete_messages": "hard"}
    assert order["data"]["user_id"] == "ann"
    _settle(bench)
    left = [each["id"] for each in bench.queue(filter={"reviewed": False})["items"]]
    assert [each["id"] in left for each in waiting] == [False, False, True]
    kept = [bench.item("post", each["entity_id"]) for each in waiting]
    assert [each and each.get("hard_deleted") for each in kept] == [True, True, None]
    assert user(bench)["deleted_content_count"] == 2
    told = [
        (each["user"]["id"], each["hard_delete"])
        for each in announced(bench.server, bench.app)
        if each["type"] == "user.messages.deleted"
    ]
    assert told == [("ann", True)]


def _settle(bench: Desk) -> None:
    """What is to be done about what waits, twice, as messages may come again."""
    rows = bench.server.documents(bench.app.name)
    for id in [row[2] for row in rows if row[1] == FOLLOW_UPS] * 2:
        bench.server.run(follow_up(bench.server.context, DueFollowUp(bench.app.name, id), now()))


def test_a_user_is_flagged_once_for_one_content(bench: Desk) -> None:
    action = {"type": "flag_user", "flag_user_options": {"reason": "watch out"}}
    put(bench, rule_type="user", conditions=[_count(2)], action=action)
    for number in range(4):
        check(bench, f"text {number}")
    (item,) = bench.queue(filter={"entity_type": "stream:user"})["items"]
    assert (item["entity_id"], item["flags_count"]) == ("ann", 3)
    assert {flag["reason"] for flag in item["flags"]} == {"watch out"}


def test_a_rule_is_quiet_while_it_cools_down(bench: Desk) -> None:
    put(bench, cooldown_period="24h")
    first = check(bench, "grobble", entity_id="a")
    assert triggered(first) == ["R"]
    assert triggered(check(bench, "grobble", entity_id="a")) == ["R"]
    second = check(bench, "grobble too", entity_id="b")
    assert (triggered(second), second["recommended_action"]) == ([], "keep")
    assert triggered(check(bench, "grobble", entity_id="c", entity_creator_id="ben")) == ["R"]


def test_violations_lead_to_sequences(bench: Desk) -> None:
    put(
        bench,
        action={"type": "webhook_only"},
        action_sequences=[
            {"violation_number": 2, "actions": ["flag_content"]},
            {"violation_number": 4, "actions": ["block_content", "flag_user"]},
        ],
    )
    found = []
    for number in range(5):
        (rule,) = check(bench, f"grobble {number}")["triggered_rules"]
        found.append((rule["violation_number"], rule["actions"]))
    assert found == [
        (1, ["webhook_only"]),
        (2, ["flag_content"]),
        (3, ["flag_content"]),
        (4, ["block_content", "flag_user"]),
        (5, ["block_content", "flag_user"]),
    ]


def test_how_often_rules_fired_goes_with_the_user(bench: Desk) -> None:
    for name in ("One", "Two"):
        put(bench, name)

    def violations() -> list[int]:
        return [each["violation_number"] for each in check(bench)["triggered_rules"]]

    assert [violations(), violations()] == [[1, 1], [2, 2]]
    check(bench, entity_creator_id="ben")
    assert len(_firings(bench)) == 2
    for how in ("soft", "pruning"):
        body = {"user_ids": ["ann"], "user": how}
        bench.done("POST", "/api/v2/users", {"users": {"ann": {"id": "ann", "name": "Ann"}}})
        bench.done("POST", "/api/v2/users/delete", body)
        assert _firings(bench, "ann") == ([] if how == "pruning" else ["ann"])
        bench.done("POST", "/api/v2/users/restore", {"user_ids": ["ann"]})
    assert violations() == [1, 1]
    bench.act("delete_user", delete_user={**_ANN, "hard_delete": True})
    assert (_firings(bench, "ann"), len(_firings(bench))) == ([], 1)


_ANN = {"entity_type": "stream:user", "entity_id": "ann"}


def _firings(bench: Desk, *users: str) -> list[str]:
    """The ids of all such documents, or those of the users who have one."""
    ids = {row[2] for row in bench.server.documents(bench.app.name) if row[1] == FIRINGS}
    if not users:
        return sorted(ids)
    return [each for each in users if firings_key(bench.app.name, each).id in ids]


def test_counts_over_a_window_are_of_what_matched_when_it_was_checked(bench: Desk) -> None:
    params = {
        "threshold": 2,
        "time_window": "1h",
        "contains_url": True,
        "blocklist_match": ["scams"],
    }
    put(bench, rule_type="user", conditions=[{"type": "text_rule", "text_rule_params": params}])
    texts = [
        "grobble",
        "see www.example.com",
        "grobble www.example.com",
        "hello",
        "grobble www.example.org",
    ]
    assert [triggered(check(bench, text)) for text in texts] == [[], [], [], [], ["R"]]


def test_the_same_text_again_and_again(bench: Desk) -> None:
    params = {"threshold": 3, "time_window": "10m", "allowlist": ["good morning everybody"]}
    flood = {"type": "flood_identical", "flood_identical_params": params}
    put(bench, rule_type="flood", conditions=[flood], action={"type": "block_content"})
    text = "buy my wonderful things"
    assert [triggered(check(bench, text, entity_id=str(n))) for n in range(3)] == [[], [], ["R"]]
    assert triggered(check(bench, text, entity_id="2")) == ["R"]
    assert triggered(check(bench, text, entity_creator_id="ben")) == []
    for number in range(4):
        allowed = check(bench, "Good morning, everybody!", entity_id=f"g{number}")
        assert triggered(allowed) == []


def test_what_comes_from_one_address_counts_together(bench: Desk) -> None:
    params = {"threshold": 3, "time_window": "1h"}
    counted = {"type": "ip_content_count", "ip_content_count_rule_params": params}
    put(bench, rule_type="user", conditions=[counted], action={"type": "webhook_only"})

    def post(author: str, ip: str) -> list[str]:
        user = {"id": author, "custom": {"ip": ip}}
        return triggered(check(bench, f"by {author}", entity_creator_id=author, user=user))

    assert [post(author, "10.0.0.1") for author in ("ann", "ben")] == [[], []]
    assert post("cid", "10.0.0.2") == []
    assert post("dan", "10.0.0.1") == ["R"]
    assert triggered(check(bench, "of nowhere", entity_creator_id="eve")) == []


def test_flags_of_people_count_when_they_come(bench: Desk) -> None:
    flags = {"type": "content_flag_count", "content_flag_count_rule_params": {"threshold": 2}}
    put(bench, conditions=[flags], action={"type": "block_content"})
    check(bench, "hello", entity_id="e")
    for reporter in ("rita", "ron"):
        body = {"entity_type": "post", "entity_id": "e", "user_id": reporter, "reason": "spam"}
        bench.done("POST", f"{V2}/flag", body)
        bench.enforce(item_id(bench.app.name, "post", "e"))
        stored = bench.item("post", "e")
        assert stored is not None
        assert stored["recommended_action"] == ("flag" if reporter == "rita" else "remove")


def test_who_the_author_is(bench: Desk) -> None:
    bench.done("POST", "/api/v2/users", {"users": {"ann": {"id": "ann", "role": "guest"}}})
    new = {"type": "user_created_within", "user_created_within_params": {"max_age": "1h"}}
    role = {"type": "user_role", "user_role_params": {"role": "guest", "operator": "not_equals"}}
    put(bench, "New", conditions=[new])
    put(bench, "No guest", conditions=[role])
    assert triggered(check(bench, "a")) == ["New"]
    assert triggered(check(bench, "b", entity_creator_id="nobody")) == []


def test_rules_of_a_policy_are_its_own(bench: Desk) -> None:
    config = {
        "rules": [
            {"rule_type": "content", "conditions": [SCAM], "action": {"type": "block_content"}}
        ]
    }
    answer = bench.done("POST", f"{V2}/config", {"key": "ruled", "rule_builder_config": config})[
        "config"
    ]
    assert "rule_builder_config" not in answer
    assert "not_in_effect" not in answer
    found = check(bench, config_key="ruled", entity_id="a")
    assert (found["recommended_action"], triggered(found)) == ("remove", ["ruled: rule 1"])
    assert "not_judged" not in found
    assert triggered(check(bench, config_key="quiet", entity_id="b")) == []
    named = {"rules": [{**config["rules"][0], "name": "No scams"}]}
    bench.policy("ruled", rule_builder_config=named)
    assert triggered(check(bench, config_key="ruled", entity_id="d")) == ["No scams"]
    bench.policy("ruled", rule_builder_config={**config, "enabled": False})
    assert triggered(check(bench, config_key="ruled", entity_id="c")) == []


def test_what_is_never_seen_is_named(bench: Desk) -> None:
    keyframe = {"type": "keyframe_rule", "keyframe_rule_params": {"threshold": 1}}
    made = put(bench, logic="OR", conditions=[SCAM, keyframe])
    assert made["not_in_effect"] == ["conditions.1"]
    assert made["not_in_effect_because"] == {"conditions.1": "no calls pass through Gavel"}
    assert triggered(check(bench)) == ["R"]
    call = put(bench, "Call", rule_type="call", action={"type": "kick_user"})
    assert sorted(call["not_in_effect"]) == ["action.type", "rule_type"]
    assert triggered(check(bench, entity_id="again")) == ["R"]
    policy = {"rules": [{"rule_type": "content", "conditions": [keyframe], "action": FLAG}]}
    config = bench.done("POST", f"{V2}/config", {"key": "k", "rule_builder_config": policy})[
        "config"
    ]
    assert config["not_in_effect"] == ["rule_builder_config.rules.0.conditions.0"]


_PARAMS: dict[str, dict[str, Any]] = {
    "text_content": {"harm_labels": ["SCAM"]},
    "text_rule": {"threshold": 1, "time_window": "1h", "harm_labels": ["SCAM"]},
}


def _of(type: str, **params: Any) -> dict[str, Any]:
    return {"type": type, f"{type}_params": {**_PARAMS.get(type, {}), **params}}


@pytest.mark.parametrize(
    ("fields", "field", "problem"),
    [
        ({"conditions": []}, "conditions", "gives none, and neither does groups"),
        ({"action": None}, "action", "is required"),
        ({"action": {"type": "wave"}}, "action.type", None),
        ({"action": {"type": "kick_user"}}, "action.type", "is for rules of type call"),
        (
            {"action": {"type": "flag_content", "ban_options": {}}},
            "action.ban_options",
            "is not for flag_content",
        ),
        ({"rule_type": "weather"}, "rule_type", None),
        ({"rule_type": None}, "rule_type", "is required"),
        ({"cooldown_period": "soon"}, "cooldown_period", None),
        ({"conditions": [{"type": "weather"}]}, "conditions.0.type", None),
        (
            {"conditions": [{"type": "text_content"}]},
            "conditions.0.text_content_params",
            "is required",
        ),
        (
            {"conditions": [{"type": "text_content", "text_content_params": {}}]},
            "conditions.0.text_content_params",
            "asks for nothing",
        ),
        (
            {"conditions": [{**_of("text_content"), "user_rule_params": {"max_age": "1h"}}]},
            "conditions.0.user_rule_params",
            "is not for a condition of type text_content",
        ),
        (
            {"conditions": [_of("text_content", blocklist_match=["nothing"])]},
            "conditions.0.text_content_params.blocklist_match",
            "names the block list 'nothing', which does not exist",
        ),
        (
            {"conditions": [_of("text_content", label_operator="roughly")]},
            "conditions.0.text_content_params.label_operator",
            "can be any, all",
        ),
        (
            {"conditions": [_of("text_content", text_length=1, text_length_operator="longish")]},
            "conditions.0.text_content_params.text_length_operator",
            "can be gt, gte, lt, lte, eq",
        ),
        (
            {"conditions": [_of("text_rule", time_window="91d")]},
            "conditions.0.text_rule_params.time_window",
            "is longer than 90d",
        ),
        (
            {"conditions": [{**_of("text_content", severity="low"), "confidence": 0.5}]},
            "conditions.0.text_content_params.severity",
            "does not go with a confidence: give one of them",
        ),
        (
            {"groups": [{"logic": "AND", "conditions": [{"type": "weather"}]}]},
            "groups.0.conditions.0.type",
            None,
        ),
        ({"conditions": [SCAM] * 21}, "conditions", None),
    ],
)
def test_what_makes_no_rule_is_refused_by_name(
    bench: Desk, fields: dict[str, Any], field: str, problem: str | None
) -> None:
    body = {"name": "R", "rule_type": "content", "conditions": [SCAM], "action": FLAG, **fields}
    refused = bench.send("POST", RULE, body)
    assert (refused.status, refused.json()["code"]) == (400, 4), refused.text
    assert list(refused.json()["exception_fields"]) == [field]
    if problem is not None:
        assert refused.json()["exception_fields"][field] == problem
    assert bench.done("GET", "/api/v1/rules")["rules"] == []


def test_a_policy_has_three_rules_of_five_conditions(bench: Desk) -> None:
    rule = {"rule_type": "content", "conditions": [SCAM], "action": FLAG}
    for config, field in (
        ({"rules": [rule] * 4}, "rule_builder_config.rules"),
        ({"rules": [{**rule, "conditions": [SCAM] * 6}]}, "rule_builder_config.rules.0.conditions"),
        ({"rules": [{**rule, "action": None}]}, "rule_builder_config.rules.0.action"),
    ):
        refused = bench.send("POST", f"{V2}/config", {"key": "k", "rule_builder_config": config})
        assert (refused.status, list(refused.json()["exception_fields"])) == (400, [field])
    bench.policy("k", rule_builder_config={"rules": [{**rule, "conditions": [SCAM] * 5}] * 3})
