"""Statements of reasons: declared once an action, made of each restriction, taken back with it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

import orjson
import pytest
from getstream import webhook

from common.configuration.context import now
from common.domain.item import item_id
from common.domain.item_lists import REPORTERS_KEPT
from common.moderation.enforcement.enforcements import enforce
from common.queue.messages import Trigger
from tests.functional.announced import announced
from tests.functional.background import finished
from tests.functional.desk import BAD, V2, Desk, desk

SETTINGS = "/api/v1/statement_settings"
TEMPLATES = "/api/v1/statement_templates"
STATEMENTS = "/api/v1/statements"
LISTED = {"type": "in_list", "lists": ["words"]}
REMOVED: dict[str, Any] = {
    "decision_visibility": ["DECISION_VISIBILITY_CONTENT_REMOVED"],
    "decision_ground": "DECISION_GROUND_INCOMPATIBLE_CONTENT",
    "incompatible_content_ground": "Rule 4: no insults",
    "incompatible_content_explanation": "Insults are not allowed here.",
    "category": "STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH",
    "category_specification": ["KEYWORD_HATE_SPEECH"],
    "decision_ground_reference_url": "https://example.com/rules#4",
    "territorial_scope": ["DE", "FR"],
}
BANNED: dict[str, Any] = {
    "decision_account": "DECISION_ACCOUNT_SUSPENDED",
    "decision_ground": "DECISION_GROUND_ILLEGAL_CONTENT",
    "illegal_content_legal_ground": "A law, section 1",
    "illegal_content_explanation": "Because of section 1.",
    "category": "STATEMENT_CATEGORY_VIOLENCE",
}
HIDE = {"name": "Hide", "kind": "post", "url": "https://example.com/hide"}
SHOW = {"name": "Show", "kind": "post", "url": "https://example.com/show", "reverses": ["hide"]}
MUTE = {"name": "Mute", "kind": "user", "url": "https://example.com/mute"}
_numbers = count()


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("statements") / "data") as made:
        yield made


def declare(bench: Desk, action: str, **fields: Any) -> Any:
    return bench.done("PUT", f"{SETTINGS}/{action}", fields)["statement_setting"]


def asked(bench: Desk, method: str, path: str, body: Any = None, **query: Any) -> Any:
    answer = bench.server.call(bench.app, method, path, body, query=query)
    assert answer.status in (200, 201), answer.text
    return answer.json()


def statements(bench: Desk, **query: Any) -> list[Any]:
    found: list[Any] = asked(bench, "GET", STATEMENTS, **query)["statements"]
    return found


def statement(bench: Desk, id: str, **query: Any) -> Any:
    return asked(bench, "GET", f"{STATEMENTS}/{id}", **query)["statement"]


def entries(bench: Desk, **query: Any) -> list[Any]:
    found: list[Any] = asked(bench, "GET", "/api/v1/log", **query)["entries"]
    return found


def logged(bench: Desk, type: str) -> list[Any]:
    return [each for each in entries(bench, kind="statement", limit=100) if each["type"] == type]


def events(bench: Desk) -> list[Any]:
    told = announced(bench.server, bench.app)
    return [each for each in told if each["type"].startswith("statement.")]


def hear(bench: Desk) -> None:
    hook = {"webhook_url": "https://hooks.example.com", "event_types": [], "enabled": True}
    bench.done("PATCH", "/api/v2/app", {"event_hooks": [hook]})


def put_rule(bench: Desk, *actions: str, id: str = "bad", **fields: Any) -> None:
    rule = {"name": id, "scope": "post", "when": LISTED, "actions": [*actions], **fields}
    bench.done("PUT", f"/api/v1/rules/{id}", rule)


def post(bench: Desk, text: str = BAD, author: str = "ann", **fields: Any) -> Any:
    """Checked, and evaluated as often as a queue may deliver it."""
    id = fields.pop("entity_id", f"p{next(_numbers)} of {author}")
    answer = bench.check(text, entity_creator_id=author, entity_id=id, **fields)
    trigger = Trigger(bench.app.name, item_id(bench.app.name, "post", id))
    for _ in range(2):
        bench.server.run(enforce(bench.server.context, trigger, now()))
    return answer.get("item")


def fine(bench: Desk, id: str = "fine") -> str:
    """The item of content of Ann's in which nothing is found."""
    bench.check("nothing bad", entity_creator_id="ann", entity_id=id)
    return item_id(bench.app.name, "post", id)


