"""What is done in every app once a day is over: its log is closed, and then what was counted of
block lists is added up.
"""

from __future__ import annotations

from dataclasses import replace

from common.moderation.background import list_hits, log_trees
from common.moderation.background.job import Job, Step


async def step(job: Job) -> Step:
    found = await log_trees.step(job)
    if not found.at:
        return found
    return replace(found, at=0) if await list_hits.fold(job) else found
