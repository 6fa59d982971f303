"""What floods and the velocity filter add to a check: `python -m benchmarks.floods`.

The same contents are checked under a policy with and without them, in turns, on SQLite, by authors
of whom some post often.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.cost_world import COUNTING, World, open_world
from common.domain.content import HIVE_POST, Content, Submission
from common.engines.floods.fingerprints import fingerprint
from common.moderation.content.checks import check
from common.text.folding import Folded

_CHECKS, _AUTHORS = 600, 40
_TEXT = "We met at the old harbour on Sunday and walked along the river, day {} of our journey."


async def measure() -> dict[str, float]:
    """Medians in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        world = open_world(Path(folder))
        try:
            await world.configure(user_rules=False)
            took: dict[str, list[float]] = {"default": [], COUNTING: []}
            for number in range(_CHECKS):
                for policy, times in took.items():
                    times.append(await _seconds(world, number, policy))
            return {policy: median(times) * 1_000 for policy, times in took.items()}
        finally:
            world.close()


async def _seconds(world: World, number: int, policy: str) -> float:
    author = f"author {number % _AUTHORS}"
    content = Content((_TEXT.format(number),))
    sent = Submission(HIVE_POST, f"{policy} {number}", author, content, policy)
    started = time.perf_counter()
    await check(world.context, world.app, sent, world.now())
    return time.perf_counter() - started


def _fingerprint_milliseconds() -> float:
    texts = [Folded(_TEXT.format(number)) for number in range(1_000)]
    started = time.perf_counter()
    for text in texts:
        fingerprint([text])
    return time.perf_counter() - started


def main() -> None:
    found = asyncio.run(measure())
    without, with_them = found["default"], found[COUNTING]
    ratio = with_them / without
    print(f"a check: {without:.2f} ms without, {with_them:.2f} ms with them ({ratio:.2f} times)")
    print(f"a fingerprint of {len(_TEXT)} characters: {_fingerprint_milliseconds():.2f} ms")


if __name__ == "__main__":
    main()
