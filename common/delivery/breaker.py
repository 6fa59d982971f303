"""The breaker of an endpoint: a state machine over its document, pure.

It opens after some failures in a row. While it is open, deliveries wait and their attempts are not
used up; when its time is over, one of them goes out as a probe. The probe's answer closes it, or
opens it again for longer.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from common.domain.endpoint import state_of
from common.outgoing.calls import AttemptResult
from common.store.store import Data

_SECOND = 1_000_000_000
FAILURES = 5
SLOWED_SECONDS = (1, 2, 4, 8, 15, 30)
"""How long a 429 or 503 without Retry-After keeps back what else is for the endpoint, each time
after no success between.
"""
LONGEST_SLOWED = 3600.0
DISABLED_RECHECK = 3600
_NOT_SENT = ("busy", "bad_request", "refused_address")
_SLOW_DOWN = (429, 503)


def says_down(outcome: AttemptResult) -> bool:
    """Whether the attempt speaks against the endpoint, and not only against what it was sent."""
    if outcome.error in _NOT_SENT:
        return False
    return outcome.error is not None or (outcome.status or 0) >= 500


def says_slow_down(outcome: AttemptResult) -> bool:
    return outcome.status in _SLOW_DOWN


def is_gone(outcome: AttemptResult) -> bool:
    return outcome.status == 410 and outcome.error is None


def held_until(endpoint: Data | None, now: int) -> int | None:
    """Until when nothing may be sent; None when something may, if only a probe."""
    if endpoint is None:
        return None
    if "disabled_at" in endpoint:
        return now + DISABLED_RECHECK * _SECOND
    until = max(endpoint.get(name, 0) for name in ("open_until", "slow_until", "probe_until"))
    return until if until > now else None


def why_held(endpoint: Data, now: int) -> str:
    state = state_of(endpoint, now)
    if state == "disabled":
        return f"the endpoint is disabled: {endpoint['disabled_reason']}"
    if state == "closed":
        return "the endpoint asked to slow down"
    return "the endpoint does not answer"


def after_failures(
    endpoint: Data, count: int, now: int, seconds: Sequence[float]
) -> dict[str, Any]:
    """Fields to set; `opened_at` is among them only when this opens a closed breaker.

    `seconds` are how long it stays open, each time in a row; the last of them from then on.
    """
    failures = endpoint["failures"] + count
    fields: dict[str, Any] = {"failures": failures, "last_failure_at": now}
    state = state_of(endpoint, now)
    if state == "open" or (state == "closed" and failures < FAILURES):
        return fields
    openings = endpoint["openings"] + 1
    length = seconds[min(openings, len(seconds)) - 1]
    opened = {"openings": openings, "open_until": now + int(length * _SECOND)}
    if state == "closed":
        opened["opened_at"] = now
    return {**fields, **opened}


CLOSED: dict[str, Any] = {"failures": 0, "openings": 0, "slowdowns": 0}
CLOSED_REMOVES = ("open_until", "opened_at", "probe_until")


def needs_closing(endpoint: Data) -> bool:
    return bool(endpoint["failures"] or endpoint.get("slowdowns")) or "open_until" in endpoint


def slowed(endpoint: Data, outcome: AttemptResult, now: int) -> dict[str, Any]:
    """Several answers at the same time, to what was under way, are one."""
    if endpoint.get("slow_until", 0) > now and outcome.retry_after is None:
        return {}
    times = endpoint.get("slowdowns", 0) + 1
    own: float = SLOWED_SECONDS[min(times, len(SLOWED_SECONDS)) - 1]
    seconds = own if outcome.retry_after is None else outcome.retry_after
    until = now + int(min(seconds, LONGEST_SLOWED) * _SECOND)
    return {"slow_until": max(until, endpoint.get("slow_until", 0)), "slowdowns": times}
