"""Posts of one user at the same moment, on SQLite: `python -m benchmarks.crowd [POSTS]`.

Of a limit of five, four are to pass and all others to be caught, however many come at once.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.cost_world import World, open_world
from common.domain.content import HIVE_POST, Content, Submission
from common.moderation.content.checks import check
from common.moderation.resources import policies

_POSTS, _LIMIT = 200, 5
_POLICIES: dict[str, dict[str, Any]] = {
    "too fast": {
        "velocity_filter_config": {
            "rules": [{"action": "remove", "fast_spam_threshold": _LIMIT, "fast_spam_ttl": 600}]
        }
    },
    "the same": {"flood_config": {"identical": {"threshold": _LIMIT, "action": "remove"}}},
    "alike": {"flood_config": {"similar": {"threshold": _LIMIT, "action": "remove"}}},
}


async def at_once(world: World, policy: str, posts: int) -> tuple[Counter[str], float]:
    """What was recommended, and the seconds until all were answered."""
    config = _POLICIES[policy]
    await policies.put(world.context, world.app, policy, "", config, world.now(), is_async=False)
    moment = world.now()
    sent = [
        Submission(HIVE_POST, f"{policy} {n}", f"ann, {policy}", Content((_TEXT,)), policy)
        for n in range(posts)
    ]
    began = time.perf_counter()
    checked = await asyncio.gather(
        *(check(world.context, world.app, each, moment) for each in sent)
    )
    took = time.perf_counter() - began
    return Counter(each.item["recommended_action"] for each in checked), took


_TEXT = "Buy cheap watches here, today only, and tell all your friends about it."


async def measure(posts: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = open_world(Path(folder))
        try:
            await world.configure(user_rules=False)
            for policy in _POLICIES:
                found, took = await at_once(world, policy, posts)
                passed, caught = found["keep"], found["remove"]
                print(f"{policy:<10} {passed:>4} pass, {caught:>4} caught, {took:.2f} s")
        finally:
            world.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("posts", nargs="?", type=int, default=_POSTS)
    asyncio.run(measure(parser.parse_args().posts))


if __name__ == "__main__":
    main()