# What is declared


def test_what_is_declared_says_what_is_missing(bench: Desk) -> None:
    shown = bench.done("GET", SETTINGS)["statement_settings"]
    assert {each["action"] for each in shown["actions"]} >= {"block", "ban", "shadow_block"}
    assert all(each["missing"] == ["statement"] for each in shown["actions"])
    assert all(each["statement"] is None for each in shown["actions"])
    assert declare(bench, "block")["missing"] == [
        "decision_visibility",
        "decision_ground",
        "category",
    ]
    half = {name: REMOVED[name] for name in ("decision_visibility", "decision_ground")}
    assert declare(bench, "block", **half)["missing"] == [
        "incompatible_content_ground",
        "incompatible_content_explanation",
        "category",
    ]
    other = {**REMOVED, "decision_visibility": ["DECISION_VISIBILITY_OTHER"]}
    assert declare(bench, "block", **other)["missing"] == ["decision_visibility_other"]
    whole = declare(bench, "block", **REMOVED)
    assert whole["missing"] == [] and whole["statement"] == REMOVED
    assert bench.done("GET", f"{SETTINGS}/block")["statement_setting"] == whole
    bench.done("DELETE", f"{SETTINGS}/block")
    assert bench.done("GET", f"{SETTINGS}/block")["statement_setting"]["statement"] is None


def test_an_action_of_the_app_keeps_what_it_declares(bench: Desk) -> None:
    made = bench.done("PUT", "/api/v1/actions/hide", HIDE)["action"]
    assert (made["statement"], made["missing"]) == (None, ["statement"])
    own = {**REMOVED}
    del own["category"]
    made = bench.done("PUT", "/api/v1/actions/hide", {**HIDE, "statement": own})["action"]
    assert (made["statement"], made["missing"]) == (own, ["category"])
    made = bench.done("PUT", "/api/v1/actions/hide", {**HIDE, "name": "Hide it"})["action"]
    assert made["statement"] == own
    (listed,) = bench.done("GET", "/api/v1/actions")["actions"]
    assert listed["missing"] == ["category"]
    made = bench.done("PUT", "/api/v1/actions/hide", {**HIDE, "statement": None})["action"]
    assert made["statement"] is None


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"category": "STATEMENT_CATEGORY_RUDE"}, "category"),
        ({"decision_visibility": ["removed"]}, "decision_visibility"),
        ({"decision_visibility": []}, "decision_visibility"),
        ({"territorial_scope": ["DE", "DE"]}, "territorial_scope"),
        ({"illegal_content_legal_ground": "A law"}, "illegal_content_legal_ground"),
        ({"category_specification_other": "else"}, "category_specification_other"),
        ({"decision_ground_reference_url": "ftp://x"}, "decision_ground_reference_url"),
        ({"is_shadow": True}, "is_shadow"),
        ({"opt_out": {"reason": "why"}}, "opt_out.user_id"),
        ({"opt_out": {"user_id": "lead"}}, "opt_out.reason"),
        ({"explanation": "why"}, "explanation"),
    ],
)
def test_what_is_wrong_is_refused_by_name(bench: Desk, fields: Any, named: str) -> None:
    answer = bench.send("PUT", f"{SETTINGS}/block", {**REMOVED, **fields})
    assert answer.status == 400 and named in answer.text, answer.text
    assert bench.done("GET", f"{SETTINGS}/block")["statement_setting"]["statement"] is None
    if named == "is_shadow":
        return
    answer = bench.send("PUT", "/api/v1/actions/hide", {**HIDE, "statement": {**REMOVED, **fields}})
    assert answer.status == 400 and f"statement.{named}" in answer.text, answer.text


def test_only_what_can_restrict_has_a_setting(bench: Desk) -> None:
    for method in ("GET", "PUT", "DELETE"):
        answer = bench.send(method, f"{SETTINGS}/mark_reviewed", {} if method == "PUT" else None)
        assert answer.status == 404, (method, answer.text)


def test_nothing_is_stated_of_what_is_not_declared(bench: Desk) -> None:
    hear(bench)
    item = post(bench)
    body = {"action_type": "block", "item_id": item["id"], "user_id": "mo"}
    assert bench.done("POST", f"{STATEMENTS}/preview", body)["undeclared"] == ["block"]
    bench.act("block", item["id"])
    bench.act("ban", item["id"], ban={})
    assert statements(bench) == [] and events(bench) == [] and logged(bench, "stated") == []


