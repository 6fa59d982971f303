"""Reading the moderation log."""

from __future__ import annotations

from collections.abc import Mapping

from common.configuration.context import Context
from common.domain.errors import Invalid
from common.domain.log import LOG, LogEntry, log_key
from common.store.store import Conflict, Page, Update

UNREAD_MOST = 100
_MARKED_MOST = 1_000


async def query(
    context: Context,
    app: str,
    filters: Mapping[str, str | None],
    unread: bool,
    limit: int,
    cursor: str | None,
) -> Page[LogEntry]:
    equal = {name: value for name, value in filters.items() if value}
    if len(equal) + unread > 1:
        raise Invalid("give at most one of item_id, user_id, kind and unread")
    return await context.store.query(
        LOG,
        app=app,
        equal=equal,
        order="unread_at" if unread else "at",
        descending=True,
        limit=limit,
        cursor=cursor,
    )


async def unread(context: Context, app: str) -> int:
    """How many failures nobody has acknowledged; it stops counting at a hundred."""
    page = await context.store.query(
        LOG, app=app, order="unread_at", descending=True, limit=UNREAD_MOST
    )
    return len(page.documents)


async def mark_read(context: Context, app: str, ids: list[str] | None) -> int:
    """At most a thousand a call."""
    if ids is None:
        page = await context.store.query(
            LOG, app=app, order="unread_at", descending=True, limit=_MARKED_MOST
        )
        ids = [document.key.id for document in page.documents]
    marked = 0
    for id in dict.fromkeys(ids):
        try:
            await context.store.commit([Update(log_key(app, id), remove=("unread_at",))])
        except Conflict:
            continue
        marked += 1
    return marked
