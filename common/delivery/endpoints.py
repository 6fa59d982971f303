"""Endpoints: what attempts teach about a receiver, and a person's switching it off and on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress

from common.delivery import breaker
from common.domain.delivery import DELIVERIES, Try
from common.domain.endpoint import CLOCK_SKEW, Endpoint, endpoint_key, new_endpoint
from common.domain.log import LogEntry, new_entry
from common.outgoing.calls import AttemptResult
from common.store.deciding import until_committed
from common.store.store import Conflict, Create, Store
from common.store.unit_of_work import UnitOfWork

_ATTEMPTS = 5
_REMEMBERED = 4_096
# Enough to find what came between a handful of failures, with all that was under way.
_LOOKED_AT = 50

Change = Callable[[UnitOfWork, Endpoint], Awaitable[bool]]
"""Changes the endpoint in place; False where there is nothing to change."""


class Endpoints:
    """What attempts taught this process. A receiver that always answers costs no write; of one that
    does not, a process writes once at a time, however many attempts fail meanwhile.

    No process sees what others were answered. So what they count together is looked up in the
    deliveries before a breaker opens.
    """

    def __init__(self, store: Store, open_seconds: Sequence[float]) -> None:
        self._store = store
        self._open_seconds = open_seconds
        self._failures: dict[tuple[str, str], int] = {}
        self._writing: set[tuple[str, str]] = set()
        # Of which failures were written here, so that the next answer takes them back.
        self._failing: set[tuple[str, str]] = set()

    async def learn(
        self, app: str, id: str, known: Endpoint | None, result: AttemptResult, now: int
    ) -> None:
        """`known` is the endpoint as it was before the attempt."""
        if breaker.is_gone(result):
            await disable(self._store, app, id, "it answered 410 Gone", now)
        slows = breaker.says_slow_down(result)
        if slows:
            await self._slow(app, id, result, now)
        if breaker.says_down(result):
            await self._failed(app, id, now)
        elif breaker.says_up(result):
            await self._answered(app, id, known, now)

    async def _failed(self, app: str, id: str, now: int) -> None:
        key = (app, id)
        if len(self._failing) >= _REMEMBERED:
            self._failing.clear()
        self._failing.add(key)
        self._failures[key] = self._failures.get(key, 0) + 1
        if key in self._writing:
            return
        self._writing.add(key)
        try:
            while count := self._failures.pop(key, 0):
                await self._count(app, id, count, now)
        finally:
            self._writing.discard(key)

    async def _count(self, app: str, id: str, count: int, now: int) -> None:
        async def change(unit: UnitOfWork, endpoint: Endpoint) -> bool:
            breaker.count(endpoint, count, now)
            if breaker.may_open(endpoint, now):
                breaker.recount(endpoint, await self._attempts(app, endpoint, now))
            if breaker.open_if_due(endpoint, now, self._open_seconds):
                unit.add(_opened_entry(app, endpoint, now))
            endpoint.pop("probe_until", None)
            return True

        await self._note(app, id, change, now)

    async def _attempts(self, app: str, endpoint: Endpoint, now: int) -> list[Try]:
        """The last of them since the first failure. What is far ahead of `now` was noted by a clock
        that was set back since.
        """
        since, until = endpoint.get("failing_since", 0), now + CLOCK_SKEW
        page = await self._store.query(
            DELIVERIES,
            app=app,
            equal={"endpoint": endpoint["id"]},
            order="attempted_at",
            descending=True,
            low=since,
            high=until,
            limit=_LOOKED_AT,
        )
        tries = (each for document in page.documents for each in document.data["tries"])
        return [each for each in tries if since <= each["at"] < until]

    async def _slow(self, app: str, id: str, result: AttemptResult, now: int) -> None:
        async def change(_unit: UnitOfWork, endpoint: Endpoint) -> bool:
            return breaker.slow_down(endpoint, result.retry_after, now)

        await self._note(app, id, change, now)

    async def _answered(self, app: str, id: str, known: Endpoint | None, now: int) -> None:
        async def change(unit: UnitOfWork, endpoint: Endpoint) -> bool:
            if not breaker.needs_closing(endpoint):
                return False
            if "opened_at" in endpoint:
                unit.add(_closed_entry(app, id, now))
            breaker.close(endpoint)
            return True

        key = (app, id)
        # What failed before it and is not written yet is in no row with what fails after it.
        self._failures.pop(key, None)
        if key in self._failing or (known is not None and breaker.needs_closing(known)):
            self._failing.discard(key)
            await self._note(app, id, change, now)

    async def _note(self, app: str, id: str, change: Change, now: int) -> None:
        """What many write at once and none of them gets through is learned from the next."""
        with suppress(Conflict):
            await _changed(self._store, app, id, change, now)


async def disable(
    store: Store, app: str, id: str, reason: str, now: int, *, by: str = ""
) -> Endpoint:
    """Its deliveries wait until it is enabled, as long as their schedule lasts."""

    async def change(unit: UnitOfWork, endpoint: Endpoint) -> bool:
        if "disabled_at" in endpoint:
            return False
        endpoint.update({"disabled_at": now, "disabled_reason": reason, "disabled_by": by})
        unit.add(
            new_entry(
                app,
                "delivery",
                "endpoint_disabled",
                now,
                by=by,
                reason=reason,
                unread=not by,
                custom={"endpoint": id},
            )
        )
        return True

    return await _changed(store, app, id, change, now)


async def enable(store: Store, app: str, id: str, now: int, *, by: str = "") -> Endpoint:
    """Also closes the breaker: whoever enables it has reason to think that it answers."""

    async def change(unit: UnitOfWork, endpoint: Endpoint) -> bool:
        endpoint.pop("disabled_at", None)
        endpoint.pop("disabled_reason", None)
        endpoint.pop("disabled_by", None)
        endpoint.pop("slow_until", None)
        breaker.close(endpoint)
        custom = {"endpoint": id}
        unit.add(new_entry(app, "delivery", "endpoint_enabled", now, by=by, custom=custom))
        return True

    return await _changed(store, app, id, change, now)


async def _changed(store: Store, app: str, id: str, change: Change, now: int) -> Endpoint:
    key = endpoint_key(app, id)

    async def once() -> Endpoint:
        unit = UnitOfWork(store)
        endpoint = await unit.get(key) or unit.create(key, new_endpoint(id, now))
        if await change(unit, endpoint):
            endpoint["updated_at"] = now
            await unit.commit()
        return endpoint

    return await until_committed(once, _ATTEMPTS, Conflict(key))


def _opened_entry(app: str, endpoint: Endpoint, now: int) -> Create[LogEntry]:
    failures = endpoint["failures"]
    return new_entry(
        app,
        "delivery",
        "endpoint_open",
        now,
        reason=f"the endpoint failed {failures} times in a row; deliveries to it wait",
        result="failed",
        unread=True,
        custom={"endpoint": endpoint["id"]},
    )


def _closed_entry(app: str, id: str, now: int) -> Create[LogEntry]:
    reason, custom = "the endpoint answers again", {"endpoint": id}
    return new_entry(app, "delivery", "endpoint_closed", now, reason=reason, custom=custom)
