"""What callers are told of labelled texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from typing_extensions import TypedDict

from common.domain.label_result import LabelResult
from common.views.paging import PageCursors, page_cursors

_OPTIONAL = (
    "content_id",
    "directed_at",
    "masked_content",
    "fully_masked_content",
    "not_judged",
)
_ON_RECORD = ("policy", "user_id")


class _Verdict(TypedDict):
    """`not_judged` is Gavel's own: the engines that failed, were not asked or do not exist."""

    content_id: NotRequired[str]
    directed_at: NotRequired[str]
    masked_content: NotRequired[str]
    fully_masked_content: NotRequired[str]
    not_judged: NotRequired[list[str]]


class LabelsAnswer(_Verdict):
    recommended_action: str
    labels: list[str]
    harm_type: NotRequired[str]
    severity: NotRequired[str]
    language: NotRequired[str]


class LabelResultAnswer(_Verdict):
    """What the customer did not name, and what cannot be told, is empty."""

    id: str
    category: str
    content: str
    content_type: str
    created_at: int
    harm_type: str
    labels: list[str]
    language: str
    recommended_action: str
    severity: str
    policy: NotRequired[str]
    user_id: NotRequired[str]


class LabelResultsAnswer(PageCursors):
    label_results: list[LabelResultAnswer]


def labels_answer(result: LabelResult) -> LabelsAnswer:
    answer: LabelsAnswer = {
        "recommended_action": result["recommended_action"],
        "labels": result["labels"],
    }
    if result["harm_type"]:
        answer["harm_type"] = result["harm_type"]
    if result["severity"]:
        answer["severity"] = result["severity"]
    if result["language"]:
        answer["language"] = result["language"]
    for name in _OPTIONAL:
        if name in result:
            answer[name] = result[name]  # type: ignore[literal-required]
    return answer


def label_results_answer(
    results: Sequence[LabelResult], next: str | None, prev: str | None
) -> LabelResultsAnswer:
    return {"label_results": [_result(each) for each in results], **page_cursors(next, prev)}


def _result(result: LabelResult) -> LabelResultAnswer:
    answer: LabelResultAnswer = {
        "id": result["id"],
        "category": result.get("category", ""),
        "content": result["content"],
        "content_type": result["content_type"],
        "created_at": result["created_at"],
        "harm_type": result["harm_type"],
        "labels": result["labels"],
        "language": result["language"],
        "recommended_action": result["recommended_action"],
        "severity": result["severity"],
    }
    for name in (*_OPTIONAL, *_ON_RECORD):
        if name in result:
            answer[name] = result[name]  # type: ignore[literal-required]
    return answer
