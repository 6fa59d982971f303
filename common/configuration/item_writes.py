"""What a commit of items writes beside them: what is kept of each, and the counts that change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from common.configuration.configuration import Configurations
from common.configuration.kept import kept
from common.configuration.listing import listed
from common.configuration.queue_views import views_of
from common.domain.desk_day import arrived
from common.domain.item import ITEMS, Item
from common.domain.queue import counts_key
from common.domain.rule_vote import votes_key
from common.domain.settings import lists_content
from common.store.store import Key, Update, Write


async def kept_writes(writes: Sequence[Write], configurations: Configurations) -> list[Write]:
    """Raises ValueError for a write of an item that does not say what it was."""
    changes: Counter[tuple[str, str, str]] = Counter()
    votes: Counter[tuple[Key[dict[str, int]], str]] = Counter()
    arrivals: dict[str, list[Item]] = {}
    found: list[Write] = []
    for write in writes:
        if write.key.collection != ITEMS:
            found.append(write)
            continue
        app, shard = write.key.app, write.key.id[0]
        configuration = await configurations.of(app)
        one = kept(write, views_of(configuration))
        if one.write is not None:
            are_listed = lists_content(configuration.settings)
            found.append(listed(one.write) if are_listed else one.write)
        if one.arrived is not None:
            arrivals.setdefault(app, []).append(one.arrived)
        changes.update((app, shard, name) for name in one.after)
        changes.subtract((app, shard, name) for name in one.before)
        for (day, name), change in one.votes.items():
            votes[votes_key(app, day, write.key.id), name] += change
    came = (each for app, items in arrivals.items() for each in arrived(app, items))
    return [*found, *_counting(changes), *_incrementing(votes), *came]


def _counting(changes: Mapping[tuple[str, str, str], int]) -> list[Write]:
    keyed = {(counts_key(app, shard), name): n for (app, shard, name), n in changes.items()}
    return _incrementing(keyed)


def _incrementing(changes: Mapping[tuple[Key[Any], str], int]) -> list[Write]:
    by_document: dict[Key[Any], dict[str, int]] = {}
    for (key, name), change in changes.items():
        if change:
            by_document.setdefault(key, {})[name] = change
    return [
        Update(key, increment=increments, upsert=True) for key, increments in by_document.items()
    ]
