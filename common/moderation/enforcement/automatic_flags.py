"""The automatic flag: who has more than three contents that engines flagged is flagged as well."""

from __future__ import annotations

from collections.abc import Sequence

from common.domain.content import USER_ENTITY, is_user
from common.domain.flag import AUTOMOD, flag_key, new_flag
from common.domain.flagged_content import FlaggedContent, flagged_content_key
from common.domain.ids import derived_id
from common.domain.item import (
    Item,
    add_ids,
    enter_queue,
    is_first_flag,
    item_id,
    item_key,
    new_item,
)
from common.domain.log import new_entry
from common.domain.recommendation import KEEP
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
) -> ItemChange:
    id = item_id(app, USER_ENTITY, user)
    key = item_key(app, id)
    item = await unit.get(key) or unit.create(key, new_item(app, USER_ENTITY, user, user, now))
    is_first = is_first_flag(item)
    flag = new_flag(derived_id("flag", id, AUTOMOD), id, AUTOMOD, now)
    flag["reason"] = f"engines flagged more than {MOST_FLAGGED} of the user's contents"
    flag["custom"] = {"items": list(items)}
    unit.create(flag_key(app, flag["id"]), flag)
    entry = new_entry(
        app,
        "flag",
        "flag",
        now,
        item_id=id,
        user_id=user,
        reason=flag["reason"],
        custom={"flag_type": AUTOMOD},
        derived_from=("log", "flag", id, AUTOMOD),
    )
    unit.add(entry)
    enter_queue(item, now)
    item["flags_count"] += 1
    item["flag_types"] = sorted({*item.get("flag_types", ()), AUTOMOD})
    item["reporter_types"] = sorted({*item.get("reporter_types", ()), AUTOMOD})
    item["updated_at"] = now
    if item["recommended_action"] == KEEP:
        item["recommended_action"] = "flag"
    if is_first:
        item["first_flagged_at"] = now
    add_ids(item, [flag["id"]], [entry.data["id"]])
    return ItemChange(AUTOMOD, item, flags=[flag], is_first=is_first)
