"""The complainant: what became of a person's complaints, and whether they may make more."""

from __future__ import annotations

from common.domain.ids import derived_id
from common.domain.misuse import Judged, Misuse
from common.store.store import Collection, Key

_KEPT = 200


class Complaint(Judged):
    """`appeal_id` is its appeal."""

    appeal_id: str


class Complainant(Misuse):
    """`complaints` are the last that were decided. Times are nanoseconds."""

    user_id: str
    complaints: list[Complaint]
    updated_at: int


COMPLAINANTS: Collection[Complainant] = Collection("complainant")


def complainant_key(app: str, user_id: str) -> Key[Complainant]:
    return Key(app, COMPLAINANTS, derived_id("complainant", user_id))


def new_complainant(user_id: str, now: int) -> Complainant:
    return {"user_id": user_id, "complaints": [], "updated_at": now}


def note_complaint(complainant: Complainant, complaint: Complaint) -> None:
    kept = [*complainant["complaints"], complaint][-_KEPT:]
    complainant.update({"complaints": kept, "updated_at": complaint["at"]})
