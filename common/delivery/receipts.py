"""Receipts: whether the customer's platform is in the state that an enforcement ordered.

An action with a state URL is asked about after its success, and again later. The server answers 200
with a JSON object whose `applied` is true or false. Where it is false, platform and decision
disagree, and a person has to look.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

import orjson

from common.configuration.context import Context
from common.configuration.vaults import vault_in
from common.delivery import ordering, turns
from common.delivery.attempts import answer_record, attempt_record, payload_of, signed
from common.delivery.callback import build
from common.delivery.dispatcher import dispatcher_of
from common.delivery.log_entries import receipt_entry
from common.delivery.targets import Target, callback_of, opened_target, target_key, target_of
from common.domain.content import USER_ENTITY
from common.domain.delivery import Delivery, ReceiptRecord, Verdict, delivery_key
from common.domain.errors import Invalid, NotFound
from common.domain.flag import RECEIPT, flag_key, name_entity, new_flag
from common.domain.ids import derived_id
from common.domain.item import Item, enter_queue, item_id, item_key, new_item
from common.domain.item_lists import add_ids
from common.domain.times import nanoseconds
from common.domain.vault import CannotOpen
from common.outgoing.calls import AttemptResult
from common.queue.messages import DueReceipt
from common.store.deciding import until_committed
from common.store.store import Conflict
from common.store.unit_of_work import UnitOfWork

_SLOT_SECONDS = 2.0
_ATTEMPTS = 10


@dataclass(frozen=True, slots=True)
class _Claim:
    app: str
    delivery: Delivery
    target: Target


def begin(
    context: Context, unit: UnitOfWork, delivery: Delivery, target: Target | None, now: int
) -> None:
    """For a delivery that has just succeeded."""
    if _state_url(target):
        first = context.settings.receipt_delays[0]
        delivery.update({"receipt_at": now + nanoseconds(first), "receipts": []})
        turns.send_receipt(unit, delivery, now)


def _state_url(target: Target | None) -> str:
    action = target.action if target is not None else None
    return (action.get("state_url") or "") if action is not None else ""


async def ask(context: Context, due: DueReceipt, now: int) -> None:
    """Nothing happens when it is another message's turn, or once a later enforcement has undone
    this one.
    """
    key = delivery_key(due.app, due.delivery)
    (found,) = await context.store.get([key])
    if found is None or not _is_its_turn(found.data, due, now):
        return
    slots, slot = dispatcher_of(context).slots, f"{found.data['endpoint']}?state"
    if not await slots.take(slot, _SLOT_SECONDS):
        come_back = partial(_come_back, context, due, now, slots.pause(slot))
        await until_committed(come_back, _ATTEMPTS, Conflict(key))
        return
    seconds: float | None = None
    try:
        claimed = await until_committed(
            partial(_claim, context, due, now), _ATTEMPTS, Conflict(key)
        )
        if claimed is not None:
            result = await _state_of(context, claimed, now)
            seconds = result.latency_ms / 1_000
            await _record(context, claimed, result, now)
    finally:
        slots.give_back(slot, seconds)


def _is_its_turn(delivery: Delivery, due: DueReceipt, now: int) -> bool:
    return turns.is_its_turn(delivery.get("receipt_at"), due.at, now)


async def _come_back(context: Context, due: DueReceipt, now: int, pause: float) -> None:
    """A slow state URL takes no slots from what the same server is to be told."""
    unit = UnitOfWork(context.store)
    delivery = await unit.get(delivery_key(due.app, due.delivery))
    if delivery is None or not _is_its_turn(delivery, due, now):
        return
    delivery["receipt_at"] = now + nanoseconds(pause)
    delivery.pop("swept", None)
    turns.send_receipt(unit, delivery, now)
    await unit.commit()


async def _claim(context: Context, due: DueReceipt, now: int) -> _Claim | None:
    """None when there is nothing to ask. Like a delivery, it is asked for by one at a time."""
    unit = UnitOfWork(context.store)
    delivery = await unit.get(delivery_key(due.app, due.delivery))
    if delivery is None or not _is_its_turn(delivery, due, now):
        return None
    key = target_key(due.app, delivery)
    target = target_of(delivery, await unit.get(key) if key else None)
    delivery.pop("swept", None)
    if target is None or not _state_url(target) or await ordering.is_undone(unit, delivery):
        del delivery["receipt_at"]
        await unit.commit()
        return None
    delivery["receipt_at"] = turns.claimed_until(context, now)
    await unit.commit()
    return _Claim(due.app, delivery, target)


async def _state_of(context: Context, claim: _Claim, now: int) -> AttemptResult:
    delivery, target = claim.delivery, claim.target
    url, number = _state_url(target), len(delivery["receipts"]) + 1
    dispatcher = dispatcher_of(context)
    try:
        known = opened_target(vault_in(context), claim.app, target) or target
        callback = replace(callback_of(known), url=url, method="GET", extra_query={})
        request = build(callback, payload_of(delivery), delivery["id"], number)
        signer = await dispatcher.signers.of(delivery["app"])
    except (CannotOpen, Invalid, NotFound, ValueError) as error:
        return AttemptResult(None, "bad_request", str(error))
    return await dispatcher.sender.send(signed(request, signer, delivery["id"], now))


def verdict_of(result: AttemptResult) -> Verdict:
    if result.status != 200 or result.error is not None:
        return "unknown"
    try:
        answer = orjson.loads(result.excerpt)
    except orjson.JSONDecodeError:
        return "unknown"
    applied = answer.get("applied") if isinstance(answer, dict) else None
    if not isinstance(applied, bool):
        return "unknown"
    return "confirmed" if applied else "contradicted"


async def _record(context: Context, claim: _Claim, result: AttemptResult, now: int) -> None:
    key, verdict = delivery_key(claim.app, claim.delivery["id"]), verdict_of(result)
    record: ReceiptRecord = {"verdict": verdict, **attempt_record(result, now)}

    async def once() -> None:
        unit = UnitOfWork(context.store)
        delivery = await unit.get(key)
        claimed = claim.delivery["receipt_at"]
        if delivery is None or delivery.get("receipt_at") != claimed:
            return
        delivery.update({"receipts": [*delivery["receipts"], record], "updated_at": now})
        del delivery["receipt_at"]
        asked = len(delivery["receipts"])
        is_last = not _ask_again(context, unit, delivery, now)
        if verdict == "contradicted":
            await _review(unit, delivery, now)
        unread = verdict == "contradicted" or (verdict == "unknown" and is_last)
        unit.add(receipt_entry(delivery, asked, verdict, unread, answer_record(result), now))
        await unit.commit()

    await until_committed(once, _ATTEMPTS, Conflict(key))


def _ask_again(context: Context, unit: UnitOfWork, delivery: Delivery, now: int) -> bool:
    delays, asked = context.settings.receipt_delays, len(delivery["receipts"])
    if asked >= len(delays):
        return False
    delivery["receipt_at"] = max(now, delivery["delivered_at"] + nanoseconds(delays[asked]))
    turns.send_receipt(unit, delivery, now)
    return True


async def _review(unit: UnitOfWork, delivery: Delivery, now: int) -> None:
    """Puts what the enforcement was about before the moderators, with a flag that says why."""
    app, id = delivery["app"], derived_id("receipt", delivery["id"])
    if await unit.get(flag_key(app, id)) is not None:
        return
    item = await _item(unit, delivery, now)
    enter_queue(item, now)
    item["updated_at"] = now
    item["flags_count"] += 1
    item["flag_types"] = sorted({*item.get("flag_types", ()), RECEIPT})
    action = delivery["action_id"]
    flag = new_flag(id, item["id"], RECEIPT, now)
    flag["reason"] = f"{action} was delivered, but the platform says that it is not in effect"
    flag["custom"] = {"delivery_id": delivery["id"], "action_id": action}
    name_entity(flag, item)
    unit.create(flag_key(app, id), flag)
    add_ids(item, flags=[id])


async def _item(unit: UnitOfWork, delivery: Delivery, now: int) -> Item:
    """The item of the enforcement; a moderator's action on a user alone makes one for the user."""
    app = delivery["app"]
    if delivery["item_id"]:
        return await unit.have(item_key(app, delivery["item_id"]))
    user = delivery["data"]["user_id"]
    key = item_key(app, item_id(app, USER_ENTITY, user))
    return await unit.get(key) or unit.create(key, new_item(app, USER_ENTITY, user, user, now))
