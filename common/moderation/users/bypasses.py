"""Users whose content passes unmoderated.

An app's settings say whether it has had any, so that other apps' checks do not look for them.
"""

from __future__ import annotations

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.domain.settings import settings_key
from common.domain.user import user_key
from common.store.store import Store, Update


async def is_bypassed(store: Store, configuration: Configuration, user_id: str) -> bool:
    if not user_id or not configuration.settings.get("has_bypasses"):
        return False
    (user,) = await store.get([user_key(configuration.app, user_id)])
    return user is not None and bool(user.data.get("bypass_moderation"))


async def expect_bypasses(context: Context, app: str) -> None:
    """Before the first: another process looks for them once it has seen the settings change."""
    configuration = await context.configurations.of(app)
    if not configuration.settings.get("has_bypasses"):
        change = Update(settings_key(app), set={"has_bypasses": True}, upsert=True)
        await context.configurations.change(app, [change])
