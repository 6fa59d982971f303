"""What shadows make of an evaluation, and the record of it: their only effect."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from common.configuration.configuration import Configuration
from common.domain.item import Item, author_of
from common.domain.rule import RuleContent, RuleDocument
from common.domain.rule_group import groups_on
from common.domain.rule_input import content_mark
from common.domain.rule_shadow import Kind, RuleShadow, ShadowHit, live, run_kind, shadow_hit_key
from common.domain.strikes import fields_of, strikes_key
from common.domain.user import MODERATOR_ROLES, User, history_key, user_key
from common.moderation.enforcement import triggering
from common.moderation.enforcement.backgrounds import Background
from common.moderation.enforcement.exemptions import marked
from common.store.store import Key, Store
from common.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from common.domain.rule import Scope
    from common.rules.evaluator import Match, RuleSet
    from common.rules.facts import Facts
    from common.rules.rule import Rule

_INLINE_CONDITIONS = 200
_OTHERS_KEPT = 50
_ERROR_CHARACTERS = 500


@dataclass(frozen=True, slots=True)
class _Watching:
    """`shadows` are those that can be evaluated, `enabled` the rules that they are compared with,
    by rule.
    """

    shadows: RuleSet
    enabled: RuleSet
    versions: Mapping[str, int]
    of: Mapping[str, RuleShadow]


@dataclass(slots=True)
class _Held:
    """The matches, once a rule, and what went wrong, by rule."""

    matches: dict[str, Match]
    errors: dict[str, str]


async def record_hits(
    unit: UnitOfWork,
    store: Store,
    configuration: Configuration,
    seen: Item,
    scopes: Sequence[Scope],
    background: Background,
    fired: Sequence[str],
    now: int,
) -> dict[str, Kind | None]:
    """One document a shadow that held or whose enabled rule did, and none for any other. `fired`
    are the rules that held. Gives what came of each that was evaluated, by its run.
    """
    if not live(configuration.rule_shadows.values(), now):
        return {}
    watching = configuration.one(_watching)
    ids = {id for id, shadow in watching.of.items() if now < shadow["ends_at"]}
    if not ids:
        return {}
    background = await _completed(store, configuration.app, watching, seen, scopes, background)
    facts = triggering.facts_of(configuration, seen, background, now)
    work = partial(_evaluated, watching, scopes, facts)
    if watching.shadows.size(scopes) + watching.enabled.size(scopes) <= _INLINE_CONDITIONS:
        shadows, enabled = work()
    else:
        from common.engines.threads import COMPUTING

        shadows, enabled = await COMPUTING.run(configuration.app, work)
    user = await _author(store, configuration.app, seen, background, shadows, enabled)
    by_shadow = await _effective(configuration, seen, shadows, user)
    by_enabled = await _effective(configuration, seen, enabled, user)
    is_staff = user is not None and user.get("role", "") in MODERATOR_ROLES
    groups, found = groups_on(configuration.rule_groups, now), dict[str, Kind | None]()
    for id in sorted(ids):
        kind = _kind(id, by_shadow, by_enabled, shadows.errors)
        if kind is not None or _is_evaluated(watching.of[id]["content"], scopes, groups):
            found[watching.of[id]["run"]] = kind
        if kind is None:
            continue
        hit = _hit(watching, id, kind, seen, fired, now)
        if is_staff and kind in ("both", "shadow"):
            hit["staff_run"] = hit["run"]
        if kind == "failed":
            hit["error"] = shadows.errors[id][:_ERROR_CHARACTERS]
        key = shadow_hit_key(configuration.app, hit["run"], seen["id"], seen["revision"])
        unit.create(key, hit)
    return found


def _is_evaluated(content: RuleContent, scopes: Collection[Scope], groups: Collection[str]) -> bool:
    own = {content["scope"], *content.get("built", {}).get("also", ())}
    return not own.isdisjoint(scopes) and content.get("group") in (None, *groups)


def rule_of(id: str, content: RuleContent) -> Rule:
    from common.rules.rule import Rule

    own: dict[str, Any] = {"id": id, "version": 0, "created_at": 0, "updated_at": 0}
    return Rule.of(cast(RuleDocument, {**content, **own}))


def unseen(configuration: Configuration, rule: Rule) -> list[str]:
    """What the rule looks at that is looked up or counted for rules that are enabled only, and for
    none of those: to do so for a shadow would be an effect.
    """
    from common.rules.conditions.base import SCOPES
    from common.rules.evaluator import RuleSet

    own = RuleSet([rule])
    rules = configuration.rules if configuration.has_rules else RuleSet([])
    found = [f"the list {name!r}" for name in sorted(own.lists() - rules.lists())]
    if not own.counting <= rules.counting:
        found.append("what no rule has had counted")
    if any(map(own.needs_address, SCOPES)) and not configuration.counts_addresses:
        found.append("network addresses")
    if own.weighs_reports and not rules.weighs_reports:
        found.append("what reports are worth")
    if own.asks_for_reporters and not rules.asks_for_reporters:
        found.append("who the reporters are")
    return found


def _watching(configuration: Configuration) -> _Watching:
    from common.rules.evaluator import RuleSet

    shadows = configuration.rule_shadows
    made = {id: rule_of(id, shadow["content"]) for id, shadow in shadows.items()}
    of = {id: shadows[id] for id, rule in made.items() if not unseen(configuration, rule)}
    documents = configuration.rule_documents
    known = [documents[id] for id in of if id in documents and documents[id]["enabled"]]
    return _Watching(
        RuleSet(made[id] for id in of),
        RuleSet(rule_of(each["id"], each) for each in known),
        {each["id"]: each["version"] for each in known},
        of,
    )


async def _completed(
    store: Store,
    app: str,
    watching: _Watching,
    item: Item,
    scopes: Collection[Scope],
    background: Background,
) -> Background:
    """With what was not read for the rules that have an effect."""
    creator, author, rules = item["creator_id"], author_of(item), watching.shadows
    keys: dict[str, Key[Any]] = {}
    if creator and background.history is None and any(map(rules.needs_history, scopes)):
        keys["history"] = history_key(app, creator)
    if author and background.user is None and any(map(rules.needs_author, scopes)):
        keys["user"] = user_key(app, author)
    if author and background.strikes is None and any(map(rules.needs_strikes, scopes)):
        keys["strikes"] = strikes_key(app, author)
    if not keys:
        return background
    found = await store.get([*keys.values()])
    read = {
        name: document.data if document is not None else None
        for name, document in zip(keys, found, strict=True)
    }
    if "strikes" in read and read["strikes"] is None:
        read["strikes"] = cast(Any, fields_of(author, ()))
    return replace(background, **cast(Any, read))


def _evaluated(watching: _Watching, scopes: Sequence[Scope], facts: Facts) -> tuple[_Held, _Held]:
    return _held(watching.shadows, scopes, facts), _held(watching.enabled, scopes, facts)


def _held(rules: RuleSet, scopes: Sequence[Scope], facts: Facts) -> _Held:
    """Each rule for itself, whichever stands before it."""
    found = _Held({}, {})
    for scope in scopes:
        evaluation = rules.evaluate(scope, facts, False)
        for match in evaluation.matches:
            found.matches.setdefault(match.rule_id, match)
        for error in evaluation.errors:
            found.errors.setdefault(error.rule_id, error.error)
    return found


async def _author(
    store: Store, app: str, item: Item, background: Background, *held: _Held
) -> User | None:
    """Read only where something held."""
    author = author_of(item)
    if background.user is not None or not author or not any(each.matches for each in held):
        return background.user
    (found,) = await store.get([user_key(app, author)])
    return found.data if found is not None else None


async def _effective(
    configuration: Configuration, item: Item, held: _Held, user: User | None
) -> set[str]:
    """Those that do not spare the author everything."""

    async def read() -> User | None:
        return user

    found = await marked(configuration, author_of(item), [*held.matches.values()], read)
    return {match.rule_id for match in found if not match.is_spared}


def _kind(
    id: str, shadows: Collection[str], enabled: Collection[str], errors: Collection[str]
) -> Kind | None:
    if id in shadows:
        return "both" if id in enabled else "shadow"
    if id in errors:
        return "failed"
    return "enabled" if id in enabled else None


def _hit(
    watching: _Watching, id: str, kind: Kind, item: Item, fired: Sequence[str], now: int
) -> ShadowHit:
    run = watching.of[id]["run"]
    return {
        "run": run,
        "run_kind": run_kind(run, kind),
        "rule_id": id,
        "kind": kind,
        "enabled_version": watching.versions.get(id, 0),
        "item_id": item["id"],
        "entity_type": item["entity_type"],
        "entity_id": item["entity_id"],
        "user_id": author_of(item),
        "revision": item["revision"],
        "at": now,
        "content": content_mark(item.get("payload_hash", "")),
        "others": [name for name in fired if name.partition(":")[2] != id][:_OTHERS_KEPT],
    }
