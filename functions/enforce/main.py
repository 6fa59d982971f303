"""One trigger: evaluate the rules, decide, record."""

from __future__ import annotations

from typing import Any

from common.http.events import queue_function
from common.moderation.context import Context, now
from common.moderation.enforce import Trigger
from common.moderation.enforce import enforce as run


async def consume(context: Context, message: dict[str, Any]) -> None:
    await run(context, Trigger.of(message), now())


enforce = queue_function("enforce", consume)
