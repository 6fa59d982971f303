"""What an outcome leads to, in one unit of work: bans, strikes, and what caps leave of it all."""

from __future__ import annotations

from dataclasses import dataclass

from common.configuration.configuration import Configuration
from common.domain.item import Item
from common.moderation.enforcement.bans import MadeBan, ban_creator
from common.moderation.enforcement.firings import Firings
from common.moderation.enforcement.ladders import Climbed
from common.moderation.enforcement.limits import Limits
from common.moderation.enforcement.outcome import Outcome
from common.moderation.enforcement.strikes import strike_for, tell
from common.moderation.enforcement.user_effects import UserEffects, take
from common.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Consequences:
    """`banned` is by a policy's engine, `done` is what rules did to the author."""

    outcome: Outcome
    banned: MadeBan | None
    done: UserEffects
    ladder: Climbed


async def consequences_of(
    unit: UnitOfWork,
    configuration: Configuration,
    item: Item,
    outcome: Outcome,
    firings: Firings,
    now: int,
) -> Consequences:
    """In the order in which caps are used up. `item` is changed in place."""
    app, actions = configuration.app, configuration.actions
    limits = Limits(unit, configuration, item, now)
    outcome = await limits.of(outcome)
    banned = None
    bans = [label for label in outcome.item.get("labels", ()) if "ban" in label]
    if bans and outcome.engines:
        banned = await ban_creator(unit, app, item, bans, actions, limits, now)
    done = UserEffects()
    if outcome.on_user:
        done = await take(unit, app, item, outcome.on_user, firings, actions, limits, now)
    ladder = await strike_for(unit, configuration, item, outcome, limits, now)
    outcome = limits.finished(outcome)
    tell(outcome.entries, ladder)
    return Consequences(outcome, banned, done, ladder)
