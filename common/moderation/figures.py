"""The figures of reports on transparency, read: nothing but counts, so they are the same whatever
has gone of what was counted.
"""

from __future__ import annotations

from collections import defaultdict

from common.configuration.context import Context
from common.domain.figures import FIGURES, Figures
from common.domain.period import Period
from common.domain.rule_count import day_name, place_of
from common.domain.rule_vote import RULE_VOTES, Votes, engine_votes_in, votes_in
from common.store.store import Collection
from common.store.walking import documents

_PAGE = 100


async def of_period(context: Context, app: str, first: int, last: int) -> Period:
    figures = Figures(await _documents(context, FIGURES, app, first, last))
    engines: defaultdict[str, Votes] = defaultdict(Votes)
    rules: defaultdict[str, Votes] = defaultdict(Votes)
    for document in await _documents(context, RULE_VOTES, app, first, last):
        for engine, votes in engine_votes_in(document):
            engines[engine] += votes
        for rule, _, votes in votes_in(document):
            rules[rule] += votes
    return Period(first, last, await _since(context, app), figures, engines, rules)


async def _since(context: Context, app: str) -> int | None:
    found = [
        place_of(document.key.id).day
        for collection in (FIGURES, RULE_VOTES)
        for document in (await context.store.query(collection, app=app, limit=1)).documents
    ]
    return min(found, default=None)


async def _documents(
    context: Context, collection: Collection[dict[str, int]], app: str, first: int, last: int
) -> list[dict[str, int]]:
    low, high = day_name(first), day_name(last + 1)
    found = documents(context.store, collection, app=app, low=low, high=high, at_once=_PAGE)
    return [document.data async for document in found]
