"""The rules that an earlier evaluation is explained by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from common.configuration.configuration import Configuration
from common.domain.rule import RuleDocument
from common.domain.rule_input import RuleInput, fired_rule
from common.domain.rule_version import rule_version_key
from common.rules.conditions.base import Scope
from common.rules.rule import Rule
from common.store.store import Store


@dataclass(frozen=True, slots=True)
class Fired:
    """`is_quiet`: it had no effect, cooling down or overruled by a moderator."""

    version: int
    is_quiet: bool


def fired_in(kept: RuleInput) -> dict[str, Fired]:
    quiet = kept.get("quiet", ())
    found: dict[str, Fired] = {}
    for name in kept.get("fired", ()):
        id, version = fired_rule(name)
        found[id] = Fired(version, name in quiet)
    return found


async def rules_then(
    store: Store, configuration: Configuration, kept: RuleInput, scopes: Sequence[Scope]
) -> list[tuple[Scope, Rule]]:
    """Those of now, in their order, but of those that fired the versions that did, also of rules
    that are gone.
    """
    fired = await _fired(store, configuration, kept)
    found: list[tuple[Scope, Rule]] = []
    for scope in scopes:
        others = [each for each in configuration.rules.of(scope) if each.id not in fired]
        own = [each for each in fired.values() if scope in each.scopes]
        found += [(scope, rule) for rule in sorted([*others, *own], key=_place)]
    return found


def _place(rule: Rule) -> tuple[int, int, str]:
    return rule.position, rule.created_at, rule.id


async def _fired(store: Store, configuration: Configuration, kept: RuleInput) -> Mapping[str, Rule]:
    """Of those of which the version is known."""
    app, documents = configuration.app, configuration.rule_documents
    found: dict[str, Rule] = {}
    earlier: list[tuple[str, int]] = []
    for id, fired in fired_in(kept).items():
        known = documents.get(id)
        if known is not None and known["version"] == fired.version:
            found[id] = Rule.of(known)
        elif fired.version:
            earlier.append((id, fired.version))
    read = await store.get([rule_version_key(app, *each) for each in earlier])
    for (id, version), document in zip(earlier, read, strict=True):
        if document is not None:
            at = document.data["active_from"]
            created = documents[id]["created_at"] if id in documents else at
            own = {"id": id, "version": version, "created_at": created, "updated_at": at}
            found[id] = Rule.of(cast(RuleDocument, {**document.data["content"], **own}))
    return found
