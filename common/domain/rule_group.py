"""Groups of rules that are switched on for a while, as against a raid.

Whether a group is on follows from the time alone, so nothing has to happen for it to end.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NotRequired

from typing_extensions import TypedDict

from common.domain.times import DAY
from common.store.store import Collection, Key

LONGEST = 7 * DAY


class RuleGroup(TypedDict):
    """It is on from `since` until before `until`. `by` switched it last, for `reason`. `ends_at` is
    `until` again, there until the log says that it has ended. Times are nanoseconds.
    """

    id: str
    since: int
    until: int
    by: str
    reason: str
    updated_at: int
    ends_at: NotRequired[int]
    swept: NotRequired[int]


RULE_GROUPS: Collection[RuleGroup] = Collection("rule_group")


def rule_group_key(app: str, name: str) -> Key[RuleGroup]:
    return Key(app, RULE_GROUPS, name)


def groups_on(groups: Mapping[str, RuleGroup], now: int) -> frozenset[str]:
    return frozenset(name for name, each in groups.items() if is_on(each, now))


def is_on(group: RuleGroup, now: int) -> bool:
    return group["since"] <= now < group["until"]
