"""Check against a no-op on the same framework and server, in alternating slices."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import jwt
import requests

from benchmarks.load import Load, drive, post

ROOT = Path(__file__).resolve().parent.parent
SECRET = "benchmark" * 5
KEY = "benchmark"
TOKEN = jwt.encode({}, SECRET)
TEXT = (
    "We met at the old harbour on Sunday, had soup and fresh bread, and then walked along the "
    "river until it got dark. Next week we plan to take the children to the museum, rain or shine."
).ljust(200, ".")[:200]
TERMS = 20_000
RULES = 20


@contextmanager
def server(name: str, source: Path, data: Path, *, pinned: bool) -> Iterator[tuple[int, int]]:
    """Port and process id; the server gets the first core, the load generator the second."""
    port = _free_port()
    environment = {
        **os.environ,
        "GAVEL_DATA": str(data),
        "GAVEL_API_KEY": KEY,
        "GAVEL_API_SECRET": SECRET,
        "GAVEL_LOG_LEVEL": "warning",
    }
    command = [
        *(["taskset", "-c", "0"] if pinned and shutil.which("taskset") else []),
        str(Path(sys.executable).with_name("functions-framework")),
        *("--source", str(source), "--target", name, "--host", "127.0.0.1", "--port", str(port)),
    ]
    process = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL)
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
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.05)
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
        when: dict[str, Any] = {"type": "classified_as", "classes": [f"class{number}"]}
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
    mode: str, rounds: int, seconds: float, connections: int, *, pinned: bool
) -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        data = Path(folder)
        functions = ROOT / "functions"
        with server("configure", functions / "configure/main.py", data, pinned=False) as (port, _):
            configure(port)
        noop, check = (
            stack.enter_context(server(name, source, data, pinned=pinned))[0]
            for name, source in _sources(mode)
        )
        if pinned:
            os.sched_setaffinity(0, {1})
        sent = 0
        drive(noop, check_request, connections, 1.0)
        sent += len(drive(check, check_request, connections, 1.0).latencies) + connections
        rows = []
        for _ in range(rounds):
            base = drive(noop, check_request, connections, seconds)
            ours = drive(check, check_request, connections, seconds, sent)
            sent += len(ours.latencies) + connections
            rows.append({"noop": _figures(base), "check": _figures(ours)})
        return rows


def _sources(mode: str) -> list[tuple[str, Path]]:
    own = ROOT / "benchmarks/functions"
    if mode == "asgi":
        return [("noop", own / "noop/main.py"), ("check", ROOT / "functions/check/main.py")]
    names = ("noop_wsgi", "check_wsgi")
    return [(name, own / name / "main.py") for name in names]


def _figures(load: Load) -> dict[str, float]:
    if load.failures:
        raise RuntimeError(f"{load.failures} requests failed")
    return {
        "per_second": round(load.throughput, 1),
        "p50_ms": round(load.quantile(0.5) * 1000, 3),
        "p99_ms": round(load.quantile(0.99) * 1000, 3),
    }


def summary(rows: list[dict[str, Any]]) -> dict[str, float]:
    def median(name: str, figure: str) -> float:
        return float(statistics.median(row[name][figure] for row in rows))

    def ratio(figure: str) -> float:
        pairs = [row["check"][figure] / row["noop"][figure] for row in rows]
        return float(round(statistics.median(pairs), 3))

    return {
        "noop_per_second": median("noop", "per_second"),
        "check_per_second": median("check", "per_second"),
        "throughput_ratio": ratio("per_second"),
        "noop_p50_ms": median("noop", "p50_ms"),
        "check_p50_ms": median("check", "p50_ms"),
        "noop_p99_ms": median("noop", "p99_ms"),
        "check_p99_ms": median("check", "p99_ms"),
        "p99_ratio": ratio("p99_ms"),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mode", choices=("asgi", "wsgi"), default="asgi")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", type=float, default=3.0)
    parser.add_argument("--connections", type=int, default=8)
    arguments = parser.parse_args()
    pinned = (os.cpu_count() or 1) > 1 and hasattr(os, "sched_setaffinity")
    rows = compare(
        arguments.mode,
        arguments.rounds,
        arguments.seconds,
        arguments.connections,
        pinned=pinned,
    )
    print(json.dumps({"rounds": rows, "summary": summary(rows)}, indent=2))


if __name__ == "__main__":
    main()
