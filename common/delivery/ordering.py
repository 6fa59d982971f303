"""Ordering keys: what is sent about one subject goes out in the order in which it was ordered.

All actions on a subject share an ordering key, unless an action is declared independent; a webhook
has its own for each subject. Every function here changes a unit of work; its commit makes the
change or conflicts.
"""

from __future__ import annotations

from collections.abc import Collection

from common.delivery import turns
from common.delivery.log_entries import closing_entry
from common.domain.delivery import (
    ClosedState,
    Delivery,
    OrderingKey,
    begin_schedule,
    delivery_key,
    is_being_sent,
    is_open,
    new_ordering_key,
    ordering_key,
)
from common.store.unit_of_work import UnitOfWork

_LOOKED_AT = 100


async def append(unit: UnitOfWork, delivery: Delivery) -> None:
    """Numbers the delivery, and makes it wait if its ordering key has others on their way.

    A delivery without an ordering key stays as it is. One that had a number goes out again, which
    is no later order.
    """
    if not delivery["lane"]:
        return
    app, id = delivery["app"], delivery["id"]
    key = ordering_key(app, delivery["lane"])
    ordering = await unit.get(key) or unit.create(key, new_ordering_key(delivery["lane"]))
    is_new = not delivery["sequence"]
    ordering["sequence"] = delivery["sequence"] = ordering["sequence"] + 1
    tail = await unit.get(delivery_key(app, ordering["tail"])) if ordering["tail"] else None
    if tail is not None and is_open(tail) and tail["id"] != id:
        tail["behind"] = id
        delivery.update({"state": "waiting", "ahead": tail["id"]})
        delivery.pop("next_attempt_at", None)
    ordering["tail"] = id
    if is_new and delivery["action_id"]:
        _note_order(ordering, delivery)


async def note_decision(unit: UnitOfWork, app: str, subject: str, now: int) -> None:
    """In the document that every order about the subject changes, so that none can miss it."""
    key = ordering_key(app, subject)
    ordering = await unit.get(key) or unit.create(key, new_ordering_key(subject))
    ordering["decided_at"] = now


async def is_decided_since(unit: UnitOfWork, delivery: Delivery, caused_at: int) -> bool:
    """Whether a moderator has decided on the subject since what the delivery follows from."""
    if not caused_at or not delivery["subject"]:
        return False
    ordering = await unit.get(ordering_key(delivery["app"], delivery["subject"]))
    return ordering is not None and ordering.get("decided_at", 0) > caused_at


def _note_order(ordering: OrderingKey, delivery: Delivery) -> None:
    ordering["last"] = {
        **ordering["last"],
        delivery["action_id"]: {"sequence": delivery["sequence"], "at": delivery["created_at"]},
    }


async def supersede(
    unit: UnitOfWork, delivery: Delivery, actions: Collection[str], most: int, now: int
) -> None:
    """Closes what `actions` still have to send before a delivery that undoes them, the nearest
    `most` of it; what is older goes out before it.
    """
    ordering = await unit.have(ordering_key(delivery["app"], delivery["lane"]))
    undone = dict.fromkeys(actions, delivery["sequence"])
    ordering["reversed"] = {**ordering["reversed"], **undone}
    reason = f"superseded by delivery {delivery['id']} of the action {delivery['action_id']}"
    for older in await _undone_by(unit, delivery, actions, most):
        await stop(unit, older, "superseded", reason, now)
        if not is_open(older):
            unit.add(closing_entry(older, now))


async def stop(
    unit: UnitOfWork, delivery: Delivery, state: ClosedState, reason: str, now: int
) -> None:
    """Closes it, or has it closed once the attempt that is on its way has ended."""
    if is_being_sent(delivery):
        delivery["closing"] = {"state": state, "reason": reason}
    else:
        await close(unit, delivery, state, reason, now)


async def close(
    unit: UnitOfWork, delivery: Delivery, state: ClosedState, reason: str, now: int
) -> None:
    """Takes it out of its order for good, and makes the one behind it due if it was the first."""
    app = delivery["app"]
    ahead, behind = delivery.get("ahead"), delivery.get("behind")
    if ahead:
        before = await unit.have(delivery_key(app, ahead))
        if behind:
            before["behind"] = behind
        else:
            before.pop("behind", None)
            (await unit.have(ordering_key(app, delivery["lane"])))["tail"] = ahead
    if behind:
        await _move_up(unit, await unit.have(delivery_key(app, behind)), ahead, now)
    delivery.update({"state": state, "reason": reason, "updated_at": now, "closed_at": now})
    _forget_turn(delivery)


async def _move_up(unit: UnitOfWork, delivery: Delivery, ahead: str | None, now: int) -> None:
    if ahead:
        delivery["ahead"] = ahead
        return
    delivery.pop("ahead", None)
    delivery.update({"state": "pending", "updated_at": now})
    begin_schedule(delivery, now)
    turns.send(unit, delivery, now)


def _forget_turn(delivery: Delivery) -> None:
    delivery.pop("sending", None)
    delivery.pop("next_attempt_at", None)
    delivery.pop("swept", None)
    delivery.pop("held", None)
    delivery.pop("held_for", None)
    delivery.pop("ahead", None)
    delivery.pop("behind", None)
    delivery.pop("closing", None)


async def _undone_by(
    unit: UnitOfWork, delivery: Delivery, actions: Collection[str], most: int
) -> list[Delivery]:
    found: list[Delivery] = []
    ahead = delivery.get("ahead")
    for _ in range(_LOOKED_AT):
        if not ahead or len(found) >= most:
            break
        older = await unit.have(delivery_key(delivery["app"], ahead))
        if older["action_id"] in actions:
            found.append(older)
        ahead = older.get("ahead")
    return found


async def is_overtaken(unit: UnitOfWork, delivery: Delivery) -> bool:
    """Whether another action on the same subject was ordered after it, and not together with it."""
    ordering = await _ordering_of(unit, delivery)
    others = [each for action, each in ordering["last"].items() if action != delivery["action_id"]]
    return any(
        each["sequence"] > delivery["sequence"] and each["at"] != delivery["created_at"]
        for each in others
    )


async def is_before(unit: UnitOfWork, delivery: Delivery, actions: Collection[str]) -> bool:
    """Whether one of these actions on the same subject was ordered after it."""
    ordering = await _ordering_of(unit, delivery)
    found = (ordering["last"].get(action) for action in actions)
    return any(each is not None and each["sequence"] > delivery["sequence"] for each in found)


async def is_undone(unit: UnitOfWork, delivery: Delivery) -> bool:
    """Whether an action that undoes it was ordered after it."""
    ordering = await _ordering_of(unit, delivery)
    return ordering["reversed"].get(delivery["action_id"], 0) > delivery["sequence"]


async def _ordering_of(unit: UnitOfWork, delivery: Delivery) -> OrderingKey:
    name = delivery["lane"]
    known = await unit.get(ordering_key(delivery["app"], name)) if name else None
    return known or new_ordering_key(name)
