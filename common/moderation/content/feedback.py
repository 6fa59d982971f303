"""Feedback: what somebody says that content should have been found to be (contract 6)."""

from __future__ import annotations

from collections.abc import Mapping

import orjson

from common.configuration.context import Context
from common.domain.content import CHAT_MESSAGE
from common.domain.ids import derived_id
from common.domain.item import Item, author_of, item_id, item_key
from common.domain.log import log_key, new_entry
from common.store.store import Conflict, Create


async def submit(
    context: Context, app: str, reference: str, feedback: Mapping[str, object], now: int
) -> None:
    """Writes it to the moderation log, once however often it comes. `reference` is an item's id or
    a chat message's, by which the entry is found with the item; it may be neither.
    """
    keys = [item_key(app, reference), item_key(app, item_id(app, CHAT_MESSAGE, reference))]
    found = await context.store.get(keys)
    item: Item | None = next((each.data for each in found if each is not None), None)
    entry = new_entry(
        app,
        "feedback",
        "feedback",
        now,
        item_id=item["id"] if item is not None else "",
        user_id=author_of(item) if item is not None else "",
        reason=str(feedback.get("description", "")),
        custom=feedback,
    ).data
    entry["id"] = derived_id(
        "feedback", app, orjson.dumps(feedback, option=orjson.OPT_SORT_KEYS).decode()
    )
    try:
        await context.store.commit([Create(log_key(app, entry["id"]), entry)])
    except Conflict:
        # It was sent before.
        return
