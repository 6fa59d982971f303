"""Semantic filters: phrases of one meaning."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from common.api.base import Request
from common.api.gavel.base import Body, ListQuery
from common.domain.fields import Prose

MOST_PHRASES = 100
Team = Annotated[str, StringConstraints(max_length=128)]
Description = Annotated[str, StringConstraints(max_length=1_000), Prose]
Phrase = Annotated[str, StringConstraints(min_length=1, max_length=300), Prose]


class SemanticFilterBody(Body):
    """`team` is empty for a filter that the policies of all teams may name."""

    phrases: list[Phrase] = Field(min_length=1, max_length=MOST_PHRASES)
    description: Description = ""
    team: Team = ""


class SemanticFilterQuery(Request):
    team: Team = ""


class SemanticFiltersQuery(ListQuery):
    """`team` leaves those of one; empty, those of the whole app."""

    team: Team | None = None
