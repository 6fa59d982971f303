"""One trigger: evaluate the rules, decide, record."""

from __future__ import annotations

from typing import Any

from common.configuration.context import Context, now
from common.http.queue_function import queue_function
from common.moderation.enforcement import enforcements


async def consume(context: Context, message: dict[str, Any]) -> None:
    await enforcements.enforce(context, enforcements.Trigger.of(message), now())


enforce = queue_function("enforce", consume)
