"""How often a rule of Stream's builder fired about a user, and whether it is to be quiet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from common.domain.ids import derived_id
from common.domain.item import Item, author_of
from common.domain.rule import FIRINGS_KEPT, Firing, UserFirings, firing_name, firings_key
from common.store.store import Key, Store
from common.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from common.rules.evaluator import Evaluation, Match

_CAUSES_KEPT = 20
_RULES_KEPT = 200


def cause_of(item: Item) -> str:
    """One content of one item fires a rule once, however often it is looked at. What is reported
    anew since a moderator has decided is another matter.
    """
    parts = (item.get("payload_hash", ""), str(item.get("review_round", 0)))
    return derived_id("cause", item["id"], *parts)[:16]


def key_of(app: str, item: Item) -> Key[UserFirings]:
    return firings_key(app, author_of(item) or item["id"])


@dataclass(frozen=True, slots=True)
class Firings:
    """As they are stored, by the rules' names there. What is older than is kept is as if it had
    never been.
    """

    known: Mapping[str, Firing]
    item: Item
    now: int

    def of(self, rule: str) -> Firing | None:
        firing = self.known.get(firing_name(rule))
        return firing if firing is not None and _is_kept(firing, self.now) else None

    def settle(self, evaluations: Iterable[Evaluation]) -> None:
        """Leaves of the matches those that are due, each once and with what is due for it."""
        seen: set[str] = set()
        for evaluation in evaluations:
            due = (self._due(match) for match in evaluation.matches)
            evaluation.matches = [
                match
                for match in due
                if match is not None and not (match.built and match.rule_id in seen)
            ]
            seen.update(match.rule_id for match in evaluation.matches)

    def is_new(self, rule: str) -> bool:
        """Whether the rule had not fired for this very content."""
        firing = self.of(rule)
        return firing is None or cause_of(self.item) not in firing["causes"]

    def _due(self, match: Match) -> Match | None:
        if match.built is None:
            return match
        firing = self.of(match.rule_id)
        is_new = self.is_new(match.rule_id)
        if is_new and firing is not None and firing["at"] > self.now - match.built.cooldown:
            return None
        violation = (firing["count"] if firing is not None else 0) + is_new
        return replace(match, violation=violation, effects=match.built.effects_of(violation))


async def read_firings(
    store: Store, app: str, item: Item, evaluations: Iterable[Evaluation], now: int
) -> Firings:
    if not _has_built(evaluations):
        return Firings({}, item, now)
    (found,) = await store.get([key_of(app, item)])
    return Firings(found.data["by_rule"] if found is not None else {}, item, now)


async def firings_in(
    unit: UnitOfWork, app: str, item: Item, evaluations: Iterable[Evaluation], now: int
) -> Firings:
    found = await unit.get(key_of(app, item)) if _has_built(evaluations) else None
    return Firings(found["by_rule"] if found is not None else {}, item, now)


def record(unit: UnitOfWork, app: str, firings: Firings, matches: Iterable[Match]) -> None:
    """Those that have an effect, in the commit that has it. Of one user the rules are kept that
    fired last.
    """
    cause, now = cause_of(firings.item), firings.now
    fired = {
        firing_name(match.rule_id): _again(firings.of(match.rule_id), cause, now)
        for match in matches
        if match.built is not None and firings.is_new(match.rule_id)
    }
    if not fired:
        return
    kept = {name: each for name, each in firings.known.items() if _is_kept(each, now)} | fired
    latest = sorted(kept, key=lambda name: (kept[name]["at"], name))[-_RULES_KEPT:]
    key = key_of(app, firings.item)
    known = unit.held(key) or unit.create(key, UserFirings(by_rule={}))
    known["by_rule"] = {name: kept[name] for name in latest}


def _again(known: Firing | None, cause: str, now: int) -> Firing:
    if known is None:
        return {"count": 1, "at": now, "causes": [cause]}
    causes = [*known["causes"], cause][-_CAUSES_KEPT:]
    return {"count": known["count"] + 1, "at": now, "causes": causes}


def _is_kept(firing: Firing, now: int) -> bool:
    return firing["at"] > now - FIRINGS_KEPT


def _has_built(evaluations: Iterable[Evaluation]) -> bool:
    return any(match.built is not None for each in evaluations for match in each.matches)
