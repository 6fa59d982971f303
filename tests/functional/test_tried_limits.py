"""What tries say of caps and exemptions, as evaluation has them live."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from common.domain.item import item_id
from tests.functional.desk import BAD, Desk, desk

_HELD = {"type": "in_list", "lists": ["words"]}


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Desk]:
    with desk(tmp_path / "data") as made:
        for id, more in (("erase", {"irreversible": True}), ("hide", {})):
            body = {"name": id, "kind": "post", "url": f"https://example.com/{id}", **more}
            made.done("PUT", f"/api/v1/actions/{id}", body)
        yield made


def _rule(*actions: str, **fields: Any) -> dict[str, Any]:
    return {"name": "A rule", "scope": "post", "when": _HELD, "actions": actions, **fields}


def _tried(bench: Desk, path: str = "/api/v1/rules/try", **body: Any) -> Any:
    """Nothing is kept of it."""
    before = bench.server.documents()
    answer = bench.done("POST", path, body)
    assert bench.server.documents() == before
    return answer


def _steps(found: Any) -> list[tuple[str, str | None]]:
    return [(each["action"], each.get("cap")) for each in found["would_do"]]


def _bad(bench: Desk, id: str) -> None:
    bench.check(BAD, entity_id=id)
    bench.enforce(item_id(bench.app.name, "post", id))


def test_what_the_app_s_cap_would_hold_is_told(bench: Desk) -> None:
    bench.done("PUT", "/api/v1/settings", {"cap_per_hour": 2})
    rule = _rule("erase", "hide", "flag_for_review")
    bench.done("PUT", "/api/v1/rules/r", rule)
    free = [("erase", None), ("hide", None), ("flag_for_review", None)]
    assert _steps(_tried(bench, rule_id="r", text=BAD)) == free
    for id in ("a", "b"):
        _bad(bench, id)
    found = _tried(bench, rule_id="r", text=BAD)
    assert _steps(found) == [("erase", "app"), *free[1:]]
    assert "cap" in found["would_do"][0]["why_not"]
    tried = _tried(bench, "/api/v1/try", text=BAD)
    assert tried["held"] == [{"rule_id": "r", "action": "erase", "cap": "app"}]
    _bad(bench, "c")
    (held,) = bench.done("GET", "/api/v1/enforcements")["enforcements"]
    assert (held["action"], held["cap"]) == ("erase", "app")


def test_one_try_uses_caps_up_in_the_order_of_the_rules(bench: Desk) -> None:
    bench.done("PUT", "/api/v1/settings", {"cap_per_hour": 1})
    bench.done("PUT", "/api/v1/rules/first", _rule("erase", position=1))
    found = _tried(bench, rule=_rule("erase", position=2), text=BAD)
    assert _steps(found) == [("erase", None), ("erase", "app")]


def test_a_rule_s_own_caps_are_told(bench: Desk) -> None:
    for action, cap, field in (
        ("hide", "rule", "cap_per_hour"),
        ("flag_for_review", "flags", "flag_cap_per_hour"),
    ):
        found = _tried(bench, rule=_rule(action, **{field: 0}), text=BAD)
        assert _steps(found) == [(action, cap)]


def test_a_ban_of_a_policy_that_would_be_held_is_told(bench: Desk) -> None:
    rule = {"action": "ban", "fast_spam_threshold": 2, "fast_spam_ttl": 60}
    bench.policy("default", velocity_filter_config={"rules": [rule]})
    bench.check("Buy watches", entity_creator_id="ann")
    body = {"text": "Buy watches", "entity_creator_id": "ann"}
    assert _tried(bench, "/api/v1/try", **body)["held"] == []
    bench.done("PUT", "/api/v1/settings", {"cap_per_hour": 0})
    answer = _tried(bench, "/api/v1/try", **body)
    assert answer["recommended_action"] == "ban"
    assert answer["held"] == [{"engine": "velocity_filter", "action": "ban_user", "cap": "app"}]


def test_what_strikes_would_lead_to_is_told_with_its_caps(bench: Desk) -> None:
    steps = [{"strikes": 1, "actions": [{"action": "erase"}, {"action": "flag_for_review"}]}]
    bench.done(
        "PUT", "/api/v1/strike_policies/p", {"name": "P", "expires_after": 9, "steps": steps}
    )
    bench.done("PUT", "/api/v1/settings", {"cap_per_hour": 0})
    found = _tried(
        bench, rule=_rule("hide", strike={"policy": "p"}), text=BAD, entity_creator_id="x"
    )
    assert _steps(found) == [
        ("hide", None),
        ("erase", "app"),
        ("flag_for_review", None),
        ("strike", None),
    ]
    assert {each.get("strike_policy") for each in found["would_do"][1:]} == {"p"}


@pytest.mark.parametrize(
    ("exempt", "why"),
    [
        ({"lists": ["friends"]}, "list friends"),
        ({"trusted": True}, "trusted"),
        ({"roles": ["vip"]}, "role vip"),
        ({"staff": True}, None),
    ],
)
@pytest.mark.parametrize("where", ["rule", "settings"])
def test_what_keeps_a_rule_from_the_user_is_told(
    bench: Desk, exempt: dict[str, Any], why: str | None, where: str
) -> None:
    bench.done(
        "PUT", "/api/v1/user_lists/friends", {"name": "F", "trusted": True, "users": ["ann"]}
    )
    bench.done("POST", "/api/v2/users", {"users": {"ann": {"id": "ann", "role": "vip"}}})
    rule = _rule("hide", **({"exempt": exempt} if where == "rule" else {}))
    if where == "settings":
        exempt = {"staff": "everything"} if "staff" in exempt else exempt
        bench.done("PUT", "/api/v1/settings", {"exempt": exempt})
    body: dict[str, Any] = {"rule": rule, "text": BAD, "entity_creator_id": "ann"}
    found = _tried(bench, **body, as_user=False)
    (own,) = found["order"]
    assert found["holds"] is True and found["set_aside"] == []
    if why is None:
        assert own["outcome"] == "fires" and _steps(found) == [("hide", None)]
        return
    assert (own["outcome"], own["exempt"]) == ("exempt", {"why": why, "spared": ["hide"]})
    assert found["would_do"] == []
    ordinary = _tried(bench, **body)
    assert ordinary["order"][0]["outcome"] == "fires"
    assert ordinary["set_aside"] == [f"exempt: {why}"]


def test_staff_is_spared_what_cannot_be_undone_and_nothing_hides_behind_who_is_exempt(
    bench: Desk,
) -> None:
    bench.done("POST", "/api/v2/users", {"users": {"mod": {"id": "mod", "role": "admin"}}})
    bench.done("PUT", "/api/v1/settings", {"first_match_only": {"post": True}})
    spares = {"staff": True, "app_wide": False}
    bench.done("PUT", "/api/v1/rules/first", _rule("hide", position=1, exempt=spares))
    body: dict[str, Any] = {"rule": _rule("hide", "flag_for_review", position=2), "text": BAD}
    found = _tried(bench, **body, entity_creator_id="mod", as_user=False)
    outcomes = [(each["rule_id"], each["outcome"]) for each in found["order"]]
    assert outcomes == [("first", "exempt"), ("draft", "fires")]
    hide, flag = found["would_do"]
    assert hide["why_not"] == "the author is exempt: staff" and "why_not" not in flag
    found = _tried(bench, **body, entity_creator_id="mod")
    outcomes = [(each["rule_id"], each["outcome"]) for each in found["order"]]
    assert outcomes == [("first", "fires"), ("draft", "not_looked_at")]
    assert found["set_aside"] == ["role admin", "exempt: staff"]
    bench.done("PUT", "/api/v1/rules/second", _rule("hide", position=2))
    answer = _tried(bench, "/api/v1/try", text=BAD, entity_creator_id="mod")
    assert [each["exempt"]["why"] for each in answer["triggered_rules"]] == ["staff", "staff"]


def test_a_ban_that_cannot_be_says_why(bench: Desk) -> None:
    rule = {
        "name": "B",
        "rule_type": "content",
        "enabled": True,
        "config_keys": ["default"],
        "conditions": [
            {"type": "text_content", "text_content_params": {"blocklist_match": ["words"]}}
        ],
        "logic": "AND",
        "action": {"type": "ban_user", "ban_options": {"duration": 3600}},
    }
    made = bench.done("POST", "/api/v2/moderation/moderation_rule", rule)["rule"]
    body = {"rule_id": made["id"], "text": BAD, "entity_creator_id": "ann"}
    assert _steps(_tried(bench, **body)) == [("ban_user", None)]
    bench.done("PUT", "/api/v1/settings", {"cap_per_hour": 0})
    assert _steps(_tried(bench, **body)) == [("ban_user", "app")]
    bench.done("POST", "/api/v2/moderation/ban", {"target_user_id": "ann", "banned_by_id": "mo"})
    (step,) = _tried(bench, **body)["would_do"]
    assert "banned" in step["why_not"] and "cap" not in step
