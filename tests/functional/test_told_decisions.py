"""What flags and decisions are told to webhooks as, beside the item's own events."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from common.configuration.context import now
from common.delivery.outbox import Outbox
from common.domain.content import CHAT_MESSAGE
from common.domain.webhook import EventType
from common.moderation.webhooks.events import WebhookEvents
from common.store.unit_of_work import UnitOfWork
from tests.functional.announced import announced
from tests.functional.desk import BAD, V2, Desk, desk

HOOKS = [{"webhook_url": "https://example.com/events"}]


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("told") / "data") as made:
        made.done("PATCH", "/api/v2/app", {"event_hooks": HOOKS})
        yield made


def _told(bench: Desk, *types: str) -> list[Any]:
    """Of these types, in the order of their times."""
    events = [event for event in announced(bench.server, bench.app) if event["type"] in types]
    return sorted(events, key=lambda event: event["created_at"])


def _message(bench: Desk) -> str:
    fields = {"entity_type": CHAT_MESSAGE, "entity_id": "m1"}
    payload = {"texts": [BAD], "custom": {"channel_cid": "messaging:1"}}
    return str(bench.flagged(**fields, moderation_payload=payload)["id"])


def test_a_reviewed_item_is_told_with_itself(bench: Desk) -> None:
    item = str(bench.flagged()["id"])
    bench.act("mark_reviewed", item)
    (event,) = _told(bench, "moderation.mark_reviewed")
    assert event["item"]["id"] == item and event["item"]["reviewed_by"] == "mo"
    bench.act("unban", item)
    assert len(_told(bench, "moderation.mark_reviewed")) == 1


def test_what_is_flagged_is_named(bench: Desk) -> None:
    bench.done("POST", f"{V2}/flag", {"entity_type": "post", "entity_id": "p", "user_id": "eve"})
    (event,) = _told(bench, "moderation.flagged")
    assert (event["content_type"], event["object_id"]) == ("post", "p")


@pytest.mark.parametrize("decision", ["unblock", "restore"])
def test_a_message_that_is_let_through_is_told(bench: Desk, decision: str) -> None:
    item, other = _message(bench), str(bench.flagged()["id"])
    bench.act("block", item)
    assert _told(bench, "message.unblocked") == []
    bench.act(decision, item)
    bench.act(decision, other)
    (event,) = _told(bench, "message.unblocked")
    assert (event["message_id"], event["cid"], event["user"]["id"]) == ("m1", "messaging:1", "mo")


def test_a_decision_on_what_people_flagged_names_who_did(bench: Desk) -> None:
    item = _message(bench)
    bench.act("mark_reviewed", item)
    assert _told(bench, "flag.updated") == []
    flag = {"entity_type": CHAT_MESSAGE, "entity_id": "m1", "user_id": "eve"}
    bench.done("POST", f"{V2}/flag", flag)
    bench.act("escalate", item)
    assert _told(bench, "flag.updated") == []
    bench.act("mark_reviewed", item)
    (event,) = _told(bench, "flag.updated")
    assert (event["CreatedBy"]["id"], event["Message"]["id"]) == ("eve", "m1")
    assert event["User"]["id"] == bench.shown(item)["entity_creator_id"]


@pytest.mark.parametrize(
    ("action", "options", "cid", "is_hard"),
    [
        ("ban", {"delete_messages": "hard"}, None, True),
        ("ban", {"delete_messages": "soft", "channel_cid": "messaging:1"}, "messaging:1", False),
        ("delete_user_messages", {"delete_messages": "pruning"}, None, False),
        (
            "delete_user_messages",
            {"delete_messages": "hard", "channel_cid": "messaging:1"},
            "messaging:1",
            True,
        ),
        ("delete_user", {"mark_messages_deleted": True}, None, False),
    ],
)
def test_deleted_messages_are_told(
    bench: Desk, action: str, options: dict[str, Any], cid: str | None, is_hard: bool
) -> None:
    item = bench.flagged("ann")["id"]
    bench.act(action, item, **{action: options})
    (event,) = _told(bench, "user.messages.deleted")
    assert (event["user"]["id"], event.get("cid"), event["hard_delete"]) == ("ann", cid, is_hard)
    assert len(_told(bench, "user.banned")) == (action == "ban")


def test_what_deletes_nothing_is_not_told_so(bench: Desk) -> None:
    item = bench.flagged("ann")["id"]
    bench.act("ban", item, ban={"reason": "spam"})
    bench.act("delete_user", item)
    assert _told(bench, "user.messages.deleted") == []


def _tell(bench: Desk, told: Any) -> None:
    """By the means that the use cases have."""

    async def once(at: int) -> None:
        context, app = bench.server.context, bench.app.name
        unit = UnitOfWork(context.store)
        configuration = await context.configurations.of(app)
        await told(WebhookEvents(context, configuration, Outbox(unit, app, at), at))
        await unit.commit()

    bench.server.run(once(now()))


def test_mutes_are_told_in_as_many_events_as_they_need(bench: Desk) -> None:
    targets = [f"u{number}" for number in range(150)]
    _tell(bench, lambda events: events.of_mute("ann", targets, "change"))
    _tell(bench, lambda events: events.of_unmute("ann", ["u1"], "another"))
    muted = _told(bench, "user.muted")
    assert [user["id"] for event in muted for user in event["target_users"]] == targets
    (unmuted,) = _told(bench, "user.unmuted")
    assert (unmuted["user"]["id"], unmuted["target_user"]["id"]) == ("ann", "u1")


def test_appeals_and_exports_are_told(bench: Desk) -> None:
    appeal = {"id": "a1", "appeal_reason": "no", "status": "submitted"}
    _tell(bench, lambda events: events.of_appeal(EventType.APPEAL_CREATED, appeal, "item"))
    (event,) = _told(bench, "appeal.created")
    assert event["appeal"] == appeal
    for type in (EventType.LOGS_EXPORTED, EventType.QUEUE_NOT_EXPORTED):
        _tell(bench, lambda events, type=type: events.of_export(type, "t1", 1, 2, "outcome"))
    (done,) = _told(bench, "export.moderation_logs.success")
    (failed,) = _told(bench, "export.review_queue.error")
    assert (done["url"], failed["error"], done["task_id"]) == ("outcome", "outcome", "t1")
