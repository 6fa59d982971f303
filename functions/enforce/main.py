"""One trigger: evaluate the rules, decide, record."""

from __future__ import annotations

import time
from typing import Any

from common.http.events import queue_function
from common.moderation.context import Context
from common.moderation.enforce import Trigger
from common.moderation.enforce import enforce as run


async def consume(context: Context, message: dict[str, Any]) -> None:
    await run(context, Trigger.of(message), time.time_ns())


enforce = queue_function("enforce", consume)
