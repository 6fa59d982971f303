"""What matches would lead to if they were acted on now, of which nothing is committed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from common.configuration.configuration import Configuration
from common.domain.enforcement import HELD_ENFORCEMENTS, HeldEnforcement, held_key
from common.domain.item import Item, author_of
from common.domain.log import RuleEffect
from common.domain.user import User, user_key
from common.moderation.enforcement.consequences import consequences_of
from common.moderation.enforcement.firings import firings_in
from common.moderation.enforcement.outcomes import outcome_from
from common.store.store import Create, Document, Store
from common.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from common.rules.evaluator import Match


@dataclass(frozen=True, slots=True)
class Foreseen:
    """`effects` are those of rules, by the rule's id and the action, `strikes` what the strikes
    that a rule gives lead to. `held` is what caps would hold, of rules and of engines.
    """

    effects: Mapping[tuple[str, str], RuleEffect]
    strikes: Mapping[str, Sequence[RuleEffect]]
    held: Sequence[HeldEnforcement]


async def foresee(
    store: Store,
    configuration: Configuration,
    item: Item,
    causes: Sequence[str],
    matches: Sequence[Match],
    now: int,
    author: User | None = None,
) -> Foreseen:
    """`author` stands in the place of whom the store has."""
    from common.rules.evaluator import Evaluation

    app, seen = configuration.app, deepcopy(item)
    seen["pending"] = [*causes]
    known = [] if author is None else [Document(user_key(app, author_of(item)), author, 0)]
    unit = UnitOfWork(store, known)
    firings = await firings_in(unit, app, seen, [Evaluation([*matches], [])], now)
    outcome = outcome_from(configuration, app, seen, causes, matches, now)
    found = await consequences_of(unit, configuration, seen, outcome, firings, now)
    effects = found.outcome.effects
    held = [each for each in effects.values() if each["result"] == "held"]
    of_strikes = found.ladder.effects
    held += [each for few in of_strikes.values() for each in few if each["result"] == "held"]
    ids = {each["id"] for each in held}
    ids |= {
        write.key.id
        for write in unit.writes()
        if isinstance(write, Create) and write.key.collection == HELD_ENFORCEMENTS
    }
    documents = [unit.held(held_key(app, id)) for id in sorted(ids)]
    return Foreseen(effects, of_strikes, [each for each in documents if each is not None])
