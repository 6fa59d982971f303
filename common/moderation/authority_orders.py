"""Orders by authorities, as people enter them: Gavel only keeps and counts them."""

from __future__ import annotations

from typing import cast

from common.configuration.context import Context
from common.domain.authority_order import (
    AUTHORITY_ORDERS,
    AuthorityOrder,
    authority_order_key,
)
from common.domain.errors import Invalid, NotFound
from common.domain.item import item_key
from common.domain.log import log_key
from common.domain.transparency.codes import codes
from common.moderation.contention import ATTEMPTS, too_busy
from common.store.deciding import until_committed
from common.store.store import Page
from common.store.unit_of_work import UnitOfWork

_TIMES = ("received_at", "acknowledged_at", "given_effect_at", "closed_at")
_STATES, _CATEGORIES = "territorial_scope", "category"


async def put(
    context: Context, app: str, id: str, fields: AuthorityOrder, now: int
) -> AuthorityOrder:
    """In the place of what was entered under that id. Raises Invalid for a state or category that
    the transparency database does not know, what does not exist, and what has not happened yet.
    """
    _check(fields, now)

    async def attempt() -> AuthorityOrder:
        unit = UnitOfWork(context.store)
        await _check_named(unit, app, fields)
        known = await unit.get(authority_order_key(app, id))
        created_at = known["created_at"] if known is not None else now
        order = cast(
            AuthorityOrder, {**fields, "id": id, "created_at": created_at, "updated_at": now}
        )
        await unit.put(authority_order_key(app, id), order)
        await unit.commit()
        return order

    return await until_committed(attempt, ATTEMPTS, too_busy())


async def get(context: Context, app: str, id: str) -> AuthorityOrder:
    (found,) = await context.store.get([authority_order_key(app, id)])
    if found is None:
        raise NotFound(f"there is no order {id!r}", {"id": "does not exist"})
    return found.data


async def query(context: Context, app: str, limit: int, cursor: str | None) -> Page[AuthorityOrder]:
    """By their ids."""
    return await context.store.query(AUTHORITY_ORDERS, app=app, limit=limit, cursor=cursor)


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
