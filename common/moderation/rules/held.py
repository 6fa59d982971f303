"""Enforcements that wait for a person: looked through, released, dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.delivery.outbox import Outbox
from common.domain.enforcement import (
    HELD_ENFORCEMENTS,
    HeldBan,
    HeldEnforcement,
    HeldStatus,
    Source,
    held_key,
)
from common.domain.errors import Invalid, NotAllowed, NotFound
from common.domain.item import Item, item_key
from common.domain.log import new_entry
from common.domain.rule_version import rule_version_key
from common.domain.second_person import action_takes_two, machines_wait
from common.domain.settings import are_statements_made
from common.moderation.contention import ATTEMPTS, too_busy
from common.moderation.enforcement.automatic_bans import Asked
from common.moderation.enforcement.holding import naming, order_of
from common.moderation.enforcement.stated import Sent
from common.moderation.enforcement.stated_by_people import state_released
from common.moderation.enforcement.user_effects import RuleBan, ban_by_rule
from common.moderation.statements.stating import Stating
from common.moderation.users.banning import NewBan
from common.moderation.users.standing import expect, expected
from common.moderation.webhooks.events import WebhookEvents
from common.store.deciding import until_committed
from common.store.store import Page
from common.store.unit_of_work import UnitOfWork

Verdict = Literal["release", "drop"]
_DECIDED = "a moderator has decided on the item since"
_NOT_BANNED = "the user cannot be banned so any more, as a ban stands or was lifted since"
_GONE = "the item is gone"


@dataclass(frozen=True, slots=True)
class Settled:
    """By whom, empty where nobody is named, and why."""

    verdict: Verdict
    by: str
    reason: str


async def query(
    context: Context,
    app: str,
    status: HeldStatus,
    rule_id: str | None,
    limit: int,
    cursor: str | None,
) -> Page[HeldEnforcement]:
    """The newest first; of engines, where `rule_id` is empty."""
    equal = {"status": status, **({"rule_id": rule_id} if rule_id is not None else {})}
    return await context.store.query(
        HELD_ENFORCEMENTS,
        app=app,
        equal=equal,
        order="at",
        descending=True,
        limit=limit,
        cursor=cursor,
    )


async def get(context: Context, app: str, id: str) -> HeldEnforcement:
    (found,) = await context.store.get([held_key(app, id)])
    if found is None:
        raise missing(id)
    return found.data


async def check(context: Context, app: str, ids: Sequence[str], settled: Settled) -> None:
    """Raises Invalid for one that does not exist, and as `settle` does."""
    found = await context.store.get([held_key(app, id) for id in ids])
    for id, document in zip(ids, found, strict=True):
        if document is None:
            raise Invalid.field("ids", f"names {id!r}, which is no enforcement that was held")
        if document.data["status"] == "held":
            await _check_second(context, UnitOfWork(context.store), app, document.data, settled)


async def settle(
    context: Context, app: str, id: str, settled: Settled, now: int
) -> HeldEnforcement:
    """What is settled already stays as it is. What a moderator's decision since speaks against is
    dropped, whatever was asked. Raises Invalid or NotAllowed for who may not release it.
    """

    async def attempt() -> HeldEnforcement:
        unit = UnitOfWork(context.store)
        held = await unit.get(held_key(app, id))
        if held is None:
            raise missing(id)
        if held["status"] == "held":
            await _check_second(context, unit, app, held, settled)
            await _settle(context, unit, app, held, settled, now)
            await unit.commit()
        return held

    return await until_committed(attempt, ATTEMPTS, too_busy())


async def drop_in(
    unit: UnitOfWork, app: str, held: HeldEnforcement, settled: Settled, now: int
) -> None:
    """In the unit of who drops it."""
    await _record(unit, app, held, "dropped", settled, "", now)


async def _check_second(
    context: Context, unit: UnitOfWork, app: str, held: HeldEnforcement, settled: Settled
) -> None:
    """What takes two is released by somebody in person, other than who put the rule into effect."""
    configuration = await context.configurations.of(app)
    if settled.verdict == "drop" or not _takes_two(held, configuration):
        return
    if not settled.by:
        raise Invalid.field("user_id", "is required to release what takes a second person")
    version = await unit.get(rule_version_key(app, held["rule_id"], held["rule_version"]))
    if version is not None and version["by"] == settled.by:
        raise NotAllowed(
            f"{held['action']} takes a second person, and {settled.by!r} put the rule into effect",
            {"user_id": "is who put the rule into effect"},
        )


def _takes_two(held: HeldEnforcement, configuration: Configuration) -> bool:
    actions, settings = configuration.actions, configuration.settings
    if "ban" in held:
        is_so = machines_wait("ban", actions.values(), settings)
    else:
        is_so = held["action"] in actions and action_takes_two(actions[held["action"]], settings)
    return is_so or held["cap"] == "second_person"


async def _settle(
    context: Context, unit: UnitOfWork, app: str, held: HeldEnforcement, settled: Settled, now: int
) -> None:
    if settled.verdict == "drop":
        await drop_in(unit, app, held, settled, now)
        return
    item = await unit.get(item_key(app, held["item_id"]))
    problem = _problem(item, held)
    ban: RuleBan | None = None
    if item is not None and not problem and "ban" in held:
        ban = await _ban(unit, app, item, held["ban"], now)
        problem = "" if ban is not None else _NOT_BANNED
    status: HeldStatus = "dropped" if problem else "released"
    await _record(unit, app, held, status, settled, problem, now)
    if problem:
        return
    outbox = Outbox(unit, app, now)
    sent = Sent([(order, await outbox.add(order)) for order in map(order_of, held["orders"])])
    configuration = await context.configurations.of(app)
    events = WebhookEvents(context, configuration, outbox, now)
    if ban is not None:
        await _tell(context, app, events, ban)
    if are_statements_made(configuration.settings):
        stating = Stating(context, unit, configuration, now)
        await state_released(stating, configuration, held, item, ban, sent)
        await stating.tell(events.announcer)


def _problem(item: Item | None, held: HeldEnforcement) -> str:
    if item is None:
        return _GONE
    return _DECIDED if item.get("decided_at", 0) > held["at"] else ""


async def _ban(unit: UnitOfWork, app: str, item: Item, kept: HeldBan, now: int) -> RuleBan | None:
    asked = Asked(
        NewBan(**kept["new"]),
        kept["since"],
        kept["reason"],
        kept["custom"],
        tuple(kept["derived_from"]),
    )
    return await ban_by_rule(unit, app, item, asked, kept["delete_messages"], now)


async def _tell(context: Context, app: str, events: WebhookEvents, ban: RuleBan) -> None:
    await expect(context, app, expected(ban.user["bans"][-1]))
    await events.of_ban(ban.user, ban.entry)
    if mode := ban.deletes:
        await events.of_messages_deleted(ban.user, "", ban.entry, is_hard=mode == "hard")


async def _record(
    unit: UnitOfWork,
    app: str,
    held: HeldEnforcement,
    status: HeldStatus,
    settled: Settled,
    problem: str,
    now: int,
) -> None:
    by, reason = settled.by, settled.reason
    held.update({"status": status, "decided_at": now, "decided_by": by, "reason": reason})
    if problem:
        held["refused"] = problem
    unit.add(
        new_entry(
            app,
            "rule",
            status,
            now,
            about=await unit.get(item_key(app, held["item_id"])),
            user_id=held["user_id"],
            by=by,
            reason=problem or reason or held["rule_name"],
            custom={
                "enforcement_id": held["id"],
                **naming(source_of(held)),
                "action": held["action"],
            },
            derived_from=("held enforcement", held["id"], status),
        )
    )


def source_of(held: HeldEnforcement) -> Source:
    rule, engine = held["rule_id"], held.get("engine", "")
    return Source(rule, held["rule_name"], held["rule_version"], engine)


def missing(id: str) -> NotFound:
    return NotFound(f"there is no held enforcement {id!r}", {"id": "does not exist"})
