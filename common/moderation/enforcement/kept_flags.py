"""What is kept of flags beside the flags: engines' for queries, and how many there are by creator.

Both are brought up to date whenever an item is evaluated, in the same commit. Whatever changes an
item's flags has it evaluated, but for a receipt, whose flag counts from the next evaluation on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from common.domain.flag import Flag, flag_key, name_entity, new_flag
from common.domain.flag_count import TOTAL, flag_count_key, type_field
from common.domain.ids import derived_id
from common.domain.item import Item, KeptFlag, flags_count
from common.domain.labels import flagging_engines
from common.store.store import Delete, Put, Update
from common.store.unit_of_work import UnitOfWork


def keep_flags(unit: UnitOfWork, app: str, items: Iterable[Item], now: int) -> None:
    """Items are changed in place."""
    changes: Counter[tuple[str, str]] = Counter()
    for item in items:
        _keep_engines(unit, app, item, now)
        _count(item, changes)
    by_creator: dict[str, dict[str, int]] = {}
    for (creator, name), change in changes.items():
        if change:
            by_creator.setdefault(creator, {})[name] = change
    for creator, increments in by_creator.items():
        unit.add(Update(flag_count_key(app, creator), increment=increments, upsert=True))


def _keep_engines(unit: UnitOfWork, app: str, item: Item, now: int) -> None:
    known, wanted = item.get("engine_flags", {}), _engine_flags(item)
    if {name: each["labels"] for name, each in known.items()} == wanted:
        return
    kept: dict[str, KeptFlag] = {}
    for engine, labels in wanted.items():
        before = known.get(engine)
        kept[engine] = {"at": before["at"] if before else now, "labels": labels}
        if before is None or before["labels"] != labels:
            flag = _flag(item, engine, kept[engine], now)
            unit.add(Put(flag_key(app, flag["id"]), flag))
    unit.add(*(Delete(flag_key(app, _id(item, name))) for name in known if name not in wanted))
    item["engine_flags"] = kept


def _engine_flags(item: Item) -> dict[str, list[str]]:
    labels = item.get("labels") or ()
    found: dict[str, list[str]] = {engine: [] for engine in flagging_engines(labels)}
    for label in labels:
        if label["engine"] in found and label["name"] not in found[label["engine"]]:
            found[label["engine"]].append(label["name"])
    return found


def _flag(item: Item, engine: str, kept: KeptFlag, now: int) -> Flag:
    flag = new_flag(_id(item, engine), item["id"], engine, kept["at"])
    name_entity(flag, item)
    flag["labels"], flag["updated_at"], flag["is_engine"] = kept["labels"], now, True
    return flag


def _id(item: Item, engine: str) -> str:
    return derived_id("engine's flag", item["id"], engine)


def _count(item: Item, changes: Counter[tuple[str, str]]) -> None:
    creator, total = item["creator_id"], flags_count(item)
    before, known = item.get("flags_counted_for", ""), item.get("flags_counted", 0)
    if (creator, total) == (before, known) or not (creator or before):
        return
    for user, change in ((before, -known), (creator, total)):
        if user:
            changes[user, TOTAL] += change
            changes[user, type_field(item["entity_type"])] += change
    item["flags_counted"], item["flags_counted_for"] = total if creator else 0, creator
