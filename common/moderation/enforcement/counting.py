"""What an evaluation adds to the counts of an app's rules: one write, in the commit of its outcome,
so that a trigger that comes again counts nothing again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any
from zlib import crc32

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.domain.item import Item
from common.domain.rule_count import (
    LETTERS,
    LastError,
    counts_key,
    outcome_name,
    rule_set_key,
    set_mark,
    set_parts,
)
from common.domain.rule_group import groups_on
from common.domain.rule_input import content_mark, fired_name
from common.domain.rule_shadow import Kind
from common.moderation.enforcement.pace import Pace
from common.store.store import Update
from common.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from common.domain.rule import Scope
    from common.rules.evaluator import Evaluation, Match

_ONE_IN = 16
_MOST = 100
"""Rules of one evaluation that are counted as having held, or failed, and the slowest whose time
is: Firestore takes 500 increments of a document.
"""
_ERROR_CHARACTERS = 500


def is_sampled(id: str, revision: int) -> bool:
    """One evaluation in sixteen, and the same one if its trigger comes again."""
    return crc32(f"{id}:{revision}".encode()) % _ONE_IN == 0


@dataclass(frozen=True, slots=True)
class Seen:
    """What rules made of an evaluation, before it is known what comes of it: which of them held,
    paused or not, what went wrong, and for each scope the rule behind which none was looked at.
    """

    stopped_by: Mapping[Scope, str] = field(default_factory=dict)
    held: Collection[str] = ()
    paused: Collection[str] = ()
    errors: Mapping[str, str] = field(default_factory=dict)


def seen_in(scopes: Sequence[Scope], evaluations: Sequence[Evaluation]) -> Seen:
    """Without rules there are no evaluations."""
    paused = dict.fromkeys(match.rule_id for each in evaluations for match in each.paused)
    held = dict.fromkeys(match.rule_id for each in evaluations for match in each.matches)
    return Seen(
        dict(zip(scopes, (each.stopped_by for each in evaluations), strict=False)),
        [*(held | paused)],
        [*paused],
        {error.rule_id: error.error for each in evaluations for error in each.errors},
    )


@dataclass(frozen=True, slots=True)
class _InEffect:
    """The rules of an app that are evaluated, those of groups that are off left out."""

    rules: Sequence[tuple[str, int, str]]
    mark: str
    numbers: Mapping[str, int]


async def count(
    context: Context,
    unit: UnitOfWork,
    configuration: Configuration,
    item: Item,
    scopes: Sequence[Scope],
    seen: Seen,
    acted: Iterable[Match],
    shadows: Mapping[str, Kind | None],
    spent: Mapping[str, int] | None,
    now: int,
) -> bool:
    """`acted` are the matches with an effect, `shadows` what came of each that was evaluated, by
    its run. What rules `spent` is known of the evaluations that are sampled. False where there was
    nothing to count.
    """
    rules = _in_effect(configuration, now)
    if not scopes or not (rules.rules or shadows):
        return False
    shards = context.one(Pace).shards(configuration.app, now)
    worth = _worth(configuration, seen, is_sampled=spent is not None)
    added: Counter[str] = Counter()
    if worth:
        added = _added(rules, scopes, seen, {match.rule_id for match in acted}, spent, worth)
    for run, kind in shadows.items():
        if kind is not None:
            added.update((f"s{run}", f"s{run}:{kind}"))
        elif worth:
            added[f"s{run}"] += worth
    if not added:
        return False
    key = counts_key(configuration.app, now, rules.mark, item["id"], shards)
    unit.add(Update(key, set=_latest(rules, seen, now), increment=added, upsert=True))
    if worth:
        await context.one(_Sets).expect(unit, configuration.app, rules)
    return True


def _worth(configuration: Configuration, seen: Seen, *, is_sampled: bool) -> int:
    """For how many evaluations this one counts; what shadows did makes no difference."""
    if configuration.settings.get("count_evaluations", "sampled") == "all":
        return 1
    if seen.held or seen.errors:
        return 1
    return _ONE_IN if is_sampled else 0


def note_acted(item: Item, matches: Iterable[Match], now: int) -> None:
    """What a moderator decides on the content from now on is about these rules as well."""
    acted = [fired_name(each.rule_id, each.version) for each in matches if each.does]
    if not acted:
        return
    content, known = content_mark(item.get("payload_hash", "")), item.get("rules_acted")
    before = known["rules"] if known is not None and known["content"] == content else {}
    rules = {**dict.fromkeys(acted, now), **before}
    item["rules_acted"] = {"content": content, "rules": dict(islice(rules.items(), _MOST))}


def _in_effect(configuration: Configuration, now: int) -> _InEffect:
    known = configuration.one(_by_groups)
    groups = groups_on(configuration.rule_groups, now)
    found = known.get(groups)
    if found is None:
        of_app = configuration.rules.ordered if configuration.has_rules else ()
        rules = [
            (rule.id, rule.version, "".join(LETTERS[scope] for scope in rule.scopes))
            for rule in of_app
            if rule.group is None or rule.group in groups
        ]
        numbers = {id: number for number, (id, *_) in enumerate(rules)}
        found = known[groups] = _InEffect(rules, set_mark(rules), numbers)
    return found


def _by_groups(_: Configuration) -> dict[frozenset[str], _InEffect]:
    return {}


def _added(
    rules: _InEffect,
    scopes: Sequence[Scope],
    seen: Seen,
    acted: Collection[str],
    spent: Mapping[str, int] | None,
    worth: int,
) -> Counter[str]:
    """An evaluation in which nothing happened may be worth as many as it stands for."""
    numbers = rules.numbers
    stops = [(scope, numbers.get(seen.stopped_by.get(scope, ""))) for scope in scopes]
    added = Counter({f"e{outcome_name(stops)}": worth})
    if worth > 1:
        added["w"] += 1
    held = _first(seen.held, numbers)
    added.update(f"h{numbers[id]}" for id in held)
    added.update(f"a{numbers[id]}" for id in held if id in acted)
    added.update(f"q{numbers[id]}" for id in held if id in seen.paused)
    for id in _first(seen.errors, numbers):
        added[f"x{numbers[id]}:{_kind(seen.errors[id])}"] += 1
    if spent is not None:
        added["n"] += 1
        slowest = sorted(spent, key=lambda id: -spent[id])
        added.update({f"t{numbers[id]}": spent[id] for id in _first(slowest, numbers)})
    return added


def _latest(rules: _InEffect, seen: Seen, now: int) -> dict[str, Any]:
    latest: dict[str, Any] = {
        f"m{rules.numbers[id]}": now for id in _first(seen.held, rules.numbers)
    }
    for id in _first(seen.errors, rules.numbers):
        error: LastError = {"at": now, "error": seen.errors[id][:_ERROR_CHARACTERS]}
        latest[f"l{rules.numbers[id]}"] = error
    return latest


def _first(ids: Iterable[str], numbers: Mapping[str, int]) -> list[str]:
    return [*islice((id for id in ids if id in numbers), _MOST)]


def _kind(error: str) -> str:
    return error.partition(":")[0]


class _Sets:
    """Has the set of rules be there whose numbers the counts go by."""

    def __init__(self, _: Context) -> None:
        self._known: set[tuple[str, str]] = set()

    async def expect(self, unit: UnitOfWork, app: str, rules: _InEffect) -> None:
        if (app, rules.mark) in self._known:
            return
        if await unit.get(rule_set_key(app, rules.mark, 0)) is not None:
            self._known.add((app, rules.mark))
            return
        for number, part in enumerate(set_parts(rules.rules)):
            unit.create(rule_set_key(app, rules.mark, number), part)
