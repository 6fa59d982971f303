"""Check against a no-op on the same framework and server, in alternating slices.

With `--checkout`, the check of an older checkout takes its turn as well.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import socket
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import jwt
import requests

from benchmarks import checkouts
from benchmarks.checkouts import ROOT
from benchmarks.load import Load, drive, post

NOOP = "noop"
SECRET = "benchmark" * 5
KEY = "benchmark"
SCORE_KEY = "score-key-of-the-benchmark"
TOKEN = jwt.encode({}, SECRET)
TEXT = (
    "We met at the old harbour on Sunday, had soup and fresh bread, and then walked along the "
    "river until it got dark. Next week we plan to take the children to the museum, rain or shine."
).ljust(200, ".")[:200]
TERMS = 20_000
RULES = 20


@contextmanager
def server(
    name: str, source: Path, data: Path, root: Path, *, pinned: bool, **settings: str
) -> Iterator[int]:
    """The port; the server gets the first core, the load generator the second."""
    with started(name, source, data, root, pinned=pinned, **settings) as (port, _):
        yield port


@contextmanager
def started(
    name: str, source: Path, data: Path, root: Path, *, pinned: bool, **settings: str
) -> Iterator[tuple[int, int]]:
    """The same, with the id of the process."""
    port = _free_port()
    environment = checkouts.environment(
        root,
        GAVEL_DATA=str(data),
        GAVEL_API_KEY=KEY,
        GAVEL_API_SECRET=SECRET,
        GAVEL_SCORE_KEY=SCORE_KEY,
        GAVEL_LOG_LEVEL="warning",
        **settings,
    )
    command = [
        *(["taskset", "-c", "0"] if pinned and shutil.which("taskset") else []),
        str(Path(checkouts.python(root)).with_name("functions-framework")),
        *("--source", str(source), "--target", name, "--host", "127.0.0.1", "--port", str(port)),
    ]
    process = subprocess.Popen(command, env=environment, cwd=root, stdout=subprocess.DEVNULL)
    try:
        _wait(port)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait(10)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int) -> None:
    for _ in range(5_000):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            # A start is told to two milliseconds.
            time.sleep(0.002)
        else:
            return
    raise RuntimeError("the server did not start")


def configure(port: int) -> None:
    """A policy with two lists of 10,000 terms each, and 20 rules, five of them on the history."""
    for number in (1, 2):
        words = [f"zq{n}term{number}" for n in range(TERMS // 2)]
        send(port, "POST", "/api/v2/blocklists", {"name": f"list{number}", "words": words})
    lists = [{"name": "list1", "action": "remove"}, {"name": "list2", "action": "flag"}]
    policy = {"key": "bench", "block_list_config": {"rules": lists}}
    send(port, "POST", "/api/v2/moderation/config", policy)
    for number in range(RULES):
        send(port, "PUT", f"/api/v1/rules/rule{number}", _rule(number))


def _rule(number: int) -> dict[str, Any]:
    if number < 15:
        classes, threshold = ["platform_circumvention"], 0.9 + number / 1000
        when: dict[str, Any] = {"type": "classified_as", "classes": classes, "threshold": threshold}
        scope = "post"
    else:
        window = f"{number - 14}d"
        when = {"type": "post_count", "operator": "gt", "value": 10**6, "window": window}
        scope = "user"
    return {"name": f"rule {number}", "scope": scope, "when": when, "actions": ["flag_for_review"]}


def send(port: int, method: str, path: str, body: dict[str, Any]) -> None:
    url = f"http://127.0.0.1:{port}{path}?api_key={KEY}"
    answer = requests.request(method, url, json=body, headers={"authorization": TOKEN}, timeout=30)
    answer.raise_for_status()


def check_request(number: int, text: str = TEXT) -> bytes:
    body = {
        "entity_type": "post",
        "entity_id": f"{number:09d}",
        "entity_creator_id": f"user{number % 1000}",
        "moderation_payload": {"texts": [text]},
        "config_key": "bench",
    }
    headers = {"authorization": TOKEN, "content-type": "application/json"}
    path = f"/api/v2/moderation/check?api_key={KEY}"
    return post(path, headers, json.dumps(body).encode())


def compare(
    mode: str,
    roots: Mapping[str, Path],
    rounds: int,
    seconds: float,
    connections: int,
    *,
    pinned: bool,
) -> list[dict[str, dict[str, float]]]:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        ports = {
            name: stack.enter_context(_checking(mode, root, Path(folder) / name, pinned=pinned))
            for name, root in roots.items()
        }
        name, source = _source(mode, "noop", ROOT)
        noop = server(name, source, Path(folder), ROOT, pinned=pinned)
        ports = {NOOP: stack.enter_context(noop), **ports}
        sent = dict.fromkeys(ports, 0)
        if pinned:
            os.sched_setaffinity(0, {1})

        def load(name: str, seconds: float) -> Load:
            load = drive(ports[name], check_request, connections, seconds, sent[name])
            sent[name] += len(load.latencies) + connections
            return load

        for name in ports:
            load(name, 1.0)
        return checkouts.alternating(
            rounds, list(ports), lambda each: _figures(load(each, seconds))
        )


@contextmanager
def _checking(mode: str, root: Path, data: Path, *, pinned: bool) -> Iterator[int]:
    functions = root / "functions"
    with server("configure", functions / "configure/main.py", data, root, pinned=False) as port:
        configure(port)
    with server(*_source(mode, "check", root), data, root, pinned=pinned) as port:
        yield port


def _source(mode: str, name: str, root: Path) -> tuple[str, Path]:
    if mode == "wsgi":
        name = f"{name}_wsgi"
    own = root / "benchmarks/functions" / name / "main.py"
    return name, own if own.exists() else root / "functions" / name / "main.py"


def _figures(load: Load) -> dict[str, float]:
    if load.failures:
        raise RuntimeError(f"{load.failures} requests failed")
    return {
        "per_second": round(load.throughput, 1),
        "p50_ms": round(load.quantile(0.5) * 1000, 3),
        "p99_ms": round(load.quantile(0.99) * 1000, 3),
    }


def summary(rows: Sequence[Mapping[str, Mapping[str, float]]]) -> dict[str, Any]:
    """Medians, and those of the ratios to the no-op of the same round."""
    found: dict[str, Any] = {name: checkouts.medians(rows, name) for name in rows[0]}
    for name in set(found) - {NOOP}:
        for figure in ("per_second", "p99_ms"):
            pairs = [row[name][figure] / row[NOOP][figure] for row in rows]
            found[name][f"{figure}_ratio"] = round(statistics.median(pairs), 3)
    return {**found, "ratios": checkouts.ratios(found)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mode", choices=("asgi", "wsgi"), default="asgi")
    parser.add_argument("--checkout", type=Path, help="an older checkout, to measure as well")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", type=float, default=3.0)
    parser.add_argument("--connections", type=int, default=8)
    arguments = parser.parse_args()
    pinned = (os.cpu_count() or 1) > 1 and hasattr(os, "sched_setaffinity")
    rows = compare(
        arguments.mode,
        checkouts.checkouts(arguments.checkout),
        arguments.rounds,
        arguments.seconds,
        arguments.connections,
        pinned=pinned,
    )
    print(json.dumps({"rounds": rows, "summary": summary(rows)}, indent=2))


if __name__ == "__main__":
    main()
