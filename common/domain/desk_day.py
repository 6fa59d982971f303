"""What came before the moderators on a day and what each of them decided; days are UTC's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from typing_extensions import TypedDict

from common.domain.durations import bucket_of, median_bucket, seconds_of
from common.domain.ids import derived_id
from common.domain.item import Item
from common.domain.recommendation import GRAVITY, SHADOW
from common.domain.times import DAY
from common.store.store import Collection, Key, Update

_WAITED, _POLICY = "w", "p"
_SEVERE = 3


class ArrivalDay(TypedDict):
    """Of the items of one shard. Beside these it has how many came by policy. `automatic` are those
    for which engines or rules asked for removal before any person had looked.
    """

    day: int
    arrived: int
    automatic: int


class DeciderDay(TypedDict):
    """Of one moderator. Beside these it has how many were decided by policy, and by how long they
    had waited. `overturned` are decisions of theirs that somebody else took back on that day;
    `opened` are the items that they opened, where that is recorded, and `severe` those of them that
    are high or critical.
    """

    day: int
    moderator: str
    decided: int
    kept: int
    removed: int
    escalated: int
    overturned: int
    opened: int
    severe: int


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


def opened(app: str, moderator: str, item: Item, now: int) -> Update[DeciderDay]:
    is_severe = item.get("severity", 0) >= _SEVERE
    return decider(app, moderator, now, {"opened": 1, **({"severe": 1} if is_severe else {})})


def policy_field(config_key: str) -> str:
    """As short as the policy's name may be long."""
    return f"{_POLICY}_{derived_id('policy', config_key).replace('-', '')[:16]}"


def waited_field(nanoseconds: int) -> str:
    return f"{_WAITED}_{bucket_of(nanoseconds):03d}"


def waited(document: Mapping[str, Any]) -> dict[str, int]:
    return {name: n for name, n in document.items() if name.startswith(f"{_WAITED}_")}


def median_seconds(counts: Mapping[str, int]) -> int | None:
    by_bucket = {int(name.partition("_")[2]): n for name, n in counts.items()}
    bucket = median_bucket(by_bucket)
    return None if bucket is None else seconds_of(bucket)
