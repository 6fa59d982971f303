"""Misuse: who reports or complains without ground again and again is warned, and then may not for a
time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NotRequired

from typing_extensions import TypedDict

from common.domain.appeal_rules import UnfoundedComplaints
from common.domain.times import DAY

Step = Literal["warned", "suspended"]


class Judged(TypedDict):
    """A report or complaint that was decided on at `at`, in nanoseconds."""

    at: int
    unfounded: bool


class Misuse(TypedDict):
    """What has followed for somebody so far. Times are nanoseconds."""

    warned_at: NotRequired[int]
    suspended_until: NotRequired[int]


def suspended_until(known: Misuse | None, now: int) -> int | None:
    """None where they are not suspended."""
    until = known.get("suspended_until", 0) if known is not None else 0
    return until if until > now else None


def step_after(
    known: Misuse, judged: Sequence[Judged], filed_at: int, limits: UnfoundedComplaints, now: int
) -> Step | None:
    """What follows from the last of the `judged`, made at `filed_at`, and is noted here: a warning
    before anything else, and a suspension only for what was made after it.
    """
    since = now - limits["within_days"] * DAY
    recent = [each for each in judged if each["at"] >= since]
    unfounded = sum(each["unfounded"] for each in recent)
    is_last = bool(recent) and recent[-1]["unfounded"]
    if not is_last or unfounded < limits["number"] or unfounded < limits["share"] * len(recent):
        return None
    warned_at = known.get("warned_at", 0)
    if warned_at < since:
        known["warned_at"] = now
        return "warned"
    if filed_at <= warned_at or suspended_until(known, now) is not None:
        return None
    known["suspended_until"] = now + limits["suspended_days"] * DAY
    return "suspended"
