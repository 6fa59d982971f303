"""What processes have used, as Linux tells it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path


def tree(pid: int) -> Iterator[int]:
    """The process, its children and theirs."""
    yield pid
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        yield from tree(int(child))


def cpu_seconds(pid: int) -> float:
    """Of all its threads, without its children and without threads that have ended."""
    used = 0
    for path in Path(f"/proc/{pid}").glob("task/*/schedstat"):
        # It may end between being listed and being read, too.
        with suppress(FileNotFoundError, ProcessLookupError):
            used += int(path.read_text().split()[0])
    return used / 1e9


def resident_mib(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024
