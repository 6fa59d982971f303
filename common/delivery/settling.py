"""What came of an attempt: recorded in one commit with what it leads to."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from common.configuration.context import Context
from common.delivery import breaker, ordering, receipts
from common.delivery.attempts import succeeded
from common.delivery.claims import Turn
from common.delivery.log_entries import attempt_entry, attempt_record
from common.delivery.outbox import publish
from common.delivery.schedule import next_retry
from common.domain.delivery import TRIES_KEPT, delivery_key, is_open
from common.outgoing.calls import AttemptResult
from common.store.store import Conflict, Data, Update
from common.store.unit_of_work import Draft

_SECOND = 1_000_000_000
_UNCOUNTED_DELAY = 5 * _SECOND
_ATTEMPTS = 10


async def record(context: Context, turn: Turn, outcome: AttemptResult, now: int) -> None:
    """A failure changes nothing but the log where the delivery is another's by now; a success
    counts in any case.
    """
    key = delivery_key(turn.app, turn.delivery["id"])
    done = succeeded(turn.delivery, outcome)
    for _ in range(_ATTEMPTS):
        draft = Draft(context.store)
        delivery = await draft.get(key)
        if delivery is None:
            return
        due = await _settle(context, draft, delivery, turn, outcome, now)
        number = turn.delivery["attempts"]
        entry = attempt_entry(delivery, number, done, turn.is_probe, outcome, now)
        with suppress(Conflict):
            await context.store.commit([*draft.writes(), entry])
            await publish(context, turn.app, due)
            await _publish_own(context, delivery, now)
            return
    raise Conflict(key)


async def _settle(
    context: Context, draft: Draft, delivery: Data, turn: Turn, outcome: AttemptResult, now: int
) -> list[str]:
    """The ids of those whose turn it then is."""
    key = delivery_key(turn.app, delivery["id"])
    tried = {"attempt": turn.delivery["attempts"], **attempt_record(outcome, now)}
    tries = [*delivery["tries"], tried][-TRIES_KEPT:]
    draft.change(key, {"tries": tries, "attempted_at": now, "updated_at": now})
    if succeeded(delivery, outcome):
        draft.change(key, {"delivered_at": now, **receipts.first(context, turn.target, now)})
        return await _close(draft, delivery, "delivered", "", now)
    if not is_held_by(delivery, turn):
        return []
    if "closing" in delivery:
        due = await ordering.close(draft, delivery, **delivery["closing"], now=now)
        ordering.tell_closed(draft, delivery, now)
        return due
    fields = _following(context, delivery, turn, outcome, now)
    if fields is None:
        return await ordering.close(draft, delivery, "dead", _last_words(outcome), now)
    draft.change(key, fields, ("sending",))
    return []


async def _close(draft: Draft, delivery: Data, state: str, reason: str, now: int) -> list[str]:
    """A success that comes after the delivery was closed otherwise is still one."""
    if is_open(delivery):
        return await ordering.close(draft, delivery, state, reason, now)
    key = delivery_key(delivery["app"], delivery["id"])
    draft.change(key, {"state": state, "reason": reason, "closed_at": now})
    return []


def _following(
    context: Context, delivery: Data, turn: Turn, outcome: AttemptResult, now: int
) -> dict[str, Any] | None:
    """An attempt that was not sent, or a probe of an endpoint that is still down, is not one of the
    schedule's. A probe that failed for what it carried is.
    """
    if outcome.error == "busy" or (turn.is_probe and breaker.says_down(outcome)):
        return {"next_attempt_at": now + _UNCOUNTED_DELAY}
    counted = delivery["counted"] + 1
    retry = next_retry(
        counted, delivery["window_end"], now, context.rng, turn.delays, outcome.retry_after
    )
    if retry is None:
        return None
    return {"counted": counted, "next_attempt_at": retry.at, "window_end": retry.window_end}


def _last_words(outcome: AttemptResult) -> str:
    return outcome.detail or f"the last attempt was answered with {outcome.status}"


def is_held_by(delivery: Data, turn: Turn) -> bool:
    """False once a person's retry or, after the claim had run out, another attempt came between."""
    names = ("state", "next_attempt_at")
    return [delivery.get(name) for name in names] == [turn.delivery[name] for name in names]


async def _publish_own(context: Context, delivery: Data, now: int) -> None:
    app, id = delivery["app"], delivery["id"]
    if delivery["state"] == "pending":
        delay = max(0.0, (delivery["next_attempt_at"] - now) / _SECOND)
        await publish(context, app, [id], delay)
    elif "receipt_at" in delivery:
        await receipts.publish(context, delivery, now)


async def give_back(context: Context, turn: Turn, now: int) -> None:
    """For an attempt that was broken off: nobody knows what came of it, so it does not count."""
    key = delivery_key(turn.app, turn.delivery["id"])
    (found,) = await context.store.get([key])
    if found is None or not is_held_by(found.data, turn):
        return
    with suppress(Conflict):
        released = Update(
            key, set={"next_attempt_at": now}, remove=("sending",), version=found.version
        )
        await context.store.commit([released])
