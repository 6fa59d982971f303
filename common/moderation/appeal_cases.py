"""Appeals with what stands around them, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from common.configuration.context import Context
from common.domain.appeal import Appeal
from common.domain.appeal_case import AppealCase
from common.domain.delivery import Delivery, delivery_key
from common.domain.item import Item, item_key
from common.domain.log import LogEntry, log_key
from common.domain.user import user_key
from common.moderation.review_items import review_items
from common.store.store import Key


async def cases(context: Context, app: str, appeals: Sequence[Appeal]) -> list[AppealCase]:
    keys = list(dict.fromkeys(key for appeal in appeals for key in _keys(app, appeal)))
    found = await context.store.get(keys) if keys else []
    known: dict[Key[Any], Any] = {each.key: each.data for each in found if each is not None}
    items = [data for key, data in known.items() if key.collection == "item"]
    shown = await review_items(context, app, items)
    by_id = {each.item["id"]: each for each in shown}
    return [
        AppealCase(
            appeal,
            known.get(user_key(app, appeal["user_id"])),
            by_id.get(appeal.get("item_id", "")),
            known.get(log_key(app, appeal["original_id"])),
            known.get(log_key(app, appeal.get("decision_id", ""))),
            [known[key] for key in _reversal(app, appeal) if key in known],
        )
        for appeal in appeals
    ]


async def case_of(
    context: Context, app: str, appeal: Appeal, item: Item | None, decision: LogEntry | None
) -> AppealCase:
    """Of an appeal, an item and the entry about a decision that are not stored yet."""
    (case,) = await cases(context, app, [appeal])
    if item is not None:
        case = replace(case, review_item=(await review_items(context, app, [item]))[0])
    return replace(case, decision=decision) if decision is not None else case


def _keys(app: str, appeal: Appeal) -> list[Key[Any]]:
    keys: list[Key[Any]] = [user_key(app, appeal["user_id"])]
    if "item_id" in appeal:
        keys.append(item_key(app, appeal["item_id"]))
    entries = (appeal["original_id"], appeal.get("decision_id", ""))
    return [*keys, *(log_key(app, id) for id in entries if id), *_reversal(app, appeal)]


def _reversal(app: str, appeal: Appeal) -> list[Key[Delivery]]:
    return [delivery_key(app, id) for id in appeal.get("reversal", ())]
