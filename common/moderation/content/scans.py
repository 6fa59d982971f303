"""Scan: run the slow engines of a partial check, complete the item and its task."""

from __future__ import annotations

from contextlib import suppress

from common.configuration.context import Context
from common.delivery.outbox import Order, Outbox
from common.domain.content import Content, Submission
from common.domain.endpoint import url_endpoint
from common.domain.errors import NotFound
from common.domain.ids import derived_id
from common.domain.item import Item, item_key
from common.domain.task import Task, TaskError, TaskResult, task_key
from common.moderation.content.checks import Checked, check
from common.moderation.contention import ATTEMPTS
from common.queue.messages import ScanOrder
from common.store.deciding import until_committed
from common.store.store import Conflict, Document
from common.store.unit_of_work import UnitOfWork
from common.views.hive_tasks import task_answer


async def scan(context: Context, order: ScanOrder, now: int) -> None:
    """A task that is done changes nothing; a policy that has gone fails the task."""
    (task,) = await context.store.get([task_key(order.app, order.task)])
    if task is None or task.data["status"] != "pending":
        return
    (item,) = await context.store.get([item_key(order.app, task.data["item_id"])])
    if item is None:
        return
    await context.configurations.of(order.app, order.configuration)
    try:
        checked = await check(
            context,
            order.app,
            submission_of(item.data),
            now,
            wait=True,
            of_revision=task.data["revision"],
        )
    except NotFound as error:
        await _fail(context, task, error.message, now)
        return
    await _complete(context, order, task, checked, now)


def submission_of(item: Item) -> Submission:
    return Submission(
        item["entity_type"],
        item["entity_id"],
        item["creator_id"],
        Content.of(item.get("payload") or {}),
        item.get("config_key") or None,
        item.get("team", ""),
        item.get("published_at"),
        item.get("metadata") or {},
        item.get("creator_region"),
    )


async def _complete(
    context: Context, order: ScanOrder, task: Document[Task], checked: Checked, now: int
) -> None:
    """The sweep sets a task back whose engines take long, which is no reason to run them again."""
    with suppress(Conflict):
        await _attempt(context, order, task, checked, now)
        return

    async def attempt() -> None:
        (found,) = await context.store.get([task.key])
        if found is not None and found.data["status"] == "pending":
            await _attempt(context, order, found, checked, now)

    await until_committed(attempt, ATTEMPTS - 1, Conflict(task.key))


async def _attempt(
    context: Context, order: ScanOrder, read: Document[Task], checked: Checked, now: int
) -> None:
    unit = UnitOfWork(context.store, [read])
    task = await unit.have(read.key)
    task.update({"status": "completed", "result": _result(checked), "updated_at": now})
    task.pop("due_at", None)
    if url := task.get("callback_url"):
        await Outbox(unit, order.app, now).add(_callback(task["id"], url, checked))
    await unit.commit()


def _result(checked: Checked) -> TaskResult:
    return {
        "item_id": checked.item["id"],
        "recommended_action": checked.item["recommended_action"],
        "triggered_rules": [match.rule_id for match in checked.triggered],
    }


def _callback(task: str, url: str, checked: Checked) -> Order:
    """The answer to a single request, in no order with anything else."""
    return Order(
        derived_id("task callback", task),
        url_endpoint(url),
        checked.item["id"],
        {**task_answer(task, checked.item, checked.triggered)},
        {"reason": "the answer to an asynchronous task"},
        url=url,
    )


async def _fail(context: Context, read: Document[Task], problem: str, now: int) -> None:
    unit = UnitOfWork(context.store, [read])
    task = await unit.have(read.key)
    error: TaskError = {"type": "policy_not_found", "description": problem}
    task.update({"status": "failed", "error": error, "updated_at": now})
    task.pop("due_at", None)
    await unit.commit()
