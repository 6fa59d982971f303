"""Flags by people: what a user, a moderator or the customer's own model says, kept once each."""

from __future__ import annotations

from dataclasses import replace

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.configuration.user_lists import is_trusted_flagger
from common.delivery.outbox import Outbox
from common.domain.flag import USER_REPORT, flag_key
from common.domain.item import Item, item_id, item_key
from common.domain.member import Member
from common.domain.user import MODERATOR_ROLES, user_key
from common.moderation.contention import ATTEMPTS, too_busy
from common.moderation.reports.flag_options import FlagOptions
from common.moderation.reports.flagging import Flagging
from common.moderation.reports.misuse import check_may_report
from common.moderation.reports.new_flags import NewFlag, flag_id
from common.moderation.webhooks.events import WebhookEvents
from common.queue.messages import Trigger
from common.store.deciding import until_committed
from common.store.unit_of_work import UnitOfWork


async def flag(
    context: Context, app: str, new_flags: list[NewFlag], now: int, *, named: str = "user_id"
) -> Item:
    """Records flags on one entity and returns its item, made if need be.

    What one reporter says of the same content counts once, in the words and categories that they
    used last; of content that was edited since it counts again. A reporter without a name cannot be
    told from another, so each of those counts. Raises NotAllowed for one whose reports are
    suspended, whom the request has as `named`.
    """
    reporting = (each for each in new_flags if each.type == USER_REPORT and not each.is_decision)
    await check_may_report(context, app, (each.reporter_id for each in reporting), named, now)
    configuration = await context.configurations.of(app)
    new_flags = [_as_known(configuration, each) for each in new_flags]
    id = item_id(app, new_flags[0].entity_type, new_flags[0].entity_id)
    trigger = Trigger(app, id, configuration.version)

    async def attempt() -> Item:
        flagging = await _read(context, app, id, new_flags, now)
        if flagging.is_news:
            unit = UnitOfWork(context.store)
            unit.add(*flagging.writes)
            if flagging.is_pending:
                unit.send(trigger)
            events = WebhookEvents(context, configuration, Outbox(unit, app, now), now)
            await events.of_change(flagging.change)
            await unit.commit()
        elif "pending_since" in flagging.after:
            await context.queue.publish(trigger)
        return flagging.after

    return await until_committed(attempt, ATTEMPTS, too_busy())


def new_flag_of(
    options: FlagOptions, reporter: str, reporter_type: str, *, is_decision: bool = False
) -> NewFlag:
    """The reason counts as a report category where the app has one of that key."""
    return NewFlag(
        options.entity_type,
        options.entity_id,
        reporter,
        creator_id=options.entity_creator_id or "",
        reason=options.reason or "",
        categories=(options.reason,) if options.reason else (),
        reporter_type=reporter_type,
        custom=options.custom or {},
        payload=options.payload(),
        is_decision=is_decision,
    )


async def reporter_type(
    context: Context, app: str, user_id: str, member: Member | None = None
) -> str:
    if member is not None:
        return "moderator"
    (user,) = await context.store.get([user_key(app, user_id)])
    role = user.data.get("role", "") if user else ""
    return role.removeprefix("global_") if role in MODERATOR_ROLES else "user"


def _as_known(configuration: Configuration, new: NewFlag) -> NewFlag:
    """Free reasons are not counted one by one: their number has no bound."""
    known = configuration.report_categories
    counted = tuple(name for name in new.categories if name in known)
    is_trusted = is_trusted_flagger(configuration, new.reporter_id)
    return replace(new, categories=counted, is_trusted=is_trusted)


async def _read(
    context: Context, app: str, id: str, new_flags: list[NewFlag], now: int
) -> Flagging:
    (known,) = await context.store.get([item_key(app, id)])
    before = known.data if known else None
    by_id = {flag_id(id, before, new, now): new for new in new_flags}
    present = await context.store.get([flag_key(app, each) for each in by_id])
    return Flagging(app, known, by_id, present, now)
