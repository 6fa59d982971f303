"""Taking a report back: what its reporter says of content, until a moderator has decided on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from common.configuration.context import Context
from common.domain.errors import NotFound
from common.domain.flag import AUTOMOD, RECEIPT, RULE, Flag, flag_key, is_of_item
from common.domain.item import (
    Item,
    Withdrawn,
    is_decided,
    is_queued,
    item_id,
    item_key,
    leave_queue,
)
from common.domain.item_lists import complete
from common.domain.labels import flagging_engines
from common.domain.log import new_entry
from common.domain.recommendation import KEEP
from common.domain.reports import kept_name, round_of, take_back
from common.moderation.contention import ATTEMPTS, too_busy
from common.moderation.enforcement.triggering import WITHDRAWN
from common.moderation.reports.new_flags import report_id
from common.queue.messages import Trigger
from common.store.deciding import until_committed
from common.store.unit_of_work import UnitOfWork

_EDITS_LOOKED_AT = 100
_WITHDRAWN_KEPT = 100
_NOBODYS = (RULE, RECEIPT, AUTOMOD)
_REPORTER_TYPES = ("user", "moderator", "admin", "api_integration")


@dataclass(frozen=True, slots=True)
class Unflagged:
    """The item as it is then; `flag` is None where there was no report to take back."""

    item: Item
    flag: Flag | None


async def unflag(
    context: Context,
    app: str,
    entity_type: str,
    entity_id: str,
    reporter: str,
    now: int,
) -> Unflagged:
    """Of what the reporter has said of the entity, all that no moderator has decided on is no more.
    Where nothing else asks for a moderator, the item leaves the queue. Raises NotFound for an
    entity of which nothing is known.
    """
    configuration = await context.configurations.of(app)
    id = item_id(app, entity_type, entity_id)

    async def attempt() -> Unflagged:
        unit = UnitOfWork(context.store)
        item = await unit.get(item_key(app, id))
        if item is None:
            raise NotFound(f"nothing is known of {entity_id!r}", {"entity_id": "does not exist"})
        flags = await open_of(unit, app, item, reporter)
        if not flags:
            return Unflagged(item, None)
        withdraw(item, flags, await others_of(unit, app, item, flags), now)
        for flag in flags:
            unit.delete(flag_key(app, flag["id"]))
        categories = sorted({name for flag in flags for name in flag.get("categories", ())})
        unit.add(
            new_entry(
                app,
                "report",
                "unflag",
                now,
                about=item,
                user_id=item["creator_id"],
                by=reporter,
                reason=flags[0]["reason"],
                custom={"categories": categories},
                derived_from=("unflag", id, str(item["revision"])),
            )
        )
        unit.send(Trigger(app, id, configuration.version))
        await unit.commit()
        return Unflagged(item, flags[0])

    return await until_committed(attempt, ATTEMPTS, too_busy())


async def open_of(unit: UnitOfWork, app: str, item: Item, reporter: str) -> list[Flag]:
    """The reporter's flags that no decision has settled, the newest content's first. What somebody
    said before the last hundred edits stays.
    """
    edits = item.get("edits", 0)
    last = range(edits, max(-1, edits - _EDITS_LOOKED_AT), -1)
    ids, known = [report_id(item["id"], reporter, n) for n in last], complete(item.get("flag_ids"))
    if known is not None:
        ids = [id for id in ids if id in known]
    found = await _held(unit, app, ids)
    return [flag for flag in found if flag.get("round", 0) == round_of(item)]


async def _held(unit: UnitOfWork, app: str, ids: Sequence[str]) -> list[Flag]:
    keys = [flag_key(app, id) for id in ids]
    await unit.read(keys)
    found = map(unit.held, keys)
    return [flag for flag in found if flag is not None and is_of_item(flag)]


async def others_of(
    unit: UnitOfWork, app: str, item: Item, flags: Sequence[Flag]
) -> list[Flag] | None:
    """The item's other flags; None where there are too many for it to name them."""
    known, gone = complete(item.get("flag_ids")), {flag["id"] for flag in flags}
    if known is None:
        return None
    return await _held(unit, app, [id for id in known if id not in gone])


def withdraw(item: Item, flags: Sequence[Flag], others: Sequence[Flag] | None, now: int) -> None:
    """What the flags count for, and stand for, is taken from the item."""
    fields = cast("dict[str, Any]", item)
    for flag in flags:
        take_back(fields, flag.get("round", 0), flag.get("categories", ()))
        fields.pop(kept_name(flag.get("round", 0), flag["id"]), None)
    item["flags_count"] -= len(flags)
    item["revision"] += 1
    item["updated_at"] = item["pending_since"] = now
    item["pending"] = sorted({*item.get("pending", ()), WITHDRAWN})
    taken: list[Withdrawn] = [{"categories": flag.get("categories", [])} for flag in flags]
    item["withdrawn"] = [*item.get("withdrawn", ()), *taken][:_WITHDRAWN_KEPT]
    if others is None:
        # A reporter has no other flags of the kind; what else others say too is not known.
        _take_out(fields, {"reporters": _said(flags)["reporters"]})
        return
    item["flag_ids"] = [flag["id"] for flag in others]
    kept = _said(others)
    _take_out(fields, {name: said - kept[name] for name, said in _said(flags).items()})
    _unask(item, others, now)


def _take_out(fields: dict[str, Any], gone: Mapping[str, set[str]]) -> None:
    for name, values in gone.items():
        if not values.isdisjoint(fields.get(name, ())):
            fields[name] = [each for each in fields[name] if each not in values]


def _said(flags: Sequence[Flag]) -> dict[str, set[str]]:
    """What stands on an item for its flags, by the field's name. A flag of an earlier release may
    stand for any type of reporter.
    """
    return {
        "flag_types": {flag["type"] for flag in flags},
        "flag_labels": {label for flag in flags for label in flag["labels"]},
        "reporters": {flag["user_id"] for flag in flags},
        "report_reasons": {flag["reason"] for flag in flags},
        "reporter_types": {type for flag in flags for type in _reporter_types(flag)},
    }


def _reporter_types(flag: Flag) -> Sequence[str]:
    if "reporter_type" in flag:
        return (flag["reporter_type"],)
    return () if flag["type"] in _NOBODYS else _REPORTER_TYPES


def _unask(item: Item, others: Sequence[Flag], now: int) -> None:
    """Where nothing else asks for a moderator, none is asked any more."""
    if not is_queued(item) or item.get("escalated"):
        return
    if is_decided(item):
        at = item.get("decided_at", 0)
        is_asked = any(flag["created_at"] > at for flag in others)
        if "decided_by" in item and not is_asked:
            item.update({"reviewed_at": at, "reviewed_by": item["decided_by"]})
            item.update({"queue_reviewed": True, "queue_updated_at": now})
        return
    if others or flagging_engines(item.get("labels") or ()):
        return
    if item.pop("raised_by_report", False) and item["recommended_action"] == "flag":
        item["recommended_action"] = KEEP
    is_handled = "appeal_id" in item or "latest_moderator_action" in item
    if item["recommended_action"] == KEEP and not is_handled:
        leave_queue(item)
