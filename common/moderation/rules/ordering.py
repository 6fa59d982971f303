"""The order of an app's rules: those of a scope as they are looked at, and moving one among them.

Positions of a scope's rules are dense once one of them was moved. A commit changes some of them at
most and conflicts where one of those has moved meanwhile, so that the order is one that somebody
asked for at every moment, whoever else moves rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from common.configuration.context import Context
from common.domain.errors import Invalid, TryAgain
from common.domain.rule import RuleDocument, Scope, rule_key
from common.moderation.resources import resources
from common.moderation.resources.kinds import RULE
from common.store.deciding import until_committed
from common.store.store import BadCursor, Conflict, Put

MOST_AT_ONCE = 80
"""Rules to a commit, which a store takes so many writes in."""
_ATTEMPTS = 20


@dataclass(frozen=True, slots=True)
class Target:
    """Exactly one of them: `direction` is one place, `before` and `after` are ids of rules."""

    direction: Literal["up", "down"] | None = None
    before: str | None = None
    after: str | None = None


async def ordered(context: Context, app: str, scope: Scope) -> list[RuleDocument]:
    """The scope's rules, those that are switched off among them."""
    configuration = await context.configurations.fresh(app)
    rules = (rule for rule in configuration.rule_documents.values() if rule["scope"] == scope)
    return sorted(rules, key=_place)


async def page(
    context: Context, app: str, scope: Scope, limit: int, cursor: str | None
) -> tuple[Sequence[RuleDocument], str | None]:
    rules = await ordered(context, app, scope)
    if cursor is not None:
        after = _read(cursor)
        rules = [rule for rule in rules if _place(rule) > after]
    shown = rules[:limit]
    return shown, _written(shown[-1]) if len(rules) > limit else None


async def move(context: Context, app: str, id: str, to: Target, now: int) -> list[RuleDocument]:
    """The order that this leads to. Raises NotFound where there is no such rule, and Invalid for a
    place that is none.
    """

    busy = TryAgain("the rules are being moved by many at once")

    async def attempt() -> bool:
        return await _step(context, app, id, to, now)

    while not await until_committed(attempt, _ATTEMPTS, busy):
        pass
    rule = await resources.get(context, app, RULE, id)
    return await ordered(context, app, rule["scope"])


async def _step(context: Context, app: str, id: str, to: Target, now: int) -> bool:
    """One commit on the way; whether it was the last."""
    rule = await resources.get(context, app, RULE, id)
    rules = await ordered(context, app, rule["scope"])
    ids = [each["id"] for each in rules]
    wanted = _moved(ids, id, to)
    changed = _made_dense(rules)
    if changed:
        await _commit(context, app, rules, changed, now)
        return False
    hop, is_last = _hop(ids, wanted, id)
    changed = {each: number for number, each in enumerate(hop) if ids[number] != each}
    await _commit(context, app, rules, changed, now)
    return is_last


def _made_dense(rules: Sequence[RuleDocument]) -> dict[str, int]:
    """Positions to change so that rules have their numbers for positions, some at a time: from the
    last that goes up and then from the first that goes down, so that none passes another.
    """
    off = [(rule, n) for n, rule in enumerate(rules) if rule["position"] != n]
    up = [(rule["id"], n) for rule, n in reversed(off) if n > rule["position"]]
    down = [(rule["id"], n) for rule, n in off if n < rule["position"]]
    return dict((up or down)[:MOST_AT_ONCE])


def _moved(ids: Sequence[str], id: str, to: Target) -> list[str]:
    others = [each for each in ids if each != id]
    if to.direction is not None:
        step = -1 if to.direction == "up" else 1
        place = min(max(ids.index(id) + step, 0), len(others))
    else:
        place = _beside(others, id, to)
    return [*others[:place], id, *others[place:]]


def _beside(others: Sequence[str], id: str, to: Target) -> int:
    name = "before" if to.before is not None else "after"
    wanted = to.before if to.before is not None else to.after
    if wanted == id:
        raise Invalid.field(name, "is the rule itself")
    if wanted not in others:
        raise Invalid.field(name, f"names {wanted!r}, which is no rule of the same scope")
    return others.index(wanted) + (name == "after")


def _hop(ids: Sequence[str], wanted: Sequence[str], id: str) -> tuple[list[str], bool]:
    """As far towards what is wanted as one commit goes."""
    start, end = ids.index(id), wanted.index(id)
    longest = MOST_AT_ONCE - 1
    place = min(max(end, start - longest), start + longest)
    others = [each for each in ids if each != id]
    return [*others[:place], id, *others[place:]], place == end


async def _commit(
    context: Context, app: str, rules: Sequence[RuleDocument], changed: dict[str, int], now: int
) -> None:
    """Raises Conflict where one of those is not as `rules` has it any more."""
    if not changed:
        return
    seen = {rule["id"]: rule for rule in rules}
    keys = [rule_key(app, id) for id in changed]
    writes = []
    for key, found in zip(keys, await context.store.get(keys), strict=True):
        if found is None or found.data != seen[key.id]:
            raise Conflict(key)
        moved: RuleDocument = {**found.data, "position": changed[key.id], "updated_at": now}
        writes.append(Put(key, moved, found.version))
    await context.configurations.change(app, writes)


def _place(rule: RuleDocument) -> tuple[int, int, str]:
    """What rules are sorted by where they are evaluated."""
    return rule["position"], rule["created_at"], rule["id"]


def _written(rule: RuleDocument) -> str:
    return ":".join(map(str, _place(rule)))


def _read(cursor: str) -> tuple[int, int, str]:
    position, _, rest = cursor.partition(":")
    created, _, id = rest.partition(":")
    if not (position.isdecimal() and created.isdecimal() and id):
        raise BadCursor(cursor)
    return int(position), int(created), id
