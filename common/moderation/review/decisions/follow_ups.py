"""A decision on a user, carried on over the content that the user has waiting, from the oldest on.

Each item is a unit of work, and so is the progress of a page, so whatever is broken off or comes
twice, nothing is decided on twice or beyond the limit.
"""

from __future__ import annotations

from common.configuration.context import Context
from common.delivery.outbox import Outbox
from common.domain.content import is_user
from common.domain.follow_up import FollowUp, follow_up_key
from common.domain.item import ITEMS, Item, author_of
from common.domain.user import user_key
from common.moderation.contention import ATTEMPTS
from common.moderation.review.decisions import effects
from common.moderation.review.decisions.action_types import ACTION_TYPES
from common.moderation.review.decisions.announcements import announce
from common.moderation.review.decisions.changes import entry_of, note_decision
from common.moderation.review.decisions.decision import Decision
from common.moderation.review.decisions.options import DecisionReason
from common.moderation.review.decisions.settling import settled_first
from common.moderation.review.decisions.subject import Subject
from common.moderation.review.decisions.verdicts import note_verdict, reported
from common.moderation.webhooks.events import WebhookEvents
from common.queue.messages import DueFollowUp
from common.store.deciding import until_committed
from common.store.store import Conflict, Document, Key
from common.store.unit_of_work import UnitOfWork

_PAGE = 50


async def follow_up(context: Context, due: DueFollowUp, now: int) -> None:
    """One page. One that is done changes nothing."""
    key = follow_up_key(due.app, due.follow_up)
    (read,) = await context.store.get([key])
    if read is None or "due_at" not in read.data:
        return
    page = await context.store.query(
        ITEMS,
        app=due.app,
        equal={"creator_id": read.data["user_id"]},
        order="queue_created_at",
        limit=_PAGE,
        cursor=read.data["cursor"],
    )
    left = read.data["left"]
    for document in page.documents:
        if left == 0:
            break
        if await _decided(context, read.data, document, now) and left is not None:
            left -= 1
    is_done = page.cursor is None or left == 0
    await _keep_progress(context, due, read, page.cursor, left, is_done=is_done)


async def _keep_progress(
    context: Context,
    due: DueFollowUp,
    read: Document[FollowUp],
    cursor: str | None,
    left: int | None,
    *,
    is_done: bool,
) -> None:
    """Raises Conflict where the same message was worked on at the same time."""
    unit = UnitOfWork(context.store, [read])
    job = await unit.have(read.key)
    job.update({"cursor": cursor, "left": left})
    job.pop("swept", None)
    if is_done:
        del job["due_at"]
    else:
        unit.send(due)
    await unit.commit()


async def _decided(context: Context, job: FollowUp, found: Document[Item], now: int) -> bool:
    """Whether the item counts: it was decided on now, or by an earlier run of the same page."""

    async def attempt() -> bool:
        unit = UnitOfWork(context.store)
        item = await unit.get(found.key)
        if item is None or not _is_waiting(job, item):
            return item is not None and item.get("decided_with") == job["id"]
        if await settled_first(context, found.key.app, item, now):
            unit = UnitOfWork(context.store)
            item = await unit.have(found.key)
        await _decide(context, unit, job, found.key, item, now)
        return True

    if not _is_waiting(job, found.data) and found.data.get("decided_with") != job["id"]:
        return False
    return await until_committed(attempt, ATTEMPTS, Conflict(found.key))


def _is_waiting(job: FollowUp, item: Item) -> bool:
    """With nothing that came after the decision, of which it could not know. What was said of the
    user is over once there is no such user.
    """
    latest = max(item.get("content_at", item["created_at"]), item.get("reported_at", 0))
    is_theirs = job["type"] == "delete_user" or not is_user(item["entity_type"])
    is_open = item.get("queue_reviewed") is False and is_theirs
    return is_open and latest <= job["decided_at"]


async def _decide(
    context: Context, unit: UnitOfWork, job: FollowUp, key: Key[Item], item: Item, now: int
) -> None:
    app = key.app
    user = await unit.get(user_key(app, job["user_id"]))
    subject = Subject(unit, app, item, author_of(item), user, now)
    options = DecisionReason.model_construct(decision_reason=job["reason"])
    decision = Decision(ACTION_TYPES[job["type"]], job["by"], item["id"], options)
    if job["deletes"] and not is_user(item["entity_type"]):
        effects.delete(subject, is_hard=job["deletes"] == "hard")
    entry = entry_of(app, decision, subject)
    unit.add(entry)
    note_verdict(unit, app, item, decision, reported(item), entry.data["id"], now)
    note_decision(item, decision, entry.data, now)
    item["decided_with"] = job["id"]
    configuration = await context.configurations.of(app)
    events = WebhookEvents(context, configuration, Outbox(unit, app, now), now)
    await announce(events, decision, subject, entry.data)
    await unit.commit()
