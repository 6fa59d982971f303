"""Exports of the log and of the review queue."""

from __future__ import annotations

from typing import Literal

from common.api.gavel.base import Body, Moment
from common.domain.task import JobKind


class ExportBody(Body):
    """Without `since` from the first on, without `until` up to now."""

    of: Literal["moderation_logs", "review_queue"]
    since: Moment | None = None
    until: Moment | None = None

    @property
    def kind(self) -> JobKind:
        return "log_export" if self.of == "moderation_logs" else "queue_export"

    def times(self, now: int) -> tuple[int, int]:
        """In nanoseconds."""
        return self.since or 0, self.until or now - now % 60_000_000_000 + 60_000_000_000
