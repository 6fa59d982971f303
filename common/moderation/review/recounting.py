"""A view that came up, counted: all items of the queue are looked through in the background.

Each item is written on the version that was read, with the counts in the same commit, so that
whatever is broken off or comes twice, no item counts twice. A process may work for a while with a
configuration that does not have the view yet; what changed in that time is looked through again.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from common.configuration.context import Context
from common.domain.item import ITEMS, Item
from common.domain.queue import KINDS, Recount, count_name, counts_keys, recount_key
from common.domain.times import MINUTE, SECOND, nanoseconds
from common.queue.messages import DueRecount
from common.store.store import Conflict, Document, Page, Update
from common.store.unit_of_work import UnitOfWork

_PAGE, _AT_ONCE = 100, 20
_STALE_TTLS = 4
_SKEW = MINUTE
"""How far the clocks of two processes may be apart, and an index behind."""


async def recount(context: Context, due: DueRecount, now: int) -> None:
    """One page. What is done, or has another turn by now, changes nothing."""
    (read,) = await context.store.get([recount_key(due.app, due.recount)])
    if read is None or read.data.get("due_at") != due.at:
        return
    job = read.data
    # The view is in what is stored now: it came in one commit with this.
    await context.configurations.fresh(due.app)
    page = await _page(context, due.app, job)
    for start in range(0, len(page.documents), _AT_ONCE):
        await _keep(context, page.documents[start : start + _AT_ONCE])
    await _go_on(context, read, page.cursor, now)


async def _page(context: Context, app: str, job: Recount) -> Page[Item]:
    if not job["is_second"]:
        return await context.store.query(
            ITEMS, app=app, order="queue_id", limit=_PAGE, cursor=job["cursor"]
        )
    return await context.store.query(
        ITEMS,
        app=app,
        order="queue_updated_at",
        low=job["started_at"] - _SKEW,
        limit=_PAGE,
        cursor=job["cursor"],
    )


async def _keep(context: Context, items: Sequence[Document[Item]]) -> None:
    """Nothing is changed but what is kept of them, which follows from their being written."""
    try:
        await context.store.commit(
            [Update(each.key, version=each.version, read=each) for each in items]
        )
    except Conflict:
        for each in items:
            (found,) = await context.store.get([each.key])
            if found is None:
                continue
            # Who was faster still has kept it.
            with suppress(Conflict):
                await context.store.commit([Update(each.key, version=found.version, read=found)])


async def _go_on(context: Context, read: Document[Recount], cursor: str | None, now: int) -> None:
    """Raises Conflict where the same message was worked on at the same time."""
    unit = UnitOfWork(context.store, [read])
    job = await unit.have(read.key)
    app = read.key.app
    job.pop("swept", None)
    job["cursor"] = cursor
    if cursor is not None:
        job["due_at"] = max(now, job.get("due_at", 0) + 1)
        unit.send(DueRecount(app, job["id"], job["due_at"]))
    elif not job["is_second"]:
        # The sweep sends it when it is due.
        wait = nanoseconds(_STALE_TTLS * context.settings.config_ttl) + SECOND
        job.update({"is_second": True, "due_at": max(now, job["started_at"] + wait)})
    else:
        del job["due_at"]
        gone = [count_name(view, kind) for view in job["gone"] for kind in KINDS]
        if gone:
            unit.add(*(Update(key, remove=gone, upsert=True) for key in counts_keys(app)))
    await unit.commit()
