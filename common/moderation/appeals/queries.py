"""Reading appeals: one, or filtered, sorted, page by page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from common.configuration.context import Context
from common.domain.appeal import (
    APPEALS,
    Appeal,
    appeal_key,
    handlers_of,
    out_of_court_state,
    outcome_of,
    role_of,
)
from common.domain.appeal_case import AppealCase
from common.domain.errors import NotAllowed, NotFound
from common.domain.filters import compile_plain_filter
from common.moderation.appeal_cases import cases
from common.moderation.filtering.paging import Asked, Paged
from common.moderation.filtering.scanning import Scan
from common.moderation.filtering.sorting import sorting
from common.store.store import Key

_ORDERS = ("created_at", "updated_at")
_INDEXED = ("user_id", "entity_id", "status")
"""From the most selective on."""
_FIELDS = frozenset(
    (
        "id",
        "appeal_reason",
        "entity_type",
        "entity_id",
        "review_queue_item_id",
        "status",
        "user_id",
        "decided_by",
        "decision_reason",
        "created_at",
        "updated_at",
        "role",
        "late",
        "outcome",
        "unfounded",
        "handler",
        "out_of_court",
    )
)


async def get(context: Context, app: str, id: str, only_of: str | None) -> AppealCase:
    """`only_of` is the user who asks, where they may see no others than their own."""
    (document,) = await context.store.get([appeal_key(app, id)])
    if document is None:
        raise NotFound(f"there is no appeal {id!r}", {"id": "does not exist"})
    if only_of is not None and document.data["user_id"] != only_of:
        raise NotAllowed("the appeal is somebody else's", {"id": "is somebody else's appeal"})
    return (await cases(context, app, [document.data]))[0]


async def query(context: Context, app: str, asked: Asked, only_of: str | None) -> Paged[AppealCase]:
    """`only_of` is the user who asks, where they may see no others than their own."""
    scan = _scan(context, app, asked)
    if only_of is not None:
        scan = scan.narrowed(lambda appeal: appeal["user_id"] == only_of)
        scan = replace(scan, equal={"user_id": only_of})
    page = await scan.page()
    return Paged(await cases(context, app, page.documents), page.next, page.prev)


def _scan(context: Context, app: str, asked: Asked) -> Scan[Appeal]:
    filter = asked.filter or {}
    matches = compile_plain_filter(filter, _FIELDS)
    order, descending = sorting(asked.sort, _ORDERS)
    return Scan(
        context.store,
        APPEALS,
        app,
        order,
        descending,
        lambda appeal: matches(_as_named(appeal)),
        _equal(filter),
        _direct(app, filter),
        asked,
    )


def _as_named(appeal: Appeal) -> Mapping[str, Any]:
    return {
        **appeal,
        "review_queue_item_id": appeal.get("item_id"),
        "role": role_of(appeal),
        "late": appeal.get("late", False),
        "outcome": outcome_of(appeal),
        "unfounded": appeal.get("unfounded", False),
        "handler": handlers_of(appeal),
        "out_of_court": out_of_court_state(appeal),
    }


def _equal(filter: Mapping[str, Any]) -> dict[str, str | bool]:
    for name in _INDEXED:
        value = _plain(filter.get(name))
        if isinstance(value, str):
            return {name: value}
    return {}


def _direct(app: str, filter: Mapping[str, Any]) -> Key[Appeal] | None:
    id = _plain(filter.get("id"))
    return appeal_key(app, id) if isinstance(id, str) and id else None


def _plain(value: Any) -> Any:
    return value["$eq"] if isinstance(value, dict) and set(value) == {"$eq"} else value
