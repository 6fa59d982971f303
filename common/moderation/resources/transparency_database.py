"""Keeping where an app submits its statements of reasons."""

from __future__ import annotations

from collections.abc import Sequence

from common.configuration.context import Context
from common.domain.errors import Invalid
from common.domain.log import new_entry
from common.domain.settings import settings_key
from common.domain.transparency.database import Mode, TransparencyDatabase
from common.moderation.resources import settings
from common.moderation.resources.urls import checked_url
from common.store.store import Update

_OFF = "off"


async def get(context: Context, app: str) -> TransparencyDatabase | None:
    return (await settings.get(context, app)).get("transparency_database")


async def put(
    context: Context,
    app: str,
    url: str,
    token: str | None,
    mode: Mode,
    territorial_scope: Sequence[str],
    now: int,
    *,
    by: str,
    reason: str,
    keep_token: bool,
) -> TransparencyDatabase:
    """A token stays with the URL that it was given for. Raises Invalid for a URL that calls may not
    reach, and for a mode that needs what is not there.
    """
    known = await get(context, app)
    if keep_token and known is not None and known["url"] == url:
        token = known["token"]
    checked_url(context, "url", url)
    if mode != "dry_run":
        if not url:
            raise Invalid.field("url", f"is needed in the mode {mode}")
        if not token:
            raise Invalid.field("token", f"is needed in the mode {mode}")
    if token is not None and not (token.isascii() and token.isprintable() and token.strip()):
        raise Invalid.field("token", "has characters that no header can have")
    database: TransparencyDatabase = {
        "url": url,
        "token": token,
        "mode": mode,
        "territorial_scope": list(territorial_scope),
        "updated_by": by,
        "updated_at": now,
    }
    await _change(context, app, known, database, now, by, reason)
    stored = await get(context, app)
    assert stored is not None
    return stored


async def delete(context: Context, app: str, now: int, by: str) -> None:
    """What waits fails until it is set up again, as long as its schedule lasts."""
    known = await get(context, app)
    if known is not None:
        await _change(context, app, known, None, now, by, "")


async def _change(
    context: Context,
    app: str,
    known: TransparencyDatabase | None,
    database: TransparencyDatabase | None,
    now: int,
    by: str,
    reason: str,
) -> None:
    """With who did it in the log: what goes to an authority is switched on by somebody."""
    before = known["mode"] if known is not None else _OFF
    after = database["mode"] if database is not None else _OFF
    custom = {"mode": after, "mode_before": before}
    entry = new_entry(
        app, "delivery", "transparency_database", now, by=by, reason=reason, custom=custom
    )
    change = Update(settings_key(app), set={"transparency_database": database}, upsert=True)
    await context.configurations.change(app, [change, entry])
