"""The three shapes in which clients ask for an order (contract 3.4)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from common.domain.errors import Invalid

_MEMBERS = {"field", "direction", "type"}
"""`type` says how a customer's own field compares, which nothing is sorted by."""
_MOST = 5


@dataclass(frozen=True, slots=True)
class Sorted:
    field: str
    descending: bool


def sorting(sort: Any, fields: Collection[str], default: str = "created_at") -> tuple[str, bool]:
    """Field and whether descending, where it can be only one; the newest come first unless asked
    otherwise.
    """
    first, *rest = sortings(sort, fields, default)
    if rest:
        raise Invalid.field("sort", "can be by one field only")
    return first.field, first.descending


def sortings(sort: Any, fields: Collection[str], default: str = "created_at") -> list[Sorted]:
    """The same for several keys: the second orders what the first leaves equal, and so on."""
    entries = [sort] if isinstance(sort, dict) else list(sort or ())
    found: list[Sorted] = []
    for name, direction in _asked(entries):
        if not isinstance(name, str) or name not in fields:
            raise Invalid.field("sort", f"can be by {', '.join(sorted(fields))}")
        if isinstance(direction, bool) or direction not in (1, -1, None):
            raise Invalid.field("sort", "needs the direction 1 or -1")
        if name in [each.field for each in found]:
            raise Invalid.field("sort", f"names {name} twice")
        found.append(Sorted(name, direction == -1))
    if len(found) > _MOST:
        raise Invalid.field("sort", f"can be by {_MOST} fields at most")
    return found or [Sorted(default, True)]


def _asked(entries: Sequence[Mapping[str, Any]]) -> Iterator[tuple[Any, Any]]:
    """Repairs what stream-chat JS makes of the wire form: one entry named `field`, one named
    `direction`, for each.
    """
    rest = list(entries)
    while rest:
        first = rest.pop(0)
        if first.get("field") == "field":
            direction: Any = 1
            if rest and rest[0].get("field") == "direction":
                direction = rest.pop(0).get("direction")
            yield first.get("direction"), direction
        elif "field" in first:
            if unknown := first.keys() - _MEMBERS:
                raise Invalid.field(f"sort.{min(unknown)}", "is not known here")
            yield first["field"], first.get("direction", 1)
        else:
            yield from first.items() or [(None, 1)]
