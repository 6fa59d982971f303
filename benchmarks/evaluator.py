"""Rule evaluations a second, on clean content by an author with a history.

`python -m benchmarks.evaluator [--json]`
"""

from __future__ import annotations

import argparse
import json
import platform
from collections.abc import Callable
from statistics import median
from timeit import Timer
from typing import Any

from common.domain.history import History, class_set, increments
from common.domain.times import DAY, HOUR
from common.rules.evaluator import RuleSet
from common.rules.facts import Facts
from common.rules.rule import Rule

NOW = 1_763_000_000 * 10**9
WINDOWS = ("1h", "24h", "7d", "14d", "90d")
# What twenty rules look for.
KINDS = ("classified_as",) * 12 + ("in_list",) * 3 + ("window",) * 2 + ("group",) * 2 + ("not",)


def conditions(kind: str, number: int) -> dict[str, Any]:
    name, window = f"class_{number}", WINDOWS[number % len(WINDOWS)]
    classified = {"type": "classified_as", "classes": [name, f"other_{number}"], "threshold": 0.8}
    listed = {"type": "in_list", "lists": [f"list_{number}"]}
    posts = {"type": "post_count", "operator": "gt", "value": 5000, "window": window}
    if kind == "classified_as":
        return classified if number % 3 else {**classified, "threshold": None, "severity": "high"}
    if kind == "in_list":
        return listed
    if kind == "window":
        some = {"type": "classified_count", "operator": "gt", "value": 50, "window": window}
        return posts if number % 2 else {**some, "classes": [name], "lists": [f"list_{number}"]}
    if kind == "group":
        return {"type": "all" if number % 2 else "any", "conditions": [listed, classified, posts]}
    return {"type": "all", "conditions": [classified, {"type": "not", "condition": listed}]}


def rules(size: int) -> list[Rule]:
    return [
        Rule.model_validate(
            {
                "id": f"rule_{number}",
                "name": f"Rule {number}",
                "scope": "post",
                "when": conditions(KINDS[number * 7 % len(KINDS)], number),
                "actions": ["flag_for_review"],
                "position": number,
                "created_at": 0,
                "updated_at": 0,
            }
        )
        for number in range(size)
    ]


def document(posts: int) -> dict[str, int]:
    """Posts that become rarer into the past, some of them classified."""
    data: dict[str, int] = {}
    for number in range(posts):
        at = NOW - int((number / posts) ** 3 * 89 * DAY) - HOUR // 3
        names = ("text:insult",) if number % 9 == 0 else ()
        for field, amount in increments(at, class_set(names), now=NOW).items():
            data[field] = data.get(field, 0) + amount
    return data


def facts(history: History) -> Facts:
    scores = {"text:insult": 0.04, "text:toxicity": 0.07, "text:threat": 0.01}
    return Facts(classes=scores, lists=frozenset(), history=history)


def seconds_a_call(call: Callable[[], object]) -> float:
    """The median of five runs."""
    timer = Timer(call)
    calls, _ = timer.autorange()
    return median(timer.repeat(5, calls)) / calls


def measure(size: int, data: dict[str, int]) -> dict[str, float]:
    made = rules(size)
    compiled = RuleSet(made)
    kept = facts(History(data, NOW))
    fresh = seconds_a_call(lambda: evaluate(compiled, facts(History(data, NOW))))
    return {
        "rules": size,
        "history_fields": len(data),
        "evaluations_per_s": 1 / seconds_a_call(lambda: evaluate(compiled, kept)),
        "evaluations_per_s_reading_history": 1 / fresh,
        "compile_ms": 1000 * seconds_a_call(lambda: evaluate(RuleSet(made), kept)),
    }


def evaluate(compiled: RuleSet, about: Facts) -> None:
    if compiled.evaluate("post", about, first_only=False).matches:
        raise AssertionError("clean content matches no rule")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="for machines")
    results = [measure(size, document(posts)) for size in (10, 100) for posts in (20, 2000)]
    if parser.parse_args().json:
        print(json.dumps({"python": platform.python_version(), "results": results}))
        return
    print("rules  history fields  eval/s  eval/s reading history  compile ms")
    for row in results:
        print("{:5.0f} {:15.0f} {:7,.0f} {:23,.0f} {:11.1f}".format(*row.values()))


if __name__ == "__main__":
    main()
