"""Enforce: evaluate the rules on what changed, decide, and record it in one commit."""

from __future__ import annotations

from collections.abc import Mapping

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.delivery.outbox import Outbox
from common.domain import history
from common.domain.flag import flag_key
from common.domain.item import (
    Item,
    add_ids,
    enter_queue,
    is_decided,
    is_first_flag,
    is_queued,
    item_key,
)
from common.domain.user import history_key
from common.moderation.counters import count_flagged
from common.moderation.enforcement import triggering
from common.moderation.enforcement.automatic_flags import note_flagged_content
from common.moderation.enforcement.outcomes import Outcome, outcome_of
from common.moderation.enforcement.triggering import CHECKED
from common.moderation.webhooks.events import ItemChange, WebhookEvents
from common.queue.messages import Trigger
from common.store.deciding import until_committed
from common.store.store import Conflict, Update
from common.store.unit_of_work import UnitOfWork

_ATTEMPTS = 50
_PRUNE_FROM = 50
# One item in 64 has its author's history looked through for old buckets, whatever the rules need.
_PRUNING_IDS = ("00", "40", "80", "c0")


async def enforce(context: Context, trigger: Trigger, now: int) -> None:
    """A trigger whose item is already evaluated changes nothing. Raises Conflict when the item
    keeps changing; the queue then delivers again.
    """
    app, key = trigger.app, item_key(trigger.app, trigger.item)
    configuration = await context.configurations.of(app, trigger.configuration)

    async def attempt() -> None:
        unit = UnitOfWork(context.store)
        item = await unit.get(key)
        if item is None or "pending_since" not in item:
            return
        past = await _history_of(context, configuration, app, item)
        outcome = await outcome_of(configuration, app, item, past, now)
        change = _record(unit, app, item, outcome, now)
        _prune(unit, app, item, past, now)
        flagged = await note_flagged_content(unit, app, item, outcome.engines, now)
        unit.add(*count_flagged(app, [item, *([flagged.item] if flagged else [])], now))
        outbox = Outbox(unit, app, now)
        for order in outcome.orders:
            await outbox.add(order)
        events = WebhookEvents(context, configuration, outbox, now)
        await events.of_change(change)
        if flagged is not None:
            await events.of_change(flagged)
        await unit.commit()

    await until_committed(attempt, _ATTEMPTS, Conflict(key))


async def _history_of(
    context: Context, configuration: Configuration, app: str, item: Item
) -> dict[str, int] | None:
    scopes = triggering.scopes_of(item, item["pending"])
    needed = triggering.needs_history(configuration, scopes) or item["id"].endswith(_PRUNING_IDS)
    if not item["creator_id"] or not needed:
        return None
    (document,) = await context.store.get([history_key(app, item["creator_id"])])
    return document.data if document else None


def _record(unit: UnitOfWork, app: str, item: Item, outcome: Outcome, now: int) -> ItemChange:
    """The item as it is then is in the change, with the labels that the rules saw."""
    is_first, causes = is_first_flag(item), item["pending"]
    item["evaluated_at"] = now
    if is_first and (outcome.engines or outcome.flags):
        item["first_flagged_at"] = now
    if outcome.flags:
        item["flags_count"] += len(outcome.flags)
        enter_queue(item, now)
        item["updated_at"] = now
    elif outcome.action_ids and is_queued(item) and not is_decided(item):
        item["queue_updated_at"] = item["updated_at"] = now
    add_ids(item, [flag["id"] for flag in outcome.flags], outcome.action_ids)
    item.pop("pending_since", None)
    item.pop("swept", None)
    item.pop("pending", None)
    item.pop("pending_labels", None)
    item.pop("replaced_at", None)
    unit.add(*outcome.entries)
    for flag in outcome.flags:
        unit.create(flag_key(app, flag["id"]), flag)
    return ItemChange(
        str(item["revision"]),
        {**item, "labels": outcome.item["labels"]},
        outcome.engines,
        outcome.flags,
        outcome.matches,
        is_first=is_first,
        is_completed=CHECKED in causes and item["status"] == "complete",
    )


def _prune(
    unit: UnitOfWork, app: str, item: Item, past: Mapping[str, int] | None, now: int
) -> None:
    """Old buckets go when there are enough of them to be worth a write."""
    gone = history.expired(past or {}, now)
    if len(gone) >= _PRUNE_FROM:
        unit.add(Update(history_key(app, item["creator_id"]), remove=gone, upsert=True))
