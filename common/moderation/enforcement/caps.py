"""Caps: how many irreversible actions an hour a machine may take before a person is asked.

What is counted is written in the commit that has it done, on the version that was read; whoever
meets another there decides again in the one retry loop. So counts are exact, and what asks for
nothing that is capped reads and writes nothing for them.
"""

from __future__ import annotations

from collections.abc import Iterable

from common.configuration.configuration import Configuration
from common.domain.action import FLAG_FOR_REVIEW, Action
from common.domain.enforcement import (
    DEFAULT_CAP,
    SHARDS,
    CapCount,
    CapKind,
    cap_key,
    counted,
    share_of,
    used,
)
from common.store.store import Key
from common.store.unit_of_work import UnitOfWork

OF_APP = "app"
_BANS = frozenset({"ban", "delete_user", "delete_user_messages"})
"""Decisions of moderators that an action which carries them out does to a person."""


def is_capped(action: Action) -> bool:
    """Whether the app's cap counts it: what nobody can take back, and whatever bans."""
    return bool(action.get("irreversible")) or not _BANS.isdisjoint(action.get("carries_out") or ())


def of_rule(rule_id: str) -> str:
    return f"rule {rule_id}"


def flags_of_rule(rule_id: str) -> str:
    return f"flags of rule {rule_id}"


class Caps:
    """Of one evaluation of one item. Where `take` says that there is room, it is counted."""

    def __init__(
        self, unit: UnitOfWork, configuration: Configuration, item_id: str, now: int
    ) -> None:
        self._unit = unit
        self._configuration = configuration
        self._first = int(item_id[-2:], 16) % SHARDS
        self._now = now

    async def take(self, rule_id: str, *, counts_for_app: bool) -> CapKind | None:
        """None where it may be done, else the cap that was reached."""
        caps: list[tuple[CapKind, str, int]] = []
        rule = self._configuration.rule_documents.get(rule_id)
        of_rule_cap = rule.get("cap_per_hour") if rule is not None else None
        if of_rule_cap is not None:
            caps.append(("rule", of_rule(rule_id), of_rule_cap))
        of_app = self._configuration.settings.get("cap_per_hour", DEFAULT_CAP)
        if counts_for_app and of_app is not None:
            caps.append(("app", OF_APP, of_app))
        found: list[Key[CapCount]] = []
        for kind, name, cap in caps:
            key = await self._room(name, cap)
            if key is None:
                return kind
            found.append(key)
        for key in found:
            await self._count(key)
        return None

    async def take_flag(self, rule_id: str) -> bool:
        """Whether the rule may ask for one more review."""
        rule = self._configuration.rule_documents.get(rule_id)
        cap = rule.get("flag_cap_per_hour") if rule is not None else None
        if cap is None:
            return True
        key = await self._room(flags_of_rule(rule_id), cap)
        if key is not None:
            await self._count(key)
        return key is not None

    async def _room(self, name: str, cap: int) -> Key[CapCount] | None:
        """The item's own document where its share is not used up, else any other."""
        if cap == 0:
            return None
        others = [number for number in range(SHARDS) if number != self._first]
        for shards in ([self._first], others):
            keys = {number: cap_key(self._configuration.app, name, number) for number in shards}
            await self._unit.read([*keys.values()])
            for number, key in keys.items():
                known = self._unit.held(key)
                if (used(known, self._now) if known else 0) < share_of(cap, number):
                    return key
        return None

    async def _count(self, key: Key[CapCount]) -> None:
        known = await self._unit.get(key)
        if known is None:
            known = self._unit.create(key, CapCount(counts={}))
        known["counts"] = counted(known, self._now)["counts"]


async def standing(unit: UnitOfWork, app: str, names: Iterable[str], now: int) -> dict[str, int]:
    """How much of each cap is used up now."""
    found: dict[str, int] = {}
    for name in names:
        keys = [cap_key(app, name, number) for number in range(SHARDS)]
        await unit.read(keys)
        known = [each for each in map(unit.held, keys) if each is not None]
        found[name] = sum(used(each, now) for each in known)
    return found


def is_call(action: str) -> bool:
    return action != FLAG_FOR_REVIEW
