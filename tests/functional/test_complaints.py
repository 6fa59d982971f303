"""What the law asks of appeals beside what Stream has: who may make them, until when, who may
decide, and that what is taken back arrives.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest

from common.configuration.context import now
from common.delivery.deliveries import deliver
from common.domain.appeal import appeal_key
from common.domain.delivery import DELIVERIES
from common.domain.times import DAY, to_rfc3339
from common.moderation.appeals.arriving import look
from common.queue.messages import DueDelivery, DueReversal
from tests.functional.announced import announced
from tests.functional.desk import V2, Desk, desk, later
from tests.functional.inprocess import Answer
from tests.functional.staff import Browser, signed_in
from tests.receiver import Receiver, answer

_DAY = 86_400
_REJECT = {"reject_appeal": {"decision_reason": "it was none"}}


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("complaints") / "data") as made:
        yield made


def _set(bench: Desk, **fields: Any) -> Answer:
    return bench.send("PUT", "/api/v1/settings", fields)


def _appeal(bench: Desk, item: Any, **fields: Any) -> Answer:
    body = {
        "entity_type": item["entity_type"],
        "entity_id": item["entity_id"],
        "appeal_reason": "it was a joke",
        "user_id": item["entity_creator_id"],
        **fields,
    }
    return bench.send("POST", f"{V2}/appeal", body)


def _made(answered: Answer) -> str:
    assert answered.status == 201, answered.text
    return str(answered.json()["appeal_id"])


def _blocked(bench: Desk, creator: str = "ann") -> Any:
    return bench.act("block", bench.flagged(creator)["id"], block={"reason": "spam"})


def _problem(answered: Answer, status: int, field: str) -> str:
    assert answered.status == status, answered.text
    fields = answered.json()["exception_fields"]
    assert set(fields) == {field}, answered.text
    return str(fields[field])


def _got(bench: Desk, path: str, **query: str) -> Any:
    answered = bench.server.call(bench.app, "GET", path, query=query)
    assert answered.status == 200, answered.text
    return answered.json()


def _listed(bench: Desk, **query: str) -> Any:
    return _got(bench, "/api/v1/appeals", **query)["appeals"]


def _handled(bench: Desk, id: str) -> Any:
    return bench.done("GET", f"/api/v1/appeals/{id}")["appeal"]


def _entries(bench: Desk, type: str) -> list[Any]:
    log = _got(bench, "/api/v1/log", kind="appeal")
    return [entry for entry in log["entries"] if entry["type"] == type]


def _reported(bench: Desk, by: str = "eve") -> tuple[Any, str]:
    """An item and the report about it."""
    item = bench.flagged("ann")
    named = {"entity_type": item["entity_type"], "entity_id": item["entity_id"]}
    bench.done("POST", f"{V2}/flag", {**named, "reason": "insult", "user_id": by})
    found = _got(bench, "/api/v1/reports", item_id=item["id"])
    return item, next(each["id"] for each in found["reports"] if each["reporter_id"] == by)


def _of_report(bench: Desk, report: str, by: str = "eve") -> Answer:
    about = {"entity_type": "gavel:report", "entity_id": report, "entity_creator_id": by}
    return _appeal(bench, about)


def test_appeals_are_taken_for_six_months_from_being_told(bench: Desk) -> None:
    first, second, third = (_blocked(bench, name) for name in ("ann", "ben", "cid"))
    with later(182 * _DAY):
        shown = bench.done("GET", f"{V2}/appeal/{_made(_appeal(bench, first))}")["item"]
        assert (shown["late"], shown["role"]) == (False, "author")
        assert shown["told_at"] == shown["original_moderation_action"]["created_at"]
    with later(184 * _DAY):
        before = bench.server.documents()
        assert "were taken until" in _problem(_appeal(bench, second), 400, "entity_id")
        assert bench.server.documents() == before
        told = to_rfc3339(now() + 10 * DAY)
        shown = bench.done("GET", f"{V2}/appeal/{_made(_appeal(bench, second, told_at=told))}")
        assert not shown["item"]["late"]
    assert _set(bench, late_appeals="take").status == 201
    with later(184 * _DAY):
        assert _handled(bench, _made(_appeal(bench, third)))["late"] is True
        found = _listed(bench, late="true")
        assert [each["entity_id"] for each in found] == [third["entity_id"]]


def test_only_the_server_says_when_somebody_was_told(bench: Desk) -> None:
    item = _blocked(bench)
    body = {"entity_type": "post", "entity_id": item["entity_id"], "appeal_reason": "no"}
    told = {**body, "told_at": to_rfc3339(now())}
    ann = bench.send("POST", f"{V2}/appeal", told, as_user=bench.app.user("ann"))
    _problem(ann, 400, "told_at")
    _problem(_appeal(bench, item, told_at="2020-01-01T00:00:00Z"), 400, "told_at")
    _problem(_appeal(bench, item, told_at=to_rfc3339(now() + DAY)), 400, "told_at")


def test_less_than_six_months_takes_somebody_who_answers_for_it(bench: Desk) -> None:
    before = bench.server.documents()
    _problem(_set(bench, appeal_window_days=182), 400, "appeal_window_days")
    override = {"user_id": "lea", "reason": "the law of our country says 30 days"}
    _problem(_set(bench, appeal_window_override=override), 400, "appeal_window_override")
    nobody = {**override, "user_id": ""}
    _problem(
        _set(bench, appeal_window_days=30, appeal_window_override=nobody),
        400,
        "appeal_window_override.user_id",
    )
    assert bench.server.documents() == before
    short = {"appeal_window_days": 30, "appeal_window_override": override}
    assert _set(bench, **short).json()["settings"]["appeal_window_days"] == 30
    assert _set(bench, **short).status == 201
    (entry,) = _entries(bench, "appeal_window")
    assert (entry["by"], entry["reason"]) == ("lea", override["reason"])
    assert entry["custom"] == {"days": 30, "days_before": 183}
    item = _blocked(bench)
    with later(31 * _DAY):
        _problem(_appeal(bench, item), 400, "entity_id")
    admin = signed_in(bench.server, bench.app, "Ada", "admin")
    answered = admin.call("PUT", "/api/v1/settings", {**short, "appeal_window_days": 20})
    assert answered.status == 201, answered.text
    other = {**short, "appeal_window_override": {**override, "user_id": "somebody"}}
    _problem(admin.call("PUT", "/api/v1/settings", other), 400, "appeal_window_override.user_id")


def test_who_reported_appeals_against_what_was_not_done(bench: Desk) -> None:
    item, report = _reported(bench)
    _problem(_of_report(bench, report), 400, "entity_id")
    bench.act("mark_reviewed", item["id"])
    _problem(_of_report(bench, report, "ann"), 403, "user_id")
    _problem(_of_report(bench, "none"), 404, "entity_id")
    id = _made(_of_report(bench, report))
    assert id in _problem(_of_report(bench, report), 400, "entity_id")
    shown = _handled(bench, id)
    assert (shown["role"], shown["review_queue_item_id"]) == ("notifier", item["id"])
    assert shown["original_moderation_action"]["type"] == "mark_reviewed"
    for action in ("restore", "mark_reviewed"):
        _problem(bench.decide(action, None, appeal_id=id), 400, "appeal_id")
    accept = {"block": {"reason": "you are right"}, "appeal_id": id}
    decided = bench.decide("block", None, **accept).json()
    assert decided["appeal_item"]["outcome"] == "reversed"
    assert "auto_restore_warning" not in decided
    assert "blocked_at" in bench.shown(item["id"])
    assert "is the end of it" in _problem(_of_report(bench, report), 400, "entity_id")
    # The author had no say in it, and may appeal against that in turn.
    _made(_appeal(bench, item))


def test_nothing_is_done_to_who_reported_or_on_what_stands(bench: Desk) -> None:
    item, report = _reported(bench)
    bench.act("mark_reviewed", item["id"])
    first = _made(_of_report(bench, report))
    before = bench.shown(item["id"])
    bench.decide("reject_appeal", None, appeal_id=first, **_REJECT)
    after = bench.shown(item["id"])
    assert after["latest_moderator_action"] == "mark_reviewed"
    assert (after["recommended_action"], after["status"]) == (
        before["recommended_action"],
        before["status"],
    )
    assert _handled(bench, first)["outcome"] == "upheld"
    other, second = _reported(bench, "eva")
    bench.act("mark_reviewed", other["id"])
    bench.decide("ban", None, appeal_id=_made(_of_report(bench, second, "eva")))
    assert bench.user("ann")["banned"] is True


def test_a_restored_item_leaves_the_notifiers_appeal_open(bench: Desk) -> None:
    item, report = _reported(bench)
    bench.act("shadow_block", item["id"])
    id = _made(_of_report(bench, report))
    bench.act("restore", item["id"])
    assert _handled(bench, id)["status"] == "submitted"


def _decide(browser: Browser, id: str, **fields: Any) -> Answer:
    body = {"action_type": "restore", "appeal_id": id, "decision_reason": "sorry", **fields}
    return browser.call("POST", f"{V2}/submit_action", body)


def test_another_member_decides_and_says_why(bench: Desk) -> None:
    first, second = (signed_in(bench.server, bench.app, name, "senior") for name in ("Mo", "Ma"))
    item = bench.flagged("ann")
    block = {"action_type": "block", "item_id": item["id"]}
    assert first.call("POST", f"{V2}/submit_action", block).status == 201
    id = _made(_appeal(bench, item))
    before = bench.server.documents()
    assert "another person" in _problem(_decide(first, id), 403, "user_id")
    unnamed = {"action_type": "restore", "item_id": item["id"], "decision_reason": "sorry"}
    _problem(first.call("POST", f"{V2}/submit_action", unnamed), 403, "user_id")
    bulk = {"action_type": "restore", "appeal_ids": [id]}
    (error,) = first.call("POST", f"{V2}/appeals/bulk_action", bulk).json()["errors"]
    assert "another person" in error["error"]
    _problem(_decide(second, id, decision_reason=None), 400, "decision_reason")
    assert bench.server.documents() == before
    assert _decide(second, id).json()["appeal_item"]["outcome"] == "reversed"


def test_the_settings_say_whom_that_holds_for(bench: Desk) -> None:
    assert _set(bench, appeal_second_person="everybody", appeal_reasons="everybody").status == 201
    item = _blocked(bench)
    id = _made(_appeal(bench, item))
    _problem(bench.decide("restore", item["id"], decision_reason="sorry"), 403, "user_id")
    _problem(bench.decide("restore", item["id"], user_id="ma"), 400, "decision_reason")
    why = {"user_id": "ma", "decision_reason": "sorry"}
    assert bench.decide("restore", item["id"], **why).status == 201
    assert _handled(bench, id)["handlers"] == ["ma"]
    assert _set(bench, appeal_second_person="nobody", appeal_reasons="nobody").status == 201
    browser = signed_in(bench.server, bench.app, "Mo")
    item = bench.flagged("ben")
    block = {"action_type": "block", "item_id": item["id"]}
    assert browser.call("POST", f"{V2}/submit_action", block).status == 201
    id = _made(_appeal(bench, item))
    assert _decide(browser, id, decision_reason=None).status == 201


def test_nothing_but_a_person_answers(bench: Desk) -> None:
    item = _blocked(bench)
    id = _made(_appeal(bench, item))
    nobody = {"action_type": "restore", "item_id": item["id"], "appeal_id": id}
    _problem(bench.send("POST", f"{V2}/submit_action", nobody), 400, "user_id")
    bulk = {"action_type": "restore", "appeal_ids": [id]}
    _problem(bench.send("POST", f"{V2}/appeals/bulk_action", bulk), 400, "user_id")
    _problem(bench.decide("restore", item["id"], user_id="ann"), 403, "user_id")
    bench.act("ban", ban={"target_user_id": "ben"})
    ban = {"entity_type": "stream:user", "entity_id": "ben", "entity_creator_id": "ben"}
    of_ban = _made(_appeal(bench, ban))
    # A server may lift a ban without naming anybody; that is no answer to who appealed.
    query = {"target_user_id": "ben"}
    lifted = bench.server.call(bench.app, "POST", f"{V2}/unban", {}, query=query)
    assert lifted.status == 201, lifted.text
    assert bench.user("ben")["banned"] is False
    again = bench.check(
        entity_id=item["entity_id"], entity_creator_id="ann", moderation_payload={"texts": ["nice"]}
    )
    bench.enforce(again["item"]["id"])
    assert _handled(bench, of_ban)["status"] == _handled(bench, id)["status"] == "submitted"
    assert bench.decide("mark_reviewed", None, appeal_id=of_ban).status == 201


def test_a_part_may_be_reversed(bench: Desk) -> None:
    first, second = _blocked(bench, "ann"), _blocked(bench, "ben")
    partly, other = _made(_appeal(bench, first)), _made(_appeal(bench, second))
    bench.act("shadow_block", second["id"])
    bench.act("restore", first["id"], appeal_outcome="partly")
    bench.decide("mark_reviewed", None, appeal_id=other)
    assert _handled(bench, partly)["outcome"] == "partly"
    assert _handled(bench, other)["outcome"] == "partly"
    found = _listed(bench, outcome="partly")
    assert {each["id"] for each in found} == {partly, other}
    third = _blocked(bench, "cid")
    _problem(bench.decide("restore", third["id"], appeal_outcome="partly"), 400, "appeal_outcome")
    _problem(bench.decide("restore", third["id"], unfounded=True), 400, "unfounded")
    said = {"appeal_id": _made(_appeal(bench, third)), **_REJECT, "appeal_outcome": "partly"}
    _problem(bench.decide("reject_appeal", None, **said), 400, "appeal_outcome")


def _sent(bench: Desk, action: str) -> None:
    """What goes out to an action, once."""
    rows = [
        orjson.loads(row[4])
        for row in bench.server.documents(bench.app.name)
        if row[1] == DELIVERIES
    ]
    (due,) = [each for each in rows if each["action_id"] == action and each["state"] == "pending"]
    message = DueDelivery(bench.app.name, due["id"], due["next_attempt_at"])
    bench.server.run(deliver(bench.server.context, message, due["next_attempt_at"]))


def _looked(bench: Desk, id: str) -> None:
    """When it is due."""
    context, app = bench.server.context, bench.app.name
    (found,) = bench.server.run(context.store.get([appeal_key(app, id)]))
    assert found is not None
    at = found.data["due_at"]
    bench.server.run(look(context, DueReversal(app, id, at), at))


def test_what_is_taken_back_is_shown_until_it_has_arrived(tmp_path: Path) -> None:
    with Receiver() as receiver, desk(tmp_path / "data", GAVEL_EGRESS_ALLOW="127.0.0.1") as bench:
        url = receiver.url("/show")
        show = {"name": "show", "kind": "post", "url": url, "carries_out": ["restore"]}
        bench.done("PUT", "/api/v1/actions/show", show)
        bench.done("PATCH", "/api/v2/app", {"event_hooks": [{"webhook_url": receiver.url("/")}]})
        item = _blocked(bench)
        id = _made(_appeal(bench, item))
        assert "reversal" not in _handled(bench, id)
        bench.act("restore", item["id"])
        reversal = _handled(bench, id)["reversal"]
        assert reversal["state"] == "on_its_way"
        assert [each["state"] for each in reversal["deliveries"]] == ["pending"]
        receiver.always("/show", answer(status=503))
        _sent(bench, "show")
        _looked(bench, id)
        assert _handled(bench, id)["reversal"]["state"] == "on_its_way"
        receiver.always("/show", answer())
        _sent(bench, "show")
        assert _handled(bench, id)["reversal"]["state"] == "arrived"
        _looked(bench, id)
        shown = _handled(bench, id)
        assert shown["reversal_arrived_at"] and shown["reversal"]["state"] == "arrived"
        told = [each for each in announced(bench.server, bench.app) if "appeal" in each]
        types = ["appeal.created", "appeal.accepted", "appeal.reversal_delivered"]
        assert sorted(each["type"] for each in told) == sorted(types)
        assert len(_entries(bench, "appeal_reversal_delivered")) == 1


def test_where_nothing_carries_it_out_the_appeal_says_so(bench: Desk) -> None:
    id = _made(_appeal(bench, item := _blocked(bench)))
    bench.act("restore", item["id"])
    assert _handled(bench, id)["reversal"] == {"state": "none", "deliveries": []}


def test_who_handles_it_is_known_with_what_they_wrote(bench: Desk) -> None:
    id = _made(_appeal(bench, _blocked(bench)))
    path = f"/api/v1/appeals/{id}"
    mo = signed_in(bench.server, bench.app, "Mo")
    assert mo.call("POST", f"{path}/readings", {}).status == 201
    bench.done("POST", f"{path}/readings", {"user_id": "Ma"})
    bench.done("POST", f"{path}/readings", {"user_id": "Ma"})
    assert mo.call("POST", f"{path}/notes", {"text": "it is a quotation"}).status == 201
    shown = _handled(bench, id)
    assert [each["by"] for each in shown["readings"]] == ["Mo", "Ma"]
    assert [(each["by"], each["text"]) for each in shown["notes"]] == [("Mo", "it is a quotation")]
    assert (shown["first_by"], shown["handlers"]) == ("mo", ["Mo", "Ma"])
    assert [entry["by"] for entry in _entries(bench, "appeal_note")] == ["Mo"]
    queries = ({"handler": "Ma"}, {"role": "author", "status": "submitted"}, {"of_user": "ann"})
    for query in queries:
        found = _listed(bench, **query)
        assert [each["id"] for each in found] == [id], query
    assert _listed(bench, handler="nobody") == []
    ann = bench.send("GET", f"{V2}/appeal/{id}", as_user=bench.app.user("ann")).json()["item"]
    assert not {"notes", "readings", "handlers", "first_by"} & set(ann)
    reader = signed_in(bench.server, bench.app, "Rea", "reader")
    assert reader.call("POST", f"{path}/notes", {"text": "x"}).status == 403


def test_those_that_wait_are_found_by_since_when(bench: Desk) -> None:
    old, new = (_made(_appeal(bench, _blocked(bench, name))) for name in ("ann", "ben"))
    since = _handled(bench, old)["created_at"]
    found = _listed(bench, waiting_since=since)
    assert [each["id"] for each in found] == [old]
    page = _got(bench, "/api/v1/appeals", limit="1")
    rest = _got(bench, "/api/v1/appeals", limit="1", cursor=page["next"])
    assert [page["appeals"][0]["id"], rest["appeals"][0]["id"]] == [old, new]


def test_a_dispute_out_of_court_is_noted(bench: Desk) -> None:
    id = _made(_appeal(bench, _blocked(bench)))
    path = f"/api/v1/appeals/{id}/out_of_court"
    dispute = {"body": "A Board", "reference": "C-7", "opened_at": "2026-01-02T00:00:00Z"}
    said = {**dispute, "user_id": "lea"}
    closed = {"closed_at": "2026-03-02T00:00:00Z", "outcome": "for_complainant"}
    for fields, wrong in (
        ({"closed_at": "2026-01-01T00:00:00Z"}, "closed_at"),
        ({"closed_at": closed["closed_at"]}, "outcome"),
        ({"outcome": "partly"}, "closed_at"),
        ({"implemented": True}, "implemented"),
    ):
        _problem(bench.send("PUT", path, {**said, **fields}), 400, wrong)
    bench.done("PUT", path, said)
    assert [each["id"] for each in _listed(bench, out_of_court="open")] == [id]
    bench.done("PUT", path, {**said, **closed, "implemented": True})
    shown = _handled(bench, id)["out_of_court"]
    assert (shown["reference"], shown["outcome"], shown["implemented"]) == (
        "C-7",
        "for_complainant",
        True,
    )
    assert len(_entries(bench, "out_of_court")) == 2
    assert _listed(bench, out_of_court="open") == []


def _unfounded(bench: Desk, user: str = "ann") -> Answer:
    id = _made(_appeal(bench, _blocked(bench, user)))
    return bench.decide("reject_appeal", None, appeal_id=id, unfounded=True, **_REJECT)


def test_misuse_is_warned_of_and_then_suspended_for_a_time(bench: Desk) -> None:
    bench.done("PATCH", "/api/v2/app", {"event_hooks": [{"webhook_url": "https://example.com/e"}]})
    limits = {"number": 2, "share": 0.5, "within_days": 90, "suspended_days": 7}
    assert _set(bench, unfounded_complaints=limits).status == 201
    waiting = _made(_appeal(bench, _blocked(bench)))
    for _ in range(2):
        assert _unfounded(bench).json()["appeal_item"]["unfounded"] is True
    known = bench.done("GET", "/api/v1/complainants/ann")["complainant"]
    assert (known["decided"], known["unfounded"], "warned_at" in known) == (2, 2, True)
    # What was complained of before the warning leads to nothing more.
    bench.decide("reject_appeal", None, appeal_id=waiting, unfounded=True, **_REJECT)
    assert "suspended_until" not in bench.done("GET", "/api/v1/complainants/ann")["complainant"]
    _unfounded(bench)
    until = bench.done("GET", "/api/v1/complainants/ann")["complainant"]["suspended_until"]
    item = _blocked(bench)
    assert until in _problem(_appeal(bench, item), 403, "user_id")
    _made(_appeal(bench, _blocked(bench, "ben")))
    types = [event["type"] for event in announced(bench.server, bench.app)]
    assert types.count("complaints.warned") == types.count("complaints.suspended") == 1
    assert [len(_entries(bench, f"complaints_{step}")) for step in ("warned", "suspended")] == [
        1,
        1,
    ]
    with later(8 * _DAY):
        _made(_appeal(bench, item))
    lifted = bench.done("POST", "/api/v1/complainants/ann/allow", {"user_id": "lea"})
    assert "suspended_until" not in lifted["complainant"]
    _made(_appeal(bench, _blocked(bench)))
    again = bench.send("POST", "/api/v1/complainants/ann/allow", {"user_id": "lea"})
    _problem(again, 404, "user_id")


def test_who_is_right_as_often_is_neither_warned_nor_suspended(bench: Desk) -> None:
    limits = {"number": 2, "share": 0.6}
    assert _set(bench, unfounded_complaints=limits).status == 201
    for _ in range(2):
        item = _blocked(bench)
        _made(_appeal(bench, item))
        bench.act("restore", item["id"])
        _unfounded(bench)
    known = bench.done("GET", "/api/v1/complainants/ann")["complainant"]
    assert (known["decided"], known["unfounded"], "warned_at" in known) == (4, 2, False)


def test_without_limits_it_is_only_counted(bench: Desk) -> None:
    for _ in range(4):
        _unfounded(bench)
    known = bench.done("GET", "/api/v1/complainants/ann")["complainant"]
    assert known["unfounded"] == 4 and "warned_at" not in known
