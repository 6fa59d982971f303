"""What came of an attempt: recorded in one commit with what it leads to."""

from __future__ import annotations

from contextlib import suppress

from common.configuration.context import Context
from common.delivery import breaker, ordering, receipts, turns
from common.delivery.attempts import answer_record, attempt_record, succeeded
from common.delivery.claims import Claim
from common.delivery.log_entries import attempt_entry, closing_entry
from common.delivery.schedule import next_retry
from common.domain.delivery import TRIES_KEPT, Delivery, Try, delivery_key, is_open
from common.domain.times import SECOND
from common.domain.transparency.database import Outcome
from common.outgoing.calls import AttemptResult
from common.store.deciding import until_committed
from common.store.store import Conflict
from common.store.unit_of_work import UnitOfWork

_UNCOUNTED_DELAY = 5 * SECOND
_ATTEMPTS = 10


async def settle(
    context: Context,
    claim: Claim,
    result: AttemptResult,
    now: int,
    outcome: Outcome | None = None,
) -> None:
    """A failure changes nothing but the log where the delivery is another's by now; a success
    counts in any case.
    """
    key = delivery_key(claim.app, claim.delivery["id"])

    async def once() -> None:
        unit = UnitOfWork(context.store)
        delivery = await unit.get(key)
        if delivery is None:
            return
        if outcome is not None and (is_held_by(delivery, claim) or succeeded(delivery, result)):
            delivery["submission"] = outcome
        await _settle(context, unit, delivery, claim, result, now)
        done, number = succeeded(claim.delivery, result), claim.delivery["attempts"]
        record = answer_record(result)
        unit.add(attempt_entry(delivery, number, done, claim.is_probe, record, now))
        await unit.commit()

    await until_committed(once, _ATTEMPTS, Conflict(key))


async def _settle(
    context: Context,
    unit: UnitOfWork,
    delivery: Delivery,
    claim: Claim,
    result: AttemptResult,
    now: int,
) -> None:
    tried: Try = {"attempt": claim.delivery["attempts"], **attempt_record(result, now)}
    tries = [*delivery["tries"], tried][-TRIES_KEPT:]
    is_claimed = is_held_by(delivery, claim)
    delivery.update({"tries": tries, "attempted_at": now, "updated_at": now})
    if succeeded(delivery, result):
        receipts.begin(context, unit, delivery, claim.target, now)
        await _deliver(unit, delivery, now)
    elif not is_claimed:
        return
    elif "closing" in delivery:
        closing = delivery["closing"]
        await ordering.close(unit, delivery, closing["state"], closing["reason"], now)
        unit.add(closing_entry(delivery, now))
    elif result.error == "refused":
        await ordering.close(unit, delivery, "dead", _last_words(result), now)
    elif _schedule(context, delivery, claim, result, now):
        delivery.pop("sending", None)
        turns.send(unit, delivery, now)
    else:
        await ordering.close(unit, delivery, "dead", _last_words(result), now)


async def _deliver(unit: UnitOfWork, delivery: Delivery, now: int) -> None:
    """A success that comes after the delivery was closed otherwise is still one."""
    delivery["delivered_at"] = now
    if is_open(delivery):
        await ordering.close(unit, delivery, "delivered", "", now)
    else:
        delivery.update({"state": "delivered", "reason": "", "closed_at": now})


def _schedule(
    context: Context, delivery: Delivery, claim: Claim, result: AttemptResult, now: int
) -> bool:
    """False where the schedule has ended. An attempt that was not sent, or a probe of an endpoint
    that is still down, is not one of the schedule's. A probe that failed for what it carried is.
    """
    is_down = breaker.says_down(result)
    if claim.is_last and is_down:
        return False
    if result.error == "busy" or (claim.is_probe and is_down):
        delivery["next_attempt_at"] = now + _UNCOUNTED_DELAY
        return True
    counted = delivery["counted"] + 1
    retry = next_retry(
        counted, delivery["window_end"], now, context.rng, claim.delays, result.retry_after
    )
    if retry is None:
        return False
    delivery.update(
        {"counted": counted, "next_attempt_at": retry.at, "window_end": retry.window_end}
    )
    return True


def _last_words(result: AttemptResult) -> str:
    return result.detail or f"the last attempt was answered with {result.status}"


def is_held_by(delivery: Delivery, claim: Claim) -> bool:
    """False once a person's retry or, after the claim had run out, another attempt came between."""
    claimed = claim.delivery
    return delivery["state"] == claimed["state"] and delivery.get("next_attempt_at") == claimed.get(
        "next_attempt_at"
    )


async def give_back(context: Context, claim: Claim) -> None:
    """For an attempt that was broken off: nobody knows what came of it, so it does not count. The
    message that it was made for comes back, and counts again.
    """
    unit = UnitOfWork(context.store)
    delivery = await unit.get(delivery_key(claim.app, claim.delivery["id"]))
    if delivery is None or not is_held_by(delivery, claim):
        return
    delivery["next_attempt_at"] = claim.turn
    delivery.pop("sending", None)
    with suppress(Conflict):
        await unit.commit()
