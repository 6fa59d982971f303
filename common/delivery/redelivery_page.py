"""One page of a resending, as one commit."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from common.configuration.context import Context
from common.delivery import endpoint_health, ordering
from common.delivery.management import is_outdated, reopen
from common.delivery.outbox import Order, Outbox, action_order
from common.domain.delivery import delivery_key, schedule_fields
from common.domain.endpoint import HOOK
from common.domain.ids import derived_id
from common.queue.messages import DueDelivery, Later
from common.store.store import Data, Document, Page, Write

_SECOND = 1_000_000_000
# Each delivery takes up to three of the hundred writes of a commit.
PAGE = 25
OUTDATED = "a later order about the same subject undid it"
OVERTAKEN = "another action on the same subject was ordered later"


class ResentPage:
    """`job` is the job as it is after the commit of `writes`, with which `messages` go."""

    def __init__(self, context: Context, job: Document, page: Page, now: int) -> None:
        self._context = context
        self._app = job.key.app
        self._job = job
        self.job = job.data
        self._page = page
        self._now = now
        self._outbox = Outbox(context, self._app, now, [job, *page.documents])
        self.messages: list[Later] = []
        self._at = max(now, job.data["due_at"])

    async def writes(self) -> list[Write]:
        draft, skipped = self._outbox.draft, 0
        self.job = job = await draft.have(self._job.key)
        step = self._step(job)
        for found in self._page.documents:
            if await step(await draft.have(found.key)):
                self._at += _SECOND // job["per_second"]
            else:
                skipped += 1
        counts = {
            "resent": job["resent"] + len(self._page.documents) - skipped,
            "skipped": job["skipped"] + skipped,
        }
        fields = {"cursor": self._page.cursor, "updated_at": self._now, **counts}
        if self._page.cursor is None:
            done = {**fields, "state": "done", "finished_at": self._now}
            draft.change(self._job.key, done, ("due_at",))
        else:
            draft.change(self._job.key, {**fields, "due_at": self._at})
        return self._outbox.writes()

    def _step(self, job: Data) -> Callable[[Data], Awaitable[bool]]:
        if job["kind"] == "replay":
            return lambda delivery: self._replay(job, delivery)
        return self._redeliver if job["kind"] == "redeliver" else self._release

    async def _redeliver(self, delivery: Data) -> bool:
        if delivery["state"] != "dead":
            return False
        draft, now = self._outbox.draft, self._now
        if reason := await self._why_not(delivery):
            await ordering.close(draft, delivery, "superseded", reason, now)
            ordering.tell_closed(draft, delivery, now)
            return False
        await reopen(draft, delivery, self._at, now)
        self._note_due(delivery)
        return True

    async def _why_not(self, delivery: Data) -> str:
        """Nobody looks at each of many: what a person may retry by itself can be too much here."""
        draft = self._outbox.draft
        if await is_outdated(self._context, draft, delivery):
            return OUTDATED
        return OVERTAKEN if await ordering.is_overtaken(draft, delivery) else ""

    async def _release(self, delivery: Data) -> bool:
        """Of what waited for its endpoint no attempt was used up, so its schedule goes on."""
        if delivery["state"] != "pending" or "held" not in delivery:
            return False
        key = delivery_key(self._app, delivery["id"])
        fields = {"next_attempt_at": self._at, "updated_at": self._now}
        self._outbox.draft.change(key, fields, ("held",))
        self._note_due(delivery)
        return True

    async def _replay(self, job: Data, delivery: Data) -> bool:
        draft = self._outbox.draft
        if delivery["state"] in ("superseded", "cancelled"):
            return False
        if await is_outdated(self._context, draft, delivery):
            return False
        order = await self._order(job, delivery)
        if order is None:
            return False
        await self._outbox.add(order)
        anew = await draft.have(delivery_key(self._app, order.id))
        if anew["state"] == "pending":
            draft.change(delivery_key(self._app, order.id), schedule_fields(self._at))
        self._note_due(anew)
        return True

    async def _order(self, job: Data, delivery: Data) -> Order | None:
        """As if ordered now: it goes to the end of the lane that the target has for the subject.
        None when the target has gone.
        """
        id = derived_id("replay", job["id"], delivery["id"])
        item, data = delivery["item_id"], delivery["data"]
        why = {**delivery["why"], "replay_of": delivery["id"]}
        target = await endpoint_health.target(self._context, self._app, job["endpoint"])
        if target is None:
            return None
        if job["endpoint"].startswith(HOOK):
            subject = delivery["subject"]
            lane = f"{job['endpoint']}|{subject}"
            return Order(id, job["endpoint"], item, data, why, subject=subject, lane=lane)
        user = data.get("user_id") or ""
        return replace(action_order(target, id, item, user, data, why), reverses=())

    def _note_due(self, delivery: Data) -> None:
        if delivery["state"] == "pending":
            due = DueDelivery(self._app, delivery["id"])
            self.messages.append(Later(due, (self._at - self._now) / _SECOND))
