"""Exports of the log and of the review queue."""

from __future__ import annotations

from typing import Literal

from common.api.gavel.base import Body, Moment
from common.domain.task import JobKind

_KINDS: dict[str, JobKind] = {
    "moderation_logs": "log_export",
    "log": "whole_log_export",
    "review_queue": "queue_export",
}


class ExportBody(Body):
    """Without `since` from the first on, without `until` up to now. `moderation_logs` are the log's
    actions with Stream's columns, `log` is all of it.
    """

    of: Literal["moderation_logs", "log", "review_queue"]
    since: Moment | None = None
    until: Moment | None = None

    @property
    def kind(self) -> JobKind:
        return _KINDS[self.of]

    def times(self, now: int) -> tuple[int, int]:
        """In nanoseconds."""
        return self.since or 0, self.until or now - now % 60_000_000_000 + 60_000_000_000
