"""Strikes as moderators give, look at and take them back."""

from __future__ import annotations

from dataclasses import dataclass

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.delivery.outbox import Outbox
from common.domain.errors import Invalid, NotFound
from common.domain.settings import are_statements_made
from common.domain.strikes import (
    Strike,
    StrikePolicy,
    UserStrikes,
    standing_strikes,
    strike_id,
    strikes_key,
)
from common.domain.times import DAY
from common.moderation.contention import ATTEMPTS, too_busy
from common.moderation.counters import add_counts, count_flagged
from common.moderation.enforcement.clearing import clear
from common.moderation.enforcement.kept_flags import keep_flags
from common.moderation.enforcement.ladders import Climbed, Struck
from common.moderation.enforcement.stated import Sent
from common.moderation.enforcement.stated_by_people import state_climbed
from common.moderation.enforcement.strikes import strike_user
from common.moderation.statements.stating import Stating
from common.moderation.users.known import known_users
from common.moderation.users.standing import expect, expected
from common.moderation.webhooks.events import WebhookEvents
from common.store.deciding import until_committed
from common.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class NewStrike:
    """A second one of the same `name` changes nothing; without, each is another one."""

    policy: str
    weight: int
    reason: str
    by: str
    name: str


async def give(context: Context, app: str, user: str, new: NewStrike, now: int) -> UserStrikes:
    """Raises Invalid for a policy that does not exist, NotFound for a user of whom nothing is
    known.
    """
    await known_users(context, app, [user], "id")
    configuration = await context.configurations.fresh(app)
    policy = _policy(configuration, new.policy)
    strike: Strike = {
        "id": strike_id(policy["id"], "by hand", user, new.name),
        "policy": policy["id"],
        "weight": new.weight,
        "at": now,
        "expires_at": now + policy["expires_after"] * DAY,
        "reason": new.reason,
        "by": new.by,
    }

    async def attempt() -> UserStrikes:
        unit, climbed = UnitOfWork(context.store), Climbed()
        await strike_user(unit, configuration, policy, Struck(user), strike, climbed, now)
        await _send(context, unit, configuration, climbed, now)
        known = await unit.get(strikes_key(app, user))
        await unit.commit()
        assert known is not None
        return known

    return await until_committed(attempt, ATTEMPTS, too_busy())


async def get(context: Context, app: str, user: str, now: int) -> list[Strike]:
    """Those that count. Raises NotFound for a user of whom nothing is known."""
    (found,) = await context.store.get([strikes_key(app, user)])
    if found is None:
        await known_users(context, app, [user], "id")
    return standing_strikes(found.data if found is not None else None, now)


async def take_back(
    context: Context, app: str, user: str, strike: str, by: str, reason: str, now: int
) -> list[Strike]:
    """Those that are left. Raises NotFound where no such strike counts."""

    async def attempt() -> list[Strike]:
        unit = UnitOfWork(context.store)
        gone = await clear(
            unit, app, user, lambda each: each["id"] == strike, now, by=by, reason=reason
        )
        if not gone:
            raise NotFound(f"{user!r} has no strike {strike!r}", {"strike": "does not exist"})
        left = standing_strikes(await unit.get(strikes_key(app, user)), now)
        await unit.commit()
        return left

    return await until_committed(attempt, ATTEMPTS, too_busy())


def _policy(configuration: Configuration, id: str) -> StrikePolicy:
    policy = configuration.strike_policies.get(id)
    if policy is None:
        raise Invalid.field("policy", f"names the strike policy {id!r}, which does not exist")
    return policy


async def _send(
    context: Context, unit: UnitOfWork, configuration: Configuration, climbed: Climbed, now: int
) -> None:
    app = configuration.app
    flagged = [change.item for change in climbed.flagged]
    add_counts(unit, count_flagged(app, flagged, now))
    keep_flags(unit, app, flagged, now)
    outbox = Outbox(unit, app, now)
    sent = Sent([(order, await outbox.add(order)) for order in climbed.orders])
    events = WebhookEvents(context, configuration, outbox, now)
    for change in climbed.flagged:
        await events.of_change(change)
    for ban in climbed.bans:
        await expect(context, app, expected(ban.user["bans"][-1]))
        await events.of_ban(ban.user, ban.entry)
    if are_statements_made(configuration.settings):
        stating = Stating(context, unit, configuration, now)
        await state_climbed(stating, climbed, sent)
        await stating.tell(events.announcer)
