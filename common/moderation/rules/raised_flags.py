"""Taking back a rule's flag, and with it the item's place in the queue and what counts by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from common.configuration.context import Context
from common.domain.flag import (
    AUTOMOD,
    FLAGS,
    RECEIPT,
    RULE,
    USER_REPORT,
    Flag,
    flag_key,
    is_of_item,
)
from common.domain.item import Item, QueueBefore, is_queued, item_key, leave_queue
from common.domain.item_lists import complete
from common.domain.labels import flagging_engines
from common.domain.recommendation import KEEP
from common.domain.undo import Refusal
from common.moderation.counters import add_counts, counting
from common.moderation.enforcement.kept_flags import keep_flags
from common.store.unit_of_work import UnitOfWork

_NOBODYS = (RULE, RECEIPT, AUTOMOD)


class RaisedFlags:
    """Those of one unit. An item is looked at again by `settle`, once all of its flags have gone
    that are to go.
    """

    def __init__(self, context: Context, app: str, unit: UnitOfWork, now: int) -> None:
        self._context = context
        self._app = app
        self._unit = unit
        self._now = now
        self._gone: dict[str, int] = {}
        self._touched: dict[str, tuple[int, QueueBefore | None]] = {}

    async def take_back(self, id: str, at: int, before: QueueBefore | None) -> Refusal | None:
        """`at` is when it was raised, `before` where the item stood then."""
        if id in self._gone:
            return None
        key = flag_key(self._app, id)
        flag = await self._unit.get(key)
        if flag is None:
            return "undone_already"
        item = await self._unit.get(item_key(self._app, flag["item_id"]))
        if item is None:
            return "gone"
        if item.get("decided_at", 0) > at or (item.get("reviewed_at") or 0) > at:
            return "decided_since"
        self._unit.delete(key)
        self._gone[id] = at
        item["flags_count"] = max(0, item["flags_count"] - 1)
        if (known := complete(item.get("flag_ids"))) is not None:
            item["flag_ids"] = [each for each in known if each != id]
        self._touched[item["id"]] = (at, before)
        return None

    async def settle(self) -> None:
        items: list[Item] = []
        unflagged: Counter[str] = Counter()
        for id, (at, before) in self._touched.items():
            item = await self._unit.have(item_key(self._app, id))
            others = await self._others(item)
            if others is not None:
                _say(item, others)
                unflagged.update(_unflag(item, others))
                _place(item, others, at, before)
            item["updated_at"] = self._now
            items.append(item)
        keep_flags(self._unit, self._app, items, self._now)
        counts = ((user, {"flagged_count": -number}) for user, number in unflagged.items())
        add_counts(self._unit, [counting(self._app, *each, self._now) for each in counts])
        self._touched = {}

    async def _others(self, item: Item) -> list[Flag] | None:
        """None where there are too many to tell."""
        ids = complete(item.get("flag_ids"))
        if ids is None:
            page = await self._context.store.query(
                FLAGS, app=self._app, equal={"item_id": item["id"]}, order="created_at", limit=100
            )
            if page.cursor is not None:
                return None
            own = (each.data for each in page.documents if is_of_item(each.data))
            ids = [flag["id"] for flag in own if flag["id"] not in self._gone]
        keys = [flag_key(self._app, id) for id in ids]
        await self._unit.read(keys)
        return [flag for flag in map(self._unit.held, keys) if flag is not None]


def _unflag(item: Item, others: Sequence[Flag]) -> list[str]:
    """What nothing flags has never been, for whoever it was counted for."""
    if others or flagging_engines(item.get("labels") or ()):
        return []
    item.pop("first_flagged_at", None)
    user = item.pop("flagged_for", "")
    return [user] if user else []


def _say(item: Item, others: Sequence[Flag]) -> None:
    """What the item says of its flags, where it does."""
    if "flag_types" in item:
        item["flag_types"] = sorted({flag["type"] for flag in others})
    is_machine = any(flag["type"] in _NOBODYS for flag in others)
    if "automod" in item.get("reporter_types", ()) and not is_machine:
        item["reporter_types"] = [each for each in item["reporter_types"] if each != "automod"]
    is_asked = others or flagging_engines(item.get("labels") or ())
    if not is_asked and item["recommended_action"] == "flag" and not item.get("labels"):
        item["recommended_action"] = item.get("policy_recommends", KEEP)
    judged = item.get("completed_at") or 0
    is_reported = any(f["type"] == USER_REPORT and f["updated_at"] > judged for f in others)
    if is_reported and item["recommended_action"] == KEEP:
        item["recommended_action"] = "flag"


def _place(item: Item, others: Sequence[Flag], at: int, before: QueueBefore | None) -> None:
    """Back where it stood, unless anything has asked for a moderator since."""
    if not is_queued(item) or item.get("escalated") or "appeal_id" in item:
        return
    engines = flagging_engines(item.get("labels") or ())
    is_newer = any(flag["updated_at"] >= at for flag in others)
    if is_newer or (engines and (item.get("completed_at") or 0) > at):
        return
    if before is not None and before["state"] == "reviewed":
        item["queue_reviewed"] = True
        item["reviewed_at"], item["reviewed_by"] = before["reviewed_at"], before["reviewed_by"]
        return
    is_asked = others or engines or item["recommended_action"] != KEEP
    if (before is not None and before["state"] == "out") or not is_asked:
        leave_queue(item)
