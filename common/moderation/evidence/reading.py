"""Where an entry's leaf is: its day, its chunk and its place in there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from common.domain.log_tree import (
    LogLeaves,
    LogRoot,
    day_after,
    day_of,
    leaves_key,
    root_key,
    time_of,
)
from common.store.store import Store


@dataclass(frozen=True, slots=True)
class Leaf:
    """`place` is the place within the chunk."""

    root: LogRoot
    chunk: LogLeaves
    place: int


async def leaf_at(store: Store, app: str, id: str) -> Leaf | None:
    """None for an entry of a day that is not closed, and for what has no leaf."""
    day = day_of(time_of(id))
    for each in (day, day_after(day)):
        (root,) = await store.get([root_key(app, each)])
        found = root and await leaf_in(store, app, root.data, id)
        if found:
            return found
    return None


async def leaf_in(store: Store, app: str, root: LogRoot, id: str) -> Leaf | None:
    number = bisect_left(root["lasts"], id)
    if number == len(root["lasts"]):
        return None
    (chunk,) = await store.get([leaves_key(app, root["day"], number)])
    if chunk is None:
        return None
    place = place_of(chunk.data["ids"], id)
    return None if place is None else Leaf(root, chunk.data, place)


async def with_leaves(store: Store, app: str, root: LogRoot, ids: Sequence[str]) -> set[str]:
    """Which of the entries have a leaf in that day's tree."""
    numbers = {bisect_left(root["lasts"], id) for id in ids}
    keys = [leaves_key(app, root["day"], number) for number in sorted(numbers)]
    chunks = [found.data for found in await store.get(keys) if found is not None]
    return {id for chunk in chunks for id in chunk["ids"]}.intersection(ids)


def place_of(ids: Sequence[str], id: str) -> int | None:
    place = bisect_left(ids, id)
    return place if place < len(ids) and ids[place] == id else None
