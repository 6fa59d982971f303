"""Files that jobs make: CSV in parts, each stored with the page that made it, and gone in time."""

from __future__ import annotations

from common.configuration.context import Context
from common.delivery.outbox import Outbox
from common.domain.result_file import FileFormat, ResultFile, parts_of, result_file_key
from common.domain.task import JobResult, Task
from common.domain.task_part import TASK_PARTS, TaskPart, first_and_last, task_part_key
from common.domain.times import DAY
from common.domain.webhook import EventType
from common.moderation.background.job import Job
from common.moderation.webhooks.events import WebhookEvents
from common.store.store import Delete

KEPT = 3 * DAY
MOST_BYTES = 5_000_000
"""Of a file: AWS Lambda answers with no more than six million."""
_FIRST_INPUT = 50_000
_CLEARED_AT_ONCE = 90


def input_number(number: int) -> int:
    """The part that has what is worked through, beside those of the file."""
    return _FIRST_INPUT + number


def add_part(job: Job, number: int, text: str) -> None:
    part: TaskPart = {"text": text}
    job.unit.create(task_part_key(job.app, job.task["id"], number), part)


async def ended(job: Job, task: Task, success: EventType, error: EventType) -> None:
    """The file can be fetched, or there is none; webhooks are told either."""
    configuration = await job.context.configurations.of(job.app)
    events = WebhookEvents(job.context, configuration, Outbox(job.unit, job.app, job.now), job.now)
    times = task["started_at"], task["finished_at"]
    if "error" in task:
        await events.of_export(error, task["id"], *times, task["error"]["description"])
        return
    await events.of_export(success, task["id"], *times, publish(job, task))


def publish(job: Job, task: Task, format: FileFormat = "csv") -> str:
    """The URL from which the file that the job has made can be fetched for some days."""
    token, until = task["asked"]["token"], job.now + KEPT
    result = dict(task["result"])
    file: ResultFile = {
        "app": job.app,
        "task": task["id"],
        "parts": result.pop("parts"),
        "until": until,
        "format": format,
    }
    job.unit.create(result_file_key(token), file)
    url = url_of(job.context, token)
    task["result"], task["due_at"] = {**result, "url": url}, until
    return url


def tokens_of(task: Task) -> list[str]:
    """Of all files that it may make."""
    asked = task["asked"]
    return asked.get("tokens") or [asked["token"]]


def url_of(context: Context, token: str) -> str:
    settings = context.settings
    base = settings.public_url or f"http://{settings.host}:{settings.port}"
    return f"{base.rstrip('/')}/api/v1/files/{token}"


def without_urls(task: Task) -> JobResult:
    """Its result, once its files have gone, or will never be."""
    result: JobResult = {**task.get("result", {})}
    if "files" in result:
        return {**result, "files": []}
    return result if task["status"] == "failed" else {**result, "url": ""}


async def clear(job: Job) -> bool:
    """Some of the parts of a file whose time has come go; whether there are more."""
    if job.task["status"] == "failed":
        return await _clear_parts(job)
    keys = [result_file_key(each) for each in tokens_of(job.task)]
    await job.unit.read(keys)
    there = [each for each in keys if job.unit.held(each) is not None]
    if not there:
        return False
    file = await job.unit.have(there[0])
    parts = parts_of(file)[-_CLEARED_AT_ONCE:]
    job.unit.add(*(Delete(task_part_key(job.app, job.task["id"], n)) for n in parts))
    file["parts"] -= len(parts)
    if file["parts"] == 0:
        job.unit.delete(there[0])
    return file["parts"] > 0 or len(there) > 1


async def _clear_parts(job: Job) -> bool:
    low, high = first_and_last(job.task["id"])
    page = await job.context.store.query(
        TASK_PARTS, app=job.app, low=low, high=high, limit=_CLEARED_AT_ONCE
    )
    job.unit.add(*(Delete(each.key) for each in page.documents))
    return page.cursor is not None
