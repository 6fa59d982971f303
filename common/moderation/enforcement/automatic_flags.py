"""The automatic flag: who has more than three contents that engines flagged is flagged as well."""

from __future__ import annotations

from collections.abc import Sequence

from common.domain.content import is_user
from common.domain.flag import AUTOMOD, new_flag
from common.domain.flagged_content import FlaggedContent, flagged_content_key
from common.domain.ids import derived_id
from common.domain.item import Item
from common.moderation.enforcement.user_flags import flag_user, user_item_id
from common.moderation.webhooks.events import ItemChange
from common.store.unit_of_work import UnitOfWork

MOST_FLAGGED = 3


async def note_flagged_content(
    unit: UnitOfWork, app: str, item: Item, engines: Sequence[str], now: int
) -> ItemChange | None:
    """Counts the item for its creator where engines flagged it, each item once. The change of the
    user's own item where that is one too many; it happens once to a user.
    """
    creator = item["creator_id"]
    if not engines or not creator or is_user(item["entity_type"]):
        return None
    key = flagged_content_key(app, creator)
    known = await unit.get(key)
    if known is None:
        first: FlaggedContent = {"items": []}
        known = unit.create(key, first)
    if item["id"] in known["items"] or len(known["items"]) > MOST_FLAGGED:
        return None
    known["items"] = [*known["items"], item["id"]]
    if len(known["items"]) <= MOST_FLAGGED:
        return None
    return await _flag(unit, app, creator, known["items"], now)


async def _flag(
    unit: UnitOfWork, app: str, user: str, items: Sequence[str], now: int
) -> ItemChange | None:
    flag = new_flag(derived_id("flag", user_item_id(app, user), AUTOMOD), "", AUTOMOD, now)
    flag["reason"] = f"engines flagged more than {MOST_FLAGGED} of the user's contents"
    flag["custom"] = {"items": list(items)}
    return await flag_user(unit, app, user, flag, now)
