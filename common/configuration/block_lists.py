"""The app's block lists as the engine takes them, compiled once per version of each list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from common.domain.block_list import BlockList, BlockListFields, block_list_id, block_list_key
from common.domain.errors import Invalid
from common.domain.ids import derived_id
from common.engines.block_list.builtin import PROFANITY, builtin_words
from common.engines.block_list.lists import BlockListSpec
from common.store.store import Store


@dataclass(frozen=True, slots=True)
class BlockLists:
    """`ruled` are the lists that rules name, which are looked up whatever the policy says.
    `revision` changes with any list and with `ruled`: both decide what is found.
    """

    specs: Mapping[str, BlockListSpec]
    ruled: Sequence[str]
    revision: str
    versions: Mapping[tuple[str, int], BlockListSpec] = field(default_factory=dict, repr=False)

    def find(self, name: str) -> BlockListSpec | None:
        return self.specs.get(name) or (built_in_list() if name == PROFANITY else None)


def block_lists_of(
    documents: Mapping[str, BlockList], ruled: Sequence[str], known: BlockLists | None = None
) -> BlockLists:
    """Where teams have lists of one name, the app's own comes first. A list that `known` has in the
    same version keeps its object, and with it what was compiled from it.
    """
    ordered = sorted(documents.values(), key=lambda d: d["team"], reverse=True)
    stamps = sorted(f"{d['id']}@{d['updated_at']}" for d in ordered)
    before = known.versions if known is not None else {}
    versions = {
        version: before.get(version) or spec_of(document)
        for document in ordered
        for version in [(document["id"], document["updated_at"])]
    }
    specs = {spec.name: spec for spec in versions.values()}
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


@cache
def built_in_list() -> BlockListSpec:
    return BlockListSpec(PROFANITY, builtin_words(PROFANITY), plural=True)


async def check_lists(store: Store, app: str, config: Mapping[str, Any]) -> None:
    """Raises Invalid for a block list that a policy names and that does not exist."""
    rules = (config.get("block_list_config") or {}).get("rules") or ()
    for number, rule in enumerate(rules):
        name = rule["name"]
        ids = {block_list_id(name, team) for team in (rule.get("team") or "", "")}
        found = await store.get([block_list_key(app, id) for id in ids])
        if name != PROFANITY and not any(found):
            raise Invalid.field(
                f"block_list_config.rules.{number}.name",
                f"names the block list {name!r}, which does not exist",
            )
