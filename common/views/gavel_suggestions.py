"""Scores that people suggested, as Gavel's own API has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from typing_extensions import TypedDict

from common.domain.suggestion import SuggestedSpan, Suggestion


class SuggestedScoreAnswer(TypedDict):
    """`attribute_scores` are those that were suggested, `scores` Gavel's at the time. The text is
    null where the app keeps its hash only.
    """

    id: str
    hash: str
    text: str | None
    attribute_scores: dict[str, float]
    scores: dict[str, float]
    languages: list[str]
    created_at: int
    updated_at: int
    spans: NotRequired[dict[str, list[SuggestedSpan]]]
    community_id: NotRequired[str]
    session_id: NotRequired[str]
    client_token: NotRequired[str]


class SuggestedScoresAnswer(TypedDict):
    suggested_scores: list[SuggestedScoreAnswer]
    next: str | None


def suggested_scores_answer(
    suggestions: Sequence[Suggestion], next: str | None
) -> SuggestedScoresAnswer:
    return {
        "suggested_scores": [{**each, "text": each.get("text")} for each in suggestions],
        "next": next,
    }
