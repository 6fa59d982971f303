"""What OpenAI's clients are told of an input."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import TypedDict

from common.domain.moderated import InputType, Verdict


class ModerationResult(TypedDict):
    """All by the names of OpenAI's categories. A category that was not judged has no input types,
    and the header `x-gavel-not-judged` names it; it is false and 0 unless something was found.
    """

    flagged: bool
    categories: dict[str, bool]
    category_scores: dict[str, float]
    category_applied_input_types: dict[str, list[InputType]]


class ModerationAnswer(TypedDict):
    """`id` is of this answer alone; `model` is the one that was asked for."""

    id: str
    model: str
    results: list[ModerationResult]


def moderation_answer(
    id: str, model: str, results: Sequence[Sequence[Verdict]]
) -> ModerationAnswer:
    return {"id": f"modr-{id}", "model": model, "results": [_result(each) for each in results]}


def _result(verdicts: Sequence[Verdict]) -> ModerationResult:
    return {
        "flagged": any(each.is_flagged for each in verdicts),
        "categories": {each.category: each.is_flagged for each in verdicts},
        "category_scores": {each.category: each.score for each in verdicts},
        "category_applied_input_types": {each.category: [*each.judged] for each in verdicts},
    }
