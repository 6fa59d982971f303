"""Endpoints and redeliveries, which the API calls resendings, as Gavel's own API has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, NotRequired

from pydantic import WithJsonSchema
from typing_extensions import TypedDict

from common.domain.endpoint import (
    Endpoint,
    EndpointHealth,
    EndpointKind,
    EndpointState,
    split_endpoint,
    state_of,
)
from common.domain.redelivery import Kind, Redelivery
from common.domain.times import to_rfc3339

TextTime = Annotated[str, WithJsonSchema({"type": "string", "format": "date-time"})]
"""RFC 3339, under names by which no dialect tells a time."""


class ShownEndpoint(TypedDict):
    """`failures` are those in a row."""

    id: str
    kind: EndpointKind
    name: str
    url: str
    state: EndpointState
    failures: int
    last_failure_at: NotRequired[int]
    opened_at: NotRequired[int]
    open_until: NotRequired[TextTime]
    slow_until: NotRequired[TextTime]
    disabled_at: NotRequired[int]
    disabled_reason: NotRequired[str]
    disabled_by: NotRequired[str]


class EndpointWithHealth(ShownEndpoint):
    health: EndpointHealth


class ShownRedelivery(TypedDict):
    id: str
    kind: Kind
    endpoint: str
    source: str
    since: TextTime
    until: TextTime
    per_second: int
    by: str
    state: Literal["running", "done"]
    resent: int
    skipped: int
    created_at: int
    updated_at: int
    finished_at: NotRequired[int]


class EndpointAnswer(TypedDict):
    endpoint: ShownEndpoint


class EndpointHealthAnswer(TypedDict):
    endpoint: EndpointWithHealth


class EndpointsAnswer(TypedDict):
    endpoints: list[ShownEndpoint]
    next: str | None


class EnabledEndpointAnswer(EndpointAnswer):
    """`resending` is the job that sends what was held meanwhile."""

    resending: ShownRedelivery


class RedeliveryAnswer(TypedDict):
    resending: ShownRedelivery


def endpoint_shown(id: str, name: str, url: str, known: Endpoint | None, now: int) -> ShownEndpoint:
    """`name` and `url` are of what it is for, empty where that is not configured any more."""
    kind, rest = split_endpoint(id)
    shown: ShownEndpoint = {
        "id": id,
        "kind": kind,
        "name": name or rest,
        "url": url,
        "state": state_of(known, now),
        "failures": known.get("failures", 0) if known else 0,
    }
    if known is not None:
        _add_breaker(shown, known)
        _add_disabled(shown, known)
    return shown


def _add_breaker(shown: ShownEndpoint, known: Endpoint) -> None:
    if "last_failure_at" in known:
        shown["last_failure_at"] = known["last_failure_at"]
    if "opened_at" in known:
        shown["opened_at"] = known["opened_at"]
    if "open_until" in known:
        shown["open_until"] = to_rfc3339(known["open_until"])
    if "slow_until" in known:
        shown["slow_until"] = to_rfc3339(known["slow_until"])


def _add_disabled(shown: ShownEndpoint, known: Endpoint) -> None:
    if "disabled_at" in known:
        shown["disabled_at"] = known["disabled_at"]
    if "disabled_reason" in known:
        shown["disabled_reason"] = known["disabled_reason"]
    if "disabled_by" in known:
        shown["disabled_by"] = known["disabled_by"]


def endpoints_answer(endpoints: Sequence[ShownEndpoint], cursor: str | None) -> EndpointsAnswer:
    return {"endpoints": list(endpoints), "next": cursor}


def endpoint_health_answer(endpoint: ShownEndpoint, health: EndpointHealth) -> EndpointHealthAnswer:
    return {"endpoint": {**endpoint, "health": health}}


def enabled_endpoint_answer(endpoint: ShownEndpoint, job: Redelivery) -> EnabledEndpointAnswer:
    return {"endpoint": endpoint, "resending": redelivery_shown(job)}


def redelivery_answer(job: Redelivery) -> RedeliveryAnswer:
    return {"resending": redelivery_shown(job)}


def redelivery_shown(job: Redelivery) -> ShownRedelivery:
    shown: ShownRedelivery = {
        "id": job["id"],
        "kind": job["kind"],
        "endpoint": job["endpoint"],
        "source": job["source"],
        "since": to_rfc3339(job["since"]),
        "until": to_rfc3339(job["until"]),
        "per_second": job["per_second"],
        "by": job["by"],
        "state": job["state"],
        "resent": job["resent"],
        "skipped": job["skipped"],
        "created_at": job["created_at"],
        "updated_at": job["updated_at"],
    }
    if "finished_at" in job:
        shown["finished_at"] = job["finished_at"]
    return shown
