"""Keeping what the rules saw, in the commit of what they led to: one write an evaluation."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.domain.item import Item, author_of
from common.domain.rule_input import (
    RuleInput,
    content_mark,
    expiry_id,
    fired_name,
    is_kept,
    new_expiry,
    percent_kept,
    rule_input_key,
    shard_of,
)
from common.domain.task import task_key
from common.moderation.enforcement import triggering
from common.moderation.enforcement.backgrounds import Background
from common.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from common.domain.rule import Scope
    from common.rules.evaluator import Evaluation, Match
    from common.rules.inputs import Part

_FIRED_KEPT = 50
"""Rules of one evaluation; more than may act."""


def are_kept(configuration: Configuration, item: Item, scopes: Collection[Scope]) -> bool:
    """Without any rule, even one that is off, nothing is evaluated, and so nothing is kept."""
    if not configuration.has_rules or not scopes:
        return False
    return is_kept(configuration.settings, item["id"])


def fired(evaluations: Iterable[Evaluation]) -> list[str]:
    """Whether or not anything comes of it."""
    return _names(match for evaluation in evaluations for match in evaluation.matches)


def keep(
    unit: UnitOfWork,
    configuration: Configuration,
    seen: Item,
    scopes: Sequence[Scope],
    background: Background,
    fired: Sequence[str],
    acted: Iterable[Match],
    now: int,
) -> None:
    """`seen` is the item as the rules saw it, `acted` the matches that have an effect."""
    from common.rules.inputs import kept

    app, user = configuration.app, author_of(seen)
    not_read: list[Part] = [] if configuration.counts_addresses else ["address"]
    if user and background.strikes is None:
        not_read.append("strikes")
    facts = triggering.facts_of(configuration, seen, background, now)
    found: RuleInput = {
        "shard": shard_of(user, seen["id"]),
        "at": now,
        "item_id": seen["id"],
        "user_id": user,
        "revision": seen["revision"],
        "scopes": [*scopes],
        "facts": kept(
            facts,
            now,
            not_read=not_read,
            counting=configuration.rules.counting,
        ),
    }
    if seen["creator_id"] != user:
        found["creator_id"] = seen["creator_id"]
    if "payload_hash" in seen:
        found["content"] = content_mark(seen["payload_hash"])
    percent = percent_kept(configuration.settings)
    if percent < 100:
        found["percent"] = percent
    if fired:
        found["fired"] = [*fired[:_FIRED_KEPT]]
        effective = frozenset(_names(acted))
        quiet = [name for name in fired[:_FIRED_KEPT] if name not in effective]
        if quiet:
            found["quiet"] = quiet
    unit.create(rule_input_key(app, seen["id"], seen["revision"]), found)


class Expiry:
    """Has the job be there that lets go what is kept, from the first evaluation of an app on."""

    def __init__(self, _: Context) -> None:
        self._known: set[str] = set()

    async def expect(self, unit: UnitOfWork, app: str, now: int) -> None:
        if app in self._known:
            return
        key = task_key(app, expiry_id(app))
        if await unit.get(key) is not None:
            self._known.add(app)
        else:
            unit.create(key, new_expiry(app, now))


def _names(matches: Iterable[Match]) -> list[str]:
    return list(dict.fromkeys(fired_name(match.rule_id, match.version) for match in matches))
