"""An app's semantic filters, as Gavel's own API has them."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import TypedDict

from common.domain.semantic_filter import SemanticFilter


class ShownSemanticFilter(TypedDict):
    """`team` is empty for a filter of the whole app."""

    name: str
    team: str
    description: str
    phrases: list[str]
    created_at: int
    updated_at: int


class SemanticFilterAnswer(TypedDict):
    semantic_filter: ShownSemanticFilter


class SemanticFiltersAnswer(TypedDict):
    semantic_filters: list[ShownSemanticFilter]
    next: str | None


def semantic_filter_answer(known: SemanticFilter) -> SemanticFilterAnswer:
    return {"semantic_filter": _shown(known)}


def semantic_filters_answer(
    known: Sequence[SemanticFilter], cursor: str | None
) -> SemanticFiltersAnswer:
    return {"semantic_filters": [_shown(each) for each in known], "next": cursor}


def _shown(known: SemanticFilter) -> ShownSemanticFilter:
    return {
        "name": known["name"],
        "team": known["team"],
        "description": known["description"],
        "phrases": known["phrases"],
        "created_at": known["created_at"],
        "updated_at": known["updated_at"],
    }
