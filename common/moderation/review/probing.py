"""Which of several conditions leaves the least to look through."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from common.domain.item import Item
from common.domain.queue_terms import stands_for_others
from common.moderation.filtering.paging import rank
from common.moderation.filtering.scanning import Equal, Scan, equal_key
from common.moderation.review.plans import Candidate
from common.store.store import Page

_READS_AT_ONCE = 4
_LOOK = 25


@dataclass(frozen=True, slots=True)
class Probe:
    """How a candidate begins: `is_short` where its first 25 of each query are all."""

    candidate: Candidate
    pages: Mapping[str, Page[Item]] = field(default_factory=dict)
    is_short: bool = False
    reach: tuple[int, ...] = ()
    """Sorts higher the sparser it is."""

    def on(self, scan: Scan[Item]) -> Scan[Item]:
        known = {} if scan.asked.cursor or scan.asked.prev else self.pages
        return replace(scan, equal=self.candidate, known=known)


async def sparsest(scan: Scan[Item], candidates: Sequence[Candidate]) -> Probe:
    """A short one, else the one whose queries get the furthest in the order with their first 25.

    Some are tried at once, and others only while none is short.
    """
    best: Probe | None = None
    rest = list(candidates)
    while rest and not (best and best.is_short):
        trying = [rest.pop(0)]
        while rest and sum(map(_reads, (*trying, rest[0]))) <= _READS_AT_ONCE:
            trying.append(rest.pop(0))
        for probe in await asyncio.gather(*(_probed(scan, each) for each in trying)):
            if best is None or probe.reach > best.reach:
                best = probe
    assert best is not None
    return best


def _reads(candidate: Candidate) -> int:
    return len(_own(candidate))


def _own(candidate: Candidate) -> list[Equal]:
    """Without what stands for other values, which is rare."""
    return [equal for equal in candidate if not any(map(stands_for_others, equal.values()))]


async def _probed(scan: Scan[Item], candidate: Candidate) -> Probe:
    own = _own(candidate)
    pages = await asyncio.gather(*(_page(scan, equal) for equal in own))
    by_key = {equal_key(equal): page for equal, page in zip(own, pages, strict=True)}
    is_short = all(page.cursor is None for page in pages)
    reach = _reach(scan, pages, is_short=is_short, others=len(candidate) - len(own))
    return Probe(candidate, by_key, is_short, reach)


def _reach(
    scan: Scan[Item], pages: Sequence[Page[Item]], *, is_short: bool, others: int
) -> tuple[int, ...]:
    if is_short:
        return 1, -sum(len(page.documents) for page in pages), -others
    lasts = [page.documents[-1] for page in pages if page.documents and page.cursor]
    if not lasts:
        return 0, 0
    ends: list[Any] = [rank(last.data["queue_created_at"])[1] for last in lasts]
    return 0, -max(ends) if scan.descending else min(ends)


async def _page(scan: Scan[Item], equal: Equal) -> Page[Item]:
    return await scan.store.query(
        scan.collection,
        app=scan.app,
        equal=equal,
        order=scan.order,
        descending=scan.descending,
        limit=_LOOK,
    )
