"""What folding and the text engines cost on a message of 200 characters, toxicity on 150.

python benchmarks/engines.py [--json]
"""

from __future__ import annotations

import argparse
import json
import random
import string
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent.parent))

from common.domain.content import Content
from common.engines.block_list.engine import finder
from common.engines.block_list.lists import BlockListSpec
from common.engines.circumvention.engine import find as circumvention
from common.engines.toxicity.scoring import scored
from common.text.folding import fold
from common.text.obfuscation import readings

PLAIN = (
    "Hello everyone, the meeting tomorrow will be at the little coffee shop on the corner. Please "
    "bring your books and notes, we will all look at the plans together! See you soon, and happy "
    "cooking to all."
)
CHAT = (
    "I've got 2 tickets for the 5pm show (it's free!) - anyone? Meet @john at the well-known "
    "place on 4th St., don't be late... gr8 fun #party, see example.org/x?y=1 or just call back "
    "later, ok? :) See ya"
)
RUSSIAN = (
    "Привет всем! Завтра вечером встречаемся в парке у фонтана, берите с собой друзей и хорошее "
    "настроение. Если пойдёт дождь, то идём в кафе напротив библиотеки, там тепло и подают вкусный "
    "чай с пирогами."
)
HOSTILE = (
    "You are such a pathetic idiot, nobody here wants to read your stupid comments. Shut the f*ck "
    "up and go back to your hole, you worthless piece of sh1t!"
)
TOXICITY_TEXTS = {"plain": PLAIN[:150], "chat": CHAT[:150], "hostile": HOSTILE}
TEXTS = {"plain": PLAIN, "chat": CHAT, "russian": RUSSIAN}


def words(count: int) -> list[str]:
    rng = random.Random(count)
    made = (
        "".join(rng.choices(string.ascii_lowercase, k=rng.randint(5, 12))) for _ in range(count)
    )
    return [f"{word} {word[::-1]}" if i % 5 == 0 else word for i, word in enumerate(made)]


def microseconds(call: Callable[[], object], calls: int = 500, repeats: int = 15) -> float:
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        for _ in range(calls):
            call()
        times.append((time.perf_counter() - start) / calls * 1e6)
    return round(median(times), 2)


def block_list_costs(size: int) -> dict[str, float]:
    terms = words(size)
    start = time.perf_counter()
    run = finder([BlockListSpec("list", terms)])
    costs = {f"compile {size} terms (ms)": round((time.perf_counter() - start) * 1e3, 1)}
    for name, text in TEXTS.items():
        warm = Content((text,))
        run(warm)
        costs[f"match {size} terms, {name}, folded before (us)"] = microseconds(partial(run, warm))
        costs[f"fold and match {size} terms, {name} (us)"] = microseconds(
            partial(lambda run, text: run(Content((text,))), run, text)
        )
    return costs


def measure() -> dict[str, float]:
    results: dict[str, float] = {}
    for name, text in TEXTS.items():
        results[f"fold, {name} (us)"] = microseconds(partial(fold, text))
        results[f"disguises, {name} (us)"] = microseconds(partial(readings, fold(text)))
    for size in (1_000, 20_000, 100_000):
        results |= block_list_costs(size)
    for name, text in TEXTS.items():
        content = Content((text,))
        circumvention(content)
        results[f"circumvention, {name}, folded before (us)"] = microseconds(
            partial(circumvention, content)
        )
    for name, text in TOXICITY_TEXTS.items():
        scored(fold(text))
        results[f"toxicity, {name}, 150 characters (us)"] = microseconds(
            partial(lambda text: scored(fold(text)), text)
        )
    return results


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    results = measure()
    if parser.parse_args().json:
        print(json.dumps(results, indent=1))
        return
    for name, value in results.items():
        print(f"{name:<60} {value:>10.2f}")


if __name__ == "__main__":
    main()
