"""Endpoints: what attempts teach about a receiver, and a person's switching it off and on."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from common.delivery import breaker
from common.domain.endpoint import endpoint_key, new_endpoint, state_of
from common.domain.log import new_entry
from common.outgoing.calls import AttemptResult
from common.store.store import Conflict, Create, Data, Document, Store, Update, Write

_ATTEMPTS = 5


class Endpoints:
    """What attempts taught this process. A receiver that always answers costs no write; of one that
    does not, a process writes once at a time, however many attempts fail meanwhile.
    """

    def __init__(self, store: Store, open_seconds: Sequence[float]) -> None:
        self._store = store
        self._open_seconds = open_seconds
        self._failures: dict[tuple[str, str], int] = {}
        self._writing: set[tuple[str, str]] = set()

    async def learn(
        self, app: str, id: str, known: Data | None, outcome: AttemptResult, now: int
    ) -> None:
        """`known` is the endpoint as it was before the attempt."""
        if breaker.is_gone(outcome):
            await disable(self._store, app, id, "it answered 410 Gone", now)
        slows = breaker.says_slow_down(outcome)
        if slows:
            await self._slow(app, id, outcome, now)
        if breaker.says_down(outcome):
            await self._failed(app, id, now)
        elif not slows and outcome.status is not None and known is not None:
            await self._answered(app, id, known, now)

    async def _failed(self, app: str, id: str, now: int) -> None:
        key = (app, id)
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
        for _ in range(_ATTEMPTS):
            found, endpoint = await _read(self._store, app, id, now)
            fields = breaker.after_failures(endpoint, count, now, self._open_seconds)
            writes = [_write(app, found, endpoint, fields, ("probe_until",), now)]
            if "opened_at" in fields:
                writes.append(_opened_entry(app, id, fields, now))
            with suppress(Conflict):
                await self._store.commit(writes)
                return

    async def _slow(self, app: str, id: str, outcome: AttemptResult, now: int) -> None:
        for _ in range(_ATTEMPTS):
            found, endpoint = await _read(self._store, app, id, now)
            fields = breaker.slowed(endpoint, outcome, now)
            if not fields:
                return
            with suppress(Conflict):
                await self._store.commit([_write(app, found, endpoint, fields, (), now)])
                return

    async def _answered(self, app: str, id: str, known: Data, now: int) -> None:
        if not breaker.needs_closing(known):
            return
        for _ in range(_ATTEMPTS):
            found, endpoint = await _read(self._store, app, id, now)
            if not breaker.needs_closing(endpoint):
                return
            gone = breaker.CLOSED_REMOVES
            writes = [_write(app, found, endpoint, breaker.CLOSED, gone, now)]
            if "opened_at" in endpoint:
                writes.append(_closed_entry(app, id, now))
            with suppress(Conflict):
                await self._store.commit(writes)
                return


async def disable(store: Store, app: str, id: str, reason: str, now: int, *, by: str = "") -> Data:
    """Its deliveries wait until it is enabled, as long as their schedule lasts."""
    fields = {"disabled_at": now, "disabled_reason": reason, "disabled_by": by}
    for _ in range(_ATTEMPTS):
        found, endpoint = await _read(store, app, id, now)
        if "disabled_at" in endpoint:
            return endpoint
        entry = new_entry(
            app,
            "delivery",
            "endpoint_disabled",
            now,
            by=by,
            reason=reason,
            unread=not by,
            custom=_names(id),
        )
        with suppress(Conflict):
            await store.commit([_write(app, found, endpoint, fields, (), now), entry])
            return {**endpoint, **fields}
    raise Conflict(endpoint_key(app, id))


async def enable(store: Store, app: str, id: str, now: int, *, by: str = "") -> Data:
    """Also closes the breaker: whoever enables it has reason to think that it answers."""
    removed = ("disabled_at", "disabled_reason", "disabled_by", "slow_until")
    for _ in range(_ATTEMPTS):
        found, endpoint = await _read(store, app, id, now)
        gone = (*removed, *breaker.CLOSED_REMOVES)
        entry = new_entry(app, "delivery", "endpoint_enabled", now, by=by, custom=_names(id))
        with suppress(Conflict):
            await store.commit([_write(app, found, endpoint, breaker.CLOSED, gone, now), entry])
            kept = {name: value for name, value in endpoint.items() if name not in gone}
            return {**kept, **breaker.CLOSED}
    raise Conflict(endpoint_key(app, id))


def is_probing(endpoint: Data, now: int) -> bool:
    return state_of(endpoint, now) == "half_open"


def probe_claim(found: Document, until: int) -> Write:
    """While a probe is on its way nothing else is sent to the endpoint."""
    return Update(found.key, set={"probe_until": until}, version=found.version)


async def _read(store: Store, app: str, id: str, now: int) -> tuple[Document | None, Data]:
    (found,) = await store.get([endpoint_key(app, id)])
    return found, found.data if found else new_endpoint(id, now)


def _write(
    app: str,
    found: Document | None,
    endpoint: Data,
    fields: dict[str, Any],
    remove: tuple[str, ...],
    now: int,
) -> Write:
    changed = {**fields, "updated_at": now}
    if found is None:
        return Create(endpoint_key(app, endpoint["id"]), {**endpoint, **changed})
    return Update(found.key, set=changed, remove=remove, version=found.version)


def _opened_entry(app: str, id: str, fields: dict[str, Any], now: int) -> Write:
    return new_entry(
        app,
        "delivery",
        "endpoint_open",
        now,
        reason=f"the endpoint failed {fields['failures']} times in a row; deliveries to it wait",
        result="failed",
        unread=True,
        custom=_names(id),
    )


def _closed_entry(app: str, id: str, now: int) -> Write:
    reason = "the endpoint answers again"
    return new_entry(app, "delivery", "endpoint_closed", now, reason=reason, custom=_names(id))


def _names(id: str) -> dict[str, str]:
    return {"endpoint": id}