# What is stated


def test_a_rule_s_call_is_stated_once_under_its_own_id(bench: Desk) -> None:
    hear(bench)
    bench.done("PUT", "/api/v1/actions/hide", {**HIDE, "statement": REMOVED})
    put_rule(bench, "hide")
    item = post(bench, f"{BAD} says ann@example.com", entity_id="p")
    (delivery,) = asked(bench, "GET", "/api/v1/deliveries", action_id="hide")["deliveries"]
    (stated,) = statements(bench)
    assert stated["id"] == delivery["id"]
    assert {name: stated[name] for name in REMOVED} == REMOVED
    assert (stated["action"], stated["is_built_in"]) == ("hide", False)
    assert (stated["user_id"], stated["item_id"]) == ("ann", item["id"])
    assert (stated["entity_type"], stated["entity_id"]) == ("post", "p")
    assert stated["facts"] == {
        "labels": ["block_list: words"],
        "conditions": ["in_list"],
        "report_categories": [],
        "rule_id": "bad",
        "rule_version": 1,
    }
    assert (stated["decided_by"], stated["automated_decision"]) == (
        "rule",
        "AUTOMATED_DECISION_FULLY",
    )
    assert (stated["automated_detection"], stated["source_type"]) == ("Yes", "SOURCE_VOLUNTARY")
    assert stated["content_type"] == ["CONTENT_TYPE_TEXT"]
    assert (stated["missing"], stated["complete"]) == ([], True)
    assert "ann@example.com" not in orjson.dumps(stated).decode()
    (event,) = events(bench)
    assert (event["type"], event["statement"]["id"]) == ("statement.created", stated["id"])
    read = webhook.parse_event(orjson.dumps(event))
    assert isinstance(read, webhook.UnknownEvent)
    assert (read.type, read.raw["statement"]["id"]) == ("statement.created", stated["id"])
    (entry,) = logged(bench, "stated")
    assert entry["custom"]["statements"] == [{"id": stated["id"], "action": "hide", "missing": []}]


def test_the_same_for_the_same_is_stated_once(bench: Desk) -> None:
    bench.done("PUT", "/api/v1/actions/hide", {**HIDE, "statement": REMOVED})
    put_rule(bench, "hide")
    put_rule(bench, "hide", id="too")
    post(bench, entity_id="p")
    post(bench, entity_id="p")
    assert len(statements(bench)) == 1
    post(bench, f"{BAD} again", entity_id="p")
    assert len(statements(bench)) == 2, "an edit is another content"


def test_what_a_policy_removes_is_stated_as_the_engine_s(bench: Desk) -> None:
    declare(bench, "block", **REMOVED)
    post(bench, "nothing")
    assert statements(bench) == []
    post(bench)
    (stated,) = statements(bench)
    assert (stated["action"], stated["is_built_in"], stated["decided_by"]) == (
        "block",
        True,
        "engine",
    )
    assert stated["automated_decision"] == "AUTOMATED_DECISION_FULLY"
    assert stated["facts"]["labels"] == ["block_list: words"]


def test_a_moderator_s_decision_is_stated_under_its_entry(bench: Desk) -> None:
    hear(bench)
    declare(bench, "delete_comment", **REMOVED)
    item = fine(bench)
    answer = bench.decide("delete_comment", item, delete_comment={"reason": "is Bob's enemy"})
    (stated,) = statements(bench)
    assert answer.json()["statements"] == [{"id": stated["id"], "missing": ["facts"]}]
    assert stated["missing"] == ["facts"] and stated["complete"] is False
    assert (stated["decided_by"], stated["automated_decision"]) == (
        "moderator",
        "AUTOMATED_DECISION_NOT_AUTOMATED",
    )
    assert stated["automated_detection"] == "No"
    assert "Bob" not in orjson.dumps(stated).decode()
    decided = entries(bench, item_id=item, kind="action")
    assert [each["id"] for each in decided] == [stated["id"]]


