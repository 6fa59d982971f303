"""Everything that an app has submitted, newest first, whether anybody looks at it or not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from common.configuration.context import Context
from common.domain.filters import compile_filter
from common.domain.item import ITEMS, SHARDS, Item
from common.moderation.filtering.paging import Asked, Paged
from common.moderation.filtering.scanning import Scan


@dataclass(frozen=True, slots=True)
class Between:
    """`since` and before `until`, in nanoseconds."""

    since: int | None = None
    until: int | None = None


async def submitted(
    context: Context, app: str, creator: str | None, between: Between, asked: Asked
) -> Paged[Item]:
    """Items that are listed, those of one creator where one is named; of what else is asked for,
    2,000 are looked through a call. Raises Invalid for a filter that the queue has not.
    """
    every: list[Mapping[str, str | bool]] = [{"shard": shard} for shard in SHARDS]
    scan = Scan(
        context.store,
        ITEMS,
        app,
        "listed_at" if creator is None else "listed_of_creator_at",
        True,
        compile_filter(asked.filter),
        every if creator is None else {"creator_id": creator},
        asked=asked,
        low=between.since,
        high=between.until,
        is_spread=creator is None,
    )
    return await (scan if asked.only is None else scan.narrowed(asked.only)).page()
