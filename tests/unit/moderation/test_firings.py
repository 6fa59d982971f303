"""How often rules fired about a user: bounded, and not for ever."""

from __future__ import annotations

from typing import Any, cast

from common.domain.item import Item
from common.domain.rule import FIRINGS_KEPT, Firing, firing_name, firings_key
from common.moderation.enforcement.firings import Firings, record
from common.rules.evaluator import Match
from common.rules.rule import Built
from common.store.store import Store
from common.store.unit_of_work import UnitOfWork

NOW = 1_763_000_123 * 10**9
_ITEM = cast(Item, {"id": "i", "creator_id": "ann", "payload_hash": "h", "entity_type": "post"})


def _recorded(known: dict[str, Firing], *rules: str) -> Any:
    unit = UnitOfWork(cast(Store, None))
    matches = [Match(rule, rule, "post", (), [], Built()) for rule in rules]
    record(unit, "app", Firings(known, _ITEM, NOW), matches)
    held = unit.held(firings_key("app", "ann"))
    return held and held["by_rule"]


def test_the_rules_that_fired_last_are_kept() -> None:
    known: dict[str, Firing] = {
        firing_name(f"r{n}"): {"count": n, "at": NOW - n, "causes": ["c"] * 20}
        for n in range(1, 251)
    }
    found = _recorded(known, "r250", "new")
    assert len(found) == 200
    assert found[firing_name("new")]["count"] == 1
    again = found[firing_name("r250")]
    assert (again["count"], again["at"], len(again["causes"])) == (251, NOW, 20)
    assert firing_name("r198") in found and firing_name("r199") not in found


def test_what_did_not_fire_for_a_year_starts_anew() -> None:
    old: dict[str, Firing] = {
        firing_name(name): {"count": 7, "at": NOW - FIRINGS_KEPT, "causes": ["c"]}
        for name in ("r", "other")
    }
    found = _recorded(old, "r")
    assert {name: each["count"] for name, each in found.items()} == {firing_name("r"): 1}