def test_a_reason_of_the_app_s_list_is_a_fact(bench: Desk) -> None:
    declare(bench, "block", **REMOVED)
    preferences = {"allowed_moderation_action_reasons": ["insult"]}
    bench.done("PATCH", "/api/v2/app", {"moderation_dashboard_preferences": preferences})
    bench.act("block", fine(bench), block={"reason": "insult"})
    (stated,) = statements(bench)
    assert stated["facts"]["reason"] == "insult" and stated["complete"] is True


def test_what_a_machine_found_and_a_person_decided_is_partly_automated(bench: Desk) -> None:
    declare(bench, "delete_comment", **REMOVED)
    bench.act("delete_comment", post(bench)["id"])
    (stated,) = statements(bench)
    assert stated["automated_decision"] == "AUTOMATED_DECISION_PARTIALLY"
    assert stated["automated_detection"] == "Yes"


def test_a_ban_is_stated_with_its_end(bench: Desk) -> None:
    declare(bench, "ban", **BANNED)
    declare(bench, "channel_ban", **BANNED)
    declare(bench, "shadow_ban", **BANNED)
    bench.done("POST", "/api/v2/users", {"users": {"bob": {"id": "bob"}}})
    ban = f"{V2}/ban"
    bench.done("POST", ban, {"target_user_id": "bob", "banned_by_id": "mo", "timeout": 60})
    (stated,) = statements(bench)
    assert (stated["action"], stated["user_id"], stated["item_id"]) == ("ban", "bob", "")
    assert stated["ends_at"] > stated["restricted_at"]
    assert stated["content_type"] == ["CONTENT_TYPE_OTHER"]
    assert stated["content_type_other"] == "account"
    bench.done("POST", ban, {"target_user_id": "bob", "banned_by_id": "mo", "shadow": True})
    of_channel = {"target_user_id": "bob", "banned_by_id": "mo", "channel_cid": "messaging:1"}
    bench.done("POST", ban, of_channel)
    (channel, shadow, _) = statements(bench)
    assert (channel["action"], channel["channel_cid"]) == ("channel_ban", "messaging:1")
    assert shadow["is_shadow"] is True and "ends_at" not in shadow


def test_a_ban_by_a_rule_and_one_by_strikes_are_stated(bench: Desk) -> None:
    declare(bench, "ban", **BANNED)
    steps = [{"strikes": 1, "actions": [{"action": "ban_user", "values": {"timeout": 60}}]}]
    bench.done("PUT", "/api/v1/strike_policies/spam", {"name": "Spam", "steps": steps})
    put_rule(bench, "flag_for_review", strike={"policy": "spam"})
    post(bench, author="cleo")
    (stated,) = statements(bench)
    (entry,) = entries(bench, user_id="cleo", kind="action")
    assert (stated["id"], stated["decided_by"]) == (entry["id"], "rule")
    assert stated["facts"]["conditions"] == ["strikes"] and "ends_at" in stated


# Sources


def test_reports_say_how_it_came_to_notice(bench: Desk) -> None:
    declare(bench, "delete_comment", **REMOVED)
    for category in ("spam", "unlawful"):
        bench.done("PUT", f"/api/v1/report_categories/{category}", {"name": category})
    bench.done("PUT", "/api/v1/user_lists/flaggers", {"name": "Flaggers", "users": ["hotline"]})
    settings = {"notice_categories": ["unlawful"], "trusted_flaggers": "flaggers"}
    bench.done("PUT", SETTINGS, settings)
    expected = (
        ("r1", "spam", "SOURCE_TYPE_OTHER_NOTIFICATION"),
        ("r2", "unlawful", "SOURCE_ARTICLE_16"),
        ("hotline", "spam", "SOURCE_TRUSTED_FLAGGER"),
    )
    for by, category, source in expected:
        item, id = fine(bench, f"for {by}"), f"for {by}"
        flag = {"entity_type": "post", "entity_id": id, "user_id": by, "reason": category}
        bench.done("POST", f"{V2}/flag", flag)
        bench.act("delete_comment", item)
        (stated,) = statements(bench, item_id=item)
        assert stated["source_type"] == source, by
        assert stated["facts"]["report_categories"] == [category]


# Taken back


