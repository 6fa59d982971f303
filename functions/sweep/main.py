"""On schedule: publish again what was stored and not published."""

from __future__ import annotations

import time
from typing import Any

from common.http.events import queue_function
from common.moderation.context import Context
from common.moderation.sweep import sweep as run


async def consume(context: Context, _message: dict[str, Any]) -> None:
    await run(context, time.time_ns())


sweep = queue_function("sweep", consume)
