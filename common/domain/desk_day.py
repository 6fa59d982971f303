"""What came before the moderators on a day and what each of them decided; days are UTC's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log
from typing import Any

from typing_extensions import TypedDict

from common.domain.ids import derived_id
from common.domain.item import Item
from common.domain.recommendation import GRAVITY, SHADOW
from common.domain.times import DAY, SECOND
from common.store.store import Collection, Key, Update

_STEP = 1.25
"""Each bucket of waiting times is so much longer than the one before: a median is told to within
an eighth.
"""
_WAITED, _POLICY = "w", "p"


class ArrivalDay(TypedDict):
    """Of the items of one shard. Beside these it has how many came by policy. `automatic` are those
    for which engines or rules asked for removal before any person had looked.
    """

    day: int
    arrived: int
    automatic: int


class DeciderDay(TypedDict):
    """Of one moderator. Beside these it has how many were decided by policy, and by how long they
    had waited. `overturned` are decisions of theirs that somebody else took back on that day.
    """

    day: int
    moderator: str
    decided: int
    kept: int
    removed: int
    escalated: int
    overturned: int


ARRIVALS: Collection[ArrivalDay] = Collection("arrival_day")
DECIDERS: Collection[DeciderDay] = Collection("decider_day")


def arrived(app: str, items: Iterable[Item]) -> list[Update[ArrivalDay]]:
    """Of items that have just come before the moderators."""
    counts: dict[tuple[int, str], Counter[str]] = {}
    for item in items:
        day, shard = item["queue_updated_at"] // DAY, item["id"][0]
        counts.setdefault((day, shard), Counter()).update(_arrival(item))
    return [
        Update(Key(app, ARRIVALS, f"{day}:{shard}"), {"day": day}, dict(found), upsert=True)
        for (day, shard), found in counts.items()
    ]


def _arrival(item: Item) -> dict[str, int]:
    increments = {"arrived": 1, policy_field(item.get("config_key", "")): 1}
    if GRAVITY[item["recommended_action"]] >= GRAVITY[SHADOW]:
        increments["automatic"] = 1
    return increments


def decider(
    app: str, moderator: str, now: int, increments: Mapping[str, int]
) -> Update[DeciderDay]:
    day = now // DAY
    key: Key[DeciderDay] = Key(app, DECIDERS, f"{day}:{derived_id('decider', moderator)}")
    return Update(key, {"day": day, "moderator": moderator}, increments, upsert=True)


def policy_field(config_key: str) -> str:
    """As short as the policy's name may be long."""
    return f"{_POLICY}_{derived_id('policy', config_key).replace('-', '')[:16]}"


def waited_field(nanoseconds: int) -> str:
    seconds = max(1.0, nanoseconds / SECOND)
    return f"{_WAITED}_{round(log(seconds, _STEP)):03d}"


def waited(document: Mapping[str, Any]) -> dict[str, int]:
    return {name: n for name, n in document.items() if name.startswith(f"{_WAITED}_")}


def median_seconds(counts: Mapping[str, int]) -> int | None:
    total = sum(counts.values())
    seen = 0
    for name in sorted(counts):
        seen += counts[name]
        if 2 * seen >= total > 0:
            return round(_STEP ** int(name.partition("_")[2]))
    return None