def test_restoring_takes_the_content_s_statements_back(bench: Desk) -> None:
    hear(bench)
    declare(bench, "block", **REMOVED)
    declare(bench, "delete_comment", **REMOVED)
    declare(bench, "ban", **BANNED)
    item = post(bench)
    bench.act("delete_comment", item["id"])
    bench.act("ban", item["id"], ban={})
    assert len(statements(bench, reversed="false")) == 3
    bench.act("restore", item["id"])
    left = statements(bench, reversed="false")
    assert [each["action"] for each in left] == ["ban"]
    back = statements(bench, reversed="true")
    assert {each["action"] for each in back} == {"block", "delete_comment"}
    assert all(each["reversed_by"] == "mo" and each["reversed_at"] for each in back)
    types = [each["type"] for each in events(bench)]
    assert types.count("statement.reversed") == 2
    (entry,) = logged(bench, "reversed")
    assert {each["id"] for each in entry["custom"]["statements"]} == {each["id"] for each in back}
    bench.act("restore", item["id"])
    assert statements(bench, reversed="true") == back, "a second time changes nothing"


def test_lifting_a_ban_takes_back_that_one(bench: Desk) -> None:
    for name in ("ban", "shadow_ban", "channel_ban"):
        declare(bench, name, **BANNED)
    bench.done("POST", "/api/v2/users", {"users": {"bob": {"id": "bob"}}})
    for fields in ({}, {"shadow": True}, {"channel_cid": "messaging:1"}):
        body = {"target_user_id": "bob", "banned_by_id": "mo", **fields}
        bench.done("POST", f"{V2}/ban", body)
    lift, by = f"{V2}/unban", {"unbanned_by_id": "mo"}
    asked(bench, "POST", lift, by, target_user_id="bob", channel_cid="messaging:1")
    back = statements(bench, reversed="true")
    assert [each["action"] for each in back] == ["channel_ban"]
    asked(bench, "POST", lift, by, target_user_id="bob")
    assert statements(bench, reversed="false") == []


def test_an_action_that_reverses_another_takes_its_statement_back(bench: Desk) -> None:
    bench.done("PUT", "/api/v1/actions/hide", {**HIDE, "statement": REMOVED})
    bench.done("PUT", "/api/v1/actions/show", SHOW)
    put_rule(bench, "hide")
    item, other = post(bench), post(bench)
    bench.act("custom", item["id"], custom={"id": "show"})
    (back,) = statements(bench, reversed="true")
    assert back["item_id"] == item["id"] and back["reversed_by"] == "mo"
    bench.done(
        "POST",
        "/api/v1/actions/show/run",
        {"item_id": other["id"], "user_id": "mo"},
    )
    assert statements(bench, reversed="false") == []


def test_an_action_run_by_hand_is_stated(bench: Desk) -> None:
    bench.done("PUT", "/api/v1/actions/mute", {**MUTE, "statement": BANNED})
    bench.done("POST", "/api/v2/users", {"users": {"bob": {"id": "bob"}}})
    body = {"target_user_id": "bob", "user_id": "mo", "idempotency_key": "once"}
    made = bench.done("POST", "/api/v1/actions/mute/run", body)["delivery"]
    bench.done("POST", "/api/v1/actions/mute/run", body)
    (stated,) = statements(bench, user_id="bob")
    assert (stated["id"], stated["decided_by"]) == (made["id"], "moderator")


@pytest.mark.parametrize("effect", ["hide", "block_content"])
def test_undoing_a_rule_takes_its_statements_back(bench: Desk, effect: str) -> None:
    bench.policy("default")
    bench.done("PUT", "/api/v1/actions/hide", {**HIDE, "statement": REMOVED})
    declare(bench, "block", **REMOVED)
    rule = "bad"
    if effect == "hide":
        put_rule(bench, "hide")
    else:
        rule = put_stream_rule(bench, effect)
    post(bench)
    assert len(statements(bench)) == 1
    asked = {"rule_id": rule, "since": "2020-01-01T00:00:00Z", "user_id": "lead"}
    before = bench.server.documents()
    bench.done("POST", "/api/v1/undos", asked)
    assert bench.server.documents() == before
    id = bench.done("POST", "/api/v1/undos", {**asked, "preview": False})["undo"]["id"]
    finished(bench.server, bench.app, id)
    (back,) = statements(bench, reversed="true")
    assert (back["reversed_by"], back["reversed_with"]) == ("lead", id)


