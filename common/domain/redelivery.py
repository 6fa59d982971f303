"""The resending: a job that makes many deliveries due, so many a second."""

from __future__ import annotations

from typing import Literal

from common.store.store import Data, Key

Kind = Literal["redeliver", "replay", "release"]
"""Sends again what is dead; sends anew what another endpoint was sent; sends what was held."""


def resending_key(app: str, id: str) -> Key:
    return Key(app, "resending", id)


def new_resending(
    id: str,
    kind: Kind,
    now: int,
    *,
    endpoint: str,
    source: str,
    since: int,
    until: int,
    per_second: int,
    by: str = "",
) -> Data:
    """Looks at what `source` was ordered from `since` to before `until`. `due_at` is there until
    the job is done; `cursor` is where it goes on.
    """
    return {
        "id": id,
        "kind": kind,
        "endpoint": endpoint,
        "source": source,
        "since": since,
        "until": until,
        "per_second": per_second,
        "by": by,
        "state": "running",
        "cursor": None,
        "resent": 0,
        "skipped": 0,
        "created_at": now,
        "updated_at": now,
        "due_at": now,
    }
