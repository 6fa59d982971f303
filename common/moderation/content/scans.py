"""Scan: run the slow engines of a partial check, complete the item and its task."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from common.configuration.context import Context
from common.domain.content import Content, Submission
from common.domain.delivery import delivery_key, new_delivery
from common.domain.endpoint import url_endpoint
from common.domain.errors import NotFound
from common.domain.ids import derived_id
from common.domain.item import item_key
from common.domain.task import task_key
from common.moderation.content.checks import ATTEMPTS, Checked, check
from common.queue.messages import DueDelivery, ScanOrder
from common.store.deciding import decide
from common.store.store import Conflict, Create, Data, Document, Update, Write


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
        await context.store.commit([_failed(task, error.message, now)])
        return
    await _complete(context, order, task, checked, now)


def submission_of(item: Data) -> Submission:
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
    context: Context, order: ScanOrder, task: Document, checked: Checked, now: int
) -> None:
    """The sweep sets a task back whose engines take long, which is no reason to run them again."""
    with suppress(Conflict):
        await _attempt(context, order, task, checked, now)
        return

    async def attempt() -> None:
        (found,) = await context.store.get([task.key])
        if found is not None and found.data["status"] == "pending":
            await _attempt(context, order, found, checked, now)

    await decide(attempt, ATTEMPTS - 1, Conflict(task.key))


async def _attempt(
    context: Context, order: ScanOrder, task: Document, checked: Checked, now: int
) -> None:
    called = bool(task.data.get("callback_url"))
    messages = [DueDelivery(order.app, _callback_id(task))] if called else []
    await context.store.commit(_completion(order, task, checked, now), messages)


def _callback_id(task: Document) -> str:
    return derived_id("task callback", task.key.id)


def _completion(order: ScanOrder, task: Document, checked: Checked, now: int) -> list[Write]:
    result = {
        "item_id": checked.item["id"],
        "recommended_action": checked.item["recommended_action"],
        "triggered_rules": [match.rule_id for match in checked.triggered],
    }
    fields = {"status": "completed", "result": result, "updated_at": now}
    writes: list[Write] = [
        Update(task.key, set=fields, remove=("due_at",), version=task.version),
    ]
    url = task.data.get("callback_url")
    if url:
        id = _callback_id(task)
        document = new_delivery(
            order.app,
            id,
            now,
            endpoint=url_endpoint(url),
            item_id=checked.item["id"],
            data=answer_of(task.key.id, checked),
            why={"reason": "the answer to an asynchronous task"},
            url=url,
        )
        writes.append(Create(delivery_key(order.app, id), document))
    return writes


def answer_of(task: str, checked: Checked) -> dict[str, Any]:
    """Hive's reply to a task, in the shape that its known readers share (contract 15.2)."""
    item = checked.item
    classes = [{"class": label["name"], "score": label["score"]} for label in item["labels"]]
    response = {"output": [{"time": 0, "classes": classes}]}
    status = {"code": "0", "message": "SUCCESS"}
    return {
        "id": task,
        "task_id": task,
        "post_id": item["entity_id"],
        "user_id": item["creator_id"],
        "status": [{"task_id": task, "status": status, "response": response}],
        "recommended_action": item["recommended_action"],
        "triggered_rules": [
            {
                "rule_id": match.rule_id,
                "rule_name": match.name,
                "rule_type": match.scope,
                "actions": list(match.actions),
            }
            for match in checked.triggered
        ],
    }


def _failed(task: Document, problem: str, now: int) -> Write:
    error = {"type": "policy_not_found", "description": problem}
    fields = {"status": "failed", "error": error, "updated_at": now}
    return Update(task.key, set=fields, remove=("due_at",), version=task.version)
