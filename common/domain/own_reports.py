"""What somebody has reported themselves, in the filter of the queue: it means another for each who
asks, so it becomes a filter by reporter before anything else reads it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from common.domain.errors import Invalid
from common.domain.filters import COMBINING, MAX_DEPTH

REPORTED_BY_ME = "reported_by_me"


def depends_on_caller(filter: Mapping[str, Any], depth: int = 0) -> bool:
    return REPORTED_BY_ME in filter or any(
        depends_on_caller(each, depth + 1) for each in _parts(filter, depth)
    )


def as_asked_by(filter: Mapping[str, Any], caller: str | None, depth: int = 0) -> dict[str, Any]:
    """Raises Invalid where nobody is known to ask, and for what is neither true nor false."""
    asked = dict(filter)
    for name in COMBINING:
        if name in asked and depth < MAX_DEPTH and isinstance(asked[name], list):
            asked[name] = [
                as_asked_by(each, caller, depth + 1) if isinstance(each, dict) else each
                for each in asked[name]
            ]
    if REPORTED_BY_ME not in asked:
        return asked
    own = _of_caller(asked.pop(REPORTED_BY_ME), caller)
    also = asked.pop("$and", [])
    return {**asked, "$and": [*also, own] if isinstance(also, list) else also}


def _of_caller(value: Any, caller: str | None) -> dict[str, Any]:
    if isinstance(value, dict) and value.keys() == {"$eq"}:
        value = value["$eq"]
    if not isinstance(value, bool):
        raise Invalid.field(f"filter.{REPORTED_BY_ME}", "needs true or false")
    if not caller:
        raise Invalid.field("user_id", f"is required by {REPORTED_BY_ME}: who asks")
    own = {"reporter_id": caller}
    return own if value else {"$nor": [own]}


def _parts(filter: Mapping[str, Any], depth: int) -> list[Mapping[str, Any]]:
    combined = (filter.get(name) for name in COMBINING if depth < MAX_DEPTH)
    lists = (each for each in combined if isinstance(each, list))
    return [part for each in lists for part in each if isinstance(part, dict)]
