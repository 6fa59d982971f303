"""What it costs to keep what rules saw, and how long a backtest takes over what was kept.

`python -m benchmarks.backtests [--posts 100000] [--write]`, on SQLite in this process. The first is
measured with checks as they come, by turns with and without keeping; for the second so many inputs
are stored like those, of which every fiftieth fires.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import re
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

import orjson

from benchmarks.cost_world import World, open_world
from common.domain.item import Item, item_key, new_item
from common.domain.rule import RuleDocument
from common.domain.rule_input import RULE_INPUTS, RuleInput, rule_input_key, shard_of
from common.domain.settings import settings_key
from common.domain.task import is_finished, task_key
from common.domain.times import DAY
from common.moderation.background.working import work
from common.moderation.content.checks import check
from common.moderation.rules import backtests
from common.queue.messages import ScanOrder
from common.store.store import Create, Update, Write

RESULTS = Path(__file__).with_name("RESULTS.md")
_HEAD = "## Backtests"
_CHECKS, _TURN, _AUTHORS = 1_600, 100, 200
_USERS = 20_000
_FIRES = 50
_RULE: dict[str, Any] = {
    "id": "draft",
    "version": 0,
    "name": "Spam of newcomers",
    "scope": "post",
    "when": {
        "type": "all",
        "conditions": [
            {"type": "classified_as", "classes": ["spam"], "threshold": 0.98},
            {"type": "not", "condition": {"type": "contains_url"}},
            {"type": "post_count", "operator": "lt", "value": 1000, "window": "7d"},
        ],
    },
    "actions": ["flag_for_review"],
    "position": 0,
    "enabled": True,
    "created_at": 0,
    "updated_at": 0,
}


async def keeping(world: World) -> tuple[dict[str, Any], list[RuleInput]]:
    """Milliseconds of CPU, and bytes; with some of what was kept."""
    took: dict[str, list[float]] = {"none": [], "all": []}
    rng = random.Random(14)
    for number in range(_AUTHORS // 4):
        await world.remember(f"busy {number}", rng.choice((5, 50, 500)))
    for start in range(0, _CHECKS, _TURN):
        kept = "all" if (start // _TURN) % 2 else "none"
        change = Update(settings_key(world.app), set={"keep_inputs": kept}, upsert=True)
        await world.context.configurations.change(world.app, [change])
        for number in range(start, start + _TURN):
            author = f"author of busy {rng.randrange(_AUTHORS)}"
            sent = world.submission(f"{number}")
            sent = type(sent)(sent.entity_type, sent.entity_id, author, sent.content, "default")
            await check(world.context, world.app, sent, world.now())
            began = time.process_time()
            await world.enforce(f"{number}")
            took[kept].append((time.process_time() - began) * 1000)
    page = await world.context.store.query(RULE_INPUTS, app=world.app, limit=_CHECKS)
    inputs = [each.data for each in page.documents]
    sizes = sorted(len(orjson.dumps(each)) for each in inputs)
    return {
        "enforce_ms": {kept: round(median(times), 3) for kept, times in took.items()},
        "bytes": {"median": median(sizes), "p99": sizes[int(len(sizes) * 0.99)]},
    }, inputs


async def fill(world: World, inputs: Sequence[RuleInput], posts: int) -> None:
    rng, now = random.Random(15), world.now()
    for start in range(0, posts, 50):
        writes: list[Write] = []
        for number in range(start, min(start + 50, posts)):
            item, user = f"item-{number}", f"user-{rng.randrange(_USERS)}"
            score = 0.99 if number % _FIRES == 0 else rng.random() * 0.9
            like = inputs[number % len(inputs)]
            one: RuleInput = {
                **like,
                "shard": shard_of(user, item),
                "at": now - int(rng.random() * 7 * DAY),
                "item_id": item,
                "user_id": user,
                "facts": {**like["facts"], "classes": {"text:spam": score}},
            }
            writes.append(Create(rule_input_key(world.app, item, number), one))
            if number % _FIRES == 0:
                writes.append(Create(item_key(world.app, item), _item(world, item, user, now)))
        await world.context.store.commit(writes)


def _item(world: World, id: str, user: str, now: int) -> Item:
    return {**new_item(world.app, "post", id, user, now), "id": id, "shard": id[0]}


async def backtest(world: World) -> dict[str, Any]:
    """In seconds; `held_up` is the longest for which the event loop answered nobody."""
    document: RuleDocument = _RULE  # type: ignore[assignment]
    now = world.now()
    tested = backtests.of_draft(document)
    made = await backtests.start(world.context, world.app, tested, (now - 8 * DAY, now), "", now)
    late: list[float] = []
    watch = asyncio.create_task(_watch(late))
    began, cpu, steps = time.perf_counter(), time.process_time(), 0
    while True:
        (task,) = await world.context.store.get([task_key(world.app, made["id"])])
        assert task is not None
        if is_finished(task.data):
            break
        order = ScanOrder(world.app, made["id"], at=task.data["due_at"])
        await work(world.context, order, max(world.now(), order.at))
        steps += 1
    took, used = time.perf_counter() - began, time.process_time() - cpu
    watch.cancel()
    found = await backtests.get(world.context, world.app, made["id"])
    assert found["status"] == "completed", found
    return {
        "seen": found["tally"]["seen"],
        "fired": found["tally"]["fired"],
        "seconds": round(took, 1),
        "cpu_seconds": round(used, 1),
        "steps": steps,
        "document_bytes": len(orjson.dumps(found)),
        "held_up_ms": round(max(late) * 1000),
    }


async def _watch(late: list[float]) -> None:
    while True:
        began = time.perf_counter()
        await asyncio.sleep(0.005)
        late.append(time.perf_counter() - began - 0.005)


async def measure(posts: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        world = open_world(Path(folder))
        try:
            await world.configure(user_rules=True)
            kept, inputs = await keeping(world)
            await fill(world, inputs, posts)
            return {**kept, "backtest": await backtest(world)}
        finally:
            world.close()


def report(found: dict[str, Any]) -> str:
    ms, size, run = found["enforce_ms"], found["bytes"], found["backtest"]
    seconds = f"{run['seconds']} s ({run['cpu_seconds']} s of CPU)"
    rows = (
        ("`enforce`, CPU, median, nothing kept", f"{ms['none']} ms"),
        ("the same with what rules saw kept", f"{ms['all']} ms"),
        ("writes more for each evaluation", "1"),
        (
            "bytes of what is kept, median and 99th percentile",
            f"{size['median']:g} and {size['p99']:,}",
        ),
        (f"backtest over {run['seen']:,} evaluations, of which {run['fired']:,} fire", seconds),
        (
            "its steps, and the bytes of its document at the end",
            f"{run['steps']} and {run['document_bytes']:,}",
        ),
        ("the longest that it held up the event loop", f"{run['held_up_ms']} ms"),
    )
    return "\n".join(
        (
            _HEAD,
            "",
            "`python -m benchmarks.backtests --write`: keeping what rules saw, and a rule of three"
            " conditions over what was kept, on SQLite.",
            "",
            "| | |",
            "| --- | --- |",
            *(f"| {what} | {figure} |" for what, figure in rows),
            "",
        )
    )


def write(text: str) -> None:
    """In the place of what stands there."""
    before = RESULTS.read_text()
    pattern = re.compile(rf"^{_HEAD}\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
    kept = pattern.sub("", before).rstrip()
    RESULTS.write_text(f"{kept}\n\n{text}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=100_000)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    text = report(asyncio.run(measure(asked.posts)))
    print(text)
    if asked.write:
        write(text)


if __name__ == "__main__":
    main()
