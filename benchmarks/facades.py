"""Perspective's and OpenAI's endpoints: latency beside a no-op, the first call, and a flood.

Warm calls alternate with the no-op's in one run, one at a time. The flood comes at a rate that
waits for no answer; latencies count from when a call was due. Before and after it, all that is
stored is compared.
"""

from __future__ import annotations

import argparse
import json
import os
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Mapping
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

from benchmarks import checkouts
from benchmarks.checkouts import ROOT
from benchmarks.load import Request, drive, post
from benchmarks.open_load import offer
from benchmarks.processes import cpu_seconds, tree
from benchmarks.serving import NOOP, SCORE_KEY, TEXT, server

PERSPECTIVE, OPENAI, HELLO = "comments:analyze", "moderations", "hello"
_JSON = {"content-type": "application/json"}
_NOOP = ROOT / "benchmarks/functions/noop/main.py"
_FACADES = ROOT / "functions/facades/main.py"
_HELLO = ROOT / "benchmarks/functions/hello/main.py"


def analyze(number: int) -> bytes:
    body = {"comment": {"text": _text(number)}, "requestedAttributes": {"TOXICITY": {}}}
    path = f"/v1alpha1/comments:analyze?key={SCORE_KEY}"
    return post(path, _JSON, json.dumps(body).encode())


def moderate(number: int) -> bytes:
    headers = {"authorization": f"Bearer {SCORE_KEY}", **_JSON}
    return post("/v1/moderations", headers, json.dumps({"input": _text(number)}).encode())


def _text(number: int) -> str:
    """Each another one: nothing is known of it from the last."""
    return f"{number:07d} {TEXT}"[:200]


CALLS: Mapping[str, Request] = {NOOP: analyze, PERSPECTIVE: analyze, OPENAI: moderate}


def warm(rounds: int, seconds: float, folder: Path, *, pinned: bool) -> dict[str, dict[str, float]]:
    with ExitStack() as stack:
        noop = stack.enter_context(server("noop", _NOOP, folder, ROOT, pinned=pinned))
        port = stack.enter_context(server("facades", _FACADES, folder, ROOT, pinned=pinned))
        ports = {NOOP: noop, PERSPECTIVE: port, OPENAI: port}

        def slice(name: str, seconds: float = seconds) -> dict[str, float]:
            before = _cpu(ports[name])
            load = drive(ports[name], CALLS[name], 1, seconds)
            used = _cpu(ports[name]) - before
            if load.failures:
                raise RuntimeError(f"{load.failures} calls to {name} failed")
            return {
                "p50_ms": round(load.quantile(0.5) * 1000, 3),
                "p99_ms": round(load.quantile(0.99) * 1000, 3),
                "cpu_us": round(used / len(load.latencies) * 1e6, 1),
            }

        for name in ports:
            slice(name, 3.0)
        rows = checkouts.alternating(rounds, list(ports), slice)
    found = {name: checkouts.medians(rows, name) for name in ports}
    for name, figures in found.items():
        pairs = [(row[name]["p50_ms"], row[NOOP]["p50_ms"]) for row in rows]
        figures["ratio"] = round(statistics.median(own / noop for own, noop in pairs), 3)
        cpu = [(row[name]["cpu_us"], row[NOOP]["cpu_us"]) for row in rows]
        figures["cpu_ratio"] = round(statistics.median(own / noop for own, noop in cpu), 3)
        figures["more_ms"] = round(statistics.median(own - noop for own, noop in pairs), 3)
    return found


def cold(
    starts: int, folder: Path, before: Path | None, *, pinned: bool
) -> dict[str, dict[str, float]]:
    """Of this checkout, in turn with the one before it, where there is one, and with a hello-world
    of the framework, which has no part of Gavel.
    """
    own = {name: (root, "facades") for name, root in checkouts.checkouts(before).items()}
    served = {HELLO: (ROOT, HELLO), **own}
    # One start more, to have everything compiled and in the file cache.
    rows = checkouts.alternating(
        starts + 1, list(served), lambda name: _start(*served[name], folder / name, pinned=pinned)
    )
    return {name: {"starts": starts, **checkouts.medians(rows[1:], name)} for name in served}


def _start(root: Path, name: str, data: Path, *, pinned: bool) -> dict[str, float]:
    source = _HELLO if name == HELLO else root / "functions" / name / "main.py"
    began = time.perf_counter()
    with server(name, source, data, root, pinned=pinned) as port:
        listens = time.perf_counter() - began
        listens_cpu = _cpu(port)
        first = offer(port, analyze, 1.0, 1.0)
        if first.failures or first.unanswered:
            raise RuntimeError(f"the first call of {name} failed")
        return {
            "listens_ms": listens * 1000,
            "first_call_ms": first.latencies[0] * 1000,
            "answers_ms": (listens + first.latencies[0]) * 1000,
            "listens_cpu_ms": listens_cpu * 1000,
            "answers_cpu_ms": _cpu(port) * 1000,
        }


def load(per_second: float, seconds: float, folder: Path, *, pinned: bool) -> dict[str, Any]:
    with server("facades", _FACADES, folder, ROOT, pinned=pinned) as port:
        drive(port, analyze, 4, 1.0)
        before, busy = _stored(folder), _cpu(port)
        found = offer(port, analyze, per_second, seconds)
        busy = _cpu(port) - busy
        stored = _stored(folder) != before
    return {
        "offered_per_second": per_second,
        "served_per_second": round(len(found.latencies) / found.seconds, 1),
        "p50_ms": round(found.quantile(0.5) * 1000, 2),
        "p99_ms": round(found.quantile(0.99) * 1000, 2),
        "cpu_us_each": round(busy / len(found.latencies) * 1e6, 1),
        "failed": found.failures,
        "unanswered": found.unanswered,
        "anything_stored": "yes" if stored else "no",
    }


def _cpu(port: int) -> float:
    """Seconds that the server on the port has used. On a busy machine it is the steadier figure."""
    named = str(port).encode()
    own = [
        each for each in tree(os.getpid()) if named in Path(f"/proc/{each}/cmdline").read_bytes()
    ]
    return sum(map(cpu_seconds, own))


def _stored(folder: Path) -> list[tuple[Any, ...]]:
    path = folder / "store.db"
    if not path.exists():
        return []
    with closing(sqlite3.connect(path)) as connection:
        queries = ("SELECT * FROM documents", "SELECT id, topic, message FROM messages")
        return [row for query in queries for row in sorted(connection.execute(query), key=repr)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--seconds", type=float, default=2.0)
    parser.add_argument("--starts", type=int, default=15)
    parser.add_argument("--checkout", type=Path, help="an older checkout, whose starts alternate")
    parser.add_argument("--per-second", type=float, default=1_000.0)
    arguments = parser.parse_args()
    pinned = (os.cpu_count() or 1) > 1 and hasattr(os, "sched_setaffinity")
    if pinned:
        os.sched_setaffinity(0, {1})
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = {
            "warm": warm(arguments.rounds, arguments.seconds, folder, pinned=pinned),
            "cold": cold(arguments.starts, folder, arguments.checkout, pinned=pinned),
            "load": load(arguments.per_second, 5 * arguments.seconds, folder, pinned=pinned),
        }
    print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
