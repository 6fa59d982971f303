"""Flagging a user on their own item, which is made if need be."""

from __future__ import annotations

from typing import Any

from common.domain.content import USER_ENTITY
from common.domain.flag import Flag, flag_key, name_entity
from common.domain.item import enter_queue, is_first_flag, item_id, item_key, new_item
from common.domain.item_lists import add_ids
from common.domain.log import new_entry
from common.domain.recommendation import KEEP
from common.moderation.webhooks.events import ItemChange
from common.store.unit_of_work import UnitOfWork


def user_item_id(app: str, user: str) -> str:
    return item_id(app, USER_ENTITY, user)


async def flag_user(
    unit: UnitOfWork, app: str, user: str, flag: Flag, now: int, **custom: Any
) -> ItemChange | None:
    """None where there is this very flag already. `custom` is for the log."""
    if await unit.get(flag_key(app, flag["id"])) is not None:
        return None
    id = flag["item_id"] = user_item_id(app, user)
    key = item_key(app, id)
    item = await unit.get(key) or unit.create(key, new_item(app, USER_ENTITY, user, user, now))
    is_first, type = is_first_flag(item), flag["type"]
    name_entity(flag, item)
    unit.create(flag_key(app, flag["id"]), flag)
    entry = new_entry(
        app,
        "flag",
        "flag",
        now,
        about=item,
        user_id=user,
        reason=flag["reason"],
        custom={"flag_type": type, **custom},
        derived_from=("log", "flag", id, flag["id"]),
    )
    unit.add(entry)
    enter_queue(item, now)
    item["flags_count"] += 1
    item["flag_types"] = sorted({*item.get("flag_types", ()), type})
    item["reporter_types"] = sorted({*item.get("reporter_types", ()), "automod"})
    item["updated_at"] = now
    if item["recommended_action"] == KEEP:
        item["recommended_action"] = "flag"
    if is_first:
        item["first_flagged_at"] = now
    add_ids(item, [flag["id"]], [entry.data["id"]])
    return ItemChange(flag["id"], item, flags=[flag], is_first=is_first)
