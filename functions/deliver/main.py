"""One callback: send, retry, give up. Or one page of many that are sent again."""

from __future__ import annotations

from typing import Any

from common.http.events import queue_function
from common.moderation.context import Context, now
from common.moderation.deliver import Due
from common.moderation.deliver import deliver as run
from common.moderation.deliveries.resending import resend


async def consume(context: Context, message: dict[str, Any]) -> None:
    if "resending" in message:
        await resend(context, message["app"], message["resending"], now())
    else:
        await run(context, Due.of(message), now())


deliver = queue_function("deliver", consume)
