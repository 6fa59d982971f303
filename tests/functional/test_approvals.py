"""What nobody can take back takes two people: nothing is done before the second has agreed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from common.configuration.context import now
from common.domain.times import HOUR
from common.moderation import approvals
from common.queue.messages import DueApproval
from tests.functional.announced import announced
from tests.functional.desk import BAD, V2, Desk, desk, later
from tests.functional.inprocess import Answer
from tests.functional.staff import Browser, signed_in
from tests.functional.test_statements import REMOVED, declare

_APPROVALS = "/api/v1/approvals"
_ERASE = {"name": "Erase", "kind": "post", "url": "https://example.com/erase", "irreversible": True}


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("approvals") / "data") as made:
        made.done("PUT", "/api/v1/actions/erase", _ERASE)
        made.done("PUT", "/api/v1/settings", {"second_person_for_irreversible": True})
        hook = {"webhook_url": "https://hooks.example.com", "event_types": [], "enabled": True}
        made.done("PATCH", "/api/v2/app", {"event_hooks": [hook]})
        yield made


def _ask(bench: Desk, item: Any = None, by: str = "mo", **options: Any) -> Any:
    item = item or bench.flagged("ann")
    given = options or {"action_type": "custom", "custom": {"id": "erase"}}
    body = {"item_id": item["id"], "user_id": by, **given}
    answered = bench.done("POST", f"{V2}/submit_action", body)
    assert answered["item"]["reviewed_at"] == item["reviewed_at"]
    return answered["approval"]


def _say(bench: Desk, approval: Any, verdict: str, by: str, **fields: Any) -> Answer:
    return bench.send("POST", f"{_APPROVALS}/{approval['id']}/{verdict}", {"user_id": by, **fields})


def _state(bench: Desk, approval: Any) -> str:
    return str(bench.done("GET", f"{_APPROVALS}/{approval['id']}")["approval"]["state"])


def _events(bench: Desk, *types: str) -> list[Any]:
    told = announced(bench.server, bench.app)
    return [each["type"] for each in told if each["type"] in types]


def _deliveries(bench: Desk) -> list[Any]:
    query = {"endpoint": "action:erase"}
    answered = bench.server.call(bench.app, "GET", "/api/v1/deliveries", query=query)
    assert answered.status == 200, answered.text
    return [*answered.json()["deliveries"]]


def _logged(bench: Desk, kind: str) -> list[Any]:
    answered = bench.server.call(bench.app, "GET", "/api/v1/log", query={"kind": kind})
    return [*answered.json()["entries"]]


def test_nothing_happens_before_another_person_has_agreed(bench: Desk) -> None:
    declare(bench, "block", **REMOVED)
    item = bench.flagged("ann")
    before = bench.shown(item["id"])
    approval = _ask(bench, item)
    assert bench.shown(item["id"]) == before and _deliveries(bench) == []
    assert (approval["state"], approval["action"]) == ("waiting", "erase")
    # Asked again it is the same.
    assert _ask(bench, item)["id"] == approval["id"]
    assert _events(bench, "moderation.custom_action", "approval.requested") == [
        "approval.requested"
    ]
    own = _say(bench, approval, "approve", "mo")
    assert own.status == 403 and "another person" in own.text
    assert _say(bench, approval, "refuse", "mo", reason="no").status == 403
    assert _say(bench, approval, "withdraw", "lea").status == 403
    assert _deliveries(bench) == []
    agreed = _say(bench, approval, "approve", "lea", reason="seen")
    assert agreed.status == 201, agreed.text
    assert agreed.json()["approval"]["state"] == "approved"
    (delivery,) = _deliveries(bench)
    assert delivery["item_id"] == item["id"]
    assert bench.shown(item["id"])["reviewed_by"] == "mo"
    (entry,) = (each for each in _logged(bench, "action") if each["type"] == "custom")
    assert (entry["by"], entry["custom"]["approved_by"]) == ("mo", "lea")
    # Agreed to twice it is done once.
    again = _say(bench, approval, "approve", "lea")
    assert again.status == 400 and "is approved" in again.text
    assert len(_deliveries(bench)) == 1
    types = {each["type"] for each in _logged(bench, "approval")}
    assert types == {"approval_requested", "approval_approved"}


def test_it_can_be_refused_withdrawn_and_expire(bench: Desk) -> None:
    refused, withdrawn, expired = (_ask(bench) for _ in range(3))
    assert _say(bench, refused, "refuse", "lea").status == 400
    assert _say(bench, refused, "refuse", "lea", reason="it is a quotation").status == 201
    assert _say(bench, withdrawn, "withdraw", "mo").status == 201
    over = now() + 73 * HOUR
    with later(73 * 3_600):
        late = _say(bench, expired, "approve", "lea")
        assert late.status == 400 and "is expired" in late.text
    message = DueApproval(bench.app.name, expired["id"])
    for at in (now(), over, over):
        bench.server.run(approvals.expire(bench.server.context, message, at))
    states = [_state(bench, each) for each in (refused, withdrawn, expired)]
    assert states == ["refused", "withdrawn", "expired"]
    assert _events(bench, "approval.ended") == 3 * ["approval.ended"]
    assert _deliveries(bench) == [] and bench.done("GET", _APPROVALS)["approvals"] == []
    # What has ended can be asked for anew.
    item = {"id": refused["item_id"], **bench.shown(refused["item_id"])}
    assert _ask(bench, item)["id"] != refused["id"]


def test_what_is_agreed_to_is_the_content_that_was_looked_at(bench: Desk) -> None:
    item = bench.flagged("ann")
    approval = _ask(bench, item)
    bench.check(f"{BAD} another", entity_id=item["entity_id"], entity_creator_id="ann")
    bench.enforce(item["id"])
    outdated = _say(bench, approval, "approve", "lea")
    assert outdated.status == 409, outdated.text
    assert _state(bench, approval) == "waiting" and _deliveries(bench) == []
    # What there is now is asked for as its own, and so is other content's other author.
    anew = _ask(bench, bench.shown(item["id"]))
    assert anew["id"] != approval["id"]
    bench.check(f"{BAD} another", entity_id=item["entity_id"], entity_creator_id="eve")
    bench.enforce(item["id"])
    assert _say(bench, anew, "approve", "lea").status == 409
    of_eve = _ask(bench, bench.shown(item["id"]))
    assert _say(bench, of_eve, "approve", "lea").status == 201
    (delivery,) = _deliveries(bench)
    assert delivery["item_id"] == item["id"]


def test_another_decision_on_the_same_is_another_approval(bench: Desk) -> None:
    bench.done("PUT", "/api/v1/settings", {"second_person_actions": ["ban"]})
    item = bench.flagged("ann")
    short, long = ({"timeout": minutes, "reason": "spam"} for minutes in (60, 9_000))
    first = _ask(bench, item, action_type="ban", ban=short)
    assert _ask(bench, item, by="lea", action_type="ban", ban=short)["id"] == first["id"]
    other = _ask(bench, item, by="lea", action_type="ban", ban=long)
    assert (other["asked_by"], other["options"]["timeout"]) == ("lea", 9_000)
    assert _say(bench, other, "approve", "mo").status == 201
    assert _state(bench, first) == "waiting"
    # One whose time is over is asked for anew, also where no sweep has come yet.
    with later(73 * 3_600):
        again = _ask(bench, bench.shown(item["id"]), action_type="ban", ban=short)
        assert _say(bench, again, "approve", "lea").status == 201


def test_who_may_not_answer_an_appeal_may_not_agree_to_an_answer_either(bench: Desk) -> None:
    wanted = {"second_person_actions": ["unblock"], "appeal_second_person": "everybody"}
    bench.done("PUT", "/api/v1/settings", wanted)
    item = bench.flagged("ann")
    bench.act("block", item["id"])
    about = {"entity_type": "post", "entity_id": item["entity_id"], "user_id": "ann"}
    appeal = bench.done("POST", f"{V2}/appeal", {**about, "appeal_reason": "please"})["appeal_id"]
    asked = {"action_type": "unblock", "appeal_id": appeal, "unblock": {"decision_reason": "ok"}}
    approval = _ask(bench, bench.shown(item["id"]), by="lea", **asked)
    for person, why in (("ann", "who appeals"), ("mo", "who decided")):
        answered = _say(bench, approval, "approve", person)
        assert answered.status == 403 and why in answered.text
    assert _say(bench, approval, "approve", "ben").status == 201


def test_which_decisions_wait_is_set_by_action(bench: Desk) -> None:
    hard: dict[str, Any] = {
        "action_type": "delete_message",
        "delete_message": {"hard_delete": True},
    }
    assert _ask(bench, **hard)["action"] == "delete_message"
    soft = bench.flagged("ann")
    assert "approval" not in bench.act("delete_message", soft["id"], delete_message={})
    bench.done("PUT", "/api/v1/settings", {"second_person_actions": ["ban"]})
    kept = bench.done("PUT", "/api/v1/settings", {})["settings"]
    assert kept["second_person_actions"] == ["ban"]
    approval = _ask(bench, action_type="ban", ban={"reason": "spam"})
    # Whoever cannot be told that it waits is refused.
    alone = bench.send("POST", f"{V2}/ban", {"target_user_id": "ann", "banned_by_id": "mo"})
    assert alone.status == 403 and "second person" in alone.text
    run = bench.send("POST", "/api/v1/actions/erase/run", {"item_id": soft["id"], "user_id": "mo"})
    assert run.status == 403, run.text
    assert "bans" not in bench.user("ann")
    sweep = {**_ERASE, "url": "https://example.com/sweep", "carries_out": ["delete_user_messages"]}
    bench.done("PUT", "/api/v1/actions/sweep", sweep)
    for whom in ({"user": "soft", "messages": "hard"}, {"user": "hard"}):
        gone = bench.send("POST", "/api/v2/users/delete", {"user_ids": ["ann"], **whom})
        assert gone.status == 403 and "deleted_at" not in bench.user("ann"), gone.text
    assert _say(bench, approval, "approve", "lea").status == 201
    assert len(bench.user("ann")["bans"]) == 1
    own = {**_ERASE, "irreversible": False, "second_person": True}
    bench.done("PUT", "/api/v1/actions/erase", own)
    bench.done("PUT", "/api/v1/settings", {"second_person_for_irreversible": False})
    assert _ask(bench)["state"] == "waiting"


def test_many_are_settled_at_once(bench: Desk) -> None:
    waiting = [
        _ask(bench, batch_id="b", action_type="custom", custom={"id": "erase"}) for _ in "12"
    ]
    own = _ask(bench, by="lea")
    ids = [each["id"] for each in (*waiting, own)]
    body = {"ids": [*ids, "nothing"], "verdict": "approve", "user_id": "lea"}
    results = bench.done("POST", f"{_APPROVALS}/settle", body)["results"]
    assert [each.get("error", "") != "" for each in results] == [False, False, True, True]
    assert len(_deliveries(bench)) == 2 and _state(bench, own) == "waiting"
    body = {"ids": ids, "verdict": "refuse", "user_id": "ben"}
    assert bench.send("POST", f"{_APPROVALS}/settle", body).status == 400


def test_who_agrees_needs_the_right_to_decide_it(bench: Desk) -> None:
    approval = _ask(bench, action_type="delete_message", delete_message={"hard_delete": True})
    moderator, lead = (
        signed_in(bench.server, bench.app, name, role)
        for name, role in (("Tom", "moderator"), ("Lea", "lead"))
    )
    path = f"{_APPROVALS}/{approval['id']}/approve"
    assert _post(moderator, path).status == 403
    assert _state(bench, approval) == "waiting"
    assert _post(lead, path).status == 201


def _post(browser: Browser, path: str) -> Answer:
    return browser.call("POST", path, {})
