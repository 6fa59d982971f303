"""Scan: run the slow engines of a partial check, complete the item and its task."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from common.configuration.context import Context
from common.delivery.outbox import Order, Outbox
from common.delivery.turns import is_its_turn
from common.domain.content import Content, Submission
from common.domain.endpoint import url_endpoint
from common.domain.errors import NotFound
from common.domain.ids import derived_id
from common.domain.item import Item, item_key
from common.domain.models import TaskModel
from common.domain.task import Task, TaskError, TaskResult, task_key
from common.domain.times import nanoseconds
from common.moderation.content.checked import Checked
from common.moderation.content.checks import check
from common.moderation.content.revisions import give_up
from common.moderation.content.task_models import not_judged
from common.moderation.contention import ATTEMPTS
from common.queue.messages import ScanOrder, Trigger
from common.store.deciding import until_committed
from common.store.store import Conflict, Document
from common.store.unit_of_work import UnitOfWork
from common.views.hive_tasks import task_answer

WAITS = (30, 120, 600, 1_800, 3_600, 7_200, 14_400, 28_800, 28_800)
"""Seconds before engines that did not judge, and that the policy waits for, are asked again: about
a day in all. What they have not judged then is flagged."""
_SPREAD = (0.8, 1.2)


async def scan(context: Context, order: ScanOrder, now: int) -> None:
    """A task that is done changes nothing; a policy that has gone fails the task, and what it was
    to judge goes to a person.
    """
    (task,) = await context.store.get([task_key(order.app, order.task)])
    if task is not None:
        await scan_task(context, order, task, now)


async def scan_task(context: Context, order: ScanOrder, task: Document[Task], now: int) -> None:
    if not _is_its_turn(task.data, order, now):
        return
    await context.configurations.of(order.app, order.configuration)
    analysis = task.data.get("analysis")
    if analysis is not None:
        from common.moderation.content import analyses

        await analyses.complete(context, order.app, task.key, analysis, now)
        return
    (item,) = await context.store.get([item_key(order.app, task.data["item_id"])])
    if item is None:
        return
    try:
        checked = await check(
            context,
            order.app,
            submission_of(item.data),
            now,
            wait=True,
            of_revision=task.data["revision"],
            is_last=task.data.get("tries", 0) >= len(WAITS),
            reasons=item.data.get("asked_for", ()),
        )
    except NotFound as error:
        await _fail(context, order, task, error.message, now)
        return
    if checked.judgement.waiting and checked.item["status"] == "partial":
        await _wait(context, order, task, now)
    else:
        await _complete(context, order, task, checked, now)


def _is_its_turn(task: Task, order: ScanOrder, now: int) -> bool:
    """While engines are waited for, one message counts: who gave the task its turn sent it."""
    if task["status"] != "pending":
        return False
    return not task.get("tries") or is_its_turn(task.get("due_at"), order.at, now)


async def _wait(context: Context, order: ScanOrder, read: Document[Task], now: int) -> None:
    """Whoever was faster has given the task another turn, and sent the message for it."""
    tries = read.data.get("tries", 0)
    seconds = WAITS[min(tries, len(WAITS) - 1)] * context.rng.uniform(*_SPREAD)
    unit = UnitOfWork(context.store, [read])
    task = await unit.have(read.key)
    task.update({"tries": tries + 1, "due_at": now + nanoseconds(seconds), "updated_at": now})
    task.pop("swept", None)
    unit.send(replace(order, at=task["due_at"]), seconds)
    with suppress(Conflict):
        await unit.commit()


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
        models = task.get("models", ())
        configuration = await context.configurations.of(order.app)
        unjudged = not_judged(configuration, checked.judgement.outcomes, models)
        callback = _callback(task["id"], url, checked, models, unjudged)
        await Outbox(unit, order.app, now).add(callback)
    await unit.commit()


def _result(checked: Checked) -> TaskResult:
    return {
        "item_id": checked.item["id"],
        "recommended_action": checked.item["recommended_action"],
        "triggered_rules": [match.rule_id for match in checked.triggered],
    }


def _callback(
    task: str,
    url: str,
    checked: Checked,
    models: Sequence[TaskModel],
    unjudged: Sequence[TaskModel],
) -> Order:
    """The answer to a single request, in no order with anything else."""
    answer = task_answer(
        task,
        checked.item,
        checked.triggered,
        checked.configuration_version,
        checked.not_looked_at,
        models,
        unjudged,
    )
    return Order(
        derived_id("task callback", task),
        url_endpoint(url),
        checked.item["id"],
        {**answer},
        {"reason": "the answer to an asynchronous task"},
        url=url,
    )


async def _fail(
    context: Context, order: ScanOrder, read: Document[Task], problem: str, now: int
) -> None:
    unit = UnitOfWork(context.store, [read])
    task = await unit.have(read.key)
    error: TaskError = {"type": "policy_not_found", "description": problem}
    task.update({"status": "failed", "error": error, "updated_at": now})
    task.pop("due_at", None)
    item = await unit.get(item_key(order.app, task["item_id"]))
    if item is not None and item["status"] == "partial":
        give_up(item, now)
        unit.send(Trigger(order.app, item["id"], order.configuration))
    await unit.commit()
