"""Judging many images at once: those whose URLs a CSV file has, under the app's own policy.

No item is made of them, for nobody has said whose they are.
"""

from __future__ import annotations

import asyncio
import csv
import io
from collections.abc import Sequence

from common.configuration.configuration import Configuration
from common.configuration.policy import CompiledPolicy
from common.domain.content import Content, Submission
from common.domain.recommendation import KEEP
from common.domain.task import JobResult, Task
from common.domain.task_part import TaskPart, task_part_key
from common.domain.webhook import EventType
from common.moderation.background import files
from common.moderation.background.job import Job, JobFailed, Step
from common.moderation.content.judging import ANSWER_SECONDS, judge
from common.moderation.content.policies import policy_of
from common.moderation.csv_rows import csv_text
from common.outgoing.calls import OutgoingRequest
from common.outgoing.fetching import FetchFailed, fetcher_for
from common.store.store import Delete

MOST_IMAGES = 5_000
_MOST_BYTES = 2_000_000
_SECONDS = 20.0
_A_PAGE = 60
_AT_ONCE = 10
_LONGEST_URL = 2_000
_COLUMNS = ("image_url", "recommended_action", "labels", "not_judged")


async def step(job: Job) -> Step:
    """The first page reads the file, each other judges some of its images."""
    if not job.cursor:
        return await _read(job)
    number = int(job.cursor)
    key = task_part_key(job.app, job.task["id"], files.input_number(number))
    part = await job.unit.have(key)
    rows = await _judged(job, part["items"])
    files.add_part(job, number, csv_text([_COLUMNS, *rows] if number == 0 else rows))
    job.unit.delete(key)
    result = dict(job.task["result"])
    result["images_done"] += len(rows)
    is_last = result["images_done"] >= result["images_total"]
    return Step(None if is_last else str(number + 1), result)


async def ended(job: Job, task: Task) -> None:
    if task["status"] == "failed":
        result: JobResult = dict(task["result"])
        parts = range(_parts(result["images_total"]))
        keys = (task_part_key(job.app, task["id"], files.input_number(n)) for n in parts)
        job.unit.add(*(Delete(key) for key in keys))
    types = EventType.IMAGES_MODERATED, EventType.IMAGES_NOT_MODERATED
    await files.ended(job, task, *types)


async def _read(job: Job) -> Step:
    urls = _urls(await _fetched(job))
    for number in range(_parts(len(urls))):
        part: TaskPart = {"items": urls[number * _A_PAGE : (number + 1) * _A_PAGE]}
        key = task_part_key(job.app, job.task["id"], files.input_number(number))
        job.unit.create(key, part)
    result = {"images_total": len(urls), "images_done": 0, "parts": _parts(len(urls))}
    return Step("0", result)


def _parts(images: int) -> int:
    return -(-images // _A_PAGE)


async def _fetched(job: Job) -> str:
    """Raises JobFailed for what is not there, or is no text of a size to take."""
    fetcher = fetcher_for(job.context.settings.egress_allow)
    request = OutgoingRequest("GET", job.task["asked"]["csv_file"])
    try:
        found = await fetcher.fetch(request, seconds=_SECONDS, most_bytes=_MOST_BYTES)
    except FetchFailed as failure:
        raise JobFailed("csv_file_unreadable", str(failure)) from None
    if found.status != 200:
        raise JobFailed("csv_file_unreadable", f"csv_file answered {found.status}")
    try:
        return found.body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise JobFailed("csv_file_unreadable", "csv_file is no UTF-8 text") from None


def _urls(text: str) -> list[str]:
    """One in each row: in the column that a first row names image_url or url, else in the first."""
    try:
        rows = [row for row in csv.reader(io.StringIO(text)) if any(map(str.strip, row))]
    except csv.Error as error:
        raise JobFailed("csv_file_invalid", f"csv_file is no CSV: {error}") from None
    names = [each.strip().lower() for each in rows[0]] if rows else []
    named = next((names.index(name) for name in ("image_url", "url") if name in names), None)
    urls: list[str] = []
    for number, row in enumerate(rows if named is None else rows[1:], 1 if named is None else 2):
        url = row[named or 0].strip() if len(row) > (named or 0) else ""
        if not url.startswith(("http://", "https://")) or len(url) > _LONGEST_URL:
            raise JobFailed("csv_file_invalid", f"row {number} of csv_file has no image's URL")
        urls.append(url)
    if not urls or len(urls) > MOST_IMAGES:
        problem = f"csv_file has {len(urls)} images, 1 to {MOST_IMAGES} are taken"
        raise JobFailed("csv_file_invalid", problem)
    return urls


async def _judged(job: Job, urls: Sequence[str]) -> list[Sequence[object]]:
    configuration = await job.context.configurations.of(job.app)
    policy = policy_of(configuration, Submission("", "", "", Content(()), None))
    rows: list[Sequence[object]] = []
    for start in range(0, len(urls), _AT_ONCE):
        some = urls[start : start + _AT_ONCE]
        rows += await asyncio.gather(*(_row(job, configuration, policy, url) for url in some))
    return rows


async def _row(
    job: Job, configuration: Configuration, policy: CompiledPolicy, url: str
) -> Sequence[object]:
    judgement = await judge(
        job.context.store,
        configuration,
        policy,
        Submission("", "", "", Content(images=(url,)), None),
        job.now,
        wait=True,
        patience=ANSWER_SECONDS,
        is_last=True,
    )
    labels = [each["name"] for each in judgement.labels if each["action"] != KEEP]
    not_judged = ";".join(judgement.not_judged)
    return (url, judgement.recommended_action, ";".join(dict.fromkeys(labels)), not_judged)
