"""Reading back what texts were labelled as, page by page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from common.configuration.context import Context
from common.domain.errors import Invalid
from common.domain.filters import compile_plain_filter
from common.domain.label_result import LABEL_RESULTS, LabelResult, label_result_key
from common.moderation.filtering.paging import Asked, Paged
from common.moderation.filtering.scanning import Scan
from common.moderation.filtering.sorting import sorting

_TEXTS = frozenset(
    (
        "category",
        "content_id",
        "content_type",
        "harm_type",
        "id",
        "language",
        "policy",
        "recommended_action",
        "severity",
        "user_id",
    )
)
FIELDS = _TEXTS | {"created_at", "date_range", "labels"}
_OPERATORS = frozenset(("$eq", "$exists", "$gt", "$gte", "$in", "$lt", "$lte"))
_OF_LABELS = frozenset(("$eq", "$in"))
_ORDERS = frozenset(("created_at",))
_INDEXED = ("content_id", "user_id")


async def query(context: Context, app: str, asked: Asked) -> Paged[LabelResult]:
    """The newest first unless it is sorted otherwise. Looks through at most 2,000 a call; what is
    rare is found by following the cursor.
    """
    filter = asked.filter or {}
    _check(filter)
    order, descending = sorting(asked.sort, _ORDERS)
    scan = Scan(
        context.store,
        LABEL_RESULTS,
        app,
        order,
        descending,
        compile_plain_filter(filter, FIELDS),
        _equal(filter),
        label_result_key(app, filter["id"]) if isinstance(filter.get("id"), str) else None,
        asked,
    )
    return await scan.page()


def _check(filter: Mapping[str, Any]) -> None:
    """Raises Invalid for an operator that a field does not take, and for what is no text."""
    for key, value in filter.items():
        if key not in _TEXTS and key != "labels":
            continue
        tests = value if isinstance(value, dict) else {"$eq": value}
        known = _OF_LABELS if key == "labels" else _OPERATORS
        for operator, operand in tests.items():
            if operator not in known:
                raise Invalid.field(f"filter.{key}", f"does not take {operator}")
            texts = operand if operator == "$in" and isinstance(operand, list) else [operand]
            if operator != "$exists" and not all(isinstance(each, str) for each in texts):
                raise Invalid.field(f"filter.{key}", "needs text")


def _equal(filter: Mapping[str, Any]) -> dict[str, str | bool]:
    """The most selective plain equality there is an index for; the filter itself does the rest."""
    for name in _INDEXED:
        value = filter.get(name)
        if isinstance(value, dict) and set(value) == {"$eq"}:
            value = value["$eq"]
        if isinstance(value, str) and value:
            return {name: value}
    return {}
