"""One trigger: evaluate the rules, decide, record. Or one page of a decision's follow-up."""

from __future__ import annotations

from common import loading
from common.configuration.context import Context, now
from common.http.queue_function import queue_function
from common.moderation.enforcement import consuming
from common.queue.messages import Enforceable


async def consume(context: Context, message: Enforceable) -> None:
    await consuming.consume(context, message, now())


enforce = queue_function("enforce", consume)

loading.done()
