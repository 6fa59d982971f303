"""Keeping what an app has set."""

from __future__ import annotations

from common.configuration.context import Context
from common.domain.errors import Invalid
from common.domain.policy import find_policy, has_policy
from common.domain.settings import DEFAULT_POLICY, AppSettings, facades_of, settings_key
from common.store.store import Update


async def get(context: Context, app: str) -> AppSettings:
    """What was ever set; empty for an app that has all defaults."""
    (found,) = await context.store.get([settings_key(app)])
    return found.data if found else {}


async def put(context: Context, app: str, fields: AppSettings, now: int) -> AppSettings:
    """Sets these and leaves the others: several resources share the document. Raises Invalid for a
    policy that does not exist, but for the default that is meant where none is set.
    """
    await _check_policies(context, app, fields)
    change = Update(settings_key(app), set={**fields, "updated_at": now}, upsert=True)
    await context.configurations.change(app, [change])
    return await get(context, app)


async def _check_policies(context: Context, app: str, fields: AppSettings) -> None:
    default, facades = fields.get("default_policy", DEFAULT_POLICY), facades_of(fields)["policy"]
    if default == DEFAULT_POLICY and facades is None:
        return
    known = (await context.configurations.fresh(app)).policies
    if default != DEFAULT_POLICY and not has_policy(known, default):
        raise Invalid.field("default_policy", f"names the policy {default!r}, which does not exist")
    if facades is not None and find_policy(known, facades, "") is None:
        problem = f"names the policy {facades!r}, which does not exist for every team"
        raise Invalid.field("facades.policy", problem)
