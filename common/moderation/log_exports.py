"""The moderation log from the oldest entry on, a page in memory at a time."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace

from common.configuration.context import Context
from common.domain.log import LogEntry
from common.moderation import log
from common.moderation.filtering.paging import Asked
from common.moderation.log import Wanted

_PAGE = 200


async def pages(
    context: Context, app: str, wanted: Wanted, now: int
) -> AsyncIterator[Sequence[LogEntry]]:
    """What is written meanwhile is left out, so that there is an end. Raises Invalid as a query
    does, before the first page.
    """
    until = max(now, (wanted.since or 0) + 1) if wanted.until is None else wanted.until
    bounded = replace(wanted, until=until)
    log.check(bounded)
    scan = log.scan_of(context, app, bounded, Asked(), descending=False)
    cursor: str | None = None
    while True:
        found, cursor = await scan.run(_PAGE, cursor)
        yield found
        if cursor is None:
            return
