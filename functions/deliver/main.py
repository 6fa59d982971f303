"""One callback: send, retry, give up."""

from __future__ import annotations

import time
from typing import Any

from common.http.events import queue_function
from common.moderation.context import Context
from common.moderation.deliver import Due
from common.moderation.deliver import deliver as run


async def consume(context: Context, message: dict[str, Any]) -> None:
    await run(context, Due.of(message), time.time_ns())


deliver = queue_function("deliver", consume)
