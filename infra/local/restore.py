"""`python -m infra.local.restore FOLDER`: puts a backup in the place of the store.

What was there is kept beside it. Broken off, it is done again by the same command; until then no
runtime starts on the folder.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import sys
import time
from collections.abc import Container
from contextlib import closing, suppress
from pathlib import Path

from common.domain.vault import KEY_FILE
from common.settings import Settings, load_settings
from common.sqlite.file import is_busy
from infra.local.backup import (
    STORES,
    CannotBackUp,
    check_integrity,
    check_is_local,
    checksum,
    described,
    sync,
)
from infra.local.complaints import TROUBLE, complain, explained
from infra.local.credentials import FILE as CREDENTIALS
from infra.local.folder import RESTORING, FolderInUse, FolderUnusable, lock, write_private

_BELONGING = ("", "-wal", "-shm", "-mark")


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m infra.local.restore", description="Put a backup in the store's place"
    )
    parser.add_argument("source", metavar="FROM", type=Path, help="a folder that backup has made")
    options = parser.parse_args()
    try:
        settings = load_settings()
        kept = restore(settings, options.source)
    except (CannotBackUp, FolderInUse, FolderUnusable) as error:
        return complain(str(error))
    except TROUBLE as error:
        return complain(explained(error))
    except sqlite3.Error as error:
        return complain(f"the backup cannot be read: {error}")
    print(f"{settings.data} is as it was in {options.source}.")
    if kept is not None:
        print(f"What was there before is in {kept}.")
    return 0


def restore(settings: Settings, source: Path) -> Path | None:
    """Where what was there before is kept; None where there was nothing.

    Raises CannotBackUp, FolderInUse, FolderUnusable, sqlite3.Error and OSError.
    """
    check_is_local(settings)
    files = described(source).files
    data = settings.data.expanduser().absolute()
    holding = lock(data, restoring=True)
    try:
        _check_nobody_writes(data)
        drafts = {name: _draft(source / name, data, given) for name, given in files.items()}
        write_private(data / RESTORING, f"{source.absolute()}\n".encode())
        sync(data)
        kept = _set_aside(data, files)
        for name, draft in drafts.items():
            draft.rename(data / name)
        sync(data)
        (data / RESTORING).unlink()
        sync(data)
        return kept
    finally:
        os.close(holding)


def _draft(source: Path, data: Path, given: str) -> Path:
    draft = data / f"{source.name}.restoring"
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600), "wb") as target:
        with source.open("rb") as file:
            shutil.copyfileobj(file, target)
        target.flush()
        os.fsync(target.fileno())
    if checksum(draft) != given:
        draft.unlink()
        raise CannotBackUp(f"{source} is not what the backup has made")
    if source.name in STORES:
        check_integrity(draft)
    return draft


def _check_nobody_writes(data: Path) -> None:
    """A function alone takes no lock on the folder, only on the file."""
    for name in STORES:
        if not (data / name).exists():
            continue
        with suppress(sqlite3.DatabaseError):
            _check_is_free(data / name)


def _check_is_free(path: Path) -> None:
    uri = f"{path.as_uri()}?mode=rw"
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None, timeout=1.0)) as connection:
        try:
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
        except sqlite3.OperationalError as error:
            if is_busy(error):
                raise CannotBackUp(f"another process has {path.name} open: stop it") from None
            raise


def _set_aside(data: Path, files: Container[str]) -> Path | None:
    """The key stays where the backup has none: it is older than the key, or has all in the open."""
    names = [f"{store}{suffix}" for store in STORES for suffix in _BELONGING]
    names += [CREDENTIALS, *([KEY_FILE] if KEY_FILE in files else [])]
    there = [name for name in names if (data / name).exists()]
    if not there:
        return None
    kept = data / time.strftime("before-restore-%Y-%m-%dT%H-%M-%SZ", time.gmtime())
    while kept.exists():
        kept = kept.with_name(f"{kept.name}-again")
    kept.mkdir(mode=0o700)
    for name in there:
        (data / name).rename(kept / name)
    sync(kept)
    return kept


if __name__ == "__main__":
    sys.exit(main())
