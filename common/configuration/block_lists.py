"""The app's block lists as the engine takes them, compiled once per version of each list."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from common.domain.block_list import BlockList, BlockListFields, block_list_id, block_list_key
from common.domain.errors import Invalid
from common.domain.ids import derived_id
from common.domain.spam_string import SPAM_LISTS
from common.engines.block_list.builtin import BUILTIN_LISTS, PROFANITY, builtin_words
from common.engines.block_list.lists import BlockListSpec
from common.store.store import Store


@dataclass(frozen=True, slots=True)
class BlockLists:
    """By id, as `team` sees them: its own list of a name stands before the whole app's, and no
    other team's is seen. `ruled` are the lists that rules name, which are looked up whatever the
    policy says. `revision` changes with any list and with `ruled`: both decide what is found.
    """

    specs: Mapping[str, BlockListSpec]
    ruled: Sequence[str]
    revision: str
    versions: Mapping[tuple[str, int], BlockListSpec] = field(default_factory=dict, repr=False)
    team: str = ""

    def of_team(self, team: str) -> BlockLists:
        return replace(self, team=team)

    def find(self, name: str, team: str = "") -> BlockListSpec | None:
        """Of the team that is named, else of the team whose lists these are."""
        if name == PROFANITY:
            return built_in_list()
        found = map(self.specs.get, ids_of(name, team or self.team))
        return next((spec for spec in found if spec is not None), None)


def ids_of(name: str, team: str) -> list[str]:
    """Of the lists that the name may mean to the team; the first one that there is counts."""
    return list(dict.fromkeys(block_list_id(name, owner) for owner in (team, "")))


def block_lists_of(
    documents: Mapping[str, BlockList], ruled: Sequence[str], known: BlockLists | None = None
) -> BlockLists:
    """A list that `known` has in the same version keeps its object, and with it what was compiled
    from it.
    """
    lists = list(documents.values())
    stamps = sorted(f"{each['id']}@{each['updated_at']}" for each in lists)
    before = known.versions if known is not None else {}
    versions = {
        version: before.get(version) or spec_of(each)
        for each in lists
        for version in [(each["id"], each["updated_at"])]
    }
    specs = {id: spec for (id, _), spec in versions.items()}
    return BlockLists(specs, ruled, derived_id(*stamps, "", *ruled), versions)


def spec_of(document: BlockListFields) -> BlockListSpec:
    return BlockListSpec(
        document["name"],
        tuple(document["words"]),
        document["type"],
        leet=document.get("is_leet_check_enabled") is not False,
        confusable=document.get("is_confusable_folding_enabled") is not False,
        plural=bool(document.get("is_plural_check_enabled")),
        substring=bool(document.get("is_substring_matching_enabled")),
    )


def list_meant(rule: Mapping[str, Any], team: str, known: Container[str]) -> str | None:
    """The id of the list that a rule of the team's policy means, among those that are known."""
    ids = ids_of(rule["name"], rule.get("team") or team)
    return next((id for id in ids if id in known), None)


def list_names(lists: Mapping[str, BlockList]) -> set[str]:
    """Of any team's, of the built-in lists and of the spam manager's, which are there before they
    have an entry: what a rule may name, for it is every team's.
    """
    return {*BUILTIN_LISTS, *SPAM_LISTS, *(each["name"] for each in lists.values())}


@cache
def built_in_list() -> BlockListSpec:
    return BlockListSpec(PROFANITY, builtin_words(PROFANITY), plural=True)


async def check_lists(store: Store, app: str, config: Mapping[str, Any], team: str) -> None:
    """Raises Invalid for a block list that the team's policy names and that does not exist."""
    rules = (config.get("block_list_config") or {}).get("rules") or ()
    for number, rule in enumerate(rules):
        name = rule["name"]
        ids = ids_of(name, rule.get("team") or team)
        found = await store.get([block_list_key(app, id) for id in ids])
        if name != PROFANITY and not any(found):
            raise Invalid.field(
                f"block_list_config.rules.{number}.name",
                f"names the block list {name!r}, which does not exist",
            )
