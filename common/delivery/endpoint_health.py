"""Endpoints as people see them: the app's receivers, and how each of them does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.delivery.targets import Target, means_success
from common.domain.delivery import DELIVERIES, Delivery, Try
from common.domain.endpoint import (
    TRANSPARENCY,
    Endpoint,
    EndpointHealth,
    action_endpoint,
    endpoint_key,
    split_endpoint,
    webhook_endpoint,
)
from common.domain.errors import NotFound
from common.domain.webhook import address_of
from common.store.store import BadCursor

ATTEMPTS = 200
COUNT_MOST = 100
_CURSOR = "after:"
_COUNTED = ("pending", "waiting", "dead")


@dataclass(frozen=True, slots=True)
class Receiver:
    """`target` is None for a URL that single requests named; `known` is what attempts or a person
    have left about it.
    """

    id: str
    target: Target | None
    known: Endpoint | None

    @property
    def name(self) -> str:
        return self.target.name if self.target else ""

    @property
    def url(self) -> str:
        return self.target.url if self.target else ""


async def query(
    context: Context, app: str, limit: int, cursor: str | None
) -> tuple[list[Receiver], str | None]:
    """Sorted by id; an app has at most some hundred."""
    targets = _targets(await context.configurations.of(app))
    after = _after(cursor)
    ids = sorted(id for id in targets if id > after)
    page = ids[:limit]
    found = await context.store.get([endpoint_key(app, id) for id in page])
    receivers = [
        Receiver(id, targets[id], each.data if each else None)
        for id, each in zip(page, found, strict=True)
    ]
    return receivers, f"{_CURSOR}{page[-1]}" if len(ids) > limit else None


def _after(cursor: str | None) -> str:
    if cursor and not cursor.startswith(_CURSOR):
        raise BadCursor("the cursor is not readable")
    return (cursor or "").removeprefix(_CURSOR)


def _targets(configuration: Configuration) -> dict[str, Target]:
    actions = {
        action_endpoint(id): Target(action=action) for id, action in configuration.actions.items()
    }
    webhooks = {
        webhook_endpoint(id): Target(webhook=webhook)
        for id, webhook in configuration.webhooks.items()
        if address_of(webhook)
    }
    database = configuration.settings.get("transparency_database")
    databases = {TRANSPARENCY: Target(database=database)} if database is not None else {}
    return {**actions, **webhooks, **databases}


async def target(context: Context, app: str, id: str) -> Target | None:
    return _targets(await context.configurations.of(app)).get(id)


async def get(context: Context, app: str, id: str) -> Receiver:
    """Also one that is no longer configured, as long as something is known of it."""
    (known,) = await context.store.get([endpoint_key(app, id)])
    found = await target(context, app, id)
    if found is None and known is None:
        raise NotFound(f"there is no endpoint {id!r}", {"id": "does not exist"})
    return Receiver(id, found, known.data if known else None)


async def health(context: Context, app: str, id: str) -> EndpointHealth:
    found = {state: await _oldest(context, app, id, state) for state in _COUNTED}
    waiting = [*found["pending"], *found["waiting"]]
    return _figures(
        id,
        await _attempts(context, app, id),
        {state: len(each) for state, each in found.items()},
        min(waiting, key=lambda delivery: delivery["created_at"], default=None),
    )


async def _oldest(context: Context, app: str, endpoint: str, state: str) -> list[Delivery]:
    page = await context.store.query(
        DELIVERIES,
        app=app,
        equal={"endpoint": endpoint, "state": state},
        order="created_at",
        limit=COUNT_MOST,
    )
    return [document.data for document in page.documents]


async def _attempts(context: Context, app: str, endpoint: str) -> list[Try]:
    """The last so many, which are all among the deliveries that were attempted last."""
    page = await context.store.query(
        DELIVERIES,
        app=app,
        equal={"endpoint": endpoint},
        order="attempted_at",
        descending=True,
        limit=ATTEMPTS,
    )
    tries = [each for document in page.documents for each in document.data["tries"]]
    return sorted(tries, key=lambda each: each["at"], reverse=True)[:ATTEMPTS]


def _figures(
    endpoint: str, tries: Sequence[Try], counts: dict[str, int], oldest: Delivery | None
) -> EndpointHealth:
    """An attempt that was not answered has no time of its own: it took what it was given."""
    kind, _ = split_endpoint(endpoint)
    done = sum(means_success(kind, each["status"], each["error"]) for each in tries)
    times = sorted(each["milliseconds"] for each in tries if each["status"] is not None)
    return {
        "attempts": len(tries),
        "success_rate": round(done / len(tries), 4) if tries else None,
        "p50_milliseconds": _percentile(times, 50),
        "p99_milliseconds": _percentile(times, 99),
        "since_at": tries[-1]["at"] if tries else None,
        "counts": counts,
        "oldest_waiting": None
        if oldest is None
        else {"id": oldest["id"], "state": oldest["state"], "created_at": oldest["created_at"]},
    }


def _percentile(times: Sequence[float], percent: int) -> float | None:
    """The smallest that so many percent are not above."""
    return times[-(-len(times) * percent // 100) - 1] if times else None
