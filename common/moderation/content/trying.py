"""Trying an item again: what it was submitted as, for engines and rules to look at anew."""

from __future__ import annotations

from common.configuration.context import Context
from common.domain.content import Submission
from common.domain.errors import NotFound
from common.domain.item import item_key
from common.moderation.content.scans import submission_of


async def submitted(context: Context, app: str, item_id: str) -> Submission:
    (item,) = await context.store.get([item_key(app, item_id)])
    if item is None:
        raise NotFound(f"there is no item {item_id!r}", {"item_id": "does not exist"})
    return submission_of(item.data)
