"""Erasures as they are answered."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from common.domain.erasure import Erasure, ErasureStatus, SignedReceipt
from common.domain.task import Task
from common.domain.times import to_rfc3339


class ErasureAnswer(TypedDict):
    """`progress` goes from 0 to 1, `stage` and `place` say what is looked through. `person` is what
    stands for the user's id from now on. `url` is where to ask how far it has come.
    """

    id: str
    url: str
    status: ErasureStatus
    person: str
    progress: float
    stage: str
    place: str
    created_at: str
    updated_at: str
    completed_at: NotRequired[str]
    signed: NotRequired[SignedReceipt]


def erasure_answer(erasure: Erasure, task: Task, progress: float) -> ErasureAnswer:
    result = task.get("result", {})
    answer: ErasureAnswer = {
        "id": erasure["id"],
        "url": f"/api/v1/erasures/{erasure['id']}",
        "status": erasure["status"],
        "person": erasure["person"],
        "progress": progress,
        "stage": str(result.get("stage", "walk")),
        "place": str(result.get("place", "")),
        "created_at": to_rfc3339(erasure["created_at"]),
        "updated_at": to_rfc3339(max(erasure["updated_at"], task["updated_at"])),
    }
    if "completed_at" in erasure:
        answer["completed_at"] = to_rfc3339(erasure["completed_at"])
    if "signed" in erasure:
        answer["signed"] = erasure["signed"]
    return answer
