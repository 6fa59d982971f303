"""Appeals and complainants, as Gavel's own API has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from typing_extensions import TypedDict

from common.domain.appeal import AppealNote, OutOfCourt, Reading, handlers_of
from common.domain.appeal_case import AppealCase
from common.domain.complainant import Complainant, Complaint
from common.domain.misuse import suspended_until
from common.views.stream_appeals import AppealItemAnswer, appeal_item_answer


class HandledAppeal(AppealItemAnswer):
    """`first_by` decided what it is against, empty where nobody in person did; `handlers` have
    looked at it, written about it or decided it.
    """

    first_by: str
    handlers: list[str]
    readings: list[Reading]
    notes: list[AppealNote]
    out_of_court: OutOfCourt | None


class HandledAppealAnswer(TypedDict):
    appeal: HandledAppeal


class HandledAppealsAnswer(TypedDict):
    appeals: list[HandledAppeal]
    next: str | None


class ComplainantView(TypedDict):
    """`decided` and `unfounded` are how many of the last complaints were."""

    user_id: str
    decided: int
    unfounded: int
    complaints: list[Complaint]
    warned_at: NotRequired[int]
    suspended_until: NotRequired[int]


class ComplainantAnswer(TypedDict):
    complainant: ComplainantView


def handled_answer(case: AppealCase, now: int) -> HandledAppealAnswer:
    return {"appeal": _handled(case, now)}


def handled_answers(
    cases: Sequence[AppealCase], cursor: str | None, now: int
) -> HandledAppealsAnswer:
    return {"appeals": [_handled(case, now) for case in cases], "next": cursor}


def _handled(case: AppealCase, now: int) -> HandledAppeal:
    appeal, original = case.appeal, case.original
    first = appeal.get("first_by") or (original["by"] if original is not None else "")
    return {
        **appeal_item_answer(case, now),
        "first_by": first,
        "handlers": handlers_of(appeal),
        "readings": appeal.get("readings", []),
        "notes": appeal.get("notes", []),
        "out_of_court": appeal.get("out_of_court"),
    }


def complainant_answer(complainant: Complainant, now: int) -> ComplainantAnswer:
    complaints = complainant["complaints"]
    view: ComplainantView = {
        "user_id": complainant["user_id"],
        "decided": len(complaints),
        "unfounded": sum(each["unfounded"] for each in complaints),
        "complaints": complaints,
    }
    if "warned_at" in complainant:
        view["warned_at"] = complainant["warned_at"]
    if (until := suspended_until(complainant, now)) is not None:
        view["suspended_until"] = until
    return {"complainant": view}
