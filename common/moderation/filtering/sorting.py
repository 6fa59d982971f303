"""The three shapes in which clients ask for an order (contract 3.4)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from common.domain.errors import Invalid


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
    first = entries[0]
    if first.get("field") == "field":
        second = entries[1] if len(entries) > 1 else {}
        direction = second.get("direction") if second.get("field") == "direction" else 1
        return first.get("direction"), direction
    if "field" in first:
        return first["field"], first.get("direction", 1)
    return next(iter(first.items()), (None, 1))
