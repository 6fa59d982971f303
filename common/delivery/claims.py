"""Claims: whether a delivery that is due goes out now, waits for its endpoint, or is given up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from common.configuration.context import Context
from common.delivery import breaker, ordering, turns
from common.delivery.log_entries import closing_entry
from common.delivery.schedule import horizon
from common.delivery.targets import Target, pause_of, target_key, target_of
from common.domain.delivery import ClosedState, Delivery, was_tried
from common.domain.endpoint import Endpoint, endpoint_key, state_of
from common.domain.times import HOUR, nanoseconds
from common.store.store import Document
from common.store.unit_of_work import UnitOfWork

# What waited for an endpoint does not come back all at once.
_SPREAD_SECONDS = 5.0
_PAUSE_RECHECK = HOUR
PAUSED = "the action is paused"


@dataclass(frozen=True, slots=True)
class Claim:
    """A delivery that its sender has claimed, with what it needs. A probe is made for the
    endpoint's sake and does not count against the delivery's schedule. The last attempt is that of
    a delivery which was kept back for too long: it goes out although the endpoint does not answer.
    `turn` is when the delivery was due.
    """

    app: str
    delivery: Delivery
    target: Target | None
    endpoint: Endpoint | None
    delays: Sequence[float]
    is_probe: bool
    is_last: bool
    turn: int


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
    action = await unit.get(target_at) if target_at else None
    if pause := pause_of(delivery, action, now):
        ends = min(pause.get("ends_at", now + _PAUSE_RECHECK), now + _PAUSE_RECHECK)
        why = f"{PAUSED}: {pause['reason']}" if pause["reason"] else PAUSED
        await _hold(context, unit, delivery, why, ends, now, counts=False)
        return None
    until = breaker.held_until(endpoint, now)
    is_last = until is not None and _is_over(delivery, delays)
    if endpoint is not None and until is not None:
        is_disabled = "disabled_at" in endpoint
        if is_last and is_disabled and was_tried(delivery):
            await _close(unit, delivery, now, "dead", breaker.why_held(endpoint, now))
            return None
        if is_disabled or not is_last:
            await _hold(context, unit, delivery, breaker.why_held(endpoint, now), until, now)
            return None
    target = target_of(delivery, action)
    turn, is_probe = delivery["next_attempt_at"], state_of(endpoint, now) == "half_open"
    _take(context, delivery, now)
    if endpoint is not None and is_probe and not is_last:
        endpoint["probe_until"] = delivery["next_attempt_at"]
    await unit.commit()
    return Claim(app, delivery, target, endpoint, delays, is_probe, is_last, turn)


def _is_over(delivery: Delivery, delays: Sequence[float]) -> bool:
    """Whether it was kept back for as long as its schedule would have lasted. Only what it was told
    to wait counts, and not how long nobody looked at it.
    """
    return delivery.get("held_for", 0) > nanoseconds(horizon(delays))


async def _delays(context: Context, app: str) -> Sequence[float]:
    configuration = await context.configurations.of(app)
    return configuration.settings.get("retry_delays") or context.settings.retry_delays


def _take(context: Context, delivery: Delivery, now: int) -> None:
    """The moved time also tells whose claim it is."""
    until = turns.claimed_until(context, now)
    attempts = delivery["attempts"] + 1
    delivery.update(
        {"next_attempt_at": until, "updated_at": now, "sending": now, "attempts": attempts}
    )
    delivery.pop("held", None)
    delivery.pop("swept", None)


async def _hold(
    context: Context,
    unit: UnitOfWork,
    delivery: Delivery,
    why: str,
    until: int,
    now: int,
    *,
    counts: bool = True,
) -> None:
    """Without using up an attempt, or, unless it `counts`, the time that its schedule lasts."""
    at = until + nanoseconds(context.rng.uniform(0, _SPREAD_SECONDS))
    held_for = delivery.get("held_for", 0) + (at - now if counts else 0)
    delivery.update({"held": why, "held_for": held_for})
    turns.take_turn(unit, delivery, at, now)
    await unit.commit()


async def _close(
    unit: UnitOfWork, delivery: Delivery, now: int, state: ClosedState, reason: str
) -> None:
    await ordering.close(unit, delivery, state, reason, now)
    unit.add(closing_entry(delivery, now))
    await unit.commit()
