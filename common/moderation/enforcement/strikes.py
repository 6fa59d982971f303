"""Strikes as they are given and taken back, each in the commit of what it is for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from common.configuration.configuration import Configuration
from common.domain.content import is_user
from common.domain.item import Item, author_of
from common.domain.labels import LabelDocument
from common.domain.log import LogEntry, new_entry
from common.domain.strikes import (
    Change,
    Strike,
    StrikePolicy,
    fields_of,
    given,
    reached,
    shown,
    strike_id,
    strikes_key,
)
from common.domain.times import DAY
from common.moderation.enforcement import triggering
from common.moderation.enforcement.ladders import Climbed, Ladder, Struck
from common.rules import classes
from common.store.store import Create
from common.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from common.moderation.enforcement.limits import Limits
    from common.moderation.enforcement.outcome import Outcome
    from common.rules.evaluator import Match

STRUCK = "strike"
STRIKE = "strike"
"""What the log calls it among the effects of a rule."""
_ENOUGH = 0.5
"""The score from which content counts as of a class, as for rules that name no threshold."""


async def strike_for(
    unit: UnitOfWork,
    configuration: Configuration,
    item: Item,
    outcome: Outcome,
    limits: Limits,
    now: int,
) -> Climbed:
    """What the rules that held give the author, once for one content of an item in each policy."""
    climbed = Climbed()
    user = author_of(item)
    for match in outcome.matches if user else ():
        policy = _policy_of(configuration, match)
        if policy is None or not _counts(item, match):
            continue
        strike = _strike(policy, item, match, outcome.item.get("labels") or (), now)
        subject = Struck(user, item, limits)
        change = await strike_user(unit, configuration, policy, subject, strike, climbed, now)
        if change.before != change.after:
            climbed.note(match.rule_id, {"action": STRIKE, "result": "done", "id": strike["id"]})
    return climbed


def tell(entries: Iterable[Create[LogEntry]], climbed: Climbed) -> None:
    """Of each rule in the entry that says it held, so that undoing the rule takes back these."""
    for entry in (create.data for create in entries):
        effects = climbed.effects.get(entry.get("rule_id", ""), ())
        if effects and entry["type"] == "rule":
            entry["effects"] = [*entry.get("effects", ()), *effects]


async def strike_user(
    unit: UnitOfWork,
    configuration: Configuration,
    policy: StrikePolicy,
    subject: Struck,
    strike: Strike,
    climbed: Climbed,
    now: int,
) -> Change:
    """A strike that is there already changes nothing."""
    user = subject.user
    key = strikes_key(configuration.app, user)
    known = await unit.get(key)
    change = given(known, strike, now)
    if change.before == change.after:
        return change
    changed = fields_of(user, change.strikes)
    if known is None:
        unit.create(key, changed)
    else:
        known.update(changed)
    unit.add(_entry(configuration.app, STRUCK, user, strike, change, now, subject.item))
    for step in reached(policy, change):
        ladder = Ladder(unit, configuration, policy, subject, strike, step, change, now)
        await ladder.climb(climbed)
    return change


def _policy_of(configuration: Configuration, match: Match) -> StrikePolicy | None:
    asked = match.rule.strike if match.rule is not None else None
    return configuration.strike_policies.get(asked.policy) if asked is not None else None


def _counts(item: Item, match: Match) -> bool:
    """Who is spared, or has a moderator's decision on their side, is given none."""
    is_overruled = triggering.is_overruled(item, match.scope, item["pending"], calls=True)
    return match.spared is None and not is_overruled


def _strike(
    policy: StrikePolicy, item: Item, match: Match, labels: Sequence[LabelDocument], now: int
) -> Strike:
    content = item.get("payload_hash", "")
    if is_user(item["entity_type"]):
        content = f"round {item.get('review_round', 0)}"
    return {
        "id": strike_id(policy["id"], item["id"], content),
        "policy": policy["id"],
        "weight": _weight(policy, match, labels),
        "at": now,
        "expires_at": now + policy["expires_after"] * DAY,
        "reason": match.name,
        "by": "",
        "rule_id": match.rule_id,
        "rule_version": match.version,
        "item_id": item["id"],
    }


def _weight(policy: StrikePolicy, match: Match, labels: Sequence[LabelDocument]) -> int:
    own = match.rule.strike.weight if match.rule is not None and match.rule.strike else None
    weights = policy["weights"]
    if own is None:
        own = weights["rules"].get(match.rule_id)
    if own is not None:
        return own
    scores = classes.scores(labels)
    found = (w for name, w in weights["classes"].items() if scores.get(name, 0.0) >= _ENOUGH)
    return max(found, default=1)


def _entry(
    app: str, type: str, user: str, strike: Strike, change: Change, now: int, item: Item | None
) -> Create[LogEntry]:
    custom = {
        "strike_policy": strike["policy"],
        **shown(strike),
        "expires_at": strike["expires_at"],
        "before": change.before,
        "after": change.after,
    }
    return new_entry(
        app,
        "strike",
        type,
        now,
        user_id=user,
        item_id=item["id"] if item is not None else "",
        by=strike["by"],
        reason=strike["reason"],
        custom=custom,
        derived_from=("log", "strike", user, strike["id"], str(change.after), str(now)),
    )
