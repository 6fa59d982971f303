"""One callback: send, retry, give up. Or one page of many that are sent again."""

from __future__ import annotations

from typing import Any

from common.configuration.context import Context, now
from common.delivery import deliveries, redelivery
from common.http.queue_function import queue_function


async def consume(context: Context, message: dict[str, Any]) -> None:
    if "resending" in message:
        await redelivery.resend(context, message["app"], message["resending"], now())
    else:
        await deliveries.deliver(context, deliveries.Due.of(message), now())


deliver = queue_function("deliver", consume)
