"""Whether what takes back a decision has arrived at the app's server, and telling of it once."""

from __future__ import annotations

from common.configuration.context import Context
from common.delivery.outbox import Outbox
from common.delivery.turns import is_its_turn
from common.domain.appeal import Appeal, appeal_key
from common.domain.delivery import Delivery, delivery_key
from common.domain.item import item_key
from common.domain.log import new_entry
from common.domain.reversal import have_arrived
from common.domain.times import HOUR, SECOND
from common.domain.webhook import EventType
from common.moderation.contention import ATTEMPTS, too_busy
from common.moderation.webhooks.appeal_events import tell_of_appeal
from common.moderation.webhooks.events import WebhookEvents
from common.queue.messages import DueReversal
from common.store.deciding import until_committed
from common.store.unit_of_work import UnitOfWork

_LONGEST = HOUR


async def look(context: Context, message: DueReversal, now: int) -> None:
    """Tells of what has arrived, and comes back for what has not, each time after as long again:
    what failed may be sent again by a person.
    """
    app, key = message.app, appeal_key(message.app, message.appeal)

    async def attempt() -> None:
        unit = UnitOfWork(context.store)
        appeal = await unit.get(key)
        if appeal is None or not is_its_turn(appeal.get("due_at"), message.at, now):
            return
        appeal.pop("due_at", None)
        appeal.pop("swept", None)
        deliveries = await kept(unit, app, appeal)
        if have_arrived(appeal, deliveries):
            await _tell(context, unit, app, appeal, now)
        elif deliveries:
            wait = min(_LONGEST, max(SECOND, now - appeal["updated_at"]))
            appeal["due_at"] = now + wait
            unit.send(DueReversal(app, appeal["id"], appeal["due_at"]), wait / SECOND)
        await unit.commit()

    await until_committed(attempt, ATTEMPTS, too_busy())


async def kept(unit: UnitOfWork, app: str, appeal: Appeal) -> list[Delivery]:
    keys = [delivery_key(app, id) for id in appeal.get("reversal", ())]
    await unit.read(keys)
    return [each for each in map(unit.held, keys) if each is not None]


async def _tell(context: Context, unit: UnitOfWork, app: str, appeal: Appeal, now: int) -> None:
    appeal["arrived_at"] = now
    unit.add(
        new_entry(
            app,
            "appeal",
            "appeal_reversal_delivered",
            now,
            item_id=appeal.get("item_id", ""),
            user_id=appeal["user_id"],
            custom={"appeal_id": appeal["id"], "deliveries": appeal.get("reversal", [])},
            derived_from=("reversed", appeal["id"]),
        )
    )
    configuration = await context.configurations.of(app)
    events = WebhookEvents(context, configuration, Outbox(unit, app, now), now)
    item = await unit.get(item_key(app, appeal["item_id"])) if "item_id" in appeal else None
    await tell_of_appeal(context, app, events, appeal, item, type=EventType.APPEAL_REVERSED)
