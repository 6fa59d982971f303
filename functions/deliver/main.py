"""One callback: send, retry, give up. Or a receipt, or one page of many that are sent again."""

from __future__ import annotations

from common import loading
from common.configuration.context import Context, now
from common.delivery import deliveries
from common.http.queue_function import queue_function
from common.queue.messages import Due


async def consume(context: Context, due: Due) -> None:
    await deliveries.deliver(context, due, now())


deliver = queue_function("deliver", consume)

loading.done()
