"""The roots of the log's days, and the proof that an entry is under one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from typing_extensions import TypedDict

from common.domain.evidence import PERSONAL, canonical, leaf_of, salts_of
from common.domain.log import LogEntry
from common.domain.log_tree import CHUNK, LogRoot
from common.domain.merkle import path_of
from common.domain.webhook import EventType
from common.views.webhook_events import Event


class LogRootAnswer(TypedDict):
    """Of a day (UTC) that is closed: of how many entries, the root of their tree, and the root that
    binds it to the day before. `signature` is ed25519 in Base64 over
    `{"app":…,"day":…,"root":…}`, keys in that order and nothing between, by `key` (whpk_…); both
    are empty where no key can be kept. Times are nanoseconds, hashes hexadecimal. `expired_at` says
    that the entries went by the retention of the log.
    """

    app: str
    day: str
    entries: int
    tree: str
    previous: str
    root: str
    key: str
    signature: str
    closed_at: int
    expired_at: NotRequired[int]


class LogRootsAnswer(TypedDict):
    """The newest come first."""

    roots: list[LogRootAnswer]
    next: str | None


class LogProofAnswer(TypedDict):
    """`leaf` is the text that is hashed: JSON with the fields of the `entry` that stand in it as
    they are, and the `commitments` to the others. `values` and `salts` are what of these is not
    erased, each value as the JSON that is committed to. The leaf is the `index`-th of
    `root.entries`, from 0; `path` leads from it to `root.tree`, from the bottom.
    """

    id: str
    leaf: str
    values: dict[str, str]
    salts: dict[str, str]
    index: int
    path: list[str]
    root: LogRootAnswer


class LogRootEvent(Event):
    log_root: LogRootAnswer


def log_root_answer(app: str, root: LogRoot) -> LogRootAnswer:
    answer: LogRootAnswer = {
        "app": app,
        "day": root["day"],
        "entries": root["entries"],
        "tree": root["tree"],
        "previous": root["previous"],
        "root": root["root"],
        "key": root["key"],
        "signature": root["signature"],
        "closed_at": root["closed_at"],
    }
    if "expired_at" in root:
        answer["expired_at"] = root["expired_at"]
    return answer


def log_roots_answer(app: str, roots: Sequence[LogRoot], cursor: str | None) -> LogRootsAnswer:
    return {"roots": [log_root_answer(app, root) for root in roots], "next": cursor}


def log_proof_answer(
    app: str, entry: LogEntry, root: LogRoot, number: int, place: int, hashes: Sequence[str]
) -> LogProofAnswer:
    """`hashes` are those of the `number`-th chunk, where it has the `place`."""
    salts, fields = salts_of(entry), {**entry}
    path = [
        *path_of([*map(bytes.fromhex, hashes)], place),
        *path_of([*map(bytes.fromhex, root["chunks"])], number),
    ]
    return {
        "id": entry["id"],
        "leaf": leaf_of(entry).decode(),
        "values": {name: canonical(fields[name]).decode() for name in PERSONAL if name in salts},
        "salts": salts,
        "index": number * CHUNK + place,
        "path": [each.hex() for each in path],
        "root": log_root_answer(app, root),
    }


def log_root_event(app: str, root: LogRoot, now: int) -> LogRootEvent:
    return {
        "type": EventType.LOG_ROOT.value,
        "created_at": now,
        "custom": {},
        "log_root": log_root_answer(app, root),
    }
