"""The life of an appeal: who may make one, against what, and what deciding it does."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from common.configuration.context import now
from common.domain.errors import Invalid
from common.moderation.appeals import filing
from common.moderation.appeals.against import Wanted
from common.moderation.review.decisions.action_types import ACTION_TYPES
from common.moderation.review.decisions.decision import Decision
from common.moderation.review.decisions.decisions import decide
from common.moderation.review.decisions.options import DecisionReason, Unban
from common.moderation.webhooks.appeal_events import tell_of_appeal
from tests.functional.announced import announced
from tests.functional.desk import V2, Desk, desk, later
from tests.functional.inprocess import Answer

OPEN, ACCEPTED, REJECTED = "submitted", "accepted", "rejected"


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("appeals") / "data") as made:
        yield made


def _appeal(bench: Desk, item: Any, **fields: Any) -> Answer:
    body = {
        "entity_type": item["entity_type"],
        "entity_id": item["entity_id"],
        "appeal_reason": "it was a joke",
        "user_id": item["entity_creator_id"],
        **fields,
    }
    return bench.send("POST", f"{V2}/appeal", body)


def _appealed(bench: Desk, item: Any, **fields: Any) -> str:
    answered = _appeal(bench, item, **fields)
    assert answered.status == 201, answered.text
    id: str = answered.json()["appeal_id"]
    return id


def _of_ban(bench: Desk, user: str, **fields: Any) -> Answer:
    """Against a ban, by whom it is of."""
    item = {"entity_type": "stream:user", "entity_id": user, "entity_creator_id": user}
    return _appeal(bench, item, **fields)


def _shown(bench: Desk, id: str) -> Any:
    return bench.done("GET", f"{V2}/appeal/{id}")["item"]


def _found(bench: Desk, **asked: Any) -> list[str]:
    answer = bench.done("POST", f"{V2}/appeals", asked)
    return [appeal["id"] for appeal in answer["items"]]


def _deleted(bench: Desk, creator: str = "ann", **options: Any) -> Any:
    item = bench.flagged(creator)
    return bench.act("delete_message", item["id"], delete_message={"reason": "spam", **options})


def _refused(answered: Answer, status: int, code: int, field: str) -> str:
    assert (answered.status, answered.json()["code"]) == (status, code), answered.text
    (problem,) = answered.json()["exception_fields"].items()
    assert problem[0] == field
    return str(problem[1])


def test_an_appeal_stands_beside_what_it_is_against(bench: Desk) -> None:
    item = _deleted(bench)
    attached = ["https://example.com/proof.png"]
    id = _appealed(bench, item, attachments=attached)
    shown = _shown(bench, id)
    assert shown["status"] == OPEN
    assert (shown["appeal_reason"], shown["attachments"]) == ("it was a joke", attached)
    assert (shown["user"]["id"], shown["review_queue_item_id"]) == ("ann", item["id"])
    original = shown["original_moderation_action"]
    assert (original["type"], original["reason"], original["user_id"]) == (
        "delete_message",
        "spam",
        "mo",
    )
    assert "moderation_action" not in shown
    assert shown["entity_content"] == item["moderation_payload"]
    assert shown["flag_types"] == ["block_list"]
    assert [action["type"] for action in shown["actions"]] == ["delete_message", "flag"]
    assert bench.shown(item["id"])["appeal"]["id"] == id
    log = bench.server.call(bench.app, "GET", "/api/v1/log", query={"kind": "appeal"})
    (entry,) = log.json()["entries"]
    assert (entry["by"], entry["custom"]["appeal_id"]) == ("ann", id)


def test_there_is_one_against_a_decision_and_one_more_after_the_next(bench: Desk) -> None:
    item = _deleted(bench)
    first = _appealed(bench, item)
    _refused(_appeal(bench, item), 400, 4, "entity_id")
    reject = {"decision_reason": "it was none"}
    bench.act("reject_appeal", item["id"], appeal_id=first, reject_appeal=reject)
    assert first in _refused(_appeal(bench, item), 400, 4, "entity_id")
    bench.act("block", item["id"], block={"reason": "worse"})
    second = _appealed(bench, item)
    assert second != first
    assert _shown(bench, second)["original_moderation_action"]["type"] == "block"


def test_only_what_was_decided_can_be_appealed(bench: Desk) -> None:
    waiting = bench.flagged("ann")
    _refused(_appeal(bench, waiting), 400, 4, "entity_id")
    bench.act("escalate", waiting["id"])
    _refused(_appeal(bench, waiting), 400, 4, "entity_id")
    unknown = {**waiting, "entity_id": "nothing"}
    _refused(_appeal(bench, unknown), 404, 16, "entity_id")
    _refused(_of_ban(bench, "ann"), 400, 4, "entity_id")


def test_only_those_concerned_may_appeal(bench: Desk) -> None:
    item = _deleted(bench)
    _refused(_appeal(bench, item, user_id="ben"), 403, 17, "user_id")
    body = {"entity_type": "post", "entity_id": item["entity_id"], "appeal_reason": "no"}
    ben = bench.send("POST", f"{V2}/appeal", body, as_user=bench.app.user("ben"))
    _refused(ben, 403, 17, "user_id")
    bench.act("ban", ban={"target_user_id": "ann"})
    _refused(_of_ban(bench, "ann", user_id="ben"), 403, 17, "user_id")
    assert bench.done("POST", f"{V2}/appeals", {})["items"] == []
    ann = bench.send("POST", f"{V2}/appeal", body, as_user=bench.app.user("ann"))
    assert ann.status == 201


@pytest.mark.parametrize("action", ["restore", "unblock"])
def test_restoring_accepts(bench: Desk, action: str) -> None:
    item = bench.flagged("ann")
    bench.act("block", item["id"])
    id = _appealed(bench, item)
    answer = bench.decide(action, item["id"], **{action: {"decision_reason": "you are right"}})
    shown = answer.json()
    assert "auto_restore_warning" not in shown
    assert "blocked_at" not in shown["item"]
    assert shown["item"]["recommended_action"] == "keep"
    assert shown["item"]["appeal"]["status"] == ACCEPTED
    decided = shown["appeal_item"]
    assert (decided["id"], decided["status"]) == (id, ACCEPTED)
    assert decided["decision_reason"] == "you are right"
    assert decided["moderation_action"]["type"] == action
    assert decided["moderation_action"]["custom"]["appeal_id"] == id
    assert decided["original_moderation_action"]["type"] == "block"
    assert _shown(bench, id)["status"] == ACCEPTED


def test_an_accepted_appeal_binds_the_machine(bench: Desk) -> None:
    item = _deleted(bench)
    _appealed(bench, item)
    bench.act("restore", item["id"])
    again = bench.check(
        entity_id=item["entity_id"],
        entity_creator_id="ann",
        moderation_payload=item["moderation_payload"],
    )
    bench.enforce(item["id"])
    assert again["recommended_action"] == bench.shown(item["id"])["recommended_action"] == "keep"


def test_rejecting_needs_a_reason_and_leaves_all_as_it_is(bench: Desk) -> None:
    item = _deleted(bench)
    id = _appealed(bench, item)
    _refused(bench.decide("reject_appeal", item["id"]), 400, 4, "reject_appeal")
    empty = {"decision_reason": ""}
    answered = bench.decide("reject_appeal", item["id"], reject_appeal=empty)
    _refused(answered, 400, 4, "reject_appeal.decision_reason")
    reject = {"reject_appeal": {"decision_reason": "it was none"}}
    shown = bench.decide("reject_appeal", item["id"], **reject).json()
    assert (shown["appeal_item"]["status"], shown["item"]["appeal"]["status"]) == (REJECTED,) * 2
    assert shown["item"]["deleted_at"] == item["deleted_at"]
    assert "auto_restore_warning" not in shown
    assert _shown(bench, id)["decision_reason"] == "it was none"
    _refused(bench.decide("reject_appeal", item["id"], **reject), 404, 16, "appeal_id")
    _refused(bench.decide("restore", appeal_id=id), 400, 4, "appeal_id")


def test_what_names_no_appeal_is_refused(bench: Desk) -> None:
    item = _deleted(bench)
    reject = {"reject_appeal": {"decision_reason": "no"}}
    _refused(bench.decide("reject_appeal", item["id"], **reject), 404, 16, "appeal_id")
    _refused(bench.decide("restore", item["id"], appeal_id="none"), 404, 16, "appeal_id")
    id = _appealed(bench, item)
    _refused(bench.decide("ban", item["id"], appeal_id=id), 400, 4, "appeal_id")
    other = bench.flagged("ben")
    _refused(bench.decide("restore", other["id"], appeal_id=id), 400, 4, "item_id")
    assert _shown(bench, id)["status"] == OPEN


def test_marking_as_reviewed_accepts_only_what_it_names(bench: Desk) -> None:
    item = _deleted(bench)
    id = _appealed(bench, item)
    bench.act("mark_reviewed", item["id"])
    assert _shown(bench, id)["status"] == OPEN
    shown = bench.decide("mark_reviewed", appeal_id=id).json()
    assert shown["appeal_item"]["status"] == ACCEPTED
    assert "deleted" in shown["auto_restore_warning"]
    assert "deleted_at" in shown["item"]


@pytest.mark.parametrize("left", ["hard", "custom"])
def test_what_cannot_come_back_is_told(bench: Desk, left: str) -> None:
    if left == "hard":
        item = _deleted(bench, hard_delete=True)
    else:
        item = bench.act("mark_reviewed", bench.flagged("ann")["id"])
    _appealed(bench, item)
    assert bench.decide("restore", item["id"]).json()["auto_restore_warning"]


def test_a_ban_is_appealed_and_lifted(bench: Desk) -> None:
    item = bench.flagged("ann")
    bench.act("ban", item["id"], ban={"reason": "spam"})
    id = _of_ban(bench, "ann").json()["appeal_id"]
    _refused(_appeal(bench, item), 400, 4, "entity_id")
    shown = _shown(bench, id)
    assert (shown["original_moderation_action"]["type"], shown["review_queue_item_id"]) == (
        "ban",
        item["id"],
    )
    unban = {"unban": {"decision_reason": "sorry"}}
    decided = bench.decide("unban", None, appeal_id=id, **unban).json()
    assert decided["appeal_item"]["status"] == ACCEPTED
    assert "auto_restore_warning" not in decided
    assert bench.user("ann")["banned"] is False
    _refused(_of_ban(bench, "ann"), 400, 4, "entity_id")


def test_lifting_a_ban_accepts_the_appeal_against_it(bench: Desk) -> None:
    bench.act("ban", ban={"target_user_id": "ann"})
    id = _of_ban(bench, "ann").json()["appeal_id"]
    assert "review_queue_item_id" not in _shown(bench, id)
    answer = bench.decide("unban", unban={"target_user_id": "ann"}).json()
    assert (answer["appeal_item"]["id"], answer["appeal_item"]["status"]) == (id, ACCEPTED)
    bench.act("ban", ban={"target_user_id": "ann"})
    again = _of_ban(bench, "ann").json()["appeal_id"]
    assert again != id
    reject = {"reject_appeal": {"decision_reason": "no"}}
    assert bench.decide("reject_appeal", None, appeal_id=again, **reject).status == 201
    assert bench.user("ann")["banned"] is True


def test_a_channels_ban_is_appealed_by_its_channel(bench: Desk) -> None:
    cid = "messaging:1"
    bench.act("ban", ban={"target_user_id": "ann", "channel_cid": cid})
    _refused(_of_ban(bench, "ann"), 400, 4, "entity_id")
    _refused(_of_ban(bench, "ann", channel_cid="messaging:2"), 400, 4, "channel_cid")
    id = _of_ban(bench, "ann", channel_cid=cid).json()["appeal_id"]
    assert _shown(bench, id)["channel_cid"] == cid
    other = {"unban": {"channel_cid": "messaging:2"}}
    _refused(bench.decide("unban", None, appeal_id=id, **other), 400, 4, "unban.channel_cid")
    bench.decide("unban", appeal_id=id)
    assert bench.user("ann")["bans"] == []


def test_a_ban_that_has_ended_is_not_appealed(bench: Desk) -> None:
    bench.act("ban", ban={"target_user_id": "ann", "timeout": 1})
    with later(61):
        _refused(_of_ban(bench, "ann"), 400, 4, "entity_id")
    assert _of_ban(bench, "ann").status == 201


def test_an_item_can_be_named_with_a_ban(bench: Desk) -> None:
    mine, theirs = bench.flagged("ann"), bench.flagged("ben")
    named = {"review_queue_item_id": mine["id"]}
    _refused(_of_ban(bench, "ann", **named), 400, 4, "review_queue_item_id")
    bench.act("ban", ban={"target_user_id": "ann"})
    wrong = {"review_queue_item_id": theirs["id"]}
    _refused(_of_ban(bench, "ann", **wrong), 400, 4, "review_queue_item_id")
    _refused(_of_ban(bench, "ann", review_queue_item_id="none"), 404, 16, "review_queue_item_id")
    id = _of_ban(bench, "ann", **named).json()["appeal_id"]
    assert bench.shown(mine["id"])["appeal"]["id"] == id
    assert bench.decide("unban", mine["id"]).json()["appeal_item"]["id"] == id


def test_appeals_are_found_by_each_field(bench: Desk) -> None:
    items = [_deleted(bench, name) for name in ("ann", "ben", "cid")]
    ids = [_appealed(bench, item, appeal_reason=item["entity_id"]) for item in items]
    bench.act("restore", items[0]["id"], restore={"decision_reason": "sorry"})
    reject = {"decision_reason": "no"}
    body = {"action_type": "reject_appeal", "user_id": "m2", "reject_appeal": reject}
    bench.done("POST", f"{V2}/submit_action", {**body, "appeal_id": ids[1]})
    first = items[0]
    when = _shown(bench, ids[1])
    for filter, wanted in (
        ({}, ids[::-1]),
        ({"id": ids[1]}, [ids[1]]),
        ({"id": {"$in": ids[:2]}}, ids[1::-1]),
        ({"status": OPEN}, [ids[2]]),
        ({"status": {"$in": [ACCEPTED, REJECTED]}}, ids[1::-1]),
        ({"user_id": "ben"}, [ids[1]]),
        ({"entity_id": first["entity_id"], "entity_type": "post"}, [ids[0]]),
        ({"review_queue_item_id": first["id"]}, [ids[0]]),
        ({"appeal_reason": first["entity_id"]}, [ids[0]]),
        ({"decided_by": "m2"}, [ids[1]]),
        ({"decided_by": {"$exists": False}}, [ids[2]]),
        ({"decision_reason": {"$gte": "s"}}, [ids[0]]),
        ({"$or": [{"user_id": "ann"}, {"decided_by": "m2"}]}, ids[1::-1]),
        ({"$nor": [{"status": OPEN}], "$and": [{"user_id": "ben"}]}, [ids[1]]),
        ({"created_at": {"$gt": when["created_at"]}}, [ids[2]]),
        ({"updated_at": {"$lt": when["updated_at"]}, "user_id": "ann"}, [ids[0]]),
    ):
        assert _found(bench, filter=filter) == wanted, filter
    ascending = [{"field": "created_at", "direction": 1}]
    assert _found(bench, sort=ascending) == ids
    assert _found(bench, sort=[{"field": "updated_at", "direction": -1}])[0] == ids[1]
    page = bench.done("POST", f"{V2}/appeals", {"limit": 2})
    rest = bench.done("POST", f"{V2}/appeals", {"limit": 2, "next": page["next"]})
    assert [each["id"] for each in page["items"] + rest["items"]] == ids[::-1]
    back = bench.done("POST", f"{V2}/appeals", {"limit": 2, "prev": rest["prev"]})
    assert back["items"] == page["items"]


def test_a_user_sees_only_their_own_and_nobody_who_judged(bench: Desk) -> None:
    mine, theirs = _deleted(bench, "ann"), _deleted(bench, "ben")
    own, other = _appealed(bench, mine), _appealed(bench, theirs)
    ann = bench.app.user("ann")

    def asked(method: str, path: str, body: Any = None, user: Any = ann) -> Answer:
        return bench.send(method, f"{V2}/{path}", body, as_user=user)

    for filter in ({}, {"user_id": "ben"}, {"id": other}, {"status": OPEN}):
        found = asked("POST", "appeals", {"filter": filter}).json()["items"]
        assert [each["id"] for each in found] == ([own] if filter in ({}, {"status": OPEN}) else [])
    (shown,) = asked("POST", "appeals", {}).json()["items"]
    assert "mo" not in str(shown.get("actions")) and "flags" not in shown
    assert "original_moderation_action" not in shown
    assert asked("GET", f"appeal/{own}").json()["item"]["status"] == OPEN
    _refused(asked("GET", f"appeal/{other}"), 403, 17, "id")
    assert asked("GET", "appeal/none").status == 404
    moderator = bench.app.user("m2", "moderator")
    found = asked("POST", "appeals", {}, moderator).json()["items"]
    assert [each["id"] for each in found] == [other, own]
    assert asked("GET", f"appeal/{other}", None, moderator).json()["item"]["flags"]
    bulk = {"action_type": "restore", "appeal_ids": [own]}
    assert asked("POST", "appeals/bulk_action", bulk).json()["code"] == 17
    assert asked("POST", "appeals/bulk_action", bulk, moderator).status == 201
    (entry,) = [a for a in bench.shown(mine["id"])["actions"] if a["type"] == "restore"]
    assert entry["user_id"] == "m2"


def test_many_are_decided_in_one_call(bench: Desk) -> None:
    items = [_deleted(bench, f"author{n}") for n in range(12)]
    ids = [_appealed(bench, item) for item in items]
    bench.act("restore", items[0]["id"])
    body = {"action_type": "restore", "user_id": "mo", "appeal_ids": [*ids, ids[1], "none"]}
    answered = bench.send("POST", f"{V2}/appeals/bulk_action", body)
    assert answered.status == 201
    answer = answered.json()
    assert [each["appeal_id"] for each in answer["results"]] == ids[1:]
    assert [each["appeal_id"] for each in answer["errors"]] == [ids[0], "none"]
    assert {each["appeal_item"]["status"] for each in answer["results"]} == {ACCEPTED}
    assert all("deleted_at" not in bench.shown(item["id"]) for item in items)


def test_an_appeal_is_found_in_the_queue(bench: Desk) -> None:
    bench.flagged("ben")
    bench.check("a nice day", entity_id="nice", entity_creator_id="ann")
    named = {"entity_type": "post", "entity_id": "nice"}
    posted = bench.act("delete_message", delete_message=named)
    assert posted["id"] not in {item["id"] for item in bench.queue()["items"]}
    id = _appealed(bench, posted)
    (found,) = bench.queue(filter={"appeal": True})["items"]
    assert (found["id"], found["appeal"]["id"]) == (posted["id"], id)
    for filter in ({"appeal_id": id}, {"appeal_status": OPEN}):
        assert [item["id"] for item in bench.queue(filter=filter)["items"]] == [posted["id"]]
    assert bench.queue(filter={"appeal_status": ACCEPTED})["items"] == []


def test_of_many_at_once_one_is_made(bench: Desk) -> None:
    item = _deleted(bench)
    context, app = bench.server.context, bench.app.name
    wanted = Wanted("post", item["entity_id"], "why")

    async def tried() -> list[Any]:
        filed = (filing.file(context, app, "ann", wanted, now()) for _ in range(8))
        return await asyncio.gather(*filed, return_exceptions=True)

    outcomes = bench.server.run(tried())
    refused = [each for each in outcomes if isinstance(each, Invalid)]
    assert len(refused) == 7
    assert len(_found(bench)) == 1


@pytest.mark.parametrize("kind", ["content", "ban"])
def test_what_is_taken_back_in_the_same_moment_leaves_none_open(
    bench: Desk, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The decision is committed after the appeal has looked, and before it is committed itself."""
    context, app = bench.server.context, bench.app.name
    if kind == "ban":
        bench.check("fine", entity_creator_id="ann")
        bench.act("ban", ban={"target_user_id": "ann"})
        wanted = Wanted("stream:user", "ann", "why")
        undoing = Decision(ACTION_TYPES["unban"], "mo", None, Unban(target_user_id="ann"))
    else:
        item = _deleted(bench)
        wanted = Wanted("post", item["entity_id"], "why")
        undoing = Decision(ACTION_TYPES["restore"], "mo", item["id"], DecisionReason())
    left = [undoing]

    async def undo_first(*given: Any) -> None:
        if left:
            await decide(context, app, left.pop(), now())
        await tell_of_appeal(*given)

    monkeypatch.setattr(filing, "tell_of_appeal", undo_first)
    with pytest.raises(Invalid) as caught:
        bench.server.run(filing.file(context, app, "ann", wanted, now()))
    assert "entity_id" in caught.value.fields
    assert _found(bench) == []


