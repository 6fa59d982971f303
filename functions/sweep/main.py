"""On schedule: publish again what was stored and whose message did not arrive, and begin the jobs
that every app has.

Where messages are part of a commit, only what a queue has lost is left to find.
"""

from __future__ import annotations

from common import loading
from common.configuration.context import Context, now
from common.http.queue_function import schedule_function
from common.moderation import schedule


async def consume(context: Context) -> None:
    await schedule.run(context, now())


sweep = schedule_function("sweep", consume)

loading.done()
