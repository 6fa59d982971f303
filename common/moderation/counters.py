"""What is counted for a user: content that was flagged, and content that moderators deleted.

An item counts once for one user, whose name it keeps, so that a count is taken back from whom it
was given to, and moves along where content turns out to be somebody else's.
"""

from __future__ import annotations

from collections.abc import Iterator

from common.domain.item import Item, author_of
from common.domain.user import User, user_key
from common.store.store import Update


def count_flagged(app: str, item: Item, now: int) -> Iterator[Update[User]]:
    """For whoever is the author of an item that was ever flagged. The item is changed in place."""
    author, counted_for = author_of(item), item.get("flagged_for", "")
    if "first_flagged_at" not in item or author == counted_for:
        return
    item["flagged_for"] = author
    if counted_for:
        yield counting(app, counted_for, {"flagged_count": -1}, now)
    if author:
        yield counting(app, author, {"flagged_count": 1}, now)


def counting(app: str, user: str, changes: dict[str, int], now: int) -> Update[User]:
    """Of a user who may not be known yet."""
    fields = {"id": user, "updated_at": now}
    return Update(user_key(app, user), set=fields, increment=changes, upsert=True)
