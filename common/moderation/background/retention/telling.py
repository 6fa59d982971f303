"""What went by the retention is in the log: one entry a day and kind, with how many."""

from __future__ import annotations

from common.domain.log import LogEntry, log_key, new_entry
from common.domain.log_tree import day_of
from common.domain.retention import KINDS, RetentionKind
from common.moderation.background.retention.page import Page


async def tell(page: Page) -> None:
    """Of what was not counted yet. An entry of the same day has it added, which is not closed."""
    known = page.known
    for kind in KINDS:
        number = known["uncounted"].get(kind, 0)
        if not number:
            continue
        entry = await _of_today(page, known["entries"].get(kind, ""))
        if entry is not None:
            entry["custom"] = {**entry["custom"], "deleted": entry["custom"]["deleted"] + number}
            continue
        _write(page, kind, number)
    known["uncounted"] = {}


async def tell_of_day(page: Page, day: str) -> None:
    """That the log's own entries of that day go, before any of them does: the
    entry is bound to a root, which shows a day that somebody else marked as gone in time.
    """
    known = page.known
    entry = await _of_today(page, known["entries"].get("log", ""))
    if entry is not None:
        entry["custom"] = {**entry["custom"], "through": day}
        return
    _write(page, "log", 0, through=day)


def _write(page: Page, kind: RetentionKind, number: int, **more: str) -> None:
    custom = {"kind": kind, "deleted": number, "days": page.days(kind), **more}
    made = new_entry(page.job.app, "retention", "deleted", page.job.now, custom=custom)
    page.job.unit.create(made.key, made.data)
    page.known["entries"] = {**page.known["entries"], kind: made.data["id"]}


async def _of_today(page: Page, id: str) -> LogEntry | None:
    entry = await page.job.unit.get(log_key(page.job.app, id)) if id else None
    is_same = entry is not None and day_of(entry["at"]) == day_of(page.job.now)
    return entry if is_same else None
