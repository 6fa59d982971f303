"""Resending: many deliveries made due again, so many a second, page by page.

A page is one commit together with the job's progress. So whatever is broken off or comes twice, no
delivery of it is left out and none is sent for two.
"""

from __future__ import annotations

from typing import Any

from common.configuration.context import Context
from common.delivery import endpoint_health, endpoints
from common.delivery.redelivery_page import PAGE, ResentPage
from common.domain.errors import Invalid, NotFound
from common.domain.ids import derived_id
from common.domain.redelivery import Kind, new_resending, resending_key
from common.queue.messages import DueRedelivery, Later
from common.store.deciding import decide
from common.store.store import Conflict, Create, Data, Document, Page

_SECOND = 1_000_000_000
_EARLY = _SECOND // 2
_ATTEMPTS = 10
# What is ordered meanwhile waits behind its subject's part of a page, so a page ends soon.
_PAGE_SECONDS = 5
_RELEASED_PER_SECOND = 10
_STATES = {"redeliver": "dead", "release": "pending"}


class Resendings:
    """Of one request: the same one again, by its id, starts nothing new."""

    def __init__(self, context: Context, app: str, request_id: str, by: str, now: int) -> None:
        self._context = context
        self._app = app
        self._request_id = request_id
        self._by = by
        self._now = now

    async def redeliver(
        self, endpoint: str, since: int, until: int | None, per_second: int
    ) -> Data:
        """All that is dead. Raises NotFound for an endpoint that nothing is known of."""
        await endpoint_health.get(self._context, self._app, endpoint)
        job = await self._create("redeliver", endpoint, endpoint, since, until, per_second)
        await self._publish(job)
        return job

    async def replay(
        self, endpoint: str, source: str, since: int, until: int | None, per_second: int
    ) -> Data:
        """All that `source` was sent. Raises Invalid unless both are of a kind."""
        receiver = await endpoint_health.get(self._context, self._app, endpoint)
        if receiver.target is None:
            raise Invalid.field("id", "is not configured any more")
        kind = endpoint.partition(":")[0]
        if source.partition(":")[0] != kind:
            raise Invalid.field("source", f"is not an endpoint of the kind {kind}")
        job = await self._create("replay", endpoint, source, since, until, per_second)
        await self._publish(job)
        return job

    async def enable(self, endpoint: str) -> Data:
        """Also has what was held for it sent. The job comes first: by itself it changes nothing,
        while without it, if this ends in between, what is held would wait for long.
        """
        await endpoint_health.get(self._context, self._app, endpoint)
        job = await self._create("release", endpoint, endpoint, 0, None, _RELEASED_PER_SECOND)
        await endpoints.enable(self._context.store, self._app, endpoint, self._now, by=self._by)
        await self._publish(job)
        return job

    async def _publish(self, job: Data) -> None:
        for message in _next_page(self._app, job, self._now):
            await self._context.queue.publish(message.message, message.delay)

    async def _create(
        self,
        kind: Kind,
        endpoint: str,
        source: str,
        since: int,
        until: int | None,
        per_second: int,
    ) -> Data:
        """What the job itself orders is not in what it looks at."""
        if until is not None and until <= since:
            raise Invalid.field("until", "is not after since")
        asked = (kind, endpoint, source, str(since), str(until), str(per_second))
        job = new_resending(
            derived_id("resending", self._request_id, *asked),
            kind,
            self._now,
            endpoint=endpoint,
            source=source,
            since=since,
            until=min(until or self._now, self._now),
            per_second=per_second,
            by=self._by,
        )
        try:
            await self._context.store.commit([Create(resending_key(self._app, job["id"]), job)])
        except Conflict:
            return await get(self._context, self._app, job["id"])
        return job


async def get(context: Context, app: str, id: str) -> Data:
    (found,) = await context.store.get([resending_key(app, id)])
    if found is None:
        raise NotFound(f"there is no resending {id!r}", {"id": "does not exist"})
    return found.data


def _next_page(app: str, job: Data, now: int) -> list[Later]:
    """None once the job is done."""
    if "due_at" not in job:
        return []
    return [Later(DueRedelivery(app, job["id"]), max(0.0, (job["due_at"] - now) / _SECOND))]


async def resend(context: Context, due: DueRedelivery, now: int) -> None:
    """One page. Nothing happens before its time, or once the job is done."""
    key = resending_key(due.app, due.redelivery)

    async def attempt() -> None:
        (job,) = await context.store.get([key])
        if job is None or "due_at" not in job.data or job.data["due_at"] > now + _EARLY:
            return
        page = ResentPage(context, job, await _query(context, job), now)
        writes = await page.writes()
        messages = [*page.messages, *_next_page(due.app, page.job, now)]
        await context.store.commit(writes, messages)

    await decide(attempt, _ATTEMPTS, Conflict(key))


async def _query(context: Context, job: Document) -> Page:
    wanted = job.data
    equal: dict[str, Any] = {"endpoint": wanted["source"]}
    if wanted["kind"] in _STATES:
        equal["state"] = _STATES[wanted["kind"]]
    return await context.store.query(
        "delivery",
        app=job.key.app,
        equal=equal,
        order="created_at",
        low=wanted["since"],
        high=wanted["until"],
        limit=min(PAGE, wanted["per_second"] * _PAGE_SECONDS),
        cursor=wanted["cursor"],
    )
