"""Receipts: whether the customer's platform is in the state that an enforcement ordered.

An action with a state URL is asked about after its success, and again later. The server answers 200
with a JSON object whose `applied` is true or false. Where it is false, platform and decision
disagree, and a person has to look.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Any, Literal

import orjson

from common.configuration.context import Context
from common.delivery import ordering
from common.delivery.attempts import callback_of, payload_of, signed, target_key
from common.delivery.callback import build
from common.delivery.dispatcher import dispatcher_of
from common.delivery.log_entries import attempt_record, receipt_entry
from common.domain.content import USER_ENTITY
from common.domain.delivery import delivery_key
from common.domain.errors import Invalid, NotFound
from common.domain.flag import flag_key, new_flag
from common.domain.ids import derived_id
from common.domain.item import item_id, item_key, new_item, queue_fields
from common.outgoing.calls import AttemptResult
from common.store.store import Conflict, Data
from common.store.unit_of_work import Draft

_SECOND = 1_000_000_000
_EARLY = _SECOND // 2
_SLOT_SECONDS = 2.0
_BUSY_DELAY = 5.0
_ATTEMPTS = 10
RECEIPT = "receipt"

Verdict = Literal["confirmed", "contradicted", "unknown"]


def first(context: Context, action: Data | None, now: int) -> dict[str, Any]:
    """Fields of a delivery that has just succeeded."""
    if action is None or not action.get("state_url"):
        return {}
    return {"receipt_at": now + int(context.settings.receipt_delays[0] * _SECOND), "receipts": []}


async def publish(context: Context, delivery: Data, now: int) -> None:
    message = {"app": delivery["app"], "delivery": delivery["id"], "receipt": True}
    delay = max(0.0, (delivery["receipt_at"] - now) / _SECOND)
    await context.queue.publish("deliver", message, delay)


async def ask(context: Context, app: str, id: str, now: int) -> None:
    """Nothing happens before its time, or once a later enforcement has undone this one."""
    key = delivery_key(app, id)
    draft = Draft(context.store)
    delivery = await draft.get(key)
    if delivery is None or not _is_due(delivery, now):
        return
    target = target_key(app, delivery)
    (action,) = await context.store.get([target]) if target else [None]
    outdated = await ordering.is_undone(draft, delivery)
    if outdated or action is None or not action.data.get("state_url"):
        draft.change(key, {}, ("receipt_at",))
        with suppress(Conflict):
            await context.store.commit(draft.writes())
        return
    outcome = await _in_slot(context, app, delivery, action.data, now)
    if outcome is None:
        message = {"app": app, "delivery": id, "receipt": True}
        await context.queue.publish("deliver", message, _BUSY_DELAY)
        return
    await _record(context, app, id, outcome, now)


async def _in_slot(
    context: Context, app: str, delivery: Data, action: Data, now: int
) -> AttemptResult | None:
    """A slow state URL takes no slots from what the same server is to be told. None when busy."""
    slot = f"{delivery['endpoint']}?state"
    if not await dispatcher_of(context).slots.take(slot, _SLOT_SECONDS):
        return None
    seconds: float | None = None
    try:
        outcome = await _state_of(context, app, delivery, action, now)
        seconds = outcome.latency_ms / 1_000
        return outcome
    finally:
        dispatcher_of(context).slots.give_back(slot, seconds)


def _is_due(delivery: Data, now: int) -> bool:
    return "receipt_at" in delivery and bool(delivery["receipt_at"] <= now + _EARLY)


async def _state_of(
    context: Context, app: str, delivery: Data, action: Data, now: int
) -> AttemptResult:
    callback = replace(callback_of(action), url=action["state_url"], method="GET", extra_query={})
    number = len(delivery["receipts"]) + 1
    try:
        request = build(callback, payload_of(delivery), delivery["id"], number)
        signer = await dispatcher_of(context).signers.of(app)
    except (Invalid, NotFound, ValueError) as error:
        return AttemptResult(None, "bad_request", str(error))
    return await dispatcher_of(context).sender.send(signed(request, signer, delivery["id"], now))


def verdict_of(outcome: AttemptResult) -> Verdict:
    if outcome.status != 200 or outcome.error is not None:
        return "unknown"
    try:
        answer = orjson.loads(outcome.excerpt)
    except orjson.JSONDecodeError:
        return "unknown"
    applied = answer.get("applied") if isinstance(answer, dict) else None
    if not isinstance(applied, bool):
        return "unknown"
    return "confirmed" if applied else "contradicted"


async def _record(context: Context, app: str, id: str, outcome: AttemptResult, now: int) -> None:
    key, verdict = delivery_key(app, id), verdict_of(outcome)
    for _ in range(_ATTEMPTS):
        draft = Draft(context.store)
        delivery = await draft.get(key)
        if (
            delivery is None
            or "receipt_at" not in delivery
            or delivery["receipt_at"] > now + _EARLY
        ):
            return
        receipts = [*delivery["receipts"], {"verdict": verdict, **attempt_record(outcome, now)}]
        asked = len(receipts)
        delays = context.settings.receipt_delays
        is_last = asked >= len(delays)
        draft.change(key, {"receipts": receipts, "updated_at": now}, ("receipt_at",))
        if not is_last:
            at = max(now, delivery["delivered_at"] + int(delays[asked] * _SECOND))
            draft.change(key, {"receipt_at": at})
        if verdict == "contradicted":
            await _review(draft, app, delivery, now)
        unread = verdict == "contradicted" or (verdict == "unknown" and is_last)
        entry = receipt_entry(delivery, asked, verdict, unread, outcome, now)
        with suppress(Conflict):
            await context.store.commit([*draft.writes(), entry])
            if not is_last:
                await publish(context, delivery, now)
            return
    raise Conflict(key)


async def _review(draft: Draft, app: str, delivery: Data, now: int) -> None:
    """Puts what the enforcement was about before the moderators, with a flag that says why."""
    id = derived_id("receipt", delivery["id"])
    if await draft.get(flag_key(app, id)) is not None:
        return
    item = await _item(draft, app, delivery, now)
    key = item_key(app, item["id"])
    types = sorted({*item.get("flag_types", ()), RECEIPT})
    fields = {"flags_count": item["flags_count"] + 1, "flag_types": types, "updated_at": now}
    draft.change(key, {**queue_fields(item, now), **fields})
    action = delivery["action_id"]
    flag = new_flag(
        id,
        item["id"],
        RECEIPT,
        now,
        reason=f"{action} was delivered, but the platform says that it is not in effect",
        custom={"delivery_id": delivery["id"], "action_id": action},
    )
    draft.create(flag_key(app, id), flag)


async def _item(draft: Draft, app: str, delivery: Data, now: int) -> Data:
    """The item of the enforcement; a moderator's action on a user alone makes one for the user."""
    if delivery["item_id"]:
        return await draft.have(item_key(app, delivery["item_id"]))
    user = delivery["data"]["user_id"]
    key = item_key(app, item_id(app, USER_ENTITY, user))
    known = await draft.get(key)
    if known is None:
        known = new_item(app, USER_ENTITY, user, user, now)
        draft.create(key, known)
    return known
