"""How long an app keeps what, as it is set: checked against what needs it, in the log, and with the
job that sees to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from common.configuration.context import Context
from common.domain.errors import Invalid
from common.domain.item_age import new_retention, retention_id
from common.domain.log import new_entry
from common.domain.retention import retention_days, too_short
from common.domain.settings import AppSettings
from common.domain.task import task_key
from common.store.store import Conflict, Create, Write


def check(before: AppSettings, fields: AppSettings) -> None:
    """Raises Invalid where something would go while appeals that need it are still taken."""
    after: AppSettings = {**before, **fields}
    kind = too_short(after)
    if kind is not None:
        problem = "is less than appeal_window_days, for which appeals have to be possible"
        raise Invalid.field(f"retention_days.{kind}", problem)


def changed(
    app: str, before: AppSettings, fields: AppSettings, by: str, now: int
) -> Iterator[Write]:
    """The entry about what `fields` change of it, if they do: they say then when that was."""
    days = retention_days({**before, **fields})
    if days != retention_days(before):
        fields["retention_changed_at"] = now
        custom = {"days": days, "days_before": retention_days(before)}
        yield new_entry(app, "retention", "changed", now, by=by, custom=custom)


async def start(context: Context, app: str, fields: AppSettings, now: int) -> None:
    """The job that sees to it, where there is none."""
    if not any(each is not None for each in retention_days(fields).values()):
        return
    key = task_key(app, retention_id(app))
    (known,) = await context.store.get([key])
    if known is None:
        # Who was faster has started it.
        with suppress(Conflict):
            await context.store.commit([Create(key, new_retention(app, now))])
