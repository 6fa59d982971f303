"""Analyses: named texts and images, each with a verdict of its own, at once or by webhook."""

from __future__ import annotations

from collections.abc import Sequence

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.configuration.policy import CompiledPolicy
from common.delivery.outbox import Outbox
from common.domain.analysis import Analysis, Verdicts, image_label
from common.domain.content import Submission
from common.domain.delivery import item_subject
from common.domain.errors import Invalid, NotFound
from common.domain.ids import derived_id, ordered_id
from common.domain.recommendation import KEEP, STRENGTH
from common.domain.task import Task, task_key
from common.domain.webhook import EventType
from common.engines.seeing import see_images
from common.moderation.content.checks import check
from common.moderation.content.judging import ANSWER_SECONDS
from common.moderation.content.named_verdicts import submission_of, verdicts_of
from common.moderation.content.policies import policy_of
from common.moderation.contention import ATTEMPTS
from common.queue.messages import ScanOrder
from common.store.deciding import until_committed
from common.store.store import Conflict, Create, Key
from common.store.unit_of_work import UnitOfWork
from common.views import webhook_events
from common.views.webhook_events import AnalysisEvent

_PRIVATE = "analysis"


async def analyze(context: Context, app: str, analysis: Analysis, now: int) -> Verdicts:
    """What belongs to an entity is checked as its content, and an item then."""
    configuration = await context.configurations.of(app)
    policy = _policy_of(configuration, analysis)
    if analysis["entity_id"]:
        # An item's images are left to the scan, as those of any check are.
        await check(context, app, _entity(analysis), now, wait=not analysis.get("images"))
    return await verdicts_of(context, configuration, policy, analysis, now, ANSWER_SECONDS)


async def order(context: Context, app: str, analysis: Analysis, now: int) -> str:
    """The id of the task in which it is analyzed; the entity's item is there already."""
    configuration = await context.configurations.of(app)
    _policy_of(configuration, analysis)
    id, item = ordered_id(now), ""
    if analysis["entity_id"]:
        checked = await check(context, app, _entity(analysis), now)
        item = checked.item["id"]
    task: Task = {
        "id": id,
        "item_id": item,
        "revision": 0,
        "status": "pending",
        "created_at": now,
        "updated_at": now,
        "due_at": now,
        "analysis": analysis,
    }
    message = ScanOrder(app, id, item, configuration.version)
    await context.store.commit([Create(task_key(app, id), task)], [message])
    return id


async def complete(
    context: Context, app: str, key: Key[Task], analysis: Analysis, now: int
) -> None:
    """Ends the task, and tells the webhooks in the same commit."""
    configuration = await context.configurations.of(app)
    try:
        policy = policy_of(configuration, submission_of(analysis))
    except NotFound as error:
        outcome: Verdicts | str = error.message
    else:
        outcome = await verdicts_of(context, configuration, policy, analysis, now)

    async def attempt() -> None:
        unit = UnitOfWork(context.store)
        task = await unit.get(key)
        if task is None or task["status"] != "pending":
            return
        events = [
            event
            for event in _end(task, analysis, outcome, now)
            if configuration.webhooks_for(EventType(event["type"]))
        ]
        if events:
            id, item = derived_id("analysis", task["id"]), task["item_id"]
            subject = item_subject(item) if item else f"{_PRIVATE}:{task['id']}"
            outbox = Outbox(unit, app, now)
            await outbox.announce(id, item, events, configuration.version, subject)
        await unit.commit()

    await until_committed(attempt, ATTEMPTS, Conflict(key))


def _end(
    task: Task, analysis: Analysis, outcome: Verdicts | str, now: int
) -> Sequence[AnalysisEvent]:
    """`outcome` is a text where it failed: why. What the webhooks are told of it."""
    task["updated_at"] = now
    task.pop("due_at", None)
    if isinstance(outcome, str):
        task["status"] = "failed"
        task["error"] = {"type": "policy_not_found", "description": outcome}
        return [webhook_events.analysis_failed(analysis, now)]
    task["status"] = "completed"
    task["result"] = {
        "item_id": task["item_id"],
        "recommended_action": _strongest(outcome),
        "triggered_rules": [],
        **outcome,
    }
    return [*webhook_events.analyzed(analysis, outcome, task["item_id"], now)]


def _policy_of(configuration: Configuration, analysis: Analysis) -> CompiledPolicy:
    """Raises Invalid for images that nothing would look at."""
    policy = policy_of(configuration, submission_of(analysis))
    if analysis.get("images") and not see_images(policy.runs):
        raise Invalid.field("images", "the policy has no engine that looks at images")
    return policy


def _entity(analysis: Analysis) -> Submission:
    texts, images, ids = analysis["texts"], analysis.get("images", {}), analysis["content_ids"]
    others = {
        "text_ordered_keys": list(texts),
        "image_ordered_keys": list(images),
        "text_ids": {name: ids[name] for name in texts if name in ids},
        "image_ids": {name: ids[image_label(name)] for name in images if image_label(name) in ids},
        "custom": analysis["custom"],
    }
    submission = submission_of(analysis, texts.values(), images.values())
    submission.content.other.update({name: each for name, each in others.items() if each})
    return submission


def _strongest(outcome: Verdicts) -> str:
    verdicts = [*outcome["texts"].values(), *outcome.get("images", {}).values()]
    actions = [each.get("action", "flag") for each in verdicts]
    return max(actions, key=STRENGTH.index, default=KEEP)
