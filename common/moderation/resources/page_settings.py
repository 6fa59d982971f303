"""Keeping what all of an app's dashboards have in common."""

from __future__ import annotations

from common.configuration.context import Context
from common.domain.page_settings import NO_PAGE_SETTINGS, PageSettings
from common.domain.settings import settings_key
from common.store.store import Update


async def get(context: Context, app: str) -> PageSettings:
    """What came with a later release than was set by is as if nothing were set."""
    kept = (await context.configurations.of(app)).settings.get("page")
    return NO_PAGE_SETTINGS if kept is None else {**NO_PAGE_SETTINGS, **kept}


async def put(context: Context, app: str, fields: PageSettings, now: int) -> PageSettings:
    """Beside the app's other settings, with which it has nothing to do."""
    change = Update(settings_key(app), set={"page": fields, "updated_at": now}, upsert=True)
    await context.configurations.change(app, [change])
    return fields
