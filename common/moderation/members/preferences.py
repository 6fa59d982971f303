"""What the page keeps for a member."""

from __future__ import annotations

from typing import Any

from common.configuration.context import Context
from common.domain.member import Preferences, preferences_key
from common.store.store import Put


async def get(context: Context, app: str, member: str) -> Preferences | None:
    (found,) = await context.store.get([preferences_key(app, member)])
    return found.data if found else None


async def put(
    context: Context, app: str, member: str, values: dict[str, Any], now: int
) -> Preferences:
    kept: Preferences = {"id": member, "values": values, "updated_at": now}
    await context.store.commit([Put(preferences_key(app, member), kept)])
    return kept
