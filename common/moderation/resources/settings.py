"""Keeping what an app has set."""

from __future__ import annotations

from common.configuration.context import Context
from common.configuration.policy import has_policy
from common.domain.errors import Invalid
from common.domain.settings import DEFAULT_POLICY, AppSettings, settings_key
from common.store.store import Update


async def get(context: Context, app: str) -> AppSettings:
    """What was ever set; empty for an app that has all defaults."""
    (found,) = await context.store.get([settings_key(app)])
    return found.data if found else {}


async def put(context: Context, app: str, fields: AppSettings, now: int) -> AppSettings:
    """Sets these and leaves the others: several resources share the document. Raises Invalid for a
    default policy that does not exist, but for the one that is meant where none is set.
    """
    name = fields.get("default_policy", DEFAULT_POLICY)
    if name != DEFAULT_POLICY and not has_policy(
        (await context.configurations.fresh(app)).policies, name
    ):
        raise Invalid.field("default_policy", f"names the policy {name!r}, which does not exist")
    change = Update(settings_key(app), set={**fields, "updated_at": now}, upsert=True)
    await context.configurations.change(app, [change])
    return await get(context, app)
