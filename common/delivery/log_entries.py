"""What the moderation log says of a delivery."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from common.domain.delivery import AnswerRecord, Delivery, Verdict
from common.domain.log import LogEntry, new_entry
from common.domain.times import SECOND
from common.store.store import Create


def attempt_entry(
    delivery: Delivery, attempt: int, done: bool, is_probe: bool, record: AnswerRecord, now: int
) -> Create[LogEntry]:
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
            "retry_in_seconds": None if due is None else round((due - now) / SECOND, 1),
            **record,
        },
        derived_from=("attempt", delivery["id"], str(attempt)),
    )


def closing_entry(delivery: Delivery, now: int, *, by: str = "") -> Create[LogEntry]:
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


def cancelling_entry(delivery: Delivery, reason: str, now: int, by: str) -> Create[LogEntry]:
    """For one that is closed when its attempt ends, unless that succeeds."""
    custom = {"sequence": delivery["sequence"]}
    return _entry(delivery, "cancelling", now, by=by, reason=reason, custom=custom)


def retried_entry(delivery: Delivery, now: int, by: str = "") -> Create[LogEntry]:
    """For what a person has had tried again."""
    custom = {"sequence": delivery["sequence"], "state": delivery["state"]}
    return _entry(delivery, "retried", now, by=by, reason=_why(delivery), custom=custom)


def receipt_entry(
    delivery: Delivery, number: int, verdict: Verdict, unread: bool, record: AnswerRecord, now: int
) -> Create[LogEntry]:
    return _entry(
        delivery,
        "receipt",
        now,
        result="done" if verdict == "confirmed" else "failed",
        unread=unread,
        reason=f"the platform's state is {verdict}",
        custom={"verdict": verdict, "asked": number, **record},
        derived_from=("receipt", delivery["id"], str(delivery["sequence"]), str(number)),
    )


def _entry(
    delivery: Delivery, type: str, now: int, custom: Mapping[str, object], **fields: Any
) -> Create[LogEntry]:
    why = delivery["why"]
    about: dict[str, object] = {
        "action_id": delivery["action_id"],
        "endpoint": delivery["endpoint"],
    }
    if "rule_id" in why:
        about |= {"rule_id": why["rule_id"], "rule_version": why.get("rule_version", 1)}
    return new_entry(
        delivery["app"],
        "delivery",
        type,
        now,
        item_id=delivery["item_id"],
        user_id=delivery["data"].get("user_id") or "",
        custom={"delivery_id": delivery["id"], **about, **custom},
        **fields,
    )


def _why(delivery: Delivery) -> str:
    why = delivery["why"]
    return why.get("rule_name") or why.get("reason") or ""
