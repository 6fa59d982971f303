"""The log goes a day at a time, once the day is closed: its root stays and says that the entries
went in time, so that whoever verifies the log tells that from their having been deleted.

What is held and what an open appeal is against stays, with the leaves that prove it, and goes when
nothing keeps it any more.
"""

from __future__ import annotations

from collections.abc import Iterable

from common.domain.appeal import APPEALS
from common.domain.log import LOG, log_key
from common.domain.log_tree import (
    LOG_LEAVES,
    LOG_ROOTS,
    LOOKED_BACK,
    LogRoot,
    day_after,
    end_of,
    first_id,
    leaves_key,
    root_key,
    start_of,
)
from common.moderation.background.retention import telling
from common.moderation.background.retention.page import Page
from common.store.store import Delete
from common.store.walking import documents

_AT_ONCE = 60
_CHUNKS_AT_ONCE = 5
_ROOT, _LEFT, _LEAVES = "day", "left", "leaves"


async def step(page: Page, cursor: str) -> str | None:
    """First the days whose time has come, then what was kept of days before, then its leaves."""
    part, _, rest = cursor.partition("|")
    if part in ("", _ROOT):
        return await _of_day(page, rest)
    return await (_of_what_was_left(page, rest) if part == _LEFT else _of_leaves(page, rest))


async def _of_day(page: Page, at: str) -> str | None:
    """`at` has the chunk, the place in it, and whether anything of the chunk stays."""
    root = await _next(page)
    if root is None:
        return f"{_LEFT}|" if page.known["log_from"] else None
    number, place, stays = (int(each) for each in (at or "0|0|0").split("|"))
    await _expire(page, root["day"])
    if number == len(root["chunks"]):
        page.known["log_from"] = day_after(root["day"])
        return f"{_ROOT}|"
    leaves = await page.job.unit.get(leaves_key(page.job.app, root["day"], number))
    ids = leaves["ids"] if leaves is not None else []
    part = ids[place : place + _AT_ONCE]
    stays |= await _delete(page, part) < len(part)
    if place + _AT_ONCE < len(ids):
        return f"{_ROOT}|{number}|{place + _AT_ONCE}|{stays}"
    if leaves is not None and not stays:
        page.job.unit.delete(leaves_key(page.job.app, root["day"], number))
    return f"{_ROOT}|{number + 1}|0|0"


async def _next(page: Page) -> LogRoot | None:
    found = await page.job.context.store.query(
        LOG_ROOTS, app=page.job.app, low=page.known["log_from"] or None, limit=1
    )
    for document in found.documents:
        if end_of(document.data["day"]) <= page.before("log"):
            return document.data
    return None


async def _expire(page: Page, day: str) -> None:
    root = await page.job.unit.have(root_key(page.job.app, day))
    if "expired_at" not in root:
        root["expired_at"] = page.job.now
        await telling.tell_of_day(page, day)


async def _delete(page: Page, ids: list[str]) -> int:
    """How many are gone; those that had gone before are."""
    job = page.job
    found = await job.context.store.get([log_key(job.app, id) for id in ids])
    there = [each for each in found if each is not None]
    appealed = await _appealed(page) if there else set()
    going = [each for each in await page.free(there) if each.key.id not in appealed]
    job.unit.add(*(Delete(each.key) for each in going))
    page.count("log", len(going))
    return len(ids) - len(there) + len(going)


async def _appealed(page: Page) -> set[str]:
    """What the appeals that nobody has decided are against."""
    appeals = documents(
        page.job.context.store,
        APPEALS,
        app=page.job.app,
        equal={"status": "submitted"},
        order="created_at",
    )
    return {each.data["original_id"] async for each in appeals}


async def _of_what_was_left(page: Page, cursor: str) -> str | None:
    """Those of the last hours before are leaves of the first day that is there, perhaps."""
    before = start_of(page.known["log_from"]) - LOOKED_BACK
    found = await page.job.context.store.query(
        LOG, app=page.job.app, high=first_id(before), limit=_AT_ONCE, cursor=cursor or None
    )
    await _delete(page, [each.key.id for each in found.documents])
    return f"{_LEFT}|{found.cursor}" if found.cursor is not None else f"{_LEAVES}|"


async def _of_leaves(page: Page, cursor: str) -> str | None:
    job = page.job
    found = await job.context.store.query(
        LOG_LEAVES,
        app=job.app,
        high=page.known["log_from"],
        limit=_CHUNKS_AT_ONCE,
        cursor=cursor or None,
    )
    for document in found.documents:
        if not await _is_any_there(page, document.data["ids"]):
            job.unit.add(Delete(document.key))
    return f"{_LEAVES}|{found.cursor}" if found.cursor is not None else None


async def _is_any_there(page: Page, ids: Iterable[str]) -> bool:
    keys = [log_key(page.job.app, id) for id in ids]
    return any(each is not None for each in await page.job.context.store.get(keys))
