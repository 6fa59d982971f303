"""Bans that end by themselves: everybody who reads one sees by its time that it has, and the sweep
has it told and put away.
"""

from __future__ import annotations

from common.configuration.context import Context
from common.delivery.outbox import Outbox
from common.domain.ban import BANS, Ban
from common.domain.log import new_entry
from common.domain.user import BanRecord, User, user_key
from common.moderation.contention import ATTEMPTS
from common.moderation.users.addresses import release_address
from common.moderation.webhooks.events import WebhookEvents
from common.queue.messages import ExpiredBan
from common.store.deciding import until_committed
from common.store.store import Conflict, Key
from common.store.unit_of_work import UnitOfWork


async def expire(context: Context, message: ExpiredBan, now: int) -> None:
    """A ban that was lifted or renewed meanwhile, or was told of, changes nothing."""
    app = message.app
    key: Key[Ban] = Key(app, BANS, message.ban)

    async def attempt() -> None:
        unit = UnitOfWork(context.store)
        ban = await unit.get(key)
        if ban is None or "ends_at" not in ban or ban["expires"] is None or ban["expires"] > now:
            return
        for name in ("ends_at", "standing_at", "swept"):
            ban.pop(name, None)  # type: ignore[misc]
        user = await unit.get(user_key(app, ban["user_id"]))
        record = _record_of(user, ban)
        if user is not None and record is not None:
            await _end(context, unit, app, user, record, now)
        await unit.commit()

    await until_committed(attempt, ATTEMPTS, Conflict(key))


def _record_of(user: User | None, ban: Ban) -> BanRecord | None:
    kind = (ban.get("channel_cid", ""), ban["shadow"], ban["created_at"])
    bans = user.get("bans", ()) if user is not None else ()
    return next((each for each in bans if _kind(each) == kind), None)


def _kind(record: BanRecord) -> tuple[str, bool, int]:
    return record.get("channel_cid", ""), record["shadow"], record["created_at"]


async def _end(
    context: Context, unit: UnitOfWork, app: str, user: User, record: BanRecord, now: int
) -> None:
    channel = record.get("channel_cid", "")
    if not channel and record["shadow"]:
        user["shadow_banned"] = False
    elif not channel:
        user["banned"] = False
    if "address" in record:
        await release_address(unit, app, user["id"], record)
    about = {"channel_cid": channel} if channel else {}
    entry = new_entry(
        app,
        "action",
        "unban",
        now,
        user_id=user["id"],
        reason="the ban has expired",
        custom={**about, "shadow": record["shadow"], "expired": True},
        derived_from=("log", "expired ban", user["id"], channel, str(_kind(record))),
    )
    unit.add(entry)
    configuration = await context.configurations.of(app)
    events = WebhookEvents(context, configuration, Outbox(unit, app, now), now)
    await events.of_unban(user, channel, entry.data)
