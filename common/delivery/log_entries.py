"""What the moderation log says of a delivery."""

from __future__ import annotations

from typing import Any

from common.domain.log import new_entry
from common.outgoing.calls import AttemptResult
from common.store.store import Create, Data, Write

_SECOND = 1_000_000_000


def attempt_entry(
    delivery: Data, attempt: int, done: bool, is_probe: bool, outcome: AttemptResult, now: int
) -> Write:
    """`delivery` is as it is after the attempt. That an endpoint does not answer is told once, and
    not again with each probe.
    """
    due = delivery.get("next_attempt_at") if delivery["state"] == "pending" else None
    return _entry(
        delivery,
        "attempt",
        now,
        result="done" if done else "dead" if delivery["state"] == "dead" else "failed",
        unread=delivery["state"] == "dead" or not (done or is_probe),
        reason=_why(delivery),
        custom={
            "attempt": attempt,
            "retry_in_seconds": None if due is None else round((due - now) / _SECOND, 1),
            **answer_record(outcome),
        },
        derived_from=("attempt", delivery["id"], str(attempt)),
    )


def closing_entry(delivery: Data, now: int, *, by: str = "") -> Create:
    """For one that ends without an attempt: a person is told why."""
    return _entry(
        delivery,
        delivery["state"],
        now,
        by=by,
        result="dead" if delivery["state"] == "dead" else "done",
        unread=delivery["state"] == "dead",
        reason=delivery["reason"],
        custom={"sequence": delivery["sequence"]},
        derived_from=("closed", delivery["id"], str(delivery["sequence"])),
    )


def cancelling_entry(delivery: Data, now: int, by: str) -> Write:
    """For one that is closed when its attempt ends, unless that succeeds."""
    custom = {"sequence": delivery["sequence"]}
    reason = delivery["closing"]["reason"]
    return _entry(delivery, "cancelling", now, by=by, reason=reason, custom=custom)


def retried_entry(delivery: Data, now: int) -> Write:
    """For what a person has had tried again."""
    custom = {"sequence": delivery["sequence"], "state": delivery["state"]}
    return _entry(delivery, "retried", now, reason=_why(delivery), custom=custom)


def receipt_entry(
    delivery: Data, number: int, verdict: str, unread: bool, outcome: AttemptResult, now: int
) -> Write:
    return _entry(
        delivery,
        "receipt",
        now,
        result="done" if verdict == "confirmed" else "failed",
        unread=unread,
        reason=f"the platform's state is {verdict}",
        custom={"verdict": verdict, "asked": number, **answer_record(outcome)},
        derived_from=("receipt", delivery["id"], str(delivery["sequence"]), str(number)),
    )


def _entry(delivery: Data, type: str, now: int, custom: dict[str, Any], **fields: Any) -> Create:
    named = {name: delivery[name] for name in ("action_id", "endpoint")}
    return new_entry(
        delivery["app"],
        "delivery",
        type,
        now,
        item_id=delivery["item_id"],
        user_id=delivery["data"].get("user_id") or "",
        custom={"delivery_id": delivery["id"], **named, **custom},
        **fields,
    )


def _why(delivery: Data) -> str:
    why = delivery["why"]
    return str(why.get("rule_name") or why.get("reason") or "")


def answer_record(outcome: AttemptResult) -> dict[str, Any]:
    return {
        "status": outcome.status,
        "error": outcome.error,
        "detail": outcome.detail,
        "milliseconds": round(outcome.latency_ms, 1),
        "answer": outcome.excerpt,
    }


def attempt_record(outcome: AttemptResult, now: int) -> dict[str, Any]:
    return {"at": now, **answer_record(outcome)}