def put_stream_rule(bench: Desk, effect: str) -> str:
    params = {"blocklist_match": ["words"]}
    body = {
        "name": effect,
        "rule_type": "content",
        "conditions": [{"type": "text_content", "text_content_params": params}],
        "action": {"type": effect},
    }
    id: str = bench.done("POST", f"{V2}/moderation_rule", body)["rule"]["id"]
    return id


def test_what_a_rule_does_to_content_is_stated_by_what_it_is(bench: Desk) -> None:
    bench.policy("default")
    for name in ("block", "shadow_block", "bounce"):
        declare(bench, name, **REMOVED)
    put_stream_rule(bench, "bounce_content")
    put_stream_rule(bench, "shadow_content")
    post(bench)
    found = {each["action"]: each for each in statements(bench)}
    assert found.keys() == {"bounce", "shadow_block"}
    assert {each["decided_by"] for each in found.values()} == {"rule"}
    assert found["shadow_block"]["is_shadow"] is True


def test_what_a_cap_holds_is_stated_when_a_person_lets_it_go(bench: Desk) -> None:
    bench.policy("default")
    bench.done("PUT", "/api/v1/actions/hide", {**HIDE, "statement": REMOVED})
    put_rule(bench, "hide", cap_per_hour=0)
    post(bench)
    assert statements(bench) == []
    (held,) = bench.done("GET", "/api/v1/enforcements")["enforcements"]
    bench.done("POST", "/api/v1/enforcements/release", {"ids": [held["id"]], "user_id": "lead"})
    (stated,) = statements(bench)
    assert (stated["id"], stated["decided_by"]) == (held["id"], "moderator")
    assert stated["automated_decision"] == "AUTOMATED_DECISION_PARTIALLY"
    assert stated["facts"]["conditions"] == ["in_list"]


# Opting out


def test_an_action_that_is_opted_out_is_in_the_log_alone(bench: Desk) -> None:
    hear(bench)
    out = {"user_id": "lead", "reason": "deceptive commercial content"}
    shown = declare(bench, "block", **REMOVED, opt_out=out)
    assert shown["missing"] == []
    assert shown["statement"]["opt_out"]["by"] == "lead"
    again = declare(bench, "block", **REMOVED, opt_out=out)
    assert again["statement"]["opt_out"] == shown["statement"]["opt_out"]
    (entry,) = logged(bench, "opted_out")
    assert (entry["by"], entry["reason"]) == ("lead", out["reason"])
    post(bench)
    assert statements(bench) == [] and events(bench) == []
    (entry,) = logged(bench, "not_stated")
    assert (entry["by"], entry["reason"], entry["result"]) == ("lead", out["reason"], "opted_out")
    declare(bench, "block", **REMOVED)
    assert len(logged(bench, "opted_in")) == 1
    post(bench)
    assert len(statements(bench)) == 1


def test_shadow_actions_count_unless_the_policy_opts_out(bench: Desk) -> None:
    bench.policy("quiet", block_list_config={"rules": [{"name": "words", "action": "shadow"}]})
    declare(bench, "shadow_block", **REMOVED)
    declare(bench, "delete_comment", **REMOVED)
    post(bench, config_key="quiet")
    assert [each["action"] for each in statements(bench)] == ["shadow_block"]
    outs = [{"policy": "quiet", "user_id": "lead", "reason": "spam traps"}]
    bench.done("PUT", SETTINGS, {"shadow_opt_outs": outs})
    (entry,) = logged(bench, "opted_out")
    assert (entry["by"], entry["custom"]["action"]) == ("lead", "policy quiet")
    item = post(bench, config_key="quiet")
    assert len(statements(bench)) == 1
    (entry,) = logged(bench, "not_stated")
    assert (entry["by"], entry["reason"]) == ("lead", "spam traps")
    bench.act("delete_comment", item["id"])
    assert len(statements(bench)) == 2, "only shadow actions are opted out"


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ({"notice_categories": ["nothing"]}, "notice_categories"),
        ({"trusted_flaggers": "nobody"}, "trusted_flaggers"),
        ({"fallback_language": "de"}, "fallback_language"),
        ({"shadow_opt_outs": [{"policy": "x", "reason": "r"}]}, "shadow_opt_outs.0.user_id"),
        (
            {"shadow_opt_outs": [{"policy": "x", "reason": "r", "user_id": "u"}]},
            "shadow_opt_outs.0.policy",
        ),
    ],
)
def test_settings_name_what_exists(bench: Desk, body: Any, named: str) -> None:
    answer = bench.send("PUT", SETTINGS, body)
    assert answer.status == 400 and named in answer.text, answer.text