def test_what_was_restored_is_appealed_no_more(bench: Desk) -> None:
    item = _deleted(bench)
    bench.act("restore", item["id"])
    problem = _refused(_appeal(bench, item), 400, 4, "entity_id")
    assert problem == "names what a moderator has taken back already"
    bench.act("delete_message", item["id"])
    _appealed(bench, item)


def test_webhooks_are_told_of_each_step_in_order(bench: Desk) -> None:
    types = ["appeal.created", "appeal.accepted", "appeal.rejected"]
    hook = {"webhook_url": "https://example.com/events", "event_types": types}
    bench.done("PATCH", "/api/v2/app", {"event_hooks": [hook]})
    first, second = _deleted(bench), _deleted(bench)
    accepted, rejected = _appealed(bench, first), _appealed(bench, second)
    bench.act("restore", first["id"])
    reject = {"decision_reason": "no"}
    bench.act("reject_appeal", second["id"], reject_appeal=reject)
    bench.act("ban", ban={"target_user_id": "ann"})
    of_ban = _of_ban(bench, "ann").json()["appeal_id"]
    events = announced(bench.server, bench.app)
    told = {(event["type"], event["appeal"]["id"]) for event in events}
    assert told == {
        ("appeal.created", accepted),
        ("appeal.created", rejected),
        ("appeal.created", of_ban),
        ("appeal.accepted", accepted),
        ("appeal.rejected", rejected),
    }
    assert len(events) == 5
    last = next(event["appeal"] for event in events if event["type"] == "appeal.rejected")
    assert (last["status"], last["decision_reason"]) == (REJECTED, "no")
    assert last["moderation_action"]["type"] == "reject_appeal"
    assert last["original_moderation_action"]["type"] == "delete_message"
