"""An app's shadows, and how often each was evaluated and held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from common.configuration.context import Context
from common.domain.rule_health import shadow_counts
from common.domain.rule_shadow import HITS_KEPT, RULE_SHADOWS, Kind, RuleShadow
from common.domain.times import DAY
from common.moderation.rules import counts


class ShadowCount(NamedTuple):
    """`of` has the evaluations of which one of the two made something."""

    evaluated: int
    of: Counter[Kind]


async def all_shadows(context: Context, app: str) -> list[RuleShadow]:
    """The newest first. There are few."""
    page = await context.store.query(RULE_SHADOWS, app=app, limit=100)
    found = (document.data for document in page.documents)
    return sorted(found, key=lambda shadow: shadow["since"], reverse=True)


async def counted(
    context: Context, app: str, shadows: Sequence[RuleShadow], now: int
) -> Mapping[str, ShadowCount]:
    """By their runs, as long as what they found is kept."""
    if not shadows:
        return {}
    first = max(min(each["since"] for each in shadows), now - HITS_KEPT) // DAY
    last = min(max(each["ends_at"] for each in shadows), now) // DAY
    found = shadow_counts(each.counts for each in await counts.counts_of(context, app, first, last))
    return {each["run"]: _of(found.get(each["run"], Counter())) for each in shadows}


def _of(counts: Counter[str]) -> ShadowCount:
    kinds: tuple[Kind, ...] = ("both", "enabled", "shadow", "failed")
    return ShadowCount(counts[""], Counter({kind: counts[kind] for kind in kinds}))
