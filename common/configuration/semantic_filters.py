"""The app's semantic filters as the engine takes them, prepared once per version of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from common.domain.errors import Invalid
from common.domain.ids import derived_id
from common.domain.semantic_filter import SemanticFilter, semantic_filter_id, semantic_filter_key
from common.engines.semantic.spec import FilterSpec
from common.store.store import Store

CONFIG = "automod_semantic_filters_config"


@dataclass(frozen=True, slots=True)
class SemanticFilters:
    """By id, as `team` sees them: its own filter of a name stands before the whole app's."""

    specs: Mapping[str, FilterSpec]
    revision: str
    versions: Mapping[tuple[str, int], FilterSpec] = field(default_factory=dict, repr=False)
    team: str = ""

    def of_team(self, team: str) -> SemanticFilters:
        return replace(self, team=team)

    def find(self, name: str) -> FilterSpec | None:
        found = map(self.specs.get, ids_of(name, self.team))
        return next((spec for spec in found if spec is not None), None)


def ids_of(name: str, team: str) -> list[str]:
    """Of the filters that the name may mean to the team; the first one that there is counts."""
    return list(dict.fromkeys(semantic_filter_id(name, owner) for owner in (team, "")))


def semantic_filters_of(
    documents: Mapping[str, SemanticFilter], known: SemanticFilters | None = None
) -> SemanticFilters:
    """A filter that `known` has in the same version keeps its object, and with it what was prepared
    of it.
    """
    filters = list(documents.values())
    stamps = sorted(f"{each['id']}@{each['updated_at']}" for each in filters)
    before = known.versions if known is not None else {}
    versions = {
        version: before.get(version) or FilterSpec(each["name"], tuple(each["phrases"]))
        for each in filters
        for version in [(each["id"], each["updated_at"])]
    }
    specs = {id: spec for (id, _), spec in versions.items()}
    return SemanticFilters(specs, derived_id(*stamps) if stamps else "", versions)


async def check_filters(store: Store, app: str, config: Mapping[str, Any], team: str) -> None:
    """Raises Invalid for a filter that the team's policy names and that does not exist."""
    for number, rule in enumerate((config.get(CONFIG) or {}).get("rules") or ()):
        ids = ids_of(rule["name"], team)
        found = await store.get([semantic_filter_key(app, id) for id in ids])
        if not any(found):
            raise Invalid.field(
                f"{CONFIG}.rules.{number}.name",
                f"names the semantic filter {rule['name']!r}, which does not exist",
            )
