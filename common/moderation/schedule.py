"""What is done on schedule: what has waited too long is published again, and every app has the jobs
that go on by themselves.
"""

from __future__ import annotations

from common.configuration.context import Context
from common.moderation.background.daily import start_all
from common.moderation.sweeps import sweep


async def run(context: Context, now: int) -> None:
    """Raises what either raised; what could not be begun is no reason not to sweep."""
    await sweep(context, now)
    await start_all(context, now)
