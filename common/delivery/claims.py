"""Turns: whether a delivery that is due goes out now, waits for its endpoint, or is given up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from common.configuration.context import Context
from common.delivery import breaker, ordering
from common.delivery.attempts import target_key
from common.delivery.endpoints import is_probing, probe_claim
from common.delivery.log_entries import closing_entry
from common.delivery.outbox import publish
from common.delivery.schedule import horizon
from common.domain.endpoint import endpoint_key
from common.store.store import Data, Document, Update, Write
from common.store.unit_of_work import Draft

_SECOND = 1_000_000_000
# Beyond twice the time that an attempt may take: what it takes besides depends on the machine.
_CLAIM_MARGIN = 10 * _SECOND
# What waited for an endpoint does not come back all at once.
_SPREAD_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Turn:
    """A delivery that its sender has claimed, with what it needs. A probe is made for the
    endpoint's sake and does not count against the delivery's schedule.
    """

    app: str
    delivery: Data
    target: Data | None
    endpoint: Data | None
    delays: Sequence[float]
    is_probe: bool


async def take(context: Context, app: str, found: Document, now: int) -> Turn | None:
    """None when nothing is to be sent now. Raises Conflict when the delivery has changed."""
    delivery = found.data
    if "closing" in delivery:
        await _close(context, found, now, **delivery["closing"])
        return None
    target_at = target_key(app, delivery)
    keys = [endpoint_key(app, delivery["endpoint"]), *([target_at] if target_at else [])]
    endpoint, *targets = await context.store.get(keys)
    delays = await _delays(context, app)
    if endpoint is not None and (until := breaker.held_until(endpoint.data, now)):
        await _hold(context, found, endpoint.data, until, delays, now)
        return None
    target = targets[0].data if targets and targets[0] else None
    is_probe = await _claim(context, found, endpoint, now)
    known = endpoint.data if endpoint else None
    return Turn(app, _claimed(context, delivery, now), target, known, delays, is_probe)


async def _delays(context: Context, app: str) -> Sequence[float]:
    configuration = await context.configurations.of(app)
    return configuration.settings.get("retry_delays") or context.settings.retry_delays


async def _claim(context: Context, found: Document, endpoint: Document | None, now: int) -> bool:
    """Two messages never send at once. Tells whether the attempt is a probe."""
    claimed = _claimed(context, found.data, now)
    fields = {name: claimed[name] for name in ("next_attempt_at", "updated_at", "sending")}
    writes: list[Write] = [
        Update(
            found.key,
            set=fields,
            increment={"attempts": 1},
            remove=("held",),
            version=found.version,
        )
    ]
    is_probe = endpoint is not None and is_probing(endpoint.data, now)
    if endpoint is not None and is_probe:
        writes.append(probe_claim(endpoint, claimed["next_attempt_at"]))
    await context.store.commit(writes)
    return is_probe


def _claimed(context: Context, delivery: Data, now: int) -> Data:
    """Due again only when this attempt must have ended, so that a crash in the middle delays the
    next one and no more. The moved time also tells whose claim it is.
    """
    until = now + int(2 * context.settings.callback_timeout * _SECOND) + _CLAIM_MARGIN
    attempts = delivery["attempts"] + 1
    moved = {"next_attempt_at": until, "updated_at": now, "sending": now, "attempts": attempts}
    return {**delivery, **moved}


async def _hold(
    context: Context,
    found: Document,
    endpoint: Data,
    until: int,
    delays: Sequence[float],
    now: int,
) -> None:
    """Without using up an attempt; but not longer than the schedule would have lasted."""
    why = breaker.why_held(endpoint, now)
    if now > found.data["started_at"] + int(horizon(delays) * _SECOND):
        await _close(context, found, now, "dead", why)
        return
    at = until + int(context.rng.uniform(0, _SPREAD_SECONDS) * _SECOND)
    fields = {"next_attempt_at": at, "held": why}
    await context.store.commit([Update(found.key, set=fields, version=found.version)])
    await publish(context, found.key.app, [found.key.id], (at - now) / _SECOND)


async def _close(context: Context, found: Document, now: int, state: str, reason: str) -> None:
    draft = Draft(context.store, [found])
    delivery = await draft.have(found.key)
    due = await ordering.close(draft, delivery, state, reason, now)
    await context.store.commit([*draft.writes(), closing_entry(delivery, now)])
    await publish(context, found.key.app, due)
