"""What Hive's clients are told of a report (contract 15)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NotRequired

from typing_extensions import TypedDict


class ReportAnswer(TypedDict):
    """It names the post or, where none was reported, the user."""

    status: Literal["received"]
    item_id: str
    post_id: NotRequired[str]
    user_id: NotRequired[str]
    report_categories: list[str]


def report_answer(
    item_id: str, post_id: str | None, user_id: str | None, categories: Sequence[str]
) -> ReportAnswer:
    answer: ReportAnswer = {
        "status": "received",
        "item_id": item_id,
        "report_categories": list(categories),
    }
    if post_id:
        answer["post_id"] = post_id
    elif user_id:
        answer["user_id"] = user_id
    return answer
