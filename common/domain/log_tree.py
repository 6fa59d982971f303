"""The trees of the log: a day's leaves in chunks, and the roots of the days, each bound to the one
before it.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from hashlib import sha256
from typing import NotRequired

from typing_extensions import TypedDict

from common.domain.evidence import canonical
from common.domain.ids import derived_id
from common.domain.times import DAY, HOUR, SECOND
from common.store.store import Collection, Key

CHUNK = 512
"""Leaves of all chunks but the last: a power of two, so that their roots give the day's."""
LATE = HOUR
"""How long after a day's end an entry of it may still be written: a day is closed then."""
LOOKED_BACK = 2 * HOUR
"""Entries of a closed day's end that were written later still are leaves of the next one."""
GENESIS = "0" * 64


class LogLeaves(TypedDict):
    """The `number`-th chunk of a day: the entries' ids in their order, and the hash of each leaf in
    hexadecimal.
    """

    day: str
    number: int
    ids: list[str]
    hashes: list[str]


class LogRoot(TypedDict):
    """Of the closed `day` (YYYY-MM-DD, UTC). `chunks` are the roots of its chunks, `lasts` the last
    ids in them, and `tree` is the root of all its leaves; `root` binds it to the `previous` one.
    `signature` is ed25519 over its `signed_text`, in Base64, made with the private half of
    `key` (whpk_…); both are empty where no key can be kept. `expired_at` is there once the entries
    have gone by the retention of the log. All hashes are hexadecimal.
    """

    day: str
    entries: int
    chunks: list[str]
    lasts: list[str]
    tree: str
    previous: str
    root: str
    key: str
    signature: str
    closed_at: int
    expired_at: NotRequired[int]


LOG_LEAVES: Collection[LogLeaves] = Collection("log_leaves")
LOG_ROOTS: Collection[LogRoot] = Collection("log_root")


def leaves_key(app: str, day: str, number: int) -> Key[LogLeaves]:
    return Key(app, LOG_LEAVES, f"{day}:{number:06d}")


def new_leaves(day: str, number: int) -> LogLeaves:
    return {"day": day, "number": number, "ids": [], "hashes": []}


def root_key(app: str, day: str) -> Key[LogRoot]:
    return Key(app, LOG_ROOTS, day)


def log_tree_id(app: str) -> str:
    """Of the job that closes the app's days."""
    return derived_id("log tree", app)


def chained(day: str, entries: int, tree: str, previous: str) -> str:
    """The root of a day; `previous` is that of the day before, or GENESIS."""
    return sha256(
        canonical({"day": day, "entries": entries, "previous": previous, "tree": tree})
    ).hexdigest()


def signed_text(app: str, day: str, root: str) -> bytes:
    """What is signed."""
    return canonical({"app": app, "day": day, "root": root})


def day_of(at: int) -> str:
    return datetime.fromtimestamp(at // SECOND, UTC).date().isoformat()


def start_of(day: str) -> int:
    """Nanoseconds. Raises ValueError for what is no day."""
    parsed = date.fromisoformat(day)
    return int(datetime(parsed.year, parsed.month, parsed.day, tzinfo=UTC).timestamp()) * SECOND


def end_of(day: str) -> int:
    return start_of(day) + DAY


def day_after(day: str) -> str:
    return day_of(end_of(day))


def day_before(day: str) -> str:
    return day_of(start_of(day) - 1)


def first_id(at: int) -> str:
    """No entry of that time or later has a smaller id."""
    text = f"{at // 1_000_000:012x}"
    return f"{text[:8]}-{text[8:]}"


def time_of(id: str) -> int:
    """Nanoseconds, to the millisecond."""
    return int(id.replace("-", "")[:12], 16) * 1_000_000
