"""What is kept of an evaluation beside what it leads to: what the rules saw, what shadows made of
it, and the counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.domain.item import Item
from common.domain.rule_shadow import Kind
from common.moderation.enforcement import inputs, shadowing
from common.moderation.enforcement.backgrounds import Background
from common.moderation.enforcement.counting import Seen, count, is_sampled, seen_in
from common.moderation.enforcement.outcome import Outcome
from common.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from common.domain.rule import Scope
    from common.rules.evaluator import Evaluation


@dataclass(slots=True)
class Observed:
    """One evaluation. `fired` are the rules that held, each as its version and id; nanoseconds that
    were `spent` on each rule are only sometimes looked at.
    """

    scopes: Sequence[Scope]
    keeps: bool
    spent: Counter[str] | None
    fired: Sequence[str] = ()
    seen: Seen = field(default_factory=Seen)

    @classmethod
    def of(cls, item: Item, scopes: Sequence[Scope], *, keeps: bool) -> Observed:
        return cls(scopes, keeps, Counter() if is_sampled(item["id"], item["revision"]) else None)

    def note(self, evaluations: Sequence[Evaluation]) -> None:
        """Before it is known which of what held is due."""
        self.fired = inputs.fired(evaluations)
        self.seen = seen_in(self.scopes, evaluations)


async def keep(
    context: Context,
    unit: UnitOfWork,
    configuration: Configuration,
    observed: Observed,
    background: Background,
    outcome: Outcome,
    now: int,
) -> None:
    scopes, fired, item = observed.scopes, observed.fired, outcome.item
    if observed.keeps:
        inputs.keep(unit, configuration, item, scopes, background, fired, outcome.matches, now)
    shadows: dict[str, Kind | None] = {}
    if configuration.rule_shadows:
        shadows = await shadowing.record_hits(
            unit, context.store, configuration, item, scopes, background, fired, now
        )
    acted, spent = outcome.matches, observed.spent
    is_counted = await count(
        context, unit, configuration, item, scopes, observed.seen, acted, shadows, spent, now
    )
    if observed.keeps or is_counted:
        await context.one(inputs.Expiry).expect(unit, configuration.app, now)
