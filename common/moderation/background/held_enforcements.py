"""Releasing or dropping all that a cap holds of one rule, an enforcement a commit."""

from __future__ import annotations

from common.configuration.context import Context
from common.domain.enforcement import HELD_ENFORCEMENTS
from common.domain.errors import Refused
from common.domain.ids import ordered_id
from common.domain.task import new_job
from common.moderation.background import starting
from common.moderation.background.job import Job, Step
from common.moderation.rules.held import Settled, Verdict, settle

_PAGE = 25


async def start(
    context: Context, app: str, rule_id: str, version: int | None, settled: Settled, now: int
) -> str:
    """The id of the task. What is held from now on stays held."""
    asked = {
        "rule_id": rule_id,
        "rule_version": version,
        "verdict": settled.verdict,
        "by": settled.by,
        "reason": settled.reason,
        "until": now,
    }
    result = {"released": 0, "dropped": 0}
    task = new_job("held_enforcements", ordered_id(now), asked, result, now)
    await starting.start(context, app, task)
    return task["id"]


async def step(job: Job) -> Step:
    """A page is broken off and done again without harm: what is settled stays as it is."""
    asked = job.task["asked"]
    page = await job.context.store.query(
        HELD_ENFORCEMENTS,
        app=job.app,
        equal={"rule_id": asked["rule_id"], "status": "held"},
        order="at",
        high=asked["until"],
        limit=_PAGE,
        cursor=job.cursor or None,
    )
    verdict: Verdict = asked["verdict"]
    settled = Settled(verdict, asked["by"], asked["reason"])
    result = dict(job.task["result"])
    for document in page.documents:
        if asked["rule_version"] in (None, document.data["rule_version"]):
            outcome = await _outcome(job, document.key.id, settled)
            result[outcome] = result.get(outcome, 0) + 1
    return Step(page.cursor, result)


async def _outcome(job: Job, id: str, settled: Settled) -> str:
    """What may not be released by who asked stays held, and is counted."""
    try:
        held = await settle(job.context, job.app, id, settled, job.now)
    except Refused:
        return "not_allowed"
    return held["status"]
