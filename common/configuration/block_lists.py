"""The app's block lists as the engine takes them, compiled once per version of each list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from common.domain.block_list import BlockList, BlockListFields, block_list_id, block_list_key
from common.domain.cache import Cache
from common.domain.errors import Invalid
from common.domain.ids import derived_id
from common.engines.block_list.builtin import PROFANITY, builtin_words
from common.engines.block_list.lists import BlockListSpec
from common.store.store import Store

_specs: Cache[tuple[str, str], tuple[int, BlockListSpec]] = Cache(500)


@dataclass(frozen=True, slots=True)
class BlockLists:
    """`ruled` are the lists that rules name, which are looked up whatever the policy says.
    `revision` changes with any list and with `ruled`: both decide what is found.
    """

    specs: Mapping[str, BlockListSpec]
    ruled: Sequence[str]
    revision: str

    def find(self, name: str) -> BlockListSpec | None:
        return self.specs.get(name) or (built_in_list() if name == PROFANITY else None)


def block_lists_of(
    app: str, documents: Mapping[str, BlockList], ruled: Sequence[str]
) -> BlockLists:
    """Where teams have lists of one name, the app's own comes first."""
    ordered = sorted(documents.values(), key=lambda d: d["team"], reverse=True)
    stamps = sorted(f"{d['id']}@{d['updated_at']}" for d in ordered)
    return BlockLists(
        {d["name"]: _spec(app, d) for d in ordered}, ruled, derived_id(*stamps, "", *ruled)
    )


def _spec(app: str, document: BlockList) -> BlockListSpec:
    """A list that did not change keeps its object, and with it what was compiled from it."""
    key = (app, document["id"])
    held = _specs.get(key, None)
    if held is not None and held[0] == document["updated_at"]:
        return held[1]
    spec = spec_of(document)
    _specs.put(key, (document["updated_at"], spec))
    return spec


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
