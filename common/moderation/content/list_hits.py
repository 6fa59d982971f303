"""What a check that found entries of block lists adds to their counts, in its own commit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.domain.item import Item
from common.domain.labels import Label
from common.domain.list_hits import by_group, hits_key, is_counted
from common.domain.times import DAY
from common.moderation.enforcement.pace import Pace
from common.store.store import Update, Write

_ENGINE = "block_list"
_MOST_ENTRIES, _MOST_WRITES = 100, 10
"""Of a list, and of a check: a commit takes so many writes, and one of them so many increments."""

Found = Mapping[str, frozenset[str]]
"""Entries as they were found, by the ids of their lists."""


def found_in_lists(configuration: Configuration, team: str, labels: Iterable[Label]) -> Found:
    """`team` is the policy's."""
    found: dict[str, frozenset[str]] = {}
    for label in labels:
        if label.engine == _ENGINE:
            from common.configuration.block_lists import ids_of

            known = (configuration.lists.get(id) for id in ids_of(label.name, label.team or team))
            block_list = next((each for each in known if each is not None), None)
            if block_list is not None and is_counted(block_list):
                terms = frozenset(span.term for span in label.spans)
                found[block_list["id"]] = found.get(block_list["id"], frozenset()) | terms
    return found


def counted(
    context: Context,
    configuration: Configuration,
    found: Found,
    item: Item,
    known: Item | None,
    now: int,
) -> list[Write]:
    """What was found in this very content before, as `known` is, counts no second time."""
    if not found:
        return []
    before = _found_before(item, known)
    shards = context.one(Pace).shards(f"lists {configuration.app}", now)
    shard = int(item["id"][-4:], 16) % shards
    writes: list[Write] = []
    for id, terms in found.items():
        block_list = configuration.lists[id]
        fresh = islice(sorted(terms - before.get(block_list["name"], set())), _MOST_ENTRIES)
        for group, hits in by_group(block_list, fresh).items():
            key = hits_key(configuration.app, now // DAY, id, group, shard)
            writes.append(Update(key, increment=hits, upsert=True))
    return writes[:_MOST_WRITES]


def _found_before(item: Item, known: Item | None) -> dict[str, set[str]]:
    if known is None or known.get("payload_hash") != item.get("payload_hash"):
        return {}
    found: dict[str, set[str]] = {}
    for label in known.get("labels") or ():
        if label["engine"] == _ENGINE:
            found.setdefault(label["name"], set()).update(span[3] for span in label["spans"])
    return found
