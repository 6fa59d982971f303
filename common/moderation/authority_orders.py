"""Orders by authorities, as people enter them: Gavel only keeps and counts them.

The log has of each what counts in the figures and nothing of whom it is about: more people may read
the log than may know of an order.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from common.configuration.context import Context
from common.domain.authority_order import (
    AUTHORITY_ORDERS,
    AuthorityOrder,
    authority_order_key,
)
from common.domain.errors import Invalid, NotFound
from common.domain.item import item_key
from common.domain.log import log_key, new_entry
from common.domain.times import to_rfc3339
from common.domain.transparency.codes import codes
from common.moderation.contention import ATTEMPTS, too_busy
from common.store.deciding import until_committed
from common.store.store import Page
from common.store.unit_of_work import UnitOfWork

_TIMES = ("received_at", "acknowledged_at", "given_effect_at", "closed_at")
_STATES, _CATEGORIES = "territorial_scope", "category"
_COUNTED = ("kind", "issuing_state", "category")
_OF_GAVEL = ("id", "created_at", "updated_at")


async def put(
    context: Context, app: str, id: str, fields: AuthorityOrder, now: int
) -> AuthorityOrder:
    """In the place of what was entered under that id; the same once more changes nothing. Raises
    Invalid for a state or category that the transparency database does not know, what does not
    exist, and what has not happened yet.
    """
    _check(fields, now)

    async def attempt() -> AuthorityOrder:
        unit = UnitOfWork(context.store)
        known = await unit.get(authority_order_key(app, id))
        if known is not None and _entered(known) == {**fields}:
            return known
        await _check_named(unit, app, fields)
        created_at = known["created_at"] if known is not None else now
        order = cast(
            AuthorityOrder, {**fields, "id": id, "created_at": created_at, "updated_at": now}
        )
        await unit.put(authority_order_key(app, id), order)
        _note(unit, app, known, order, order["by"], "", now)
        await unit.commit()
        return order

    return await until_committed(attempt, ATTEMPTS, too_busy())


async def take_out(context: Context, app: str, id: str, by: str, reason: str, now: int) -> None:
    """One that should not have been entered: the figures are as if it had not been. Raises
    NotFound.
    """
    from common.configuration.figures import of_no_order

    async def attempt() -> None:
        unit = UnitOfWork(context.store)
        key = authority_order_key(app, id)
        order = await unit.get(key)
        if order is None:
            raise _not_found(id)
        unit.delete(key)
        unit.add(*of_no_order(app, order))
        _note(unit, app, order, None, by, reason, now)
        await unit.commit()

    await until_committed(attempt, ATTEMPTS, too_busy())


async def get(context: Context, app: str, id: str) -> AuthorityOrder:
    (found,) = await context.store.get([authority_order_key(app, id)])
    if found is None:
        raise _not_found(id)
    return found.data


async def query(context: Context, app: str, limit: int, cursor: str | None) -> Page[AuthorityOrder]:
    """By their ids."""
    return await context.store.query(AUTHORITY_ORDERS, app=app, limit=limit, cursor=cursor)


def _not_found(id: str) -> NotFound:
    return NotFound(f"there is no order {id!r}", {"id": "does not exist"})


def _entered(order: AuthorityOrder) -> dict[str, Any]:
    return {name: each for name, each in order.items() if name not in _OF_GAVEL}


def _note(
    unit: UnitOfWork,
    app: str,
    before: AuthorityOrder | None,
    after: AuthorityOrder | None,
    by: str,
    reason: str,
    now: int,
) -> None:
    """`changed` names what differs, also where it is not said as what."""
    order = after or before
    assert order is not None
    custom: dict[str, object] = {"order_id": order["id"], **_counted(order)}
    if before is not None and after is not None:
        custom["before"] = _counted(before)
        old, new = _entered(before), _entered(after)
        custom["changed"] = sorted(n for n in {*old, *new} if old.get(n) != new.get(n))
    type = "changed" if before and after else "entered" if after else "taken_out"
    unit.add(new_entry(app, "authority_order", type, now, by=by, reason=reason, custom=custom))


def _counted(order: AuthorityOrder) -> dict[str, object]:
    said: Mapping[str, Any] = order
    codes_of_it = {name: said[name] for name in _COUNTED if name in said}
    return codes_of_it | {name: to_rfc3339(said[name]) for name in _TIMES if name in said}


def _check(fields: AuthorityOrder, now: int) -> None:
    if codes().unknown(_STATES, [fields["issuing_state"]]):
        problem = f"is none of {', '.join(codes().of[_STATES])}"
        raise Invalid.field("issuing_state", problem)
    category = fields.get("category")
    if category is not None and codes().unknown(_CATEGORIES, [category]):
        raise Invalid.field("category", f"is none of {', '.join(codes().of[_CATEGORIES])}")
    for name in _TIMES:
        at: int = fields.get(name, now)  # type: ignore[assignment]
        if at > now:
            raise Invalid.field(name, "has not come yet")


async def _check_named(unit: UnitOfWork, app: str, fields: AuthorityOrder) -> None:
    item, decision = fields.get("item_id"), fields.get("decision_id")
    if item is not None and await unit.get(item_key(app, item)) is None:
        raise Invalid.field("item_id", "does not exist")
    if decision is not None and await unit.get(log_key(app, decision)) is None:
        raise Invalid.field("decision_id", "is no entry of the log")
