"""How many items wait, and how many a view has: kept counts, right at any size."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from common.configuration.context import Context
from common.domain.item import ITEMS
from common.domain.queue import (
    WAITING,
    Recount,
    counted,
    counts_keys,
    new_recount,
    recount_key,
)
from common.domain.queue_terms import TERMS, VIEW, WAITS, terms
from common.moderation.filtering.paging import Asked
from common.moderation.filtering.scanning import Scan
from common.queue.messages import DueRecount
from common.store.store import Conflict, Create, Document, Key


@dataclass(frozen=True, slots=True)
class Counts:
    """`shards` are the app's counts, `recounts` what is known of the views' first counting."""

    shards: Iterable[Mapping[str, Any]]
    recounts: Mapping[str, Recount | None]

    def of(self, view: str) -> dict[str, int]:
        """By kind; what has been counted so far."""
        return counted(self.shards, view)

    def is_known(self, view: str) -> bool:
        return self.recounts[view] is not None

    def is_counting(self, view: str) -> bool:
        recount = self.recounts[view]
        return recount is None or "due_at" in recount


async def counts_of(context: Context, app: str, views: Iterable[str]) -> Counts:
    """In one read."""
    named = list(dict.fromkeys(views))
    keys: list[Key[Any]] = [*counts_keys(app), *(recount_key(app, view) for view in named)]
    found: list[Document[Any] | None] = await context.store.get(keys)
    shards = len(keys) - len(named)
    known = [each.data if each is not None else None for each in found]
    return Counts(
        [each or {} for each in known[:shards]], dict(zip(named, known[shards:], strict=True))
    )


async def count_waiting(context: Context, app: str, now: int) -> None:
    """Has those counted that came before there were counts; asking again changes nothing."""
    job = new_recount(WAITING, (), now)
    with suppress(Conflict):
        await context.store.commit(
            [Create(recount_key(app, WAITING), job)], [DueRecount(app, job["id"], now)]
        )


async def oldest_in(context: Context, app: str, view: str) -> int | None:
    """Since when the first item that waits in the view has waited, nanoseconds: one query of one
    document, whatever the queue's size, as items are found by their views.
    """
    page = await Scan(
        context.store,
        ITEMS,
        app,
        "queue_created_at",
        descending=False,
        matches=lambda item: view in item.get("queue_views", ()),
        equal=[{TERMS: term} for term in terms((WAITS,), VIEW, view)],
        asked=Asked(limit=1),
    ).page()
    return page.documents[0].get("waiting_since") if page.documents else None
