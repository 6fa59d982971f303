"""What a lead wants to know: what comes, what is decided, how fast, and by whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from common.configuration.context import Context
from common.domain.desk_day import ARRIVALS, DECIDERS, policy_field, waited
from common.domain.item import ITEMS
from common.domain.queue import KINDS
from common.domain.times import DAY
from common.moderation.review import queue
from common.store.store import Collection, D
from common.store.walking import documents

_NUMBERS = ("decided", "kept", "removed", "escalated", "overturned", "opened", "severe")


@dataclass(slots=True)
class Overview:
    """`days` are by number since 1970, `policies` by key, `moderators` by name; each with its
    counts by name. `oldest_at` is since when the item has been there that waits longest.
    """

    first: int
    last: int
    days: dict[int, Counter[str]] = field(default_factory=dict)
    policies: dict[str, Counter[str]] = field(default_factory=dict)
    moderators: dict[str, Counter[str]] = field(default_factory=dict)
    waited: Counter[str] = field(default_factory=Counter)
    waiting: int = 0
    oldest_at: int | None = None


async def overview(context: Context, app: str, days: int, now: int) -> Overview:
    """Of so many days, the last of which is not over."""
    last = now // DAY
    found = Overview(last - days + 1, last)
    keys = {policy_field(key): key for key in await _policies(context, app)}
    for arrivals in await _all(context, app, ARRIVALS, found):
        _add(found, arrivals, ("arrived", "automatic"), "arrived", keys)
    for decided in await _all(context, app, DECIDERS, found):
        _add(found, decided, _NUMBERS, "decided", keys)
        own = found.moderators.setdefault(decided["moderator"], Counter())
        own.update({name: decided.get(name, 0) for name in _NUMBERS})
        own.update(waited(decided))
        found.waited.update(waited(decided))
    stats = await queue.stats(context, app, now)
    found.waiting = sum(stats.counts[kind] for kind in KINDS)
    found.oldest_at = await _oldest(context, app) if found.waiting else None
    return found


def _add(
    found: Overview,
    document: Mapping[str, Any],
    names: tuple[str, ...],
    by_policy: str,
    keys: Mapping[str, str],
) -> None:
    day = found.days.setdefault(document["day"], Counter())
    day.update({name: document.get(name, 0) for name in names})
    for name, count in document.items():
        if name.startswith("p_"):
            # Of a policy that there is no more, only the count is known.
            key = keys.get(name, "")
            found.policies.setdefault(key, Counter())[by_policy] += count


async def _policies(context: Context, app: str) -> list[str]:
    configuration = await context.configurations.of(app)
    return ["", *{policy["key"] for policy in configuration.policies.values()}]


async def _all(
    context: Context, app: str, collection: Collection[D], found: Overview
) -> list[Mapping[str, Any]]:
    days = documents(
        context.store, collection, app=app, order="day", low=found.first, high=found.last + 1
    )
    return [each.data async for each in days]


async def _oldest(context: Context, app: str) -> int | None:
    page = await context.store.query(
        ITEMS, app=app, order="queue_created_at", equal={"queue_reviewed": False}, limit=1
    )
    waiting = [each.data.get("waiting_since") for each in page.documents]
    return waiting[0] if waiting else None
