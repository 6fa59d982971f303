"""What people do with an appeal beside deciding it: they read it, write about it, and note what
becomes of it before a body outside.
"""

from __future__ import annotations

from collections.abc import Callable

from common.configuration.context import Context
from common.domain.appeal import MOST_NOTES, Appeal, OutOfCourt, Reading, appeal_key
from common.domain.appeal_case import AppealCase
from common.domain.errors import Invalid, NotFound
from common.domain.log import new_entry
from common.moderation.appeal_cases import cases
from common.moderation.contention import ATTEMPTS, too_busy
from common.store.deciding import until_committed
from common.store.unit_of_work import UnitOfWork


async def note_reading(context: Context, app: str, id: str, by: str, now: int) -> AppealCase:
    def change(_unit: UnitOfWork, appeal: Appeal) -> None:
        others = [each for each in appeal.get("readings", ()) if each["by"] != by]
        reading: Reading = {"by": by, "at": now}
        appeal["readings"] = [*others, reading][-MOST_NOTES:]

    return await _change(context, app, id, change)


async def add_note(context: Context, app: str, id: str, by: str, text: str, now: int) -> AppealCase:
    """Raises Invalid where there are too many."""

    def change(unit: UnitOfWork, appeal: Appeal) -> None:
        notes = appeal.get("notes", [])
        if len(notes) >= MOST_NOTES:
            raise Invalid.field("text", f"is one more than the {MOST_NOTES} that an appeal has")
        appeal["notes"] = [*notes, {"by": by, "at": now, "text": text}]
        _log(unit, app, appeal, "appeal_note", by, now)

    return await _change(context, app, id, change)


async def note_out_of_court(
    context: Context, app: str, id: str, by: str, dispute: OutOfCourt, now: int
) -> AppealCase:
    def change(unit: UnitOfWork, appeal: Appeal) -> None:
        if appeal.get("out_of_court") != dispute:
            appeal["out_of_court"] = dispute
            _log(unit, app, appeal, "out_of_court", by, now, dispute)

    return await _change(context, app, id, change)


def _log(
    unit: UnitOfWork,
    app: str,
    appeal: Appeal,
    type: str,
    by: str,
    now: int,
    dispute: OutOfCourt | None = None,
) -> None:
    unit.add(
        new_entry(
            app,
            "appeal",
            type,
            now,
            item_id=appeal.get("item_id", ""),
            user_id=appeal["user_id"],
            by=by,
            custom={"appeal_id": appeal["id"], **(dispute or {})},
        )
    )


async def _change(
    context: Context, app: str, id: str, change: Callable[[UnitOfWork, Appeal], None]
) -> AppealCase:
    async def attempt() -> Appeal:
        unit = UnitOfWork(context.store)
        appeal = await unit.get(appeal_key(app, id))
        if appeal is None:
            raise NotFound(f"there is no appeal {id!r}", {"id": "does not exist"})
        change(unit, appeal)
        await unit.commit()
        return appeal

    changed = await until_committed(attempt, ATTEMPTS, too_busy())
    return (await cases(context, app, [changed]))[0]
