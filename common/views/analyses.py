"""What callers are told of an analysis."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from common.domain.analysis import ImageVerdicts, TextVerdicts, Verdicts


class AnalyzeAnswer(TypedDict):
    """`status` is complete, with the `texts` and `images`, partial where some of them have an
    error, or pending: then the webhooks are told, and the task has them too. `task_id` is Gavel's
    own.
    """

    status: str
    texts: NotRequired[TextVerdicts]
    images: NotRequired[ImageVerdicts]
    task_id: NotRequired[str]


def complete_answer(verdicts: Verdicts) -> AnalyzeAnswer:
    found = [*verdicts["texts"].values(), *verdicts.get("images", {}).values()]
    status = "partial" if any("error" in each for each in found) else "complete"
    answer: AnalyzeAnswer = {"status": status, "texts": verdicts["texts"]}
    if "images" in verdicts:
        answer["images"] = verdicts["images"]
    return answer


def pending_answer(task_id: str) -> AnalyzeAnswer:
    return {"status": "pending", "task_id": task_id}
