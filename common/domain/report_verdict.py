"""What a moderator's decision says of the reports that came before it, still to be counted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from typing_extensions import TypedDict

from common.store.store import Collection, Key


class ReportVerdict(TypedDict):
    """`id` is that of the decision's entry in the log, `flags` are the reports, of which the first
    `done` are counted. `by` is who decided, whose own reports count for nothing. `due_at` is there
    until all are. With `retracts` they are no longer counted as what they were at that time, wrong.
    Times are nanoseconds.
    """

    id: str
    item_id: str
    right: bool
    by: str
    flags: list[str]
    done: int
    decided_at: int
    retracts: NotRequired[int]
    due_at: NotRequired[int]
    swept: NotRequired[int]


REPORT_VERDICTS: Collection[ReportVerdict] = Collection("report_verdict")


def report_verdict_key(app: str, id: str) -> Key[ReportVerdict]:
    return Key(app, REPORT_VERDICTS, id)


def new_verdict(
    id: str, item: str, flags: Sequence[str], by: str, now: int, *, right: bool
) -> ReportVerdict:
    return {
        "id": id,
        "item_id": item,
        "right": right,
        "by": by,
        "flags": [*flags],
        "done": 0,
        "decided_at": now,
        "due_at": now,
    }
