"""The data folder: private to its owner, used by one runtime at a time."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path


class FolderInUse(Exception):
    """Another runtime holds the folder."""


class FolderUnusable(Exception):
    """It is none, or nothing can be written there; the text says why."""


RESTORING = "restoring"
"""There while a backup is put in the store's place: a store beside it may be missing."""


def lock(folder: Path, *, restoring: bool = False) -> int:
    """The descriptor that holds the lock until the process ends, however it ends.

    Raises FolderInUse and FolderUnusable.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(folder / "runtime.lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        reason = "is not a folder" if _is_no_folder(folder) else f"cannot be used: {error.strerror}"
        raise FolderUnusable(f"GAVEL_DATA: {folder} {reason}") from None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise FolderInUse(f"another Gavel runs on {folder}: stop it or set GAVEL_DATA") from None
    if not restoring and (folder / RESTORING).exists():
        source = (folder / RESTORING).read_text().strip()
        raise FolderUnusable(f"a restore was broken off: run make restore FROM={source} again")
    return descriptor


def _is_no_folder(path: Path) -> bool:
    return path.exists() and not path.is_dir()


def write_private(path: Path, content: bytes) -> None:
    """All or nothing, readable by the owner only."""
    draft = path.with_suffix(".draft")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(descriptor)
    draft.replace(path)
