"""Searches the files of a folder for texts: `python -m common.sqlite.search FOLDER`, with the texts
as a list in JSON on standard input. Answers with how often each file has any of them.
"""

from __future__ import annotations

import json
import mmap
import sys
from collections.abc import Sequence
from pathlib import Path

from common.sqlite.file import open_existing

_PATTERNS = ("*.db", "*.db-wal", "*.db-journal")
_TRIES = 3


def search(folder: Path, texts: Sequence[str]) -> dict[str, int]:
    """The log of writes is written into the database before, and emptied, so that what was
    overwritten there does not lie in it for as long as nobody writes more.
    """
    for path in sorted(folder.glob("*.db")):
        _empty_log(path)
    needles = [each.encode() for text in texts for each in {text, json.dumps(text)[1:-1]}]
    files = [path for pattern in _PATTERNS for path in sorted(folder.glob(pattern))]
    return {path.name: _count(path, needles) for path in files}


def _empty_log(path: Path) -> None:
    connection = open_existing(path)
    if connection is None:
        return
    try:
        for _ in range(_TRIES):
            busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if not busy:
                return
    finally:
        connection.close()


def _count(path: Path, needles: Sequence[bytes]) -> int:
    if not path.stat().st_size:
        return 0
    with (
        path.open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data,
    ):
        return sum(_occurrences(data, needle) for needle in needles)


def _occurrences(data: mmap.mmap, needle: bytes) -> int:
    found = at = 0
    while (at := data.find(needle, at)) >= 0:
        found, at = found + 1, at + len(needle)
    return found


if __name__ == "__main__":
    print(json.dumps(search(Path(sys.argv[1]), json.load(sys.stdin))))
