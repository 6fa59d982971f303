"""One callback: send, retry, give up."""

from __future__ import annotations

from typing import Any

from common.http.events import queue_function
from common.moderation.context import Context, now
from common.moderation.deliver import Due
from common.moderation.deliver import deliver as run


async def consume(context: Context, message: dict[str, Any]) -> None:
    await run(context, Due.of(message), now())


deliver = queue_function("deliver", consume)
