"""How often a rule fired about a user, and whether it is to be quiet: a rule of Stream's builder,
or one with a cooldown.
"""

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
    for_an_answer: bool = False

    def of(self, match: Match) -> Firing | None:
        firing = self.known.get(self.name(match))
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

    def name(self, match: Match) -> str:
        """A version of Gavel's own rule on content is quiet about that content, one on users about
        the user; a rule of Stream's builder is always quiet about the author.
        """
        if match.built is not None:
            return firing_name(match.rule_id)
        is_of_content = match.scope in ("post", "reported_post")
        about = [self.item["id"]] if is_of_content else []
        return firing_name(derived_id(match.rule_id, str(match.version), *about))

    def is_new(self, match: Match) -> bool:
        """Whether the rule had not fired for this very content."""
        firing = self.of(match)
        return firing is None or cause_of(self.item) not in firing["causes"]

    def _due(self, match: Match) -> Match | None:
        if not _is_recorded(match):
            return replace(match, effects=match.built.effects_of(1)) if match.built else match
        firing = self.of(match)
        is_new = self.is_new(match)
        # What has been answered for a content stays so, however often it is sent.
        is_quiet = is_new or (match.built is None and not self.for_an_answer)
        if is_quiet and firing is not None and firing["at"] > self.now - match.cooldown:
            return None
        if match.built is None:
            return match
        violation = (firing["count"] if firing is not None else 0) + is_new
        return replace(match, violation=violation, effects=match.built.effects_of(violation))


async def read_firings(
    store: Store, app: str, item: Item, evaluations: Iterable[Evaluation], now: int
) -> Firings:
    if not _are_recorded(evaluations):
        return Firings({}, item, now)
    (found,) = await store.get([key_of(app, item)])
    known = found.data["by_rule"] if found is not None else {}
    return Firings(known, item, now, for_an_answer=True)


async def firings_in(
    unit: UnitOfWork, app: str, item: Item, evaluations: Iterable[Evaluation], now: int
) -> Firings:
    found = await unit.get(key_of(app, item)) if _are_recorded(evaluations) else None
    return Firings(found["by_rule"] if found is not None else {}, item, now)


def record(unit: UnitOfWork, app: str, firings: Firings, matches: Iterable[Match]) -> None:
    """Those that have an effect, in the commit that has it. Of one user the rules are kept that
    fired last.
    """
    cause, now = cause_of(firings.item), firings.now
    fired = {
        firings.name(match): _again(firings.of(match), cause, now)
        for match in matches
        if _is_recorded(match) and (match.built is None or firings.is_new(match))
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


def _is_recorded(match: Match) -> bool:
    return not match.is_spared and (match.built is not None or match.cooldown > 0)


def _are_recorded(evaluations: Iterable[Evaluation]) -> bool:
    return any(_is_recorded(match) for each in evaluations for match in each.matches)
