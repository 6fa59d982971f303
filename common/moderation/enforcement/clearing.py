"""Strikes taken back, in the commit of what takes them back."""

from __future__ import annotations

from collections.abc import Callable

from common.domain.log import new_entry
from common.domain.strikes import Strike, fields_of, shown, standing_strikes, strikes_key
from common.store.unit_of_work import UnitOfWork

CLEARED = "cleared"
_MOST_SHOWN = 20


async def clear(
    unit: UnitOfWork,
    app: str,
    user: str,
    which: Callable[[Strike], bool],
    now: int,
    *,
    by: str = "",
    reason: str = "",
) -> list[Strike]:
    """Takes back those that still count, and says so in the log."""
    key = strikes_key(app, user)
    known = await unit.get(key) if user else None
    standing = standing_strikes(known, now)
    gone = [each for each in standing if which(each)]
    if known is None or not gone:
        return []
    left = [each for each in standing if each not in gone]
    if left:
        known.update(fields_of(user, left))
    else:
        unit.delete(key)
    unit.add(
        new_entry(
            app,
            "strike",
            CLEARED,
            now,
            user_id=user,
            by=by,
            reason=reason,
            custom={"strikes": [shown(each) for each in gone[:_MOST_SHOWN]], "count": len(gone)},
        )
    )
    return gone
