"""Going through the log of an app, entry by entry, against its roots."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from common.domain.evidence import hash_of
from common.domain.log import LOG, LogEntry, log_key
from common.domain.log_tree import (
    CHUNK,
    GENESIS,
    LOG_ROOTS,
    LogLeaves,
    LogRoot,
    day_after,
    end_of,
    first_id,
    leaves_key,
    root_key,
    start_of,
)
from common.domain.merkle import root_of_hex
from common.moderation.evidence.proofs import problems_of_root
from common.moderation.evidence.reading import with_leaves
from common.store.store import Damaged, Document, Store
from common.store.walking import documents
from common.views.log_roots import log_root_answer

_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Finding:
    """`leaf` is the place in the day's tree, from 0; None where the whole day is meant, or what has
    no leaf.
    """

    day: str
    problem: str
    leaf: int | None = None
    entry_id: str = ""


@dataclass(slots=True)
class Verified:
    """`days` and `entries` that were looked at; `expired` are days whose entries went by the
    retention of the log.
    """

    days: int = 0
    entries: int = 0
    expired: int = 0
    last_day: str = ""
    findings: list[Finding] = field(default_factory=list)


async def verify(
    store: Store, app: str, published: Mapping[str, str] | None = None, key: str = ""
) -> Verified:
    """`published` are roots by day that were kept elsewhere, which the store's have to be; `key` is
    the public key that they are to be signed with.
    """
    done, before = Verified(), None
    kept, through = dict(published or {}), await _gone_through(store, app)
    async for document in documents(store, LOG_ROOTS, app=app, at_once=_AT_ONCE):
        root = document.data
        day = _Day(store, app, root)
        done.findings += day.of_root(before, kept.pop(root["day"], None), key)
        if "expired_at" in root:
            done.expired += 1
            done.findings += [finding async for finding in day.of_what_is_left(through)]
        else:
            done.findings += [finding async for finding in day.of_entries()]
        done.days, done.entries = done.days + 1, done.entries + root["entries"]
        before, done.last_day = root, root["day"]
    done.findings += [Finding(day, "the root that was published is gone") for day in sorted(kept)]
    return done


async def _gone_through(store: Store, app: str) -> str:
    """The last day of which the log itself says that its entries go in time."""
    told = documents(
        store,
        LOG,
        app=app,
        equal={"kind": "retention"},
        order="at",
        descending=True,
        at_once=_AT_ONCE,
    )
    async for entry in told:
        if "through" in entry.data["custom"]:
            return str(entry.data["custom"]["through"])
    return ""


class _Day:
    def __init__(self, store: Store, app: str, root: LogRoot) -> None:
        self._store = store
        self._app = app
        self._root = root

    def of_root(self, before: LogRoot | None, published: str | None, key: str) -> list[Finding]:
        root = self._root
        problems = [*problems_of_root(log_root_answer(self._app, root), key)]
        if root_of_hex(root["chunks"]) != root["tree"]:
            problems.append("the tree is not that of its chunks")
        if before is not None and day_after(before["day"]) != root["day"]:
            problems.append(f"the day after {before['day']} is missing")
        elif root["previous"] != (before["root"] if before is not None else GENESIS):
            problems.append("the root does not follow the one before it")
        if published is not None and published != root["root"]:
            problems.append("the root is not the one that was published")
        return [Finding(root["day"], problem) for problem in problems]

    async def of_what_is_left(self, through: str) -> AsyncIterator[Finding]:
        """Of a day whose entries went in time: those that were kept have to be what they were."""
        if self._root["day"] > through:
            yield self._finding("the day is marked as gone in time, and the log does not say so", 0)
        for number in range(len(self._root["chunks"])):
            (chunk,) = await self._store.get([leaves_key(self._app, self._root["day"], number)])
            if chunk is not None:
                async for finding in self._of_chunk(chunk.data, number):
                    yield finding

    async def of_entries(self) -> AsyncIterator[Finding]:
        for number, expected in enumerate(self._root["chunks"]):
            (chunk,) = await self._store.get([leaves_key(self._app, self._root["day"], number)])
            if chunk is None:
                yield self._finding("these leaves are gone", number * CHUNK)
                continue
            async for finding in self._of_chunk(chunk.data, number):
                yield finding
            if root_of_hex(chunk.data["hashes"]) != expected:
                yield self._finding("leaves from here on were changed", number * CHUNK)
        async for finding in self._of_others():
            yield finding

    async def _of_chunk(self, chunk: LogLeaves, number: int) -> AsyncIterator[Finding]:
        ids, hashes = chunk["ids"], chunk["hashes"]
        for place, (earlier, later) in enumerate(pairwise(ids)):
            if earlier >= later:
                yield self._finding("the order was changed", number * CHUNK + place + 1, later)
        for start in range(0, len(ids), _AT_ONCE):
            part = ids[start : start + _AT_ONCE]
            found, damaged = await self._entries(part)
            for place, (id, entry) in enumerate(zip(part, found, strict=True), start):
                leaf = number * CHUNK + place
                if id in damaged:
                    yield self._finding("the entry was changed", leaf, id)
                elif entry is None:
                    if "expired_at" in self._root:
                        continue
                    yield self._finding("the entry was deleted", leaf, id)
                elif entry.data["id"] != id or hash_of(entry.data).hex() != hashes[place]:
                    yield self._finding("the entry was changed", leaf, id)

    async def _entries(
        self, ids: Sequence[str]
    ) -> tuple[Sequence[Document[LogEntry] | None], Collection[str]]:
        """With those that are there and cannot be read, as what stands in them was encrypted for
        another place.
        """
        keys = [log_key(self._app, id) for id in ids]
        try:
            return await self._store.get(keys), ()
        except Damaged as error:
            damaged = {key.id for key in error.keys}
        readable = [key for key in keys if key.id not in damaged]
        found = await self._store.get(readable)
        by_id = {key.id: entry for key, entry in zip(readable, found, strict=True)}
        return [by_id.get(id) for id in ids], damaged

    async def _of_others(self) -> AsyncIterator[Finding]:
        """Entries of the day that have no leaf, and none in the next day's tree."""
        day = self._root["day"]
        low, high = first_id(start_of(day)), first_id(end_of(day))
        cursor: str | None = None
        while True:
            query = self._store.query(
                LOG, app=self._app, low=low, high=high, limit=_AT_ONCE, cursor=cursor
            )
            try:
                page = await query
            except Damaged as error:
                if error.page is None:
                    raise
                page = error.page
            ids = [document.key.id for document in page.documents]
            known = await with_leaves(self._store, self._app, self._root, ids)
            rest = [id for id in ids if id not in known]
            for id in rest and await self._inserted(rest):
                yield Finding(day, "the entry was inserted after the day was closed", None, id)
            cursor = page.cursor
            if cursor is None:
                return

    async def _inserted(self, ids: list[str]) -> list[str]:
        """As long as the next day is open, they may become leaves of it."""
        (following,) = await self._store.get([root_key(self._app, day_after(self._root["day"]))])
        if following is None:
            return []
        late = await with_leaves(self._store, self._app, following.data, ids)
        return [id for id in ids if id not in late]

    def _finding(self, problem: str, leaf: int, entry_id: str = "") -> Finding:
        return Finding(self._root["day"], problem, leaf, entry_id)
