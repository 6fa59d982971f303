"""`python -m infra.local.backup [FOLDER]`: a copy of the store, also while Gavel runs and writes.

It is made as of one moment, in a reading transaction: nobody who writes waits for it, and the log
grows until it is done. The folder appears when all of it is checked and on disk.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from common.domain.vault import KEY_FILE
from common.settings import Settings, load_settings
from infra.local.complaints import TROUBLE, complain, explained
from infra.local.credentials import FILE as CREDENTIALS
from infra.local.folder import write_private

STORES = ("store.db", "queue.db")
"""The second where a release before this one has left it."""
DESCRIPTION = "backup.json"
_PAGES = 2_000
_BUSY_SECONDS = 30.0
_PIECE = 1 << 20


class CannotBackUp(Exception):
    """The text says why; nothing is left of it."""


class Description(BaseModel):
    """What a backup holds: when it was made, and each file with its SHA-256."""

    model_config = ConfigDict(extra="forbid")

    made_at: str
    files: dict[str, str]


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m infra.local.backup", description="Copy the store"
    )
    parser.add_argument("to", nargs="?", type=Path, help="a folder that is not there yet")
    options = parser.parse_args()
    try:
        settings = load_settings()
        to = options.to or _by_time(settings.data)
        back_up(settings, to)
    except CannotBackUp as error:
        return complain(str(error))
    except TROUBLE as error:
        return complain(explained(error))
    except sqlite3.Error as error:
        return complain(f"the store cannot be copied: {error}")
    print(f"The backup is {to}. Whoever reads it can act as every app: keep it like a secret.")
    return 0


def back_up(
    settings: Settings, to: Path, progress: Callable[[int, int, int], None] | None = None
) -> Description:
    """Everything acknowledged before it began is in it. Raises CannotBackUp, sqlite3.Error and
    OSError.
    """
    check_is_local(settings)
    data = settings.data.expanduser().absolute()
    if not (data / STORES[0]).exists():
        raise CannotBackUp(f"there is no store in {data}: set GAVEL_DATA")
    if to.exists():
        raise CannotBackUp(f"{to} is there already")
    draft = to.with_name(f"{to.name}.draft-{os.getpid()}")
    draft.mkdir(mode=0o700, parents=True)
    try:
        description = _copied(data, draft, progress)
        draft.rename(to)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    sync(to.parent)
    return description


def check_is_local(settings: Settings) -> None:
    """Raises CannotBackUp."""
    if settings.store != "sqlite":
        raise CannotBackUp(
            f"GAVEL_STORE is {settings.store}, whose own backups serve: docs/operating.md"
        )


def checksum(path: Path) -> str:
    found = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            found.update(piece)
    return found.hexdigest()


def described(folder: Path) -> Description:
    """Raises CannotBackUp where the folder is no complete backup."""
    try:
        return Description.model_validate_json((folder / DESCRIPTION).read_bytes())
    except (OSError, ValidationError):
        raise CannotBackUp(f"{folder} is no backup: it has no readable {DESCRIPTION}") from None


def check_integrity(path: Path) -> None:
    """Reads all of it. Raises CannotBackUp."""
    with closing(_opened(path)) as connection:
        problems = [row[0] for row in connection.execute("PRAGMA integrity_check(3)")]
    if problems != ["ok"]:
        raise CannotBackUp(f"{path.name} is damaged: {'; '.join(problems)[:500]}")


def sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _copied(
    data: Path, draft: Path, progress: Callable[[int, int, int], None] | None
) -> Description:
    names = [name for name in STORES if (data / name).exists()]
    for name in names:
        _copy_store(data / name, draft / name, progress)
    for name in (CREDENTIALS, KEY_FILE):
        if (data / name).exists():
            write_private(draft / name, (data / name).read_bytes())
            names.append(name)
    files = {name: checksum(draft / name) for name in names}
    made_at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    description = Description(made_at=made_at, files=files)
    write_private(draft / DESCRIPTION, description.model_dump_json(indent=2).encode() + b"\n")
    sync(draft)
    return description


def _copy_store(
    source: Path, target: Path, progress: Callable[[int, int, int], None] | None
) -> None:
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    with closing(_opened(source)) as connection, closing(sqlite3.connect(target)) as copy:
        # Held to the end: the pages of every step are those of this moment.
        connection.execute("BEGIN")
        connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
        connection.backup(copy, pages=_PAGES, progress=progress, sleep=0.0)
        connection.execute("COMMIT")
        # A file by itself, without a log.
        copy.execute("PRAGMA journal_mode=DELETE")
    check_integrity(target)
    sync(target)


def _opened(path: Path) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode=rw"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=_BUSY_SECONDS)
    connection.execute("PRAGMA query_only=1")
    return connection


def _by_time(data: Path) -> Path:
    name = time.strftime("%Y-%m-%dT%H-%M-%SZ", time.gmtime())
    folder = data.expanduser().absolute()
    return folder.with_name(f"{folder.name}-backups") / name


if __name__ == "__main__":
    sys.exit(main())
