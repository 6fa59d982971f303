"""What is counted for a user: content that was flagged, and content that moderators deleted.

An item counts once for one user, whose name it keeps, so that a count is taken back from whom it
was given to, and moves along where content turns out to be somebody else's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, cast

from common.domain.item import Item, author_of
from common.domain.user import User, user_key
from common.store.store import Update
from common.store.unit_of_work import UnitOfWork


def count_flagged(app: str, items: Iterable[Item], now: int) -> list[Update[User]]:
    """For whoever is the author of an item that was ever flagged. Items are changed in place."""
    changes: Counter[str] = Counter()
    for item in items:
        author, counted_for = author_of(item), item.get("flagged_for", "")
        if "first_flagged_at" in item and author != counted_for:
            item["flagged_for"] = author
            changes.update({author: 1})
            changes.subtract({counted_for: 1})
    return [
        counting(app, user, {"flagged_count": change}, now)
        for user, change in changes.items()
        if user and change
    ]


def add_counts(unit: UnitOfWork, counts: Iterable[Update[User]]) -> None:
    """To the document itself where the unit changes that anyway."""
    for update in counts:
        user = unit.held(update.key)
        if user is None:
            unit.add(update)
            continue
        fields = cast("dict[str, Any]", user)
        fields.update(update.set)
        for name, change in update.increment.items():
            fields[name] = fields.get(name, 0) + change


def counting(app: str, user: str, changes: dict[str, int], now: int) -> Update[User]:
    """Of a user who may not be known yet."""
    fields = {"id": user, "updated_at": now}
    return Update(user_key(app, user), set=fields, increment=changes, upsert=True)
