"""Lanes: what is sent about one subject goes out in the order in which it was ordered.

All actions on a subject share a lane, unless an action is declared independent; a webhook has its
own for each subject. Every function here changes a draft; its commit makes the change or conflicts.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from common.domain.delivery import (
    delivery_key,
    is_being_sent,
    is_open,
    lane_key,
    new_lane,
    schedule_fields,
)
from common.store.store import Data
from common.store.unit_of_work import Draft

_LOOKED_AT = 100
_TURN = ("sending", "next_attempt_at", "held")


async def append(draft: Draft, delivery: Data) -> None:
    """Numbers the delivery, and makes it wait if its lane has others on their way.

    A delivery outside all lanes stays as it is. One that had a number goes out again, which is no
    later order.
    """
    if not delivery["lane"]:
        return
    app, id = delivery["app"], delivery["id"]
    key = lane_key(app, delivery["lane"])
    lane = await draft.get(key)
    if lane is None:
        lane = new_lane(delivery["lane"])
        draft.create(key, lane)
    sequence, is_new = lane["sequence"] + 1, not delivery["sequence"]
    delivery["sequence"] = sequence
    tail = await draft.get(delivery_key(app, lane["tail"])) if lane["tail"] else None
    if tail is not None and is_open(tail) and tail["id"] != id:
        draft.change(delivery_key(app, tail["id"]), {"behind": id})
        delivery.update(state="waiting", ahead=tail["id"])
        delivery.pop("next_attempt_at", None)
    fields: dict[str, Any] = {"sequence": sequence, "tail": id}
    if is_new and delivery["action_id"]:
        ordered = {"sequence": sequence, "at": delivery["created_at"]}
        fields["last"] = {**lane["last"], delivery["action_id"]: ordered}
    draft.change(key, fields)


async def supersede(
    draft: Draft, delivery: Data, actions: Collection[str], most: int, now: int
) -> list[str]:
    """Closes what `actions` still have to send in the lane of a delivery that undoes them, the
    nearest `most` of it; what is older goes out before it. Returns the ids of those whose turn it
    then is.
    """
    lane_id = lane_key(delivery["app"], delivery["lane"])
    lane = await draft.have(lane_id)
    undone = {**lane["reversed"], **dict.fromkeys(actions, delivery["sequence"])}
    draft.change(lane_id, {"reversed": undone})
    reason = f"superseded by delivery {delivery['id']} of the action {delivery['action_id']}"
    due: list[str] = []
    for older in await _undone_by(draft, delivery, actions, most):
        due += await stop(draft, older, "superseded", reason, now)
        if not is_open(older):
            tell_closed(draft, older, now)
    return due


def tell_closed(draft: Draft, delivery: Data, now: int) -> None:
    """Has the log say why something was closed that nothing came of."""
    from common.delivery.log_entries import closing_entry

    entry = closing_entry(delivery, now)
    draft.create(entry.key, entry.data)


async def stop(draft: Draft, delivery: Data, state: str, reason: str, now: int) -> list[str]:
    """Closes it, or has it closed once the attempt that is on its way has ended."""
    if not is_being_sent(delivery):
        return await close(draft, delivery, state, reason, now)
    closing = {"state": state, "reason": reason}
    draft.change(delivery_key(delivery["app"], delivery["id"]), {"closing": closing})
    return []


async def close(draft: Draft, delivery: Data, state: str, reason: str, now: int) -> list[str]:
    """Takes it out of its lane for good; the ids of those whose turn it then is."""
    app, key = delivery["app"], delivery_key(delivery["app"], delivery["id"])
    ahead, behind = delivery.get("ahead"), delivery.get("behind")
    fields = {"state": state, "reason": reason, "updated_at": now, "closed_at": now}
    if ahead:
        await _link(draft, app, ahead, "behind", behind)
        if behind is None:
            lane = lane_key(app, delivery["lane"])
            await draft.have(lane)
            draft.change(lane, {"tail": ahead})
    due: list[str] = []
    if behind:
        await _link(draft, app, behind, "ahead", ahead)
        if not ahead:
            draft.change(delivery_key(app, behind), _turn(now))
            due.append(behind)
    draft.change(key, fields, (*_TURN, "ahead", "behind", "closing"))
    return due


def _turn(now: int) -> dict[str, Any]:
    return {"state": "pending", "updated_at": now, **schedule_fields(now)}


async def _link(draft: Draft, app: str, id: str, name: str, to: str | None) -> None:
    key = delivery_key(app, id)
    await draft.have(key)
    draft.change(key, {name: to} if to else {}, () if to else (name,))


async def _undone_by(
    draft: Draft, delivery: Data, actions: Collection[str], most: int
) -> list[Data]:
    found: list[Data] = []
    ahead = delivery.get("ahead")
    for _ in range(_LOOKED_AT):
        if not ahead or len(found) >= most:
            break
        older = await draft.have(delivery_key(delivery["app"], ahead))
        if older["action_id"] in actions:
            found.append(older)
        ahead = older.get("ahead")
    return found


async def is_overtaken(draft: Draft, delivery: Data) -> bool:
    """Whether another action on the same subject was ordered after it, and not together with it."""
    lane = await _lane_of(draft, delivery)
    others = [each for action, each in lane["last"].items() if action != delivery["action_id"]]
    return any(
        each["sequence"] > delivery["sequence"] and each["at"] != delivery["created_at"]
        for each in others
    )


async def is_before(draft: Draft, delivery: Data, actions: Collection[str]) -> bool:
    """Whether one of these actions on the same subject was ordered after it."""
    lane = await _lane_of(draft, delivery)
    found = (lane["last"].get(action) for action in actions)
    return any(each is not None and each["sequence"] > delivery["sequence"] for each in found)


async def is_undone(draft: Draft, delivery: Data) -> bool:
    """Whether an action that undoes it was ordered after it."""
    lane = await _lane_of(draft, delivery)
    return bool(lane["reversed"].get(delivery["action_id"], 0) > delivery["sequence"])


async def _lane_of(draft: Draft, delivery: Data) -> Data:
    name = delivery["lane"]
    lane = await draft.get(lane_key(delivery["app"], name)) if name else None
    return lane or new_lane(name)
