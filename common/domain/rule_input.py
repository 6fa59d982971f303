"""What rules saw when they were evaluated, kept for backtests, shadows and explanations."""

from __future__ import annotations

from typing import Any, NotRequired

from typing_extensions import TypedDict

from common.domain.ids import derived_id
from common.domain.reports import KeptReport
from common.domain.rule import Scope
from common.domain.settings import AppSettings
from common.domain.task import Task, new_job
from common.domain.times import DAY, HOUR
from common.store.store import Collection, Key

ALL_KEPT, NONE_KEPT = "all", "none"
EXPIRED_EVERY = HOUR
KEPT_DAYS = 30
MOST_DAYS = 90


class KeptContent(TypedDict, total=False):
    """`length` is there where the content was known. Texts are not kept: of them only how long they
    are and whether they have a link, which is all that a condition can ask.
    """

    length: int
    has_url: bool
    custom: dict[str, Any]
    entity_type: str
    policies: list[str]
    policy: str
    team: str
    counted: dict[str, int]


class KeptAuthor(TypedDict, total=False):
    """`known` says that there was such a user, `lists` are those that they were in: there even if
    they were in none. `strikes` are by policy, there where they were read.
    """

    known: bool
    created_at: int
    role: str
    custom: dict[str, Any]
    flagged: int
    lists: list[str]
    trusted: bool
    strikes: dict[str, int]


class Kept(TypedDict, total=False):
    """The facts (common/rules/facts.py), without what is as it is by default. Histories are packed
    (common/domain/history_packing.py); each count of `reports` and `shared` is a number and a name.

    `missing` names what was not kept, `counting` what rules had counted until then, by the names of
    their marks and limits.
    """

    classes: dict[str, float]
    severities: dict[str, int]
    lists: list[str]
    needs_review: bool
    history: str
    address: str
    reports: list[str]
    shared: list[str]
    kept_reports: list[KeptReport]
    not_judged: list[str]
    unknown: list[str]
    content: KeptContent
    author: KeptAuthor
    groups: list[str]
    missing: list[str]
    counting: list[str]


class RuleInput(TypedDict):
    """One evaluation: of the item's revision `revision`, at `at` (nanoseconds), in these `scopes`.

    `user_id` is whom what was decided concerned, by whom the `shard` goes, so that all of a user's
    lie together; `creator_id` is there where the item's creator is somebody else. `content` is the
    start of the content's hash, by which a later decision is known to be about this very content.
    `fired` are the rules whose conditions held, each as its version and id; `quiet` those of them
    that had no effect, cooling down or overruled by a moderator. `percent` is there where only so
    many of a hundred items are kept.
    """

    shard: str
    at: int
    item_id: str
    user_id: str
    revision: int
    scopes: list[Scope]
    facts: Kept
    creator_id: NotRequired[str]
    content: NotRequired[str]
    fired: NotRequired[list[str]]
    quiet: NotRequired[list[str]]
    percent: NotRequired[int]


RULE_INPUTS: Collection[RuleInput] = Collection("rule_input")
_HASH_CHARACTERS = 16


def rule_input_key(app: str, item: str, revision: int) -> Key[RuleInput]:
    return Key(app, RULE_INPUTS, derived_id("rule input", item, str(revision)))


def shard_of(user: str, item: str) -> str:
    """What is of nobody goes by its item."""
    return derived_id("shard", user or item)[0]


def content_mark(payload_hash: str) -> str:
    return payload_hash[:_HASH_CHARACTERS]


def fired_name(rule: str, version: int) -> str:
    return f"{version}:{rule}"


def fired_rule(name: str) -> tuple[str, int]:
    version, _, rule = name.partition(":")
    return rule, int(version)


def percent_kept(settings: AppSettings) -> int:
    """Of a hundred items."""
    wanted = settings.get("keep_inputs", ALL_KEPT)
    return {ALL_KEPT: 100, NONE_KEPT: 0}[wanted] if isinstance(wanted, str) else wanted


def is_kept(settings: AppSettings, item: str) -> bool:
    """All evaluations of an item, or none."""
    percent = percent_kept(settings)
    return percent >= 100 or int(derived_id("kept", item)[:8], 16) % 100 < percent


def keeping_time(settings: AppSettings) -> int:
    """Nanoseconds."""
    return settings.get("inputs_kept_days", KEPT_DAYS) * DAY


def expiry_id(app: str) -> str:
    """Of the job by which what is kept goes in time."""
    return derived_id("inputs expiry", app)


def new_expiry(app: str, now: int) -> Task:
    task = new_job("inputs_expiry", expiry_id(app), {}, {"deleted": 0}, now)
    task["due_at"] = now + EXPIRED_EVERY
    return task
