"""The complainant: what became of a person's complaints, and whether they may make more."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from common.domain.appeal_rules import UnfoundedComplaints
from common.domain.ids import derived_id
from common.domain.times import DAY
from common.store.store import Collection, Key

_KEPT = 200


class Complaint(TypedDict):
    """One that was decided at `at`; `appeal_id` is its appeal."""

    appeal_id: str
    at: int
    unfounded: bool


class Complainant(TypedDict):
    """`complaints` are the last that were decided. Times are nanoseconds."""

    user_id: str
    complaints: list[Complaint]
    warned_at: NotRequired[int]
    suspended_until: NotRequired[int]
    updated_at: int


COMPLAINANTS: Collection[Complainant] = Collection("complainant")
Step = Literal["warned", "suspended"]


def complainant_key(app: str, user_id: str) -> Key[Complainant]:
    return Key(app, COMPLAINANTS, derived_id("complainant", user_id))


def new_complainant(user_id: str, now: int) -> Complainant:
    return {"user_id": user_id, "complaints": [], "updated_at": now}


def suspended_until(complainant: Complainant | None, now: int) -> int | None:
    """None where they may complain."""
    until = complainant.get("suspended_until", 0) if complainant is not None else 0
    return until if until > now else None


def note_complaint(complainant: Complainant, complaint: Complaint) -> None:
    kept = [*complainant["complaints"], complaint][-_KEPT:]
    complainant.update({"complaints": kept, "updated_at": complaint["at"]})


def step_after(
    complainant: Complainant, filed_at: int, limits: UnfoundedComplaints, now: int
) -> Step | None:
    """What follows from the last complaint, made at `filed_at`, and is noted here: a warning before
    anything else, and a suspension only for what was complained of after it.
    """
    since = now - limits["within_days"] * DAY
    recent = [each for each in complainant["complaints"] if each["at"] >= since]
    unfounded = sum(each["unfounded"] for each in recent)
    is_last = bool(recent) and recent[-1]["unfounded"]
    if not is_last or unfounded < limits["number"] or unfounded < limits["share"] * len(recent):
        return None
    warned_at = complainant.get("warned_at", 0)
    if warned_at < since:
        complainant["warned_at"] = now
        return "warned"
    if filed_at <= warned_at or suspended_until(complainant, now) is not None:
        return None
    complainant["suspended_until"] = now + limits["suspended_days"] * DAY
    return "suspended"
