"""Filing an appeal."""

from __future__ import annotations

from common.configuration.context import Context
from common.delivery.outbox import Outbox
from common.domain.appeal import Appeal, appeal_key, role_of
from common.domain.appeal_rules import appeal_rules
from common.domain.errors import Invalid
from common.domain.item import Item, enter_queue, is_queued
from common.domain.log import LogEntry, new_entry
from common.domain.settings import are_statements_made
from common.domain.statement import statement_key
from common.moderation.appeals.against import Against, Wanted, against
from common.moderation.appeals.window import is_late, told_at
from common.moderation.complaints import check_not_suspended
from common.moderation.contention import ATTEMPTS, too_busy
from common.moderation.webhooks.appeal_events import tell_of_appeal
from common.moderation.webhooks.events import WebhookEvents
from common.store.deciding import until_committed
from common.store.store import Create
from common.store.unit_of_work import UnitOfWork


async def file(context: Context, app: str, user_id: str, wanted: Wanted, now: int) -> Appeal:
    """Raises Invalid where there is no decision, for a second appeal against one and for one that
    comes too late, NotAllowed where it does not concern the user or their complaints are suspended.
    """
    configuration = await context.configurations.of(app)
    rules = appeal_rules(configuration.settings)

    async def attempt() -> Appeal:
        unit = UnitOfWork(context.store)
        await check_not_suspended(unit, app, user_id, now)
        what = await against(context, unit, app, user_id, wanted, now)
        if await unit.get(appeal_key(app, what.id)) is not None:
            raise Invalid.field("entity_id", f"was appealed already, as {what.id}")
        new = _new(user_id, wanted, what, now)
        new["told_at"] = told_at(wanted.told_at, what.decided_at, now)
        new["late"] = is_late(new["told_at"], rules, now)
        if are_statements_made(configuration.settings) and what.original is not None:
            stated = await unit.get(statement_key(app, what.original["id"]))
            if stated is not None:
                new["statement_id"] = stated["id"]
        made = unit.create(appeal_key(app, what.id), new)
        unit.add(_entry(app, made, now))
        if what.item is not None and what.role == "author":
            _mark(what.item, made, now)
        events = WebhookEvents(context, configuration, Outbox(unit, app, now), now)
        await tell_of_appeal(context, app, events, made, what.item)
        await unit.commit()
        return made

    return await until_committed(attempt, ATTEMPTS, too_busy())


def _new(user_id: str, wanted: Wanted, what: Against, now: int) -> Appeal:
    appeal: Appeal = {
        "id": what.id,
        "user_id": user_id,
        "entity_type": wanted.entity_type,
        "entity_id": wanted.entity_id,
        "appeal_reason": wanted.reason,
        "attachments": list(wanted.attachments),
        "status": "submitted",
        "original_id": what.original["id"] if what.original is not None else "",
        "role": what.role,
        "first_by": what.by,
        "created_at": now,
        "updated_at": now,
    }
    if what.item is not None:
        appeal["item_id"] = what.item["id"]
    if wanted.language:
        appeal["language"] = wanted.language
    if wanted.channel_cid:
        appeal["channel_cid"] = wanted.channel_cid
    return appeal


def _mark(item: Item, appeal: Appeal, now: int) -> None:
    """An item that has an open appeal keeps it: a ban's comes beside it. One that was never in the
    review queue is found there from now on, as reviewed.
    """
    if item.get("appeal_status") == "submitted":
        return
    item.update({"appeal_id": appeal["id"], "appeal_status": "submitted", "updated_at": now})
    if is_queued(item):
        item["queue_updated_at"] = now
        return
    reviewed_at, reviewed_by = item.get("reviewed_at"), item.get("reviewed_by", "")
    enter_queue(item, now)
    item.update({"queue_reviewed": True, "reviewed_at": reviewed_at, "reviewed_by": reviewed_by})


def _entry(app: str, appeal: Appeal, now: int) -> Create[LogEntry]:
    return new_entry(
        app,
        "appeal",
        "appeal",
        now,
        item_id=appeal.get("item_id", ""),
        user_id=appeal["user_id"],
        by=appeal["user_id"],
        reason=appeal["appeal_reason"],
        custom={
            "appeal_id": appeal["id"],
            "attachments": appeal["attachments"],
            "role": role_of(appeal),
            "late": appeal.get("late", False),
        },
        derived_from=("appeal", appeal["id"]),
    )
