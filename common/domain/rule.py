"""Rules as they are stored; common/rules reads and evaluates them."""

from __future__ import annotations

from typing import Any, Literal, NotRequired, cast

from typing_extensions import TypedDict

from common.domain.exemption import RuleExemptions
from common.domain.ids import derived_id
from common.domain.pause import Pause
from common.domain.strikes import GivenStrike
from common.domain.times import DAY
from common.store.store import Collection, Key

Scope = Literal["post", "user", "reported_post", "reported_user"]
"""What a rule is about, and so what makes it be evaluated."""


class HeldCondition(TypedDict):
    """A condition that made its rule match, in words; `negated` when it did so by not holding."""

    type: str
    text: str
    values: dict[str, Any]
    negated: bool


class RuleFields(TypedDict):
    """What an app says of one. `when` is the tree of conditions, `actions` are ids of actions or
    `flag_for_review`; `action_values` has what it passes to those that it was given values for.
    `cap_per_hour` is of what they call and ban, `flag_cap_per_hour` of how often the rule flags for
    review; none where it is not there. In `cooldown`, as in "24h", it does nothing again about the
    same subject. A rule of a `group` is in effect only while that is on. With `strike`, the author
    is given one.
    """

    name: str
    scope: Scope
    when: dict[str, Any]
    actions: list[str]
    position: int
    enabled: bool
    cap_per_hour: NotRequired[int]
    flag_cap_per_hour: NotRequired[int]
    exempt: NotRequired[RuleExemptions]
    cooldown: NotRequired[str]
    group: NotRequired[str]
    strike: NotRequired[GivenStrike]
    action_values: NotRequired[dict[str, dict[str, Any]]]


EffectType = Literal[
    "ban_user",
    "flag_user",
    "flag_content",
    "block_content",
    "shadow_content",
    "bounce_content",
    "bounce_flag_content",
    "bounce_remove_content",
    "webhook_only",
]


class BanEffect(TypedDict):
    """`seconds` is None for good."""

    seconds: int | None
    shadow: bool
    ip: bool
    delete_messages: str


class Effect(TypedDict):
    """What a rule does that needs no action of the app. With `skip_inbox` no moderator is asked.
    It is for the user's violation of this rule number `violation`, and for those behind it until
    another is; 0 is for each.
    """

    type: EffectType
    reason: str
    skip_inbox: bool
    violation: int
    ban: NotRequired[BanEffect]


class BuiltRule(TypedDict, total=False):
    """What a rule of Stream's builder is made into. It is also looked at in the scopes `also`;
    `cooldown` is in nanoseconds, in which it does nothing again about the same user.
    """

    also: list[Scope]
    effects: list[Effect]
    cooldown: int
    kind: str
    description: str


class StreamRule(TypedDict, total=False):
    """As it was sent, in the flat form."""

    name: str
    description: str
    rule_type: str
    config_keys: list[str]
    team: str
    enabled: bool
    logic: str
    conditions: list[dict[str, Any]]
    groups: list[dict[str, Any]]
    action: dict[str, Any]
    action_sequences: list[dict[str, Any]]
    cooldown_period: str


class RuleContent(RuleFields):
    """What a version of a rule has. `origin` is where it was written: in Gavel's own conditions
    where there is none, or with Stream's builder, of which it keeps what was `asked`, and names
    what of that has no effect.
    """

    origin: NotRequired[Literal["stream"]]
    built: NotRequired[BuiltRule]
    asked: NotRequired[StreamRule]
    not_in_effect: NotRequired[dict[str, str]]


class RuleDocument(RuleContent):
    """`version` counts from 1 what was saved under the id (`rule_version.py`). A pause is no
    version, and stays when another is saved.
    """

    id: str
    version: int
    created_at: int
    updated_at: int
    paused: NotRequired[Pause]


RULES: Collection[RuleDocument] = Collection("rule")


class Firing(TypedDict):
    """How often a rule fired about a user, when it last did, and for which contents of late."""

    count: int
    at: int
    causes: list[str]


class UserFirings(TypedDict):
    """Of one user, or of an item that is of nobody, by `firing_name`."""

    by_rule: dict[str, Firing]


FIRINGS: Collection[UserFirings] = Collection("rule_firing")
MOST_POSITION = 1_000_000
"""Of rules in Gavel's own conditions; those of Stream's builder are behind them."""
FIRINGS_KEPT = 366 * DAY
"""Longer than any cooldown."""


def firings_key(app: str, subject: str) -> Key[UserFirings]:
    return Key(app, FIRINGS, derived_id("firings", subject))


def firing_name(rule: str) -> str:
    """Short, and fit to name a field in each store, whatever the rule's id."""
    return derived_id("firing", rule)[:16]


OF_ITSELF = frozenset(RuleDocument.__annotations__) - frozenset(RuleContent.__annotations__)
"""What a rule has beside its content."""


def content_of(rule: RuleDocument) -> RuleContent:
    return cast(RuleContent, {k: v for k, v in rule.items() if k not in OF_ITSELF})


def rule_key(app: str, id: str) -> Key[RuleDocument]:
    return Key(app, RULES, id)
