"""Shadows: rules that are evaluated on what is posted, recorded, and have no effect."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NotRequired, get_args

from typing_extensions import TypedDict

from common.domain.ids import derived_id
from common.domain.rule import RuleContent
from common.domain.times import DAY
from common.store.store import Collection, Key

LASTS = 30 * DAY
HITS_KEPT = 90 * DAY
"""Longer than it lasts, so that what it found can be looked at afterwards."""
MOST_LIVE = 10
MOST_KEPT = 50

Kind = Literal["both", "enabled", "shadow", "failed"]
"""Which of the two held: the version that is enabled, the shadow. Or the shadow failed."""
KINDS: tuple[Kind, ...] = get_args(Kind)


class RuleShadow(TypedDict):
    """There is one a rule, which need not exist. `run` is another each time one is started.

    `based_on` is the rule's version at that time, 0 for none; `version` and `draft_revision` are
    there where its content was that. `by` is who started it, `drafted_by` who wrote it.
    """

    rule_id: str
    run: str
    content: RuleContent
    based_on: int
    by: str
    drafted_by: str
    reason: str
    since: int
    ends_at: int
    version: NotRequired[int]
    draft_revision: NotRequired[int]


class ShadowHit(TypedDict):
    """One evaluation of which the shadow or the enabled version made something.

    `run_kind` is which of which shadow; `staff_run` is there where the shadow would have hit a
    moderator. `enabled_version` is the one it was compared with, 0 for none. `content` is the start
    of the content's hash; `others` are the rules that held then, each as its version and id.
    """

    run: str
    run_kind: str
    rule_id: str
    kind: Kind
    enabled_version: int
    item_id: str
    entity_type: str
    entity_id: str
    user_id: str
    revision: int
    at: int
    content: str
    others: list[str]
    staff_run: NotRequired[str]
    error: NotRequired[str]


RULE_SHADOWS: Collection[RuleShadow] = Collection("rule_shadow")
SHADOW_HITS: Collection[ShadowHit] = Collection("shadow_hit")


def rule_shadow_key(app: str, rule: str) -> Key[RuleShadow]:
    return Key(app, RULE_SHADOWS, rule)


def shadow_hit_key(app: str, run: str, item: str, revision: int) -> Key[ShadowHit]:
    return Key(app, SHADOW_HITS, derived_id("shadow hit", run, item, str(revision)))


def run_kind(run: str, kind: Kind) -> str:
    return f"{run}:{kind}"


def is_live(shadow: RuleShadow, now: int) -> bool:
    return now < shadow["ends_at"]


def live(shadows: Iterable[RuleShadow], now: int) -> list[RuleShadow]:
    return [shadow for shadow in shadows if is_live(shadow, now)]
