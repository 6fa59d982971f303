"""On schedule: publish again what was stored and not published."""

from __future__ import annotations

from typing import Any

from common.configuration.context import Context, now
from common.http.queue_function import queue_function
from common.moderation import sweeps


async def consume(context: Context, _message: dict[str, Any]) -> None:
    await sweeps.sweep(context, now())


sweep = queue_function("sweep", consume)
