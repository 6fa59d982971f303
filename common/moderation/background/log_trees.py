"""Closing the days of the log: a chunk of leaves a step, and the day's root after the last one. One
job an app does it and never ends.
"""

from __future__ import annotations

from collections.abc import Sequence

from common.delivery.outbox import Outbox
from common.domain.errors import Invalid
from common.domain.evidence import hash_of
from common.domain.log import LOG, LogEntry
from common.domain.log_tree import (
    CHUNK,
    GENESIS,
    LATE,
    LOOKED_BACK,
    LogRoot,
    chained,
    day_after,
    day_before,
    day_of,
    end_of,
    first_id,
    leaves_key,
    new_leaves,
    root_key,
    signed_text,
    start_of,
    time_of,
)
from common.domain.merkle import root_of_hex
from common.domain.task import JobResult
from common.domain.times import HOUR
from common.moderation.background.job import Job, Step
from common.moderation.background.own_keys import secrets_of
from common.moderation.evidence import reading
from common.moderation.webhooks.events import WebhookEvents
from common.store.store import Document

_NOTHING: JobResult = {"days": 0, "entries": 0, "chunks": [], "lasts": []}


async def step(job: Job) -> Step:
    """The cursor is the day that is being closed, and the last id that was looked at. `chunks`,
    `lasts` and `entries` of the result are of that day; `days` counts those that are closed.
    """
    result: JobResult = {**_NOTHING, **job.task.get("result", {})}
    day, _, after = job.cursor.partition("|")
    if not day:
        first = await _first_day(job)
        if first is None:
            return Step("", result, at=job.now + HOUR)
        day = first
    if job.now < end_of(day) + LATE:
        return Step(f"{day}|", result, at=end_of(day) + LATE)
    return await _Closing(job, day, after, result).step()


async def _first_day(job: Job) -> str | None:
    page = await job.context.store.query(LOG, app=job.app, limit=1)
    return day_of(time_of(page.documents[0].key.id)) if page.documents else None


class _Closing:
    def __init__(self, job: Job, day: str, after: str, result: JobResult) -> None:
        self._job = job
        self._day = day
        self._after = after
        self._result = result
        self._number = len(result["chunks"])

    async def step(self) -> Step:
        """Some further leaves; a chunk that is not full yet is gone on with."""
        key = leaves_key(self._job.app, self._day, self._number)
        chunk = await self._job.unit.get(key)
        entries, is_last = await self._entries(CHUNK - len(chunk["ids"] if chunk else ()))
        if chunk is None and entries:
            chunk = self._job.unit.create(key, new_leaves(self._day, self._number))
        result = self._result = {**self._result, "entries": self._result["entries"] + len(entries)}
        if chunk is not None:
            chunk["ids"] = [*chunk["ids"], *(entry["id"] for entry in entries)]
            chunk["hashes"] = [*chunk["hashes"], *(hash_of(entry).hex() for entry in entries)]
            if is_last or len(chunk["ids"]) == CHUNK:
                result["chunks"] = [*result["chunks"], root_of_hex(chunk["hashes"])]
                result["lasts"] = [*result["lasts"], chunk["ids"][-1]]
        if not is_last:
            return Step(f"{self._day}|{self._after}", result)
        await self._close()
        following = {**_NOTHING, "days": result["days"] + 1}
        return Step(f"{day_after(self._day)}|", following)

    async def _entries(self, limit: int) -> tuple[list[LogEntry], bool]:
        """At most so many, and whether these are the day's last ones."""
        start = start_of(self._day)
        page = await self._job.context.store.query(
            LOG,
            app=self._job.app,
            low=first_id(start - LOOKED_BACK),
            high=first_id(end_of(self._day)),
            limit=limit,
            after=(self._after, self._after) if self._after else None,
        )
        if page.documents:
            self._after = page.documents[-1].key.id
        left_over = await self._left_over(page.documents, first_id(start))
        own = [each.data for each in page.documents if each.key.id >= first_id(start)]
        return [*left_over, *own], page.cursor is None

    async def _left_over(
        self, documents: Sequence[Document[LogEntry]], before: str
    ) -> list[LogEntry]:
        """Entries of the day before that were written after it had been closed."""
        late = [each.data for each in documents if each.key.id < before]
        if not late:
            return []
        store, app = self._job.context.store, self._job.app
        (root,) = await store.get([root_key(app, day_before(self._day))])
        if root is None:
            return late
        have = await reading.with_leaves(store, app, root.data, [entry["id"] for entry in late])
        return [entry for entry in late if entry["id"] not in have]

    async def _close(self) -> None:
        job, result = self._job, self._result
        before = await job.unit.get(root_key(job.app, day_before(self._day)))
        previous = GENESIS if before is None else before["root"]
        tree = root_of_hex(result["chunks"])
        root: LogRoot = {
            "day": self._day,
            "entries": result["entries"],
            "chunks": result["chunks"],
            "lasts": result["lasts"],
            "tree": tree,
            "previous": previous,
            "root": chained(self._day, result["entries"], tree, previous),
            "key": "",
            "signature": "",
            "closed_at": job.now,
        }
        await self._sign(root)
        job.unit.create(root_key(job.app, self._day), root)
        configuration = await job.context.configurations.of(job.app)
        events = WebhookEvents(
            job.context, configuration, Outbox(job.unit, job.app, job.now), job.now
        )
        await events.of_log_root(root)

    async def _sign(self, root: LogRoot) -> None:
        job = self._job
        try:
            secrets = await secrets_of(job.context, job.app)
        except Invalid:
            return
        signed = signed_text(job.app, root["day"], root["root"])
        root["key"], root["signature"] = secrets.signed(signed)
