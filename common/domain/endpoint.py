"""The endpoint: what is known of one receiver of callbacks or webhooks.

There is one for each action and each webhook. Its document exists from the first failure on, or
from when somebody disables it, so a receiver that has always answered costs nothing.
"""

from __future__ import annotations

from typing import Literal, NotRequired, get_args

from typing_extensions import TypedDict

from common.domain.ids import derived_id
from common.domain.times import SECOND
from common.store.store import Collection, Key

EndpointKind = Literal["action", "hook", "url", "events", "transparency"]
ENDPOINT_KINDS: tuple[EndpointKind, ...] = get_args(EndpointKind)
"""A customer's action, a webhook, a URL that a single request named; `events` is what is not sent
itself: `deliver` turns it into one delivery for each webhook. `transparency` is the EU's database
of statements of reasons, of which an app has one.
"""
EndpointState = Literal["closed", "open", "half_open", "disabled"]
"""The breaker's state; `half_open` is open with a probe allowed or on its way."""

CLOCK_SKEW = 60 * SECOND
"""By so much the clocks of two machines may differ."""

EVENTS = "events"
"""The id of the one endpoint of the kind `events`."""
TRANSPARENCY = "transparency:database"


class Endpoint(TypedDict):
    """`failures` are those in a row since `failing_since`, `openings` the times in a row that the
    breaker has opened, `slowdowns` the times in a row that the receiver asked to be sent less.
    Times are nanoseconds.
    """

    id: str
    kind: EndpointKind
    failures: int
    openings: int
    slowdowns: NotRequired[int]
    created_at: int
    updated_at: int
    failing_since: NotRequired[int]
    last_failure_at: NotRequired[int]
    opened_at: NotRequired[int]
    open_until: NotRequired[int]
    probe_until: NotRequired[int]
    slow_until: NotRequired[int]
    disabled_at: NotRequired[int]
    disabled_reason: NotRequired[str]
    disabled_by: NotRequired[str]


class OldestWaiting(TypedDict):
    id: str
    state: str
    created_at: int


class EndpointHealth(TypedDict):
    """Of the last `attempts`, the oldest of which ended at `since_at`; rates are 0 to 1. `counts`
    has how many deliveries are in a state, by state, up to a hundred each.
    """

    attempts: int
    success_rate: float | None
    p50_milliseconds: float | None
    p99_milliseconds: float | None
    since_at: int | None
    counts: dict[str, int]
    oldest_waiting: OldestWaiting | None


ENDPOINTS: Collection[Endpoint] = Collection("endpoint")


def action_endpoint(action_id: str) -> str:
    return f"action:{action_id}"


def webhook_endpoint(webhook_id: str) -> str:
    return f"hook:{webhook_id}"


def url_endpoint(url: str) -> str:
    """Of a URL that a single request named."""
    return f"url:{derived_id(url)}"


def split_endpoint(id: str) -> tuple[EndpointKind, str]:
    """The kind and the name of what it is for: people name endpoints by ids of this form."""
    kind, _, name = id.partition(":")
    for known in ENDPOINT_KINDS:
        if kind == known:
            return known, name
    return "url", name


def endpoint_key(app: str, id: str) -> Key[Endpoint]:
    return Key(app, ENDPOINTS, id)


def new_endpoint(id: str, now: int) -> Endpoint:
    kind, _ = split_endpoint(id)
    return {
        "id": id,
        "kind": kind,
        "failures": 0,
        "openings": 0,
        "created_at": now,
        "updated_at": now,
    }


def state_of(endpoint: Endpoint | None, now: int) -> EndpointState:
    if endpoint is None:
        return "closed"
    if "disabled_at" in endpoint:
        return "disabled"
    if "open_until" not in endpoint:
        return "closed"
    if now >= endpoint["open_until"] or was_written_later(endpoint, now):
        return "half_open"
    return "open"


def was_written_later(endpoint: Endpoint, now: int) -> bool:
    """Then the clock was set back, and the times that the endpoint holds mean nothing."""
    return endpoint["updated_at"] > now + CLOCK_SKEW
