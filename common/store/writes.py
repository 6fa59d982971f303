"""What a write makes of a document: for backends that compute it themselves, and the checks that
every backend makes before it sends anything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, cast

import orjson

from common.store.store import Conflict, Create, D, Data, Update, Version, Write

MAX_WRITES = 100


def check_commit(writes: Sequence[Write]) -> None:
    """Raises ValueError for what no backend can do."""
    if len(writes) > MAX_WRITES:
        raise ValueError(f"at most {MAX_WRITES} writes in one commit, not {len(writes)}")
    if len({write.key for write in writes}) < len(writes):
        raise ValueError("two writes of one commit name the same document")
    for write in writes:
        if isinstance(write, Update):
            _check_update(write)


def check_conditions(write: Write, version: Version | None) -> None:
    """Raises Conflict; `version` is None where there is no document."""
    match write:
        case Create():
            holds = version is None
        case Update(version=None, upsert=False):
            holds = version is not None
        case _:
            holds = write.version is None or write.version == version
    if not holds:
        raise Conflict(write.key)


def updated(data: D, update: Update[Any]) -> D:
    """A changed copy; ValueError where a field is not what the operation needs."""
    fields: dict[str, Any] = {**data, **update.set}
    for field, amount in update.increment.items():
        fields[field] = _incremented(field, fields.get(field, 0), amount)
    for field, members in update.union.items():
        fields[field] = _united(field, fields.get(field, []), members)
    for field in update.remove:
        fields.pop(field, None)
    return cast(D, fields)


def encoded(data: Data) -> str:
    """Raises ValueError for what JSON cannot hold."""
    try:
        return orjson.dumps(data).decode()
    except TypeError as error:
        raise ValueError(str(error)) from error


def _check_update(update: Update) -> None:
    fields = Counter([*update.set, *update.increment, *update.union, *update.remove])
    twice = [field for field, count in fields.items() if count > 1]
    if twice:
        raise ValueError(f"{twice[0]!r} stands in two operations of one update")


def _incremented(field: str, value: object, amount: int) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{field!r} is no number and cannot be incremented")
    return value + amount


def _united(field: str, value: object, members: Sequence[str]) -> list[str]:
    if not isinstance(value, list):
        raise ValueError(f"{field!r} is no list and cannot take members")
    return list(dict.fromkeys([*value, *members]))
