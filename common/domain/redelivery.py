"""The redelivery: a job that makes many deliveries due, so many a second."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from common.store.store import Collection, Key

Kind = Literal["redeliver", "replay", "release", "drop"]
"""Sends again what is dead; sends anew what another endpoint was sent; sends what was held; drops
what a paused action was ordered, and resumes it then.
"""


class Redelivery(TypedDict):
    """Looks at what `source` was ordered from `since` to before `until`. `due_at` is there until
    the job is done; `cursor` is where it goes on. Times are nanoseconds. `swept` counts how often
    the sweep has published its message again since the last page. `looks_at` is the state of what
    a drop is about: first what waits for others, which nothing can then be behind.
    """

    id: str
    kind: Kind
    endpoint: str
    source: str
    since: int
    until: int
    per_second: int
    by: str
    state: Literal["running", "done"]
    cursor: str | None
    resent: int
    skipped: int
    created_at: int
    updated_at: int
    due_at: NotRequired[int]
    swept: NotRequired[int]
    looks_at: NotRequired[Literal["waiting", "pending"]]
    finished_at: NotRequired[int]


REDELIVERIES: Collection[Redelivery] = Collection("resending")


def redelivery_key(app: str, id: str) -> Key[Redelivery]:
    return Key(app, REDELIVERIES, id)
