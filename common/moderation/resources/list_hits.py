"""How often each entry of a block list was found, and when last."""

from __future__ import annotations

from dataclasses import dataclass

from common.configuration.context import Context
from common.domain.block_list import BlockList
from common.domain.errors import Invalid
from common.domain.list_hits import (
    LIST_HITS,
    EntryHits,
    add_day,
    digest_of,
    is_counted,
    range_of,
    summed,
    totals_keys,
)
from common.domain.times import DAY
from common.engines.block_list.builtin import PROFANITY
from common.engines.block_list.lists import found_as
from common.engines.threads import COMPUTING
from common.moderation.filtering.paging import Asked, Paged, page_of
from common.moderation.filtering.sorting import Sorted
from common.moderation.resources import block_lists
from common.store.walking import documents

_DAYS_APART = 4
"""That are not in the totals yet, unless what adds them up has stood still."""
_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Found:
    """`since` is the first day with a hit of any entry. `unused` have had none, or none in the days
    that were asked for.
    """

    block_list: BlockList
    since: int | None
    unused: int
    page: Paged[EntryHits]


async def query(
    context: Context,
    app: str,
    name: str,
    team: str,
    unused_days: int | None,
    order: str,
    asked: Asked,
    now: int,
) -> Found:
    """Raises NotFound, and Invalid for a list whose entries find nothing themselves."""
    block_list = await block_lists.get(context, app, name, team)
    if name == PROFANITY or not is_counted(block_list):
        raise Invalid.field("name", f"is of a list whose entries are not counted: {name!r}")
    totals = await _totals(context, app, block_list["id"], now)

    def listed() -> list[EntryHits]:
        entries = block_list["words"]
        return [
            _entry(entry, digest_of(term), totals)
            for entry, term in zip(entries, found_as(block_list["type"], entries), strict=True)
        ]

    found = await COMPUTING.run(app, listed)
    since = None if unused_days is None else now // DAY - unused_days + 1
    unused = [each for each in found if each.last is None or (since and each.last < since)]
    sorts = [Sorted("hits", True)] if order == "hits" else [Sorted("last", False)]
    shown = found if unused_days is None else unused
    page = page_of(shown, asked, sorts, f"list_hits {block_list['id']}", getattr)
    return Found(block_list, totals.get("s"), len(unused), page)


async def _totals(context: Context, app: str, id: str, now: int) -> dict[str, int]:
    kept = await context.store.get(totals_keys(app, id))
    totals = summed(each.data for each in kept if each is not None)
    for day in range(now // DAY - _DAYS_APART + 1, now // DAY + 1):
        low, high = range_of(day, id)
        found = documents(context.store, LIST_HITS, app=app, low=low, high=high, at_once=_AT_ONCE)
        async for each in found:
            add_day(totals, day, each.data)
    return totals


def _entry(entry: str, digest: str, totals: dict[str, int]) -> EntryHits:
    return EntryHits(entry, totals.get(f"h{digest}", 0), totals.get(f"d{digest}"))
