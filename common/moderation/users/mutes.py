"""Muting others, and taking it back: of whom one's own app shows one nothing any more."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import orjson

from common.configuration.context import Context
from common.delivery.outbox import Outbox
from common.domain.errors import Invalid
from common.domain.ids import derived_id
from common.domain.mute import Mute, Mutes, mutes_key, standing_mutes
from common.domain.times import MINUTE
from common.moderation.contention import ATTEMPTS, too_busy
from common.moderation.users.known import unknown
from common.moderation.webhooks.events import WebhookEvents
from common.store.deciding import until_committed
from common.store.unit_of_work import UnitOfWork

MOST_MUTES = 2_000
_MOST_BYTES = 300_000
"""Of all mutes of a user, which are one document."""


@dataclass(frozen=True, slots=True)
class Muted:
    """`own` has all that stand by then, `unknown` has those targets of whom Gavel knows nothing."""

    own: dict[str, Mute]
    unknown: Collection[str]


async def mute(
    context: Context, app: str, user_id: str, targets: Sequence[str], minutes: int | None, now: int
) -> Muted:
    """Whoever was ever made known, or posted, is known. A mute that stands is renewed."""
    if user_id in targets:
        raise Invalid.field("target_ids", "names who mutes")
    missing = set(await unknown(context, app, targets))
    known = [id for id in targets if id not in missing]
    expires = now + minutes * MINUTE if minutes else None

    async def attempt() -> dict[str, Mute]:
        unit = UnitOfWork(context.store)
        key = mutes_key(app, user_id)
        mutes = await unit.get(key)
        standing = standing_mutes(mutes, now)
        for id in known:
            since = standing[id]["created_at"] if id in standing else now
            standing[id] = {"created_at": since, "updated_at": now, "expires": expires}
        if len(standing) > MOST_MUTES or len(orjson.dumps(standing)) > _MOST_BYTES:
            raise Invalid.field("target_ids", f"would be more than {MOST_MUTES} mutes of a user")
        if mutes is None:
            made: Mutes = {"muted": {}}
            mutes = unit.create(key, made)
        mutes["muted"] = standing
        if known:
            events = await _events(context, unit, app, now)
            await events.of_mute(user_id, known, derived_id("mute", user_id, str(now), *known))
            await unit.commit()
        return standing

    return Muted(await until_committed(attempt, ATTEMPTS, too_busy()), missing)


async def unmute(
    context: Context, app: str, user_id: str, targets: Sequence[str], now: int
) -> list[str]:
    """Those targets of whom Gavel knows nothing. Nobody is told of what was muted by nobody."""

    async def attempt() -> list[str]:
        unit = UnitOfWork(context.store)
        mutes = await unit.get(mutes_key(app, user_id))
        standing = standing_mutes(mutes, now)
        ended = [id for id in targets if id in standing]
        if mutes is not None and ended:
            mutes["muted"] = {id: each for id, each in standing.items() if id not in ended}
            events = await _events(context, unit, app, now)
            await events.of_unmute(user_id, ended, derived_id("unmute", user_id, str(now), *ended))
            await unit.commit()
        return ended

    ended = await until_committed(attempt, ATTEMPTS, too_busy())
    return await unknown(context, app, [id for id in targets if id not in ended])


async def _events(context: Context, unit: UnitOfWork, app: str, now: int) -> WebhookEvents:
    configuration = await context.configurations.of(app)
    return WebhookEvents(context, configuration, Outbox(unit, app, now), now)
