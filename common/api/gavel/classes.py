"""The classes that rules name, with their thresholds."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from common.api.gavel.base import Body, ListQuery, Name
from common.domain.content_class import ClassModality

Score = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Label = Annotated[str, StringConstraints(min_length=1, max_length=128)]


class ContentClassBody(Body):
    """What is left out is as it is for a class that every app has; of one of your own,
    `display_name` is its name and `labels` are none but that.
    """

    display_name: Name | None = None
    labels: list[Label] | None = Field(None, max_length=100)
    automatic_threshold: Score | None = None
    needs_review_threshold: Score | Literal["never"] | None = None


class ContentClassesQuery(ListQuery):
    """`modality` leaves those of one."""

    modality: ClassModality | None = None
