"""How often entries of block lists were found."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from common.api.gavel.base import ListQuery
from common.api.stream.block_lists import ListName
from common.domain.rule_count import COUNTS_KEPT
from common.domain.times import DAY


class ListHitsQuery(ListQuery):
    """With `unused_days`, those entries alone that had no hit in the last so many days (UTC), today
    among them. The order is by hits, most first, or by the last of them, those without one first.
    """

    name: ListName
    team: str = Field("", max_length=128)
    unused_days: int | None = Field(None, ge=1, le=COUNTS_KEPT // DAY)
    order: Literal["hits", "last"] = "hits"
