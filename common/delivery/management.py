"""Deliveries as people see them, try them again and stop them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from common.configuration.context import Context
from common.delivery import ordering, turns
from common.delivery.log_entries import cancelling_entry, closing_entry, retried_entry
from common.domain.delivery import (
    DELIVERIES,
    Delivery,
    begin_schedule,
    delivery_key,
    is_being_sent,
    is_open,
)
from common.domain.endpoint import action_endpoint
from common.domain.errors import Invalid, NotFound
from common.store.deciding import until_committed
from common.store.store import Conflict
from common.store.unit_of_work import UnitOfWork

_ATTEMPTS = 10
_TOGETHER = frozenset(("endpoint", "state"))
CANCELLED = "cancelled by a person"


async def query(
    context: Context,
    app: str,
    filters: Mapping[str, str | None],
    since: int | None,
    until: int | None,
    limit: int,
    cursor: str | None,
) -> tuple[list[Delivery], str | None]:
    """The newest first. What is not sent itself is left out, so a page may hold less than asked."""
    page = await context.store.query(
        DELIVERIES,
        app=app,
        equal=_equal(filters),
        order="created_at",
        descending=True,
        low=since,
        high=until,
        limit=limit,
        cursor=cursor,
    )
    return [found.data for found in page.documents if _is_shown(found.data)], page.cursor


def _equal(filters: Mapping[str, str | None]) -> dict[str, str]:
    given = {name: value for name, value in filters.items() if value}
    if action := given.pop("action_id", None):
        endpoint = action_endpoint(action)
        if given.get("endpoint", endpoint) != endpoint:
            raise Invalid.field("action_id", "is of another endpoint than endpoint")
        given["endpoint"] = endpoint
    if len(given) > 1 and given.keys() != _TOGETHER:
        *_, last = given
        others = " and ".join(name for name in given if name != last)
        raise Invalid.field(last, f"cannot be combined with {others}")
    return given


def _is_shown(delivery: Delivery) -> bool:
    return delivery["endpoint_kind"] != "events"


async def get(context: Context, app: str, id: str) -> Delivery:
    return await _get(UnitOfWork(context.store), app, id)


async def _get(unit: UnitOfWork, app: str, id: str) -> Delivery:
    found = await unit.get(delivery_key(app, id))
    if found is None or not _is_shown(found):
        raise NotFound(f"there is no delivery {id!r}", {"id": "does not exist"})
    return found


async def retry(context: Context, app: str, id: str, now: int, *, by: str = "") -> Delivery:
    """Due now, whether it was still to be sent or done with. Raises Invalid when it is not its
    turn, when it is being sent, or when a later order about the subject speaks against it.
    """

    async def change(unit: UnitOfWork, delivery: Delivery) -> None:
        if is_open(delivery):
            _check_turn(delivery, now)
            _try_now(delivery, now)
        elif await is_outdated(context, unit, delivery):
            raise Invalid.field("id", "was undone by a later order about the same subject")
        else:
            await reopen(unit, delivery, now, now)
        if delivery["state"] == "pending":
            turns.send(unit, delivery, now)
        unit.add(retried_entry(delivery, now, by))

    return await _changed(context, app, id, change)


def _check_turn(delivery: Delivery, now: int) -> None:
    if delivery["state"] == "waiting":
        problem = f"waits for delivery {delivery['ahead']}, which goes out before it"
    elif "closing" in delivery:
        problem = f"is about to be {delivery['closing']['state']}"
    elif is_being_sent(delivery) and delivery["next_attempt_at"] > now:
        problem = "is being sent right now"
    else:
        return
    raise Invalid.field("id", problem)


def _try_now(delivery: Delivery, now: int) -> None:
    delivery["updated_at"] = now
    begin_schedule(delivery, now)
    delivery.pop("held", None)
    delivery.pop("sending", None)


async def cancel(
    context: Context, app: str, id: str, reason: str | None, by: str, now: int
) -> Delivery:
    """One that is being sent is closed when its attempt ends, unless that succeeds."""
    why = reason or CANCELLED

    async def change(unit: UnitOfWork, delivery: Delivery) -> None:
        if not is_open(delivery):
            raise Invalid.field("id", f"is {delivery['state']} already")
        await ordering.stop(unit, delivery, "cancelled", why, now)
        if is_open(delivery):
            unit.add(cancelling_entry(delivery, why, now, by))
        else:
            unit.add(closing_entry(delivery, now, by=by))

    return await _changed(context, app, id, change)


async def _changed(
    context: Context,
    app: str,
    id: str,
    change: Callable[[UnitOfWork, Delivery], Awaitable[None]],
) -> Delivery:
    async def once() -> Delivery:
        unit = UnitOfWork(context.store)
        delivery = await _get(unit, app, id)
        await change(unit, delivery)
        await unit.commit()
        return delivery

    return await until_committed(once, _ATTEMPTS, Conflict(delivery_key(app, id)))


async def reopen(unit: UnitOfWork, delivery: Delivery, at: int, now: int) -> None:
    """Sends one that was done with again from `at` on: under its id, with a new number, behind
    whatever its ordering key still has to send.
    """
    delivery.update({"state": "pending", "reason": "", "updated_at": now})
    begin_schedule(delivery, at)
    delivery.pop("closed_at", None)
    delivery.pop("delivered_at", None)
    delivery.pop("receipt_at", None)
    await ordering.append(unit, delivery)


async def is_outdated(context: Context, unit: UnitOfWork, delivery: Delivery) -> bool:
    """Whether something ordered later undid it, or would be undone by sending it again."""
    if await ordering.is_undone(unit, delivery):
        return True
    configuration = await context.configurations.of(delivery["app"])
    action = configuration.actions.get(delivery["action_id"])
    reverses = (action.get("reverses") or ()) if action is not None else ()
    return await ordering.is_before(unit, delivery, reverses)
