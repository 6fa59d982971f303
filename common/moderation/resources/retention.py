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
from common.domain.retention import kept_by_erasures, retention_days, too_short
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
    """The entries about what `fields` change of it, and of what erasures leave and refuse, if they
    do: of the former they say then when that was.
    """
    old, erasing = _erasing(before), _erasing({**before, **fields})
    if erasing != old:
        custom = {**erasing, **{f"{name}_before": each for name, each in old.items()}}
        yield new_entry(app, "retention", "changed", now, by=by, custom=custom)
    days = retention_days({**before, **fields})
    if days != retention_days(before):
        fields["retention_changed_at"] = now
        custom = {"days": {**days}, "days_before": {**retention_days(before)}}
        yield new_entry(app, "retention", "changed", now, by=by, custom=custom)


def _erasing(settings: AppSettings) -> dict[str, object]:
    keeps, ids = sorted(kept_by_erasures(settings)), settings.get("erased_ids", "new_person")
    return {"erasure_keeps": keeps, "erased_ids": ids}


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
