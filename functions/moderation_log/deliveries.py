"""Deliveries: looking for them, trying one again, stopping one."""

from __future__ import annotations

from typing import Any

from common.api.gavel.deliveries import CancelBody, DeliveryQuery
from common.delivery import management
from common.domain.delivery import Delivery, is_being_sent
from common.http.call import Call

_FILTERS = ("endpoint", "state", "subject", "item_id", "action_id")
_INTERNAL = frozenset(("app", "lane", "behind", "counted", "window_end", "sending"))


async def query(call: Call) -> dict[str, Any]:
    asked: DeliveryQuery = call.query
    found, following = await management.query(
        call.context,
        call.app,
        {name: getattr(asked, name) for name in _FILTERS},
        asked.since,
        asked.until,
        asked.limit,
        asked.cursor,
    )
    return {"deliveries": [_listed(each) for each in found], "next": following}


async def get(call: Call) -> dict[str, Any]:
    found = await management.get(call.context, call.app, call.path["id"])
    return {"delivery": _shown(found)}


async def retry(call: Call) -> dict[str, Any]:
    retried = await management.retry(call.context, call.app, call.path["id"], call.now)
    return {"delivery": _shown(retried)}


async def cancel(call: Call, body: CancelBody) -> dict[str, Any]:
    by = call.acting_user(body) or ""
    cancelled = await management.cancel(
        call.context, call.app, call.path["id"], body.reason, by, call.now
    )
    return {"delivery": _shown(cancelled)}


def _shown(delivery: Delivery) -> dict[str, Any]:
    is_sent = {"being_sent": is_being_sent(delivery)}
    return {**{k: v for k, v in delivery.items() if k not in _INTERNAL}, **is_sent}


def _listed(delivery: Delivery) -> dict[str, Any]:
    """With its last attempt only."""
    shown = _shown(delivery)
    tries = shown.pop("tries")
    return {**shown, "last_attempt": tries[-1] if tries else None}
