"""One callback: send, retry, give up. Or one page of many that are sent again."""

from __future__ import annotations

from common.configuration.context import Context, now
from common.delivery.deliveries import deliver as run
from common.delivery.receipts import ask
from common.delivery.redelivery import resend
from common.http.queue_function import queue_function
from common.queue.messages import Due, DueReceipt, DueRedelivery


async def consume(context: Context, due: Due) -> None:
    match due:
        case DueRedelivery():
            await resend(context, due, now())
        case DueReceipt():
            await ask(context, due, now())
        case _:
            await run(context, due, now())


deliver = queue_function("deliver", consume)
