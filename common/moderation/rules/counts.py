"""What was counted of an app's rules, read."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from common.configuration.context import Context
from common.domain.rule_count import (
    RULE_COUNTS,
    RuleCounts,
    RuleSetPart,
    day_name,
    place_of,
    rule_set_key,
)
from common.domain.rule_health import SetOfRules
from common.domain.rule_vote import RULE_VOTES
from common.store.store import Collection, D, Document, Key
from common.store.walking import documents

_PAGE = 100


@dataclass(frozen=True, slots=True)
class CountsOfDay:
    day: int
    mark: str
    counts: RuleCounts


async def counts_of(context: Context, app: str, first: int, last: int) -> list[CountsOfDay]:
    """Of the days from the one to the other."""
    found: list[CountsOfDay] = []
    async for document in _of_days(context, RULE_COUNTS, app, first, last):
        place = place_of(document.key.id)
        found.append(CountsOfDay(place.day, place.mark, document.data))
    return found


async def votes_of(context: Context, app: str, first: int, last: int) -> list[dict[str, int]]:
    return [each.data async for each in _of_days(context, RULE_VOTES, app, first, last)]


async def first_day(context: Context, app: str) -> int | None:
    """Since when there are any counts."""
    page = await context.store.query(RULE_COUNTS, app=app, limit=1)
    return next((place_of(each.key.id).day for each in page.documents), None)


async def rule_sets(context: Context, app: str, marks: Sequence[str]) -> dict[str, SetOfRules]:
    firsts = await _parts(context, [rule_set_key(app, mark, 0) for mark in marks])
    found: dict[str, SetOfRules] = {}
    for mark, first in zip(marks, firsts, strict=True):
        others = [rule_set_key(app, mark, number) for number in range(1, first["parts"])]
        parts = [first, *await _parts(context, others)]
        found[mark] = [rule for part in parts for rule in part["rules"]]
    return found


async def _parts(context: Context, keys: Sequence[Key[RuleSetPart]]) -> list[RuleSetPart]:
    """They were stored before what was counted by them."""
    found: list[RuleSetPart] = []
    for start in range(0, len(keys), _PAGE):
        page = await context.store.get(keys[start : start + _PAGE])
        found += [each.data for each in page if each is not None]
    return found


def _of_days(
    context: Context, collection: Collection[D], app: str, first: int, last: int
) -> AsyncIterator[Document[D]]:
    low, high = day_name(max(0, first)), day_name(last + 1)
    return documents(context.store, collection, app=app, low=low, high=high, at_once=_PAGE)
