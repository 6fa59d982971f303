"""What takes a second person is held where a machine would do it, and who had it do that may not
release it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.functional.background import finished
from tests.functional.desk import BAD, Desk, desk
from tests.functional.retaining import SETTINGS
from tests.functional.test_caps import _bad, _flooding, _held, _rule, _sent

_POLICY = {
    "name": "Spam",
    "expires_after": 30,
    "steps": [
        {"strikes": 1, "actions": [{"action": "hide", "values": {}}]},
        {"strikes": 2, "actions": [{"action": "ban_user", "values": {"timeout": 60}}]},
    ],
}


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Desk]:
    with desk(tmp_path / "data", GAVEL_EGRESS_ALLOW="127.0.0.1") as made:
        for id, kind, more in (
            ("hide", "post", {"second_person": True}),
            ("tell", "post", {}),
            ("expel", "user", {"carries_out": ["ban"]}),
        ):
            url = f"http://127.0.0.1:9/{id}"
            made.done(
                "PUT", f"/api/v1/actions/{id}", {"name": id, "kind": kind, "url": url, **more}
            )
        yield made


def _release(bench: Desk, by: str, **what: Any) -> Any:
    return bench.send("POST", "/api/v1/enforcements/release", {"user_id": by, **what})


def test_what_a_rule_calls_waits_for_another_than_who_made_the_rule(bench: Desk) -> None:
    _rule(bench, "spam", "hide", "tell", user_id="mo")
    (item,) = _bad(bench)
    assert _sent(bench, "hide") == [] and len(_sent(bench, "tell")) == 1
    (held,) = _held(bench)
    assert (held["cap"], held["action"], held["item_id"]) == ("second_person", "hide", item)
    shown = bench.shown(item)
    assert any("second person" in flag.get("reason", "") for flag in shown["flags"])
    assert _release(bench, "mo", ids=[held["id"]]).status == 403
    nobody = bench.send("POST", "/api/v1/enforcements/release", {"ids": [held["id"]]})
    assert nobody.status == 400 and set(nobody.json()["exception_fields"]) == {"user_id"}
    task = _release(bench, "mo", rule_id="spam").json()["task_id"]
    assert finished(bench.server, bench.app, task)["result"]["not_allowed"] == 1
    assert _sent(bench, "hide") == []
    assert _release(bench, "lea", ids=[held["id"]]).status == 201
    assert len(_sent(bench, "hide")) == 1


def test_bans_of_rules_and_engines_wait_where_bans_do(bench: Desk) -> None:
    bench.done("PUT", SETTINGS, {"second_person_actions": ["ban"]})
    _flooding(bench, "ann")
    (held,) = _held(bench, of_engines="true")
    assert (held["cap"], held["action"], held["user_id"]) == ("second_person", "ban_user", "ann")
    assert not bench.user("ann").get("banned") and _sent(bench, "expel") == []
    assert _release(bench, "lea", ids=[held["id"]]).status == 201
    assert bench.user("ann")["banned"] and len(_sent(bench, "expel")) == 1


def test_a_step_of_strikes_waits_or_is_refused_who_gives_them(bench: Desk) -> None:
    bench.done("PUT", SETTINGS, {"second_person_actions": ["ban"]})
    bench.done("PUT", "/api/v1/strike_policies/spam", _POLICY)
    _rule(bench, "spam", "flag_for_review", strike={"policy": "spam"})
    for number in range(2):
        bench.check(f"{BAD} {number}", entity_id=f"of ann {number}", entity_creator_id="ann")
        item = bench.item("post", f"of ann {number}")
        assert item is not None
        bench.enforce(item["id"])
    held = {each["action"]: each["cap"] for each in _held(bench)}
    assert held == {"hide": "second_person", "ban_user": "second_person"}
    assert not bench.user("ann").get("banned")
    bench.check("fine", entity_creator_id="ben")
    refused = bench.send("POST", "/api/v1/users/ben/strikes", {"policy": "spam", "user_id": "mo"})
    assert refused.status == 403 and "second person" in refused.text
    assert bench.done("GET", "/api/v1/users/ben/strikes")["strikes"] == []
