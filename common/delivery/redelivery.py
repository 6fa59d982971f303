"""Redelivery: many deliveries made due again, so many a second, page by page.

A page is one commit together with the job's progress. So whatever is broken off or comes twice, no
delivery of it is left out and none is sent for two.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from common.configuration.context import Context
from common.delivery import action_pauses, endpoint_health, endpoints
from common.delivery.redelivery_page import DROPPED_PAGE, PAGE, RedeliveryPage
from common.delivery.turns import is_its_turn
from common.domain.delivery import DELIVERIES, Delivery
from common.domain.endpoint import split_endpoint
from common.domain.errors import Invalid, NotFound
from common.domain.ids import derived_id
from common.domain.redelivery import Kind, Redelivery, redelivery_key
from common.domain.times import SECOND
from common.queue.messages import DueRedelivery
from common.store.deciding import until_committed
from common.store.store import Conflict, Create, Document, Page

_ATTEMPTS = 10
# What is ordered meanwhile waits behind its subject's part of a page, so a page ends soon.
_PAGE_SECONDS = 5
_RELEASED_PER_SECOND = 10
_DROPPED_PER_SECOND = 1_000
_STATES = {"redeliver": "dead", "release": "pending"}


class Redeliveries:
    """Of one request: the same one again, by its id, starts nothing new."""

    def __init__(self, context: Context, app: str, request_id: str, by: str, now: int) -> None:
        self._context = context
        self._app = app
        self._request_id = request_id
        self._by = by
        self._now = now

    async def redeliver(
        self, endpoint: str, since: int, until: int | None, per_second: int
    ) -> Redelivery:
        """All that is dead. Raises NotFound for an endpoint that nothing is known of."""
        await endpoint_health.get(self._context, self._app, endpoint)
        job = self._job("redeliver", endpoint, endpoint, since, until, per_second)
        return await self._start(job)

    async def replay(
        self, endpoint: str, source: str, since: int, until: int | None, per_second: int
    ) -> Redelivery:
        """All that `source` was sent. Raises Invalid unless both are of a kind."""
        receiver = await endpoint_health.get(self._context, self._app, endpoint)
        if receiver.target is None:
            raise Invalid.field("id", "is not configured any more")
        kind, _ = split_endpoint(endpoint)
        if source.partition(":")[0] != kind:
            raise Invalid.field("source", f"is not an endpoint of the kind {kind}")
        return await self._start(self._job("replay", endpoint, source, since, until, per_second))

    async def enable(self, endpoint: str) -> Redelivery:
        """Also has what was held for it sent."""
        await endpoint_health.get(self._context, self._app, endpoint)

        async def enable() -> None:
            await endpoints.enable(self._context.store, self._app, endpoint, self._now, by=self._by)

        return await self.release(endpoint, enable)

    async def release(self, endpoint: str, opening: Callable[[], Awaitable[object]]) -> Redelivery:
        """Sends what was held for the endpoint, once it is opened. The job comes first: by itself
        it changes nothing, while without it, if this ends in between, what is held would wait for
        long.
        """
        job = self._job("release", endpoint, endpoint, 0, None, _RELEASED_PER_SECOND)
        started = await self._start(job, is_published=False)
        await opening()
        await self._publish(started)
        return started

    async def drop(self, endpoint: str) -> Redelivery:
        """Cancels what a paused action has still to be sent; with its last page the pause ends."""
        job = self._job("drop", endpoint, endpoint, 0, None, _DROPPED_PER_SECOND)
        return await self._start({**job, "looks_at": "waiting"})

    def _job(
        self,
        kind: Kind,
        endpoint: str,
        source: str,
        since: int,
        until: int | None,
        per_second: int,
    ) -> Redelivery:
        """What the job itself orders is not in what it looks at."""
        if until is not None and until <= since:
            raise Invalid.field("until", "is not after since")
        asked = (kind, endpoint, source, str(since), str(until), str(per_second))
        return {
            "id": derived_id("resending", self._request_id, *asked),
            "kind": kind,
            "endpoint": endpoint,
            "source": source,
            "since": since,
            "until": min(until or self._now, self._now),
            "per_second": per_second,
            "by": self._by,
            "state": "running",
            "cursor": None,
            "resent": 0,
            "skipped": 0,
            "created_at": self._now,
            "updated_at": self._now,
            "due_at": self._now,
        }

    async def _start(self, job: Redelivery, *, is_published: bool = True) -> Redelivery:
        message = DueRedelivery(self._app, job["id"], self._now)
        messages = [message] if is_published else []
        created = Create(redelivery_key(self._app, job["id"]), job)
        try:
            await self._context.store.commit([created], messages)
        except Conflict:
            known = await get(self._context, self._app, job["id"])
            if is_published:
                await self._publish(known)
            return known
        return job

    async def _publish(self, job: Redelivery) -> None:
        if "due_at" in job:
            delay = max(0.0, (job["due_at"] - self._now) / SECOND)
            message = DueRedelivery(self._app, job["id"], job["due_at"])
            await self._context.queue.publish(message, delay)


async def get(context: Context, app: str, id: str) -> Redelivery:
    (found,) = await context.store.get([redelivery_key(app, id)])
    if found is None:
        raise NotFound(f"there is no resending {id!r}", {"id": "does not exist"})
    return found.data


async def redeliver(context: Context, due: DueRedelivery, now: int) -> None:
    """One page. Nothing happens before its time, or once the job is done."""
    key = redelivery_key(due.app, due.redelivery)

    async def once() -> None:
        (job,) = await context.store.get([key])
        if job is None or not is_its_turn(job.data.get("due_at"), due.at, now):
            return
        found = await _query(context, job)
        if found.cursor is None and job.data.get("looks_at") == "pending":
            # Again does no harm, and what is held is on its way only once the page is committed.
            await action_pauses.end(context, due.app, job.data["endpoint"], job.data["by"], now)
        await RedeliveryPage(context, job, found, now).commit()

    await until_committed(once, _ATTEMPTS, Conflict(key))


async def _query(context: Context, job: Document[Redelivery]) -> Page[Delivery]:
    wanted = job.data
    equal: dict[str, str] = {"endpoint": wanted["source"]}
    if wanted["kind"] in _STATES:
        equal["state"] = _STATES[wanted["kind"]]
    elif "looks_at" in wanted:
        equal["state"] = wanted["looks_at"]
    return await context.store.query(
        DELIVERIES,
        app=job.key.app,
        equal=equal,
        order="created_at",
        low=wanted["since"],
        high=wanted["until"],
        limit=min(
            DROPPED_PAGE if wanted["kind"] == "drop" else PAGE,
            wanted["per_second"] * _PAGE_SECONDS,
        ),
        cursor=wanted["cursor"],
    )
