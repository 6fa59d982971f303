"""Every save of a rule: what it was, from when to when, who saved it and why."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from common.domain.ids import derived_id
from common.domain.rule import RuleContent
from common.store.store import Collection, Key


class RuleVersion(TypedDict):
    """`changes` are the differences to the version before, in words. `by` is empty where the app's
    server named nobody. The one without `active_to` is the one that counts; `deleted_by` is there
    where the rule was deleted then, and `drafted_by` where what another had drafted was published.
    Times are nanoseconds.
    """

    rule_id: str
    version: int
    content: RuleContent
    active_from: int
    by: str
    reason: str
    changes: list[str]
    active_to: NotRequired[int]
    deleted_by: NotRequired[str]
    restored_from: NotRequired[int]
    drafted_by: NotRequired[str]


RULE_VERSIONS: Collection[RuleVersion] = Collection("rule_version")


def rule_version_key(app: str, rule: str, version: int) -> Key[RuleVersion]:
    return Key(app, RULE_VERSIONS, derived_id("rule version", rule, str(version)))