# Texts

GERMAN = (
    "{restriction} am {restricted_at}[[ bis {ends_at}]]. Grund: {clause} ({explanation}). "
    "{facts}[[ Siehe {url}]] {{sic}}"
)


def test_the_text_is_in_the_language_of_the_content(bench: Desk) -> None:
    words = {"DECISION_VISIBILITY_CONTENT_REMOVED": "Entfernt", "block_list: words": "Wörter"}
    bench.done("PUT", f"{TEMPLATES}/de", {"text": GERMAN, "facts": "[{labels}]", "words": words})
    bench.done("PUT", f"{TEMPLATES}/en", {"text": "Removed: {facts}"})
    bench.done("PUT", SETTINGS, {"fallback_language": "en"})
    declare(bench, "block", **REMOVED)
    text = f"Das ist ein ganz normaler deutscher Satz, in dem leider auch {BAD} vorkommt."
    post(bench, text)
    (stated,) = statements(bench)
    assert (stated["content_language"], stated["text_language"]) == ("DE", "de")
    day = stated["restricted_at"][:10]
    assert stated["text"] == (
        f"Entfernt am {day}. Grund: Rule 4: no insults (Insults are not allowed here.). "
        "[Wörter] Siehe https://example.com/rules#4 {sic}"
    )
    assert stated["facts_text"] == "[Wörter]"
    english = statement(bench, stated["id"], language="en")
    assert english["text"] == "Removed: labels: block_list: words"
    assert statement(bench, stated["id"])["text_language"] == "de"
    answer = bench.server.call(
        bench.app, "GET", f"{STATEMENTS}/{stated['id']}", query={"language": "fr"}
    )
    assert answer.status == 404
    bench.done("PUT", f"{TEMPLATES}/de", {"text": "Neu"})
    assert statement(bench, stated["id"])["text"] == stated["text"], "as it was stated"


def test_the_fallback_is_for_other_languages(bench: Desk) -> None:
    declare(bench, "block", **REMOVED)
    post(bench)
    assert "text" not in statements(bench)[0]
    bench.done("PUT", f"{TEMPLATES}/en", {"text": "{action}"})
    bench.done("PUT", SETTINGS, {"fallback_language": "en"})
    post(bench)
    assert statements(bench)[0]["text"] == "block"
    answer = bench.send("DELETE", f"{TEMPLATES}/en")
    assert answer.status == 400 and "fallback_language" in answer.text
    bench.done("PUT", SETTINGS, {})
    bench.done("DELETE", f"{TEMPLATES}/en")
    assert bench.done("GET", TEMPLATES)["statement_templates"] == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{name}", "{name}"),
        ("{user_id.__class__}", "{user_id.__class__}"),
        ("{user_id", "single {"),
        ("user_id}", "single }"),
        ("[[{user_id}", "[["),
        ("{user_id}]]", "]]"),
        ("[[a [[{user_id}]] b]]", "[["),
        ("{}", "{}"),
    ],
)
def test_a_template_that_cannot_be_filled_is_refused(bench: Desk, text: str, problem: str) -> None:
    answer = bench.send("PUT", f"{TEMPLATES}/en", {"text": text})
    assert answer.status == 400 and problem in answer.text, answer.text
    assert bench.send("GET", f"{TEMPLATES}/en").status == 404


def test_what_stands_for_nothing_is_left_as_it_is(bench: Desk) -> None:
    bench.done("PUT", f"{TEMPLATES}/en", {"text": "a [b] %s {{user_id}} $x [[c {ends_at}]]d"})
    bench.done("PUT", SETTINGS, {"fallback_language": "en"})
    declare(bench, "block", **{**REMOVED, "incompatible_content_explanation": "{user_id} [[x"})
    post(bench)
    assert statements(bench)[0]["text"] == "a [b] %s {user_id} $x d"


# Looking, telling, previewing


