"""How often entries of block lists were found."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import TypedDict

from common.domain.block_list import BlockList
from common.domain.list_hits import EntryHits
from common.domain.times import DAY, to_rfc3339


class EntryHitsAnswer(TypedDict):
    """In how many contents the entry was, and the last day (UTC) on which it was in one."""

    entry: str
    hits: int
    last_hit_on: str | None


class ListHitsAnswer(TypedDict):
    """`unused` entries had no hit, or none in the days that were asked for. `counted_since` is the
    first day with a hit of any entry.
    """

    name: str
    team: str
    entries: int
    unused: int
    counted_since: str | None
    hits: list[EntryHitsAnswer]
    next: str | None


def list_hits_answer(
    block_list: BlockList,
    since: int | None,
    unused: int,
    hits: Sequence[EntryHits],
    following: str | None,
) -> ListHitsAnswer:
    return {
        "name": block_list["name"],
        "team": block_list["team"],
        "entries": len(block_list["words"]),
        "unused": unused,
        "counted_since": _date(since),
        "hits": [
            {"entry": each.entry, "hits": each.hits, "last_hit_on": _date(each.last)}
            for each in hits
        ],
        "next": following,
    }


def _date(day: int | None) -> str | None:
    return None if day is None else to_rfc3339(day * DAY)[:10]
