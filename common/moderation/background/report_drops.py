"""Invalidating all open reports of one reporter, an item a commit, the newest first."""

from __future__ import annotations

from common.configuration.context import Context
from common.domain.errors import NotFound
from common.domain.flag import FLAGS, USER_REPORT
from common.domain.ids import ordered_id
from common.domain.task import Task, new_job
from common.moderation.background import starting
from common.moderation.background.job import Job, Step

_A_PAGE = 25


async def start(context: Context, app: str, reporter: str, by: str, reason: str, now: int) -> Task:
    """What is reported from now on is no part of it. The task's id is the batch in the log. Raises
    NotFound for one who has reported nothing.
    """
    page = await context.store.query(
        FLAGS, app=app, equal={"user_id": reporter}, order="created_at", high=now, limit=1
    )
    if not page.documents:
        raise NotFound(f"{reporter!r} has reported nothing", {"id": "made no report"})
    asked = {"reporter_id": reporter, "by": by, "reason": reason, "until": now}
    result = {"reports": 0, "items": 0, "left_queue": 0}
    task = new_job("report_drop", ordered_id(now), asked, result, now)
    await starting.start(context, app, task)
    return task


async def step(job: Job) -> Step:
    """Broken off and done again, a page finds what it has invalidated before, and counts it once.
    What moderators have decided on stays as they did.
    """
    from common.moderation.reports.invalidating import Asked, invalidate

    asked = job.task["asked"]
    reporter = asked["reporter_id"]
    page = await job.context.store.query(
        FLAGS,
        app=job.app,
        equal={"user_id": reporter},
        order="created_at",
        descending=True,
        high=asked["until"],
        limit=_A_PAGE,
        cursor=job.cursor or None,
    )
    result = dict(job.task["result"])
    batch = Asked(asked["by"], asked["reason"], job.task["id"], asked["until"])
    for flag in (document.data for document in page.documents):
        if flag["type"] != USER_REPORT:
            continue
        entry = await invalidate(job.context, job.app, flag["item_id"], reporter, batch, job.now)
        reports: list[str] = entry["custom"].get("reports", []) if entry is not None else []
        if entry is None or flag["id"] not in reports:
            continue
        result["reports"] += 1
        if flag["id"] == reports[0]:
            result["items"] += 1
            result["left_queue"] += entry["custom"]["left_queue"]
    return Step(page.cursor, result)
