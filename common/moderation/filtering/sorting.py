"""The three shapes in which clients ask for an order (contract 3.4)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from common.domain.errors import Invalid

_MEMBERS = {"field", "direction", "type"}
"""`type` says how a customer's own field compares, which nothing is sorted by."""


def sorting(sort: Any, fields: Collection[str], default: str = "created_at") -> tuple[str, bool]:
    """Field and whether descending; the newest come first unless asked otherwise."""
    entries = [sort] if isinstance(sort, dict) else list(sort or ())
    if not entries:
        return default, True
    name, direction = _asked(entries)
    if not isinstance(name, str) or name not in fields:
        raise Invalid.field("sort", f"can be by {', '.join(sorted(fields))}")
    if isinstance(direction, bool) or direction not in (1, -1, None):
        raise Invalid.field("sort", "needs the direction 1 or -1")
    return name, direction == -1


def _asked(entries: Sequence[Mapping[str, Any]]) -> tuple[Any, Any]:
    """Repairs what stream-chat JS makes of the wire form: one entry named `field`, one named
    `direction`.
    """
    first, rest = entries[0], entries[1:]
    if first.get("field") == "field":
        name = first.get("direction")
        direction: Any = 1
        if rest and rest[0].get("field") == "direction":
            direction, rest = rest[0].get("direction"), rest[1:]
    elif "field" in first:
        name, direction = first["field"], first.get("direction", 1)
        if unknown := first.keys() - _MEMBERS:
            raise Invalid.field(f"sort.{min(unknown)}", "is not known here")
    else:
        name, direction = next(iter(first.items()), (None, 1))
        rest = [*rest, *({each: first[each]} for each in list(first)[1:])]
    if rest:
        raise Invalid.field("sort", "can be by one field only")
    return name, direction
