"""The jobs that every app has and that never end: whoever runs on schedule sees to them."""

from __future__ import annotations

from contextlib import suppress

from common.configuration.context import Context
from common.domain.apps import APPS, ENVIRONMENTS_APP
from common.domain.log_tree import log_tree_id
from common.domain.task import new_job, task_key
from common.domain.times import HOUR
from common.moderation.background import starting
from common.store.store import Conflict

_PAGE = 100


class _Started:
    """Of one process: which apps are known to have theirs, and when it last looked for others."""

    def __init__(self, _: Context) -> None:
        self.apps: set[str] = set()
        self.looked_at = 0


async def start_all(context: Context, now: int) -> None:
    """Looks once an hour, and when it begins; a page of apps at a time."""
    started = context.one(_Started)
    if 0 <= now - started.looked_at < HOUR:
        return
    cursor: str | None = None
    names = [ENVIRONMENTS_APP] if context.settings.api_key else []
    while True:
        page = await context.store.query(APPS, app="", limit=_PAGE, cursor=cursor)
        names += [document.data["name"] for document in page.documents]
        await _start(
            context, [name for name in dict.fromkeys(names) if name not in started.apps], now
        )
        started.apps.update(names)
        names, cursor = [], page.cursor
        if cursor is None:
            break
    started.looked_at = now


async def _start(context: Context, apps: list[str], now: int) -> None:
    if not apps:
        return
    known = await context.store.get([task_key(app, log_tree_id(app)) for app in apps])
    for app, task in zip(apps, known, strict=True):
        if task is None:
            with suppress(Conflict):
                await starting.start(
                    context, app, new_job("log_tree", log_tree_id(app), {}, {}, now)
                )
