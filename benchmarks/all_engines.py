"""Check with all engines that need nothing installed, against check with block lists alone.

    python -m benchmarks.all_engines [--rounds 9] [--seconds 2]

Both policies are asked of one server, in alternating slices, with other texts in each request:
no two are alike, so that nothing is a flood.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import checkouts
from benchmarks.checkouts import ROOT
from benchmarks.each_engine import CONFIGS, MEASURED, phrases, terms, texts
from benchmarks.load import drive, post
from benchmarks.processes import cpu_seconds, tree
from benchmarks.serving import KEY, TOKEN, send, server
from common.configuration.policy import BUILT_IN_POLICY
from common.engines.registry import ENGINES

LISTS, BUILT_IN, TEXTS, ALL = "lists", "built_in", "texts", "all"
_BLOCK_LIST, _FILTER = "words", "drug_sale"
_OF_THE_APP = ("automod_semantic_filters_config", "velocity_filter_config", "flood_config")
_TEXTS = 20_000
_USERS = 1_000


def policies() -> dict[str, dict[str, Any]]:
    """By key: block lists alone, beside them what an app without a policy has, all that judge a
    text by itself and need nothing of the app's, all engines, and each beside the block lists.
    """
    parts = {ENGINES[name].config_field: CONFIGS[name] for name in MEASURED}
    for field in ("automod_toxicity_config", "automod_platform_circumvention_config"):
        label = ENGINES[field.removesuffix("_config")].labels[0]
        parts[field] = {"rules": [{"label": label, "threshold": 0.5, "action": "flag"}]}
    lists = {"block_list_config": parts["block_list_config"]}
    single = {field: {**lists, field: part} for field, part in parts.items() if field not in lists}
    built_in = {**lists, **BUILT_IN_POLICY["config"]}
    texts = {field: part for field, part in parts.items() if field not in _OF_THE_APP}
    return {LISTS: lists, BUILT_IN: built_in, TEXTS: texts, ALL: parts, **single}


def configure(port: int, asked: Mapping[str, Mapping[str, Any]]) -> None:
    send(port, "POST", "/api/v2/blocklists", {"name": _BLOCK_LIST, "words": terms()})
    send(port, "PUT", f"/api/v1/semantic_filters/{_FILTER}", {"phrases": phrases(_FILTER)})
    for key, policy in asked.items():
        send(port, "POST", "/api/v2/moderation/config", {"key": key, **policy})


def measure(
    rounds: int, seconds: float, connections: int, *, each: bool
) -> dict[str, dict[str, float]]:
    asked = policies() if each else {key: policies()[key] for key in (LISTS, BUILT_IN, TEXTS, ALL)}
    posts = texts(_TEXTS)
    functions = ROOT / "functions"
    core = checkouts.load_core()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        source = functions / "configure/main.py"
        with server("configure", source, data, ROOT, pinned=False) as port:
            configure(port, asked)
        source = functions / "check/main.py"
        with server("check", source, data, ROOT, pinned=core is not None) as port:
            if core is not None:
                os.sched_setaffinity(0, {core})
            sent = 0

            def slice(key: str, seconds: float = seconds) -> dict[str, float]:
                nonlocal sent
                before = _cpu()
                load = drive(port, lambda n: _request(key, n, posts), connections, seconds, sent)
                sent += len(load.latencies) + connections
                if load.failures:
                    raise RuntimeError(f"{load.failures} checks by {key} failed")
                if not load.latencies:
                    raise RuntimeError(f"no check by {key} was answered: give it more --seconds")
                spent = (_cpu() - before) / len(load.latencies)
                return {"per_second": load.throughput, "cpu_us": spent * 1e6}

            for number, key in enumerate(asked):
                # Prepares the engines, which on a busy machine takes longer than a slice.
                send(port, "POST", "/api/v2/moderation/check", _body(key, number, posts))
                slice(key, 3.0)
            rows = checkouts.alternating(rounds, list(asked), slice)
    return {key: _summary(rows, key) for key in asked}


def _summary(rows: Sequence[Mapping[str, Mapping[str, float]]], key: str) -> dict[str, float]:
    """Medians; `throughput` and `work` are those of the ratios to the slice by lists beside it.
    What others do on the machine changes throughput more than work, the CPU seconds of a check.
    """
    ratios = {
        "throughput": median(row[key]["per_second"] / row[LISTS]["per_second"] for row in rows),
        "work": median(row[key]["cpu_us"] / row[LISTS]["cpu_us"] for row in rows),
    }
    found = {**checkouts.medians(rows, key), **ratios}
    return {name: round(value, 3) for name, value in found.items()}


def _cpu() -> float:
    """Seconds of the server, which is the only child."""
    _, *servers = tree(os.getpid())
    return sum(map(cpu_seconds, servers))


def _body(key: str, number: int, posts: list[str], kind: str = "warm_up") -> dict[str, Any]:
    return {
        "entity_type": kind,
        "entity_id": f"{number:09d}",
        "entity_creator_id": f"user{number % _USERS}",
        "moderation_payload": {"texts": [posts[number % len(posts)]]},
        "config_key": key,
    }


def _request(key: str, number: int, posts: list[str]) -> bytes:
    headers = {"authorization": TOKEN, "content-type": "application/json"}
    path = f"/api/v2/moderation/check?api_key={KEY}"
    return post(path, headers, json.dumps(_body(key, number, posts, "post")).encode())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--seconds", type=float, default=2.0)
    parser.add_argument("--connections", type=int, default=8)
    parser.add_argument("--each", action="store_true", help="each engine alone, too")
    options = parser.parse_args()
    found = measure(options.rounds, options.seconds, options.connections, each=options.each)
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
