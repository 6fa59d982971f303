"""A window for appeals of less than six months is in the log, with who answers for it and why."""

from __future__ import annotations

from collections.abc import Iterator

from common.domain.appeal_rules import WINDOW_DAYS
from common.domain.log import new_entry
from common.domain.settings import AppSettings
from common.store.store import Write


def shortened(app: str, before: AppSettings, fields: AppSettings, now: int) -> Iterator[Write]:
    """The entry about what `fields` change of it, if they do."""
    if "appeal_window_days" not in fields:
        return
    days, override = fields["appeal_window_days"], fields.get("appeal_window_override")
    earlier = before.get("appeal_window_days", WINDOW_DAYS)
    if days == earlier and override == before.get("appeal_window_override"):
        return
    yield new_entry(
        app,
        "appeal",
        "appeal_window",
        now,
        by=override["user_id"] if override else "",
        reason=override["reason"] if override else "",
        custom={"days": days, "days_before": earlier},
    )
