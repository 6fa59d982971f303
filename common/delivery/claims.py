"""Claims: whether a delivery that is due goes out now, waits for its endpoint, or is given up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from common.configuration.context import Context
from common.delivery import breaker, ordering
from common.delivery.log_entries import closing_entry
from common.delivery.schedule import horizon
from common.delivery.targets import Target, target_key, target_of
from common.domain.delivery import ClosedState, Delivery
from common.domain.endpoint import Endpoint, endpoint_key, state_of
from common.domain.times import SECOND, nanoseconds
from common.queue.messages import DueDelivery
from common.store.store import Document
from common.store.unit_of_work import UnitOfWork

# Beyond waiting for a sending slot and then sending, each of which may take the whole timeout.
_CLAIM_MARGIN = 10 * SECOND
# What waited for an endpoint does not come back all at once.
_SPREAD_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Claim:
    """A delivery that its sender has claimed, with what it needs. A probe is made for the
    endpoint's sake and does not count against the delivery's schedule.
    """

    app: str
    delivery: Delivery
    target: Target | None
    endpoint: Endpoint | None
    delays: Sequence[float]
    is_probe: bool


async def claim(context: Context, app: str, found: Document[Delivery], now: int) -> Claim | None:
    """None when nothing is to be sent now. Raises Conflict when the delivery has changed."""
    unit = UnitOfWork(context.store, [found])
    delivery = await unit.have(found.key)
    if "closing" in delivery:
        await _close(
            unit, delivery, now, delivery["closing"]["state"], delivery["closing"]["reason"]
        )
        return None
    endpoint_at, target_at = endpoint_key(app, delivery["endpoint"]), target_key(app, delivery)
    await unit.read([endpoint_at, *([target_at] if target_at else [])])
    endpoint = await unit.get(endpoint_at)
    delays = await _delays(context, app)
    if endpoint is not None and (until := breaker.held_until(endpoint, now)):
        await _hold(context, unit, delivery, breaker.why_held(endpoint, now), until, delays, now)
        return None
    target = target_of(delivery, await unit.get(target_at) if target_at else None)
    is_probe = state_of(endpoint, now) == "half_open"
    _take(context, delivery, now)
    if endpoint is not None and is_probe:
        endpoint["probe_until"] = delivery["next_attempt_at"]
    await unit.commit()
    return Claim(app, delivery, target, endpoint, delays, is_probe)


async def _delays(context: Context, app: str) -> Sequence[float]:
    configuration = await context.configurations.of(app)
    return configuration.settings.get("retry_delays") or context.settings.retry_delays


def _take(context: Context, delivery: Delivery, now: int) -> None:
    """Due again only when this attempt must have ended, so that a crash in the middle delays the
    next one and no more. The moved time also tells whose claim it is.
    """
    until = now + nanoseconds(2 * context.settings.callback_timeout) + _CLAIM_MARGIN
    attempts = delivery["attempts"] + 1
    delivery.update(
        {"next_attempt_at": until, "updated_at": now, "sending": now, "attempts": attempts}
    )
    delivery.pop("held", None)


async def _hold(
    context: Context,
    unit: UnitOfWork,
    delivery: Delivery,
    why: str,
    until: int,
    delays: Sequence[float],
    now: int,
) -> None:
    """Without using up an attempt; but not longer than the schedule would have lasted."""
    if now > delivery["started_at"] + nanoseconds(horizon(delays)):
        await _close(unit, delivery, now, "dead", why)
        return
    at = until + nanoseconds(context.rng.uniform(0, _SPREAD_SECONDS))
    delivery.update({"next_attempt_at": at, "held": why})
    unit.send(DueDelivery(delivery["app"], delivery["id"]), (at - now) / SECOND)
    await unit.commit()


async def _close(
    unit: UnitOfWork, delivery: Delivery, now: int, state: ClosedState, reason: str
) -> None:
    await ordering.close(unit, delivery, state, reason, now)
    unit.add(closing_entry(delivery, now))
    await unit.commit()
