"""Deliver: one attempt at one callback, and what its answer leads to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from common.delivery.callback import Callback, build, succeeded
from common.delivery.schedule import next_delay
from common.delivery.sender import Outcome, OutgoingRequest
from common.domain.delivery import delivery_key
from common.domain.errors import Invalid, NotFound
from common.domain.log import new_entry
from common.moderation.context import Context
from common.store.store import Conflict, Data, Document, Update, Write

_SECOND = 1_000_000_000
_EARLY = _SECOND // 2
_CLAIM_MARGIN = 30 * _SECOND
_BUSY_DELAY = 5.0


@dataclass(frozen=True, slots=True)
class Due:
    app: str
    delivery: str

    @classmethod
    def of(cls, message: dict[str, Any]) -> Due:
        return cls(message["app"], message["delivery"])


async def deliver(context: Context, due: Due, now: int) -> None:
    """Nothing happens when the delivery is done, not yet due, or claimed by another sender."""
    (found,) = await context.store.get([delivery_key(due.app, due.delivery)])
    if found is None or found.data["state"] != "pending":
        return
    if found.data["next_attempt_at"] > now + _EARLY:
        return
    if not await _claimed(context, found, now):
        return
    delivery = {**found.data, "attempts": found.data["attempts"] + 1}
    outcome = await attempt(context, due.app, delivery)
    await _record(context, due, delivery, outcome, now + int(outcome.latency_ms * 1_000_000))


async def _claimed(context: Context, found: Document, now: int) -> bool:
    """Moves the delivery past this attempt's longest time: two messages never send at once, and a
    crash in the middle leaves it due again.
    """
    longest = int(context.settings.callback_timeout * _SECOND) + _CLAIM_MARGIN
    claim = Update(
        found.key,
        set={"next_attempt_at": now + longest, "updated_at": now},
        increment={"attempts": 1},
        version=found.version,
    )
    try:
        await context.store.commit([claim])
    except Conflict:
        return False
    return True


async def attempt(context: Context, app: str, delivery: Data) -> Outcome:
    try:
        request = await request_of(context, app, delivery)
    except NotFound as error:
        return Outcome(None, "bad_request", error.message, 0.0, "", None)
    except (Invalid, ValueError) as error:
        return Outcome(None, "bad_request", str(error), 0.0, "", None)
    return await context.sender.send(request)


async def request_of(context: Context, app: str, delivery: Data) -> OutgoingRequest:
    if delivery.get("url"):
        callback = Callback(url=delivery["url"])
    else:
        configuration = await context.configurations.of(app)
        action = configuration.documents["action"].get(delivery["action_id"])
        if action is None:
            raise NotFound(f"the action {delivery['action_id']!r} does not exist any more")
        callback = callback_of(action)
    return build(callback, delivery["data"], delivery["id"], delivery["attempts"])


def callback_of(action: Data) -> Callback:
    return Callback(
        url=action["url"],
        method=action["method"],
        auth_header=action.get("auth_header"),
        auth_value=action.get("auth_value"),
        parameters=action.get("parameters") or {},
        extra_query=action.get("extra_query") or {},
    )


async def _record(context: Context, due: Due, delivery: Data, outcome: Outcome, now: int) -> None:
    """An attempt for which no sender was free does not count against the schedule."""
    delay = None
    fields: dict[str, Any] = {"last_attempt": attempt_record(outcome, now), "updated_at": now}
    remove: tuple[str, ...] = ()
    if outcome.error == "busy":
        delay = _BUSY_DELAY
        fields["next_attempt_at"] = now + int(delay * _SECOND)
        fields["attempts_before"] = delivery["attempts_before"] + 1
    elif succeeded(outcome):
        fields["state"], remove = "delivered", ("next_attempt_at",)
        fields["delivered_at"] = now
    else:
        delays = context.settings.retry_delays
        made = delivery["attempts"] - delivery["attempts_before"]
        delay = next_delay(made, context.rng, outcome.retry_after, delays)
        if delay is None:
            fields["state"], remove = "dead", ("next_attempt_at",)
        else:
            fields["next_attempt_at"] = now + int(delay * _SECOND)
    key = delivery_key(due.app, due.delivery)
    update = Update(key, set=fields, remove=remove)
    await context.store.commit([update, _entry(due.app, delivery, outcome, delay, now)])
    if delay is not None:
        message = {"app": due.app, "delivery": due.delivery}
        await context.queue.publish("deliver", message, delay)


def attempt_record(outcome: Outcome, now: int) -> dict[str, Any]:
    return {
        "at": now,
        "status": outcome.status,
        "error": outcome.error,
        "detail": outcome.detail,
        "milliseconds": round(outcome.latency_ms, 1),
        "answer": outcome.excerpt,
    }


def _entry(app: str, delivery: Data, outcome: Outcome, delay: float | None, now: int) -> Write:
    done = succeeded(outcome)
    result = "done" if done else "dead" if delay is None else "failed"
    return new_entry(
        app,
        "delivery",
        "attempt",
        now,
        item_id=delivery["item_id"],
        user_id=delivery["data"].get("user_id") or "",
        reason=delivery["why"].get("rule_name") or delivery["why"].get("reason") or "",
        result=result,
        unread=not done,
        custom={
            "delivery_id": delivery["id"],
            "action_id": delivery["action_id"],
            "attempt": delivery["attempts"],
            "retry_in_seconds": None if delay is None else round(delay, 1),
            **attempt_record(outcome, now),
        },
        derived_from=("attempt", delivery["id"], str(delivery["attempts"])),
    )


async def retry(context: Context, app: str, id: str, now: int) -> Data:
    """Makes a delivery due now, in whatever state it is, and starts its schedule afresh."""
    for _ in range(10):
        (found,) = await context.store.get([delivery_key(app, id)])
        if found is None:
            raise NotFound(f"there is no delivery {id!r}", {"id": "does not exist"})
        fields = {
            "state": "pending",
            "next_attempt_at": now,
            "updated_at": now,
            "attempts_before": found.data["attempts"],
        }
        try:
            await context.store.commit([Update(found.key, set=fields, version=found.version)])
        except Conflict:
            continue
        await context.queue.publish("deliver", {"app": app, "delivery": id})
        return {**found.data, **fields}
    raise Conflict(delivery_key(app, id))
