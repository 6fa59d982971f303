"""Enforcements that wait for a person, because a cap was reached, and what caps are counted in."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple, NotRequired

from typing_extensions import TypedDict

from common.domain.ids import derived_id
from common.domain.rule import HeldCondition
from common.domain.times import HOUR, MINUTE
from common.store.store import Collection, Key

BAN_USER = "ban_user"
DEFAULT_CAP = 1_000
"""Irreversible actions and bans that rules and engines may have done in an hour where the app sets
no cap: more than a large community's do on a bad day, and few enough for people to look through.
"""

HeldStatus = Literal["held", "released", "dropped"]
CapKind = Literal["app", "rule", "loop", "second_person"]
"""Which cap was reached. `loop`: the rule has acted too often on the same item. `second_person`:
none, but the app has set that it takes another than who had the rule do it.
"""


class Source(NamedTuple):
    """What asks for it: a rule, or an engine of a policy, which has neither `rule_id` nor version
    and is named by itself and its label.
    """

    rule_id: str
    name: str
    version: int
    engine: str = ""


class HeldBan(TypedDict):
    """`new` has the fields of a NewBan; the others are those of what asks for it."""

    new: dict[str, Any]
    since: int
    reason: str
    custom: dict[str, Any]
    derived_from: list[str]
    delete_messages: str


class HeldEnforcement(TypedDict):
    """One action of a rule, or of an `engine` of a policy, on one subject. `why` is what held.
    `orders` are what goes out on release, beside the `ban` where it is one. `decided_at` is when
    somebody, `decided_by`, released or dropped it, for that `reason`; `refused` is why a release
    has dropped it. Times are nanoseconds.
    """

    id: str
    at: int
    status: HeldStatus
    cap: CapKind
    action: str
    rule_id: str
    rule_name: str
    rule_version: int
    item_id: str
    entity_type: str
    entity_id: str
    user_id: str
    why: list[HeldCondition]
    orders: list[dict[str, Any]]
    ban: NotRequired[HeldBan]
    engine: NotRequired[str]
    decided_at: NotRequired[int]
    decided_by: NotRequired[str]
    reason: NotRequired[str]
    refused: NotRequired[str]


HELD_ENFORCEMENTS: Collection[HeldEnforcement] = Collection("held_enforcement")


def held_key(app: str, id: str) -> Key[HeldEnforcement]:
    return Key(app, HELD_ENFORCEMENTS, id)


class CapCount(TypedDict):
    """What went through, by minute."""

    counts: dict[str, int]


CAP_COUNTS: Collection[CapCount] = Collection("cap_count")
SHARDS = 8
"""A cap is dealt out to as many documents, so that what happens at once need not wait in one line.
Something is held only where the share of each is used up, so the sum is the cap, exactly.
"""


def cap_key(app: str, name: str, shard: int) -> Key[CapCount]:
    return Key(app, CAP_COUNTS, derived_id("cap", name, str(shard)))


def share_of(cap: int, shard: int) -> int:
    return cap // SHARDS + (shard < cap % SHARDS)


def used(count: CapCount, now: int) -> int:
    """In the last hour, and in what belongs to the same minute as its beginning: so no sixty
    minutes ever hold more than the cap.
    """
    first = _minute(now - HOUR)
    return sum(number for name, number in count["counts"].items() if name >= first)


def counted(count: CapCount, now: int) -> CapCount:
    """With one more, and without what is too old to count."""
    first, this = _minute(now - HOUR), _minute(now)
    kept = {name: number for name, number in count["counts"].items() if name >= first}
    return {"counts": {**kept, this: kept.get(this, 0) + 1}}


def _minute(at: int) -> str:
    """All of the same width, so that they compare as their times do."""
    return f"m{at // MINUTE:010d}"
