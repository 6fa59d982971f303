"""What the files of the default backend have beyond its documents: free pages, the log of writes.

Another process looks: one that closes a file of SQLite drops the locks that its own connections
hold on it.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

import orjson

from common.domain.erasure import FileCount
from common.settings import Settings

MOST_TEXTS = 200
_SECONDS = 300.0


async def search(settings: Settings, needles: Sequence[str]) -> list[FileCount]:
    """Nothing where what is stored lies elsewhere, or there is nothing to look for."""
    if settings.store != "sqlite" or not needles:
        return []
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "common.sqlite.search",
        str(settings.data),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        cwd=Path(__file__).parents[4],
    )
    answer, _ = await asyncio.wait_for(process.communicate(orjson.dumps([*needles])), _SECONDS)
    if process.returncode:
        raise RuntimeError("the files of the store could not be searched")
    counts: dict[str, int] = orjson.loads(answer)
    return [{"file": name, "found": found} for name, found in sorted(counts.items())]
