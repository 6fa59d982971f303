"""Deliver: one attempt at one callback, and what its answer leads to."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from common.delivery.callback import Callback, build, succeeded
from common.delivery.schedule import next_delay
from common.delivery.sender import Outcome, OutgoingRequest
from common.domain.delivery import delivery_key
from common.domain.errors import Invalid, NotFound
from common.domain.log import new_entry
from common.moderation import configure
from common.moderation.context import Context
from common.store.store import Conflict, Data, Document, Update, Write

_SECOND = 1_000_000_000
_EARLY = _SECOND // 2
# Beyond waiting for a sending thread and then sending, each of which may take the whole timeout.
_CLAIM_MARGIN = 10 * _SECOND
_BUSY_DELAY = 5.0
_ATTEMPTS = 10


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
    delivery = await _claimed(context, found, now)
    if delivery is None:
        return
    try:
        outcome = await attempt(context, due.app, delivery)
    except asyncio.CancelledError:
        await _give_back(context, due, delivery, now)
        raise
    await _record(context, due, delivery, outcome, now + int(outcome.latency_ms * 1_000_000))


async def _claimed(context: Context, found: Document, now: int) -> Data | None:
    """Moves the delivery past this attempt's longest time: two messages never send at once, and a
    crash in the middle leaves it due again. The moved time also tells whose claim it is.
    """
    longest = int(2 * context.settings.callback_timeout * _SECOND) + _CLAIM_MARGIN
    fields = {"next_attempt_at": now + longest, "updated_at": now}
    claim = Update(found.key, set=fields, increment={"attempts": 1}, version=found.version)
    try:
        await context.store.commit([claim])
    except Conflict:
        return None
    return {**found.data, **fields, "attempts": found.data["attempts"] + 1}


def _is_held(delivery: Data, claimed: Data) -> bool:
    """False once a manual retry or, after the claim had run out, another attempt came between."""
    names = ("state", "next_attempt_at")
    return [delivery.get(name) for name in names] == [claimed[name] for name in names]


async def _give_back(context: Context, due: Due, claimed: Data, now: int) -> None:
    """For an attempt that was broken off: nobody knows what came of it, so it does not count."""
    (found,) = await context.store.get([delivery_key(due.app, due.delivery)])
    if found is None or not _is_held(found.data, claimed):
        return
    fields = {"next_attempt_at": now, "attempts_before": claimed["attempts_before"] + 1}
    with suppress(Conflict):
        await context.store.commit([Update(found.key, set=fields, version=found.version)])


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
        action = await configure.find(context, app, "action", delivery["action_id"])
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


async def _record(context: Context, due: Due, claimed: Data, outcome: Outcome, now: int) -> None:
    """A failure changes nothing but the log where the delivery is another's by now; a success
    counts in any case.
    """
    for _ in range(_ATTEMPTS):
        (found,) = await context.store.get([delivery_key(due.app, due.delivery)])
        if found is None:
            return
        ours = succeeded(outcome) or _is_held(found.data, claimed)
        following = _following(context, claimed, outcome, now) if ours else _Following({})
        writes: list[Write] = [_entry(due.app, claimed, outcome, following, now)]
        if ours:
            fields = {**following.fields, "updated_at": now}
            remove = () if "next_attempt_at" in fields else ("next_attempt_at",)
            writes.append(Update(found.key, set=fields, remove=remove, version=found.version))
        try:
            await context.store.commit(writes)
        except Conflict:
            continue
        if following.delay is not None:
            message = {"app": due.app, "delivery": due.delivery}
            await context.queue.publish("deliver", message, following.delay)
        return
    raise Conflict(delivery_key(due.app, due.delivery))


@dataclass(frozen=True, slots=True)
class _Following:
    """What an attempt leads to; `delay` is None when there is no further one."""

    fields: dict[str, Any]
    delay: float | None = None


def _following(context: Context, claimed: Data, outcome: Outcome, now: int) -> _Following:
    """An attempt for which no sender was free does not count against the schedule."""
    fields: dict[str, Any] = {"last_attempt": attempt_record(outcome, now)}
    if succeeded(outcome):
        return _Following({**fields, "state": "delivered", "delivered_at": now})
    delay: float | None = _BUSY_DELAY
    if outcome.error == "busy":
        fields["attempts_before"] = claimed["attempts_before"] + 1
    else:
        made = claimed["attempts"] - claimed["attempts_before"]
        delays = context.settings.retry_delays
        delay = next_delay(made, context.rng, outcome.retry_after, delays)
    if delay is None:
        return _Following({**fields, "state": "dead"})
    return _Following({**fields, "next_attempt_at": now + int(delay * _SECOND)}, delay)


def attempt_record(outcome: Outcome, now: int) -> dict[str, Any]:
    return {"at": now, **answer_record(outcome)}


def answer_record(outcome: Outcome) -> dict[str, Any]:
    return {
        "status": outcome.status,
        "error": outcome.error,
        "detail": outcome.detail,
        "milliseconds": round(outcome.latency_ms, 1),
        "answer": outcome.excerpt,
    }


def _entry(app: str, delivery: Data, outcome: Outcome, following: _Following, now: int) -> Write:
    done, delay = succeeded(outcome), following.delay
    result = "done" if done else "dead" if following.fields.get("state") == "dead" else "failed"
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
            **answer_record(outcome),
        },
        derived_from=("attempt", delivery["id"], str(delivery["attempts"])),
    )


async def retry(context: Context, app: str, id: str, now: int) -> Data:
    """Makes a delivery due now, in whatever state it is, and starts its schedule afresh."""
    for _ in range(_ATTEMPTS):
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
