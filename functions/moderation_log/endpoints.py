"""Endpoints: how receivers do, switching them off and on, sending again what they missed."""

from __future__ import annotations

from common.api.base import Request
from common.api.gavel.base import ListQuery
from common.api.gavel.deliveries import DisableBody, RedeliverBody, ReplayBody
from common.delivery import endpoint_health, endpoints, redelivery
from common.delivery.endpoint_health import Receiver
from common.delivery.redelivery import Redeliveries
from common.http.call import Call
from common.views.gavel_endpoints import (
    EnabledEndpointAnswer,
    EndpointAnswer,
    EndpointHealthAnswer,
    EndpointsAnswer,
    RedeliveryAnswer,
    ShownEndpoint,
    enabled_endpoint_answer,
    endpoint_health_answer,
    endpoint_shown,
    endpoints_answer,
    redelivery_answer,
)


async def query(call: Call) -> EndpointsAnswer:
    asked: ListQuery = call.query
    found, following = await endpoint_health.query(
        call.context, call.app, asked.limit, asked.cursor
    )
    return endpoints_answer([_shown(each, call.now) for each in found], following)


async def get(call: Call) -> EndpointHealthAnswer:
    found = await endpoint_health.get(call.context, call.app, call.path["id"])
    figures = await endpoint_health.health(call.context, call.app, found.id)
    return endpoint_health_answer(_shown(found, call.now), figures)


async def disable(call: Call, body: DisableBody) -> EndpointAnswer:
    found = await endpoint_health.get(call.context, call.app, call.path["id"])
    by = call.acting_user(body) or ""
    await endpoints.disable(call.context.store, call.app, found.id, body.reason, call.now, by=by)
    return {"endpoint": await _endpoint(call)}


async def enable(call: Call) -> EnabledEndpointAnswer:
    job = await _redeliveries(call).enable(call.path["id"])
    return enabled_endpoint_answer(await _endpoint(call), job)


async def redeliver(call: Call, body: RedeliverBody) -> RedeliveryAnswer:
    job = await _redeliveries(call, body).redeliver(
        call.path["id"], body.since, body.until, body.per_second
    )
    return redelivery_answer(job)


async def replay(call: Call, body: ReplayBody) -> RedeliveryAnswer:
    job = await _redeliveries(call, body).replay(
        call.path["id"], body.source, body.since, body.until, body.per_second
    )
    return redelivery_answer(job)


async def get_resending(call: Call) -> RedeliveryAnswer:
    return redelivery_answer(await redelivery.get(call.context, call.app, call.path["id"]))


def _redeliveries(call: Call, body: Request | None = None) -> Redeliveries:
    by = call.acting_user(body) or ""
    return Redeliveries(call.context, call.app, call.request_id, by, call.now)


async def _endpoint(call: Call) -> ShownEndpoint:
    found = await endpoint_health.get(call.context, call.app, call.path["id"])
    return _shown(found, call.now)


def _shown(found: Receiver, now: int) -> ShownEndpoint:
    return endpoint_shown(found.id, found.name, found.url, found.known, now)
