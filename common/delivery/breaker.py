"""The breaker of an endpoint: a state machine over its document, which it changes in place.

It opens after some failures in a row, in the order of the answers. While it is open, deliveries
wait and their attempts are not used up; when its time is over, one of them goes out as a probe. The
probe's answer closes it, or opens it again for longer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from common.domain.delivery import Try
from common.domain.endpoint import Endpoint, state_of, was_written_later
from common.domain.times import SECOND, nanoseconds
from common.outgoing.calls import AttemptResult, SendError

FAILURES = 5
SLOWED_SECONDS = (1, 2, 4, 8, 15, 30)
"""How long a 429 or 503 without Retry-After keeps back what else is for the endpoint, each time
after no success between.
"""
LONGEST_SLOWED = 3600.0
SERVER_ERROR = 500
DISABLED_RECHECK = 3600
# A probe's answer comes long before its claim would end; this is after most of them.
_PROBE_SECONDS = 5
# Not sent, or not taken for what it is.
_NOT_ITS_FAULT = ("busy", "bad_request", "refused_address", "refused")
_SLOW_DOWN = (429, 503)


def says_down(result: AttemptResult) -> bool:
    """Whether the attempt speaks against the endpoint, and not only against what it was sent."""
    if result.error in _NOT_ITS_FAULT:
        return False
    return result.error is not None or (result.status or 0) >= SERVER_ERROR


def says_up(result: AttemptResult) -> bool:
    """Whether the endpoint answered, and with more than that it is to be sent less."""
    return result.status is not None and not says_down(result) and not says_slow_down(result)


def says_slow_down(result: AttemptResult) -> bool:
    return result.status in _SLOW_DOWN


def is_gone(result: AttemptResult) -> bool:
    return result.status == 410 and result.error is None


def held_until(endpoint: Endpoint | None, now: int) -> int | None:
    """Until when nothing may be sent; None when something may, if only a probe."""
    if endpoint is None:
        return None
    if "disabled_at" in endpoint:
        return now + DISABLED_RECHECK * SECOND
    until = min(endpoint.get("probe_until", 0), now + _PROBE_SECONDS * SECOND)
    if not was_written_later(endpoint, now):
        until = max(until, endpoint.get("open_until", 0), endpoint.get("slow_until", 0))
    return until if until > now else None


def why_held(endpoint: Endpoint, now: int) -> str:
    state = state_of(endpoint, now)
    if state == "disabled":
        return f"the endpoint is disabled: {endpoint['disabled_reason']}"
    if state == "closed":
        return "the endpoint asked to slow down"
    return "the endpoint does not answer"


def count(endpoint: Endpoint, failures: int, now: int) -> None:
    """The first of them was at `now`."""
    if not endpoint["failures"]:
        endpoint["failing_since"] = now
    endpoint["failures"] += failures
    endpoint["last_failure_at"] = now


def may_open(endpoint: Endpoint, now: int) -> bool:
    """Whether so many failures are counted that it opens, if nothing was answered between them."""
    return state_of(endpoint, now) == "closed" and endpoint["failures"] >= FAILURES


def recount(endpoint: Endpoint, attempts: Iterable[Try]) -> None:
    """Takes from the failures what an answer came after. `attempts` are all since the first one, of
    every process, which no process by itself sees; one that is missing changes little.
    """
    failures: list[int] | None = None
    for each in sorted(attempts, key=lambda each: each["at"]):
        result = AttemptResult(each["status"], cast("SendError | None", each["error"]))
        if says_up(result):
            failures = []
        elif says_down(result) and failures is not None:
            failures.append(each["at"])
    if failures is None:
        return
    endpoint["failures"] = len(failures)
    if failures:
        endpoint["failing_since"] = failures[0]
    else:
        endpoint.pop("failing_since", None)


def open_if_due(endpoint: Endpoint, now: int, seconds: Sequence[float]) -> bool:
    """True when that opens a closed breaker; one that a probe found down opens for longer.

    `seconds` are how long it stays open, each time in a row; the last of them from then on.
    """
    state = state_of(endpoint, now)
    if state == "open" or (state == "closed" and endpoint["failures"] < FAILURES):
        return False
    endpoint["openings"] += 1
    length = seconds[min(endpoint["openings"], len(seconds)) - 1]
    endpoint["open_until"] = now + nanoseconds(length)
    if state != "closed":
        return False
    endpoint["opened_at"] = now
    return True


def needs_closing(endpoint: Endpoint) -> bool:
    return bool(endpoint["failures"] or endpoint.get("slowdowns")) or "open_until" in endpoint


def close(endpoint: Endpoint) -> None:
    endpoint.update({"failures": 0, "openings": 0, "slowdowns": 0})
    endpoint.pop("failing_since", None)
    endpoint.pop("open_until", None)
    endpoint.pop("opened_at", None)
    endpoint.pop("probe_until", None)


def slow_down(endpoint: Endpoint, retry_after: float | None, now: int) -> bool:
    """Keeps back what else is for the endpoint. Several answers at the same time, to what was under
    way, are one: for the others nothing changes, and False says so.
    """
    known = endpoint.get("slow_until", 0)
    if known > now and retry_after is None:
        return False
    times = endpoint.get("slowdowns", 0) + 1
    own: float = SLOWED_SECONDS[min(times, len(SLOWED_SECONDS)) - 1]
    seconds = own if retry_after is None else retry_after
    until = now + nanoseconds(min(seconds, LONGEST_SLOWED))
    endpoint.update({"slow_until": max(until, known), "slowdowns": times})
    return True