def test_statements_are_found_by_what_they_are_about(bench: Desk) -> None:
    declare(bench, "block", **REMOVED)
    declare(bench, "ban", **BANNED)
    first = post(bench, author="ann", entity_id="p1")
    second = post(bench, author="bob", entity_id="p2")
    bench.act("ban", second["id"], ban={})
    assert len(statements(bench)) == 3
    assert {each["entity_id"] for each in statements(bench, user_id="ann")} == {"p1"}
    found = statements(bench, entity_type="post", entity_id="p2")
    assert {each["action"] for each in found} == {"block", "ban"}
    assert len(statements(bench, item_id=first["id"])) == 1
    assert [each["user_id"] for each in statements(bench, action="ban")] == ["bob"]
    assert len(statements(bench, complete="true")) == 3 and not statements(bench, complete="false")
    bound = statements(bench, action="ban")[0]["restricted_at"]
    assert [each["action"] for each in statements(bench, since=bound)] == ["ban"]
    assert len(statements(bench, until=bound)) == 2
    seen: list[str] = []
    cursor: str | None = None
    while True:
        query = {"limit": 1, **({"cursor": cursor} if cursor else {})}
        page = bench.server.call(bench.app, "GET", STATEMENTS, query=query).json()
        seen += [each["id"] for each in page["statements"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert seen == [each["id"] for each in statements(bench)]


def test_the_app_says_that_it_told_the_user(bench: Desk) -> None:
    declare(bench, "block", **REMOVED)
    post(bench)
    (stated,) = statements(bench)
    path = f"{STATEMENTS}/{stated['id']}/told"
    early = bench.send("POST", path, {"told_at": "2020-01-01T00:00:00Z"})
    assert early.status == 400 and "told_at" in early.text
    told = bench.done("POST", path, {})["statement"]
    assert told["told_at"] >= stated["restricted_at"]
    assert bench.done("POST", path, {})["statement"] == told
    assert len(logged(bench, "told")) == 1
    assert bench.send("POST", f"{STATEMENTS}/nothing/told", {}).status == 404


def test_a_preview_changes_nothing_and_names_what_is_missing(bench: Desk) -> None:
    hear(bench)
    bench.done("PUT", f"{TEMPLATES}/en", {"text": "{restriction}[[ until {ends_at}]]"})
    declare(bench, "ban", decision_account="DECISION_ACCOUNT_SUSPENDED")
    item = bench.flagged("ann")
    bench.enforce(item["id"])
    before = bench.server.documents()
    body = {
        "action_type": "ban",
        "item_id": item["id"],
        "user_id": "mo",
        "ban": {"timeout": 60},
    }
    shown = asked(bench, "POST", f"{STATEMENTS}/preview", body, language="en")
    (stated,) = shown["statements"]
    assert stated["missing"] == ["decision_ground", "category"]
    assert stated["text"] == f"DECISION_ACCOUNT_SUSPENDED until {stated['ends_at'][:10]}"
    shown = bench.done(
        "POST",
        f"{STATEMENTS}/preview",
        {"action_type": "block", "item_id": item["id"], "user_id": "mo"},
    )
    assert (shown["statements"], shown["undeclared"]) == ([], ["block"])
    shown = bench.done(
        "POST",
        f"{STATEMENTS}/preview",
        {"action_type": "mark_reviewed", "item_id": item["id"], "user_id": "mo"},
    )
    assert not any(shown[name] for name in ("statements", "reversed", "undeclared", "opted_out"))
    assert bench.server.documents() == before
    answer = bench.send("POST", f"{STATEMENTS}/preview", {**body, "item_id": "nothing"})
    assert answer.status == 404


def test_a_trusted_flagger_counts_however_many_came_before(bench: Desk) -> None:
    declare(bench, "delete_comment", **REMOVED)
    bench.done("PUT", "/api/v1/report_categories/spam", {"name": "spam"})
    bench.done("PUT", "/api/v1/user_lists/flaggers", {"name": "Flaggers", "users": ["hotline"]})
    bench.done("PUT", SETTINGS, {"trusted_flaggers": "flaggers"})
    item = fine(bench, "crowded")
    flag = {"entity_type": "post", "entity_id": "crowded", "reason": "spam"}
    for number in range(REPORTERS_KEPT + 1):
        bench.done("POST", f"{V2}/flag", {**flag, "user_id": f"r{number}"})
    bench.done("POST", f"{V2}/flag", {**flag, "user_id": "hotline"})
    bench.act("delete_comment", item)
    (stated,) = statements(bench, item_id=item)
    assert stated["source_type"] == "SOURCE_TRUSTED_FLAGGER"
