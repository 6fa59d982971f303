"""One trigger: evaluate the rules, decide, record."""

from __future__ import annotations

from common.configuration.context import Context, now
from common.http.queue_function import queue_function
from common.moderation.enforcement import enforcements
from common.queue.messages import Trigger


async def consume(context: Context, trigger: Trigger) -> None:
    await enforcements.enforce(context, trigger, now())


enforce = queue_function("enforce", consume)
