"""One page of a redelivery, as one commit."""

from __future__ import annotations

from dataclasses import replace

from common.configuration.context import Context
from common.delivery import endpoint_health, ordering, turns
from common.delivery.log_entries import closing_entry
from common.delivery.management import is_outdated, reopen
from common.delivery.outbox import Order, action_order, new_delivery
from common.domain.delivery import Delivery, Why, begin_schedule, delivery_key, is_open
from common.domain.ids import derived_id
from common.domain.redelivery import Redelivery
from common.domain.times import SECOND
from common.queue.messages import DueRedelivery
from common.store.store import Document, Page
from common.store.unit_of_work import UnitOfWork

# Each delivery takes up to three of the hundred writes of a commit.
PAGE = 25
DROPPED_PAGE = 12
DROPPED = "dropped when the paused action was resumed"
OUTDATED = "a later order about the same subject undid it"
OVERTAKEN = "another action on the same subject was ordered later"


class RedeliveryPage:
    def __init__(
        self, context: Context, job: Document[Redelivery], page: Page[Delivery], now: int
    ) -> None:
        self._context = context
        self._app = job.key.app
        self._key = job.key
        self._page = page
        self._now = now
        self._unit = UnitOfWork(context.store, [job, *page.documents])
        # The sweep moves it to when it will look again.
        is_swept = "swept" in job.data
        self._at = now if is_swept else max(now, job.data.get("due_at", now))

    async def commit(self) -> None:
        job, skipped = await self._unit.have(self._key), 0
        for found in self._page.documents:
            if await self._step(job, await self._unit.have(found.key)):
                self._at += SECOND // job["per_second"]
            else:
                skipped += 1
        job["resent"] += len(self._page.documents) - skipped
        job["skipped"] += skipped
        job.update({"cursor": self._page.cursor, "updated_at": self._now})
        job.pop("swept", None)
        if self._page.cursor is None and job.get("looks_at") == "waiting":
            job["looks_at"] = "pending"
            self._go_on(job)
        elif self._page.cursor is None:
            job.update({"state": "done", "finished_at": self._now})
            job.pop("due_at", None)
        else:
            self._go_on(job)
        await self._unit.commit()

    def _go_on(self, job: Redelivery) -> None:
        job["due_at"] = self._at
        delay = (self._at - self._now) / SECOND
        self._unit.send(DueRedelivery(self._app, job["id"], self._at), delay)

    async def _step(self, job: Redelivery, delivery: Delivery) -> bool:
        """False for a delivery that is not sent again."""
        match job["kind"]:
            case "redeliver":
                return await self._redeliver(delivery)
            case "replay":
                return await self._replay(job, delivery)
            case "release":
                return self._release(delivery)
            case "drop":
                return await self._drop(delivery)

    async def _redeliver(self, delivery: Delivery) -> bool:
        if delivery["state"] != "dead":
            return False
        if reason := await self._why_not(delivery):
            await ordering.close(self._unit, delivery, "superseded", reason, self._now)
            self._unit.add(closing_entry(delivery, self._now))
            return False
        await reopen(self._unit, delivery, self._at, self._now)
        self._send(delivery)
        return True

    async def _why_not(self, delivery: Delivery) -> str:
        """Nobody looks at each of many: what a person may retry by itself can be too much here."""
        if await is_outdated(self._context, self._unit, delivery):
            return OUTDATED
        return OVERTAKEN if await ordering.is_overtaken(self._unit, delivery) else ""

    def _release(self, delivery: Delivery) -> bool:
        """Of what waited for its endpoint no attempt was used up, so its schedule goes on."""
        if delivery["state"] != "pending" or "held" not in delivery:
            return False
        delivery["updated_at"] = self._now
        del delivery["held"]
        turns.take_turn(self._unit, delivery, self._at, self._now)
        return True

    async def _drop(self, delivery: Delivery) -> bool:
        if not is_open(delivery):
            return False
        await ordering.stop(self._unit, delivery, "cancelled", DROPPED, self._now)
        if not is_open(delivery):
            self._unit.add(closing_entry(delivery, self._now))
        return True

    async def _replay(self, job: Redelivery, delivery: Delivery) -> bool:
        if delivery["state"] in ("superseded", "cancelled"):
            return False
        if await is_outdated(self._context, self._unit, delivery):
            return False
        order = await self._order(job, delivery)
        if order is None:
            return False
        anew = new_delivery(self._app, order, self._now)
        begin_schedule(anew, self._at)
        self._unit.create(delivery_key(self._app, order.id), anew)
        await ordering.append(self._unit, anew)
        self._send(anew)
        return True

    async def _order(self, job: Redelivery, delivery: Delivery) -> Order | None:
        """As if ordered now: it goes to the end of what the target has to be sent about the
        subject. None when the target has gone.
        """
        id = derived_id("replay", job["id"], delivery["id"])
        item, data = delivery["item_id"], delivery["data"]
        why: Why = {**delivery["why"], "replay_of": delivery["id"]}
        target = await endpoint_health.target(self._context, self._app, job["endpoint"])
        if target is None:
            return None
        if target.action is None:
            subject = delivery["subject"]
            key = f"{job['endpoint']}|{subject}"
            return Order(id, job["endpoint"], item, data, why, subject=subject, ordering_key=key)
        user = data.get("user_id") or ""
        return replace(action_order(target.action, id, item, user, data, why), reverses=())

    def _send(self, delivery: Delivery) -> None:
        if delivery["state"] == "pending":
            turns.send(self._unit, delivery, self._now)
