"""What a page of the retention works with, and what is known from one page to the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from typing_extensions import TypedDict

from common.domain.retention import RetentionKind, retention_days
from common.domain.settings import AppSettings
from common.domain.task import Task
from common.domain.times import DAY
from common.moderation.background.holding import Holds
from common.moderation.background.job import Job
from common.store.store import Delete, Document


class Known(TypedDict):
    """`began_at` is when the pass began. `items_at` and `counters_at` are when a pass began last
    that looked through all of them, `with_items` and `with_counters` whether this one does.
    `log_from` is the first day whose entries have not gone. `uncounted` is what has gone and is
    not in the log yet, `entries` the log's entries about the day, by kind. `in_a_row` counts pages
    since the job last waited.
    """

    began_at: int
    items_at: int
    counters_at: int
    with_items: bool
    with_counters: bool
    log_from: str
    uncounted: dict[str, int]
    entries: dict[str, str]
    in_a_row: int


NOTHING: Known = {
    "began_at": 0,
    "items_at": 0,
    "counters_at": 0,
    "with_items": False,
    "with_counters": False,
    "log_from": "",
    "uncounted": {},
    "entries": {},
    "in_a_row": 0,
}


def known_of(task: Task) -> Known:
    result: Mapping[str, Any] = task.get("result", {})
    return cast(Known, {**NOTHING, **result})


@dataclass(slots=True)
class Page:
    job: Job
    settings: AppSettings
    holds: Holds
    known: Known

    def days(self, kind: RetentionKind) -> int | None:
        return retention_days(self.settings)[kind]

    def before(self, kind: RetentionKind) -> int:
        """What was there before that time may go; of a kind that goes."""
        return self.known["began_at"] - (self.days(kind) or 0) * DAY

    async def free(self, documents: Sequence[Document[Any]]) -> list[Document[Any]]:
        job = self.job
        return await self.holds.free(job.context.store, job.app, documents)

    def delete(self, kind: RetentionKind, document: Document[Any]) -> None:
        self.job.unit.add(Delete(document.key, document.version, document))
        self.count(kind)

    def count(self, kind: RetentionKind, number: int = 1) -> None:
        before = self.known["uncounted"]
        if number:
            self.known["uncounted"] = {**before, kind: before.get(kind, 0) + number}
