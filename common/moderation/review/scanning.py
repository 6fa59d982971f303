"""Looking through the review queue in order, for what matches a filter, page by page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from common.configuration.context import Context
from common.domain.filters import compile_filter
from common.domain.item import ITEMS, Item, is_queued, item_id, item_key
from common.domain.queue_fields import FIELDS
from common.moderation.filtering.paging import Asked
from common.moderation.filtering.scanning import InMemory, Scan
from common.moderation.filtering.sorting import Sorted, sortings
from common.moderation.review.creator_names import with_ids
from common.moderation.review.plans import candidates, is_reviewed
from common.moderation.review.probing import sparsest
from common.moderation.review.term_upgrade import has_terms
from common.store.store import Key

_ORDERS = {"created_at": "queue_created_at", "updated_at": "queue_updated_at", "id": "queue_id"}
_TERMS_ORDER = "queue_created_at"
SORTS = frozenset(
    (
        *_ORDERS,
        "completed_at",
        "config_key",
        "entity_creator_id",
        "entity_id",
        "entity_type",
        "escalated_at",
        "flags_count",
        "latest_moderator_action",
        "recommended_action",
        "reviewed_at",
        "severity",
        "status",
    )
)
"""The first three are indexed; by others, and by several, is sorted what a filter leaves."""


async def scan_of(context: Context, app: str, asked: Asked) -> Scan[Item]:
    """Raises Invalid for what the queue cannot be filtered or sorted by."""
    scan = await _scan_of(context, app, asked)
    return scan if asked.only is None else scan.narrowed(asked.only)


async def _scan_of(context: Context, app: str, asked: Asked) -> Scan[Item]:
    filter = await with_ids(context, app, asked.filter or {})
    matches = compile_filter(filter)
    sorts = sortings(asked.sort, SORTS)
    ordered = Scan(
        context.store,
        ITEMS,
        app,
        _ORDERS.get(sorts[0].field, _TERMS_ORDER),
        sorts[0].descending,
        lambda item: is_queued(item) and matches(item),
        _plain(filter),
        _direct(app, filter),
        asked,
    )
    if ordered.direct is not None:
        return ordered
    is_indexed = _is_indexed(sorts)
    found = candidates(filter)
    if [list(each) for each in found] == [[ordered.equal]]:
        found = []
    if found and not await has_terms(context, app):
        found = []
    if not found:
        return ordered if is_indexed else replace(ordered, sorting=InMemory(sorts, _read))
    is_theirs = is_indexed and ordered.order == _TERMS_ORDER
    if is_theirs and len(found) == 1 and (asked.cursor or asked.prev):
        return replace(ordered, equal=found[0])
    probe = await sparsest(_in_terms_order(ordered), found)
    by_terms = probe.on(_in_terms_order(ordered))
    if is_theirs:
        return by_terms
    if not is_indexed:
        return replace(by_terms, sorting=InMemory(sorts, _read))
    named = [Sorted(ordered.order, sorts[0].descending)]
    sorting = InMemory(named, _field, ordered, is_rare=probe.is_short)
    return replace(by_terms, sorting=sorting)


def _in_terms_order(scan: Scan[Item]) -> Scan[Item]:
    descending = scan.descending if scan.order == _TERMS_ORDER else True
    return replace(scan, order=_TERMS_ORDER, descending=descending)


def _is_indexed(sorts: Sequence[Sorted]) -> bool:
    """Ties are broken by id as it is."""
    first, *rest = sorts
    return first.field in _ORDERS and rest in ([], [Sorted("id", first.descending)])


def _read(item: Item, name: str) -> Any:
    return FIELDS[name](item)


def _field(item: Mapping[str, Any], name: str) -> Any:
    return item.get(name)


def check_order(sort: Any) -> None:
    """Raises Invalid for what the queue cannot be sorted by."""
    sortings(sort, SORTS)


def _direct(app: str, filter: Mapping[str, Any]) -> Key[Item] | None:
    if isinstance(filter.get("id"), str):
        return item_key(app, str(filter["id"]))
    entity = filter.get("entity_type"), filter.get("entity_id")
    if all(isinstance(part, str) for part in entity):
        return item_key(app, item_id(app, str(entity[0]), str(entity[1])))
    return None


def _plain(filter: Mapping[str, Any]) -> dict[str, str | bool]:
    """The most selective plain equality there is an index for in every order."""
    for name, indexed in (("entity_creator_id", "creator_id"), ("entity_type", "entity_type")):
        value = filter.get(name)
        if isinstance(value, dict) and set(value) == {"$eq"}:
            value = value["$eq"]
        if isinstance(value, str):
            return {indexed: value}
    reviewed = is_reviewed(filter)
    return {} if reviewed is None else {"queue_reviewed": reviewed}
