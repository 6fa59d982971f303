"""Endpoints: how receivers do, switching them off and on, sending again what they missed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from common.api.base import Request
from common.api.gavel.base import ListQuery
from common.api.gavel.deliveries import DisableBody, RedeliverBody, ReplayBody
from common.delivery import endpoint_health, endpoints, redelivery
from common.delivery.redelivery import Redeliveries
from common.http.call import Call
from common.http.times import to_rfc3339

_MOMENTS = ("open_until", "slow_until", "since", "until")
_INTERNAL = ("cursor", "due_at")


async def query(call: Call) -> dict[str, Any]:
    asked: ListQuery = call.query
    found, following = await endpoint_health.query(
        call.context, call.app, asked.limit, asked.cursor
    )
    return {"endpoints": [_shown(each.shown(call.now)) for each in found], "next": following}


async def get(call: Call) -> dict[str, Any]:
    found = await endpoint_health.get(call.context, call.app, call.path["id"])
    figures = await endpoint_health.health(call.context, call.app, found.id)
    return {"endpoint": {**_shown(found.shown(call.now)), "health": figures}}


async def disable(call: Call, body: DisableBody) -> dict[str, Any]:
    found = await endpoint_health.get(call.context, call.app, call.path["id"])
    by = call.acting_user(body) or ""
    await endpoints.disable(call.context.store, call.app, found.id, body.reason, call.now, by=by)
    return await _endpoint(call)


async def enable(call: Call) -> dict[str, Any]:
    job = await _redeliveries(call).enable(call.path["id"])
    return {**await _endpoint(call), "resending": _shown(job)}


async def redeliver(call: Call, body: RedeliverBody) -> dict[str, Any]:
    job = await _redeliveries(call, body).redeliver(
        call.path["id"], body.since, body.until, body.per_second
    )
    return {"resending": _shown(job)}


async def replay(call: Call, body: ReplayBody) -> dict[str, Any]:
    job = await _redeliveries(call, body).replay(
        call.path["id"], body.source, body.since, body.until, body.per_second
    )
    return {"resending": _shown(job)}


async def get_resending(call: Call) -> dict[str, Any]:
    return {"resending": _shown(await redelivery.get(call.context, call.app, call.path["id"]))}


def _redeliveries(call: Call, body: Request | None = None) -> Redeliveries:
    by = call.acting_user(body) or ""
    return Redeliveries(call.context, call.app, call.request_id, by, call.now)


async def _endpoint(call: Call) -> dict[str, Any]:
    found = await endpoint_health.get(call.context, call.app, call.path["id"])
    return {"endpoint": _shown(found.shown(call.now))}


def _shown(document: Mapping[str, Any]) -> dict[str, Any]:
    moments = {name: to_rfc3339(document[name]) for name in _MOMENTS if name in document}
    return {**{k: v for k, v in document.items() if k not in _INTERNAL}, **moments}
