"""The whole local runtime under load, from the check to the callback that its rules lead to.

Clients send checks through the public port, each as soon as its last one is answered; one text in
twenty makes a rule call the customer's server. The runtime's two processes share all cores but the
last, which has the clients and the receiver. With `--checkout`, an older checkout is measured too,
in alternating slices; both serve all the time, and each is idle while the other one works.
"""

from __future__ import annotations

import argparse
import json
import os
import sqlite3
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import checkouts
from benchmarks.load import Load, drive
from benchmarks.processes import cpu_seconds, tree
from benchmarks.receiving import Receiving, receiving
from benchmarks.serving import KEY, SECRET, TERMS, TEXT, check_request, configure, send
from tests.running import free_port

SHARE = 20
LISTED = f"{TEXT[:180]} zq7term2"
assert TERMS > 7
_WAITING = "SELECT topic, COUNT(*) FROM messages WHERE buried_at IS NULL GROUP BY topic"
_TOPICS = ("enforce", "deliver")
_START_SECONDS = 60.0
_PATIENCE = 120.0


@dataclass(slots=True)
class Pipeline:
    """A runtime that is up. `sent` are the checks that it got so far."""

    pid: int
    port: int
    data: Path
    receiver: Receiving
    sent: int = 0

    def cpu(self) -> tuple[float, float]:
        """Seconds that the server has used, and those of its worker."""
        server, *others = tree(self.pid)
        return cpu_seconds(server), sum(map(cpu_seconds, others))

    def waiting(self) -> dict[str, int]:
        """Messages by topic, whichever of its files the checkout keeps them in."""
        found = dict.fromkeys(_TOPICS, 0)
        for path in self.data.glob("*.db"):
            with (
                closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as file,
                suppress(sqlite3.OperationalError),
            ):
                found.update(file.execute(_WAITING).fetchall())
        return {topic: found[topic] for topic in _TOPICS}

    def drain(self) -> float:
        """Seconds until nothing waits any more."""
        begun = time.monotonic()
        while any(self.waiting().values()):
            if time.monotonic() > begun + _PATIENCE:
                raise RuntimeError(f"still waiting: {self.waiting()}")
            time.sleep(0.02)
        return time.monotonic() - begun


@contextmanager
def pipeline(root: Path) -> Iterator[Pipeline]:
    with tempfile.TemporaryDirectory() as folder, receiving(0.01) as receiver:
        data, port = Path(folder) / "data", free_port()
        variables = checkouts.environment(
            root,
            PORT=str(port),
            GAVEL_DATA=str(data),
            GAVEL_API_KEY=KEY,
            GAVEL_API_SECRET=SECRET,
            GAVEL_EGRESS_ALLOW="127.0.0.1",
            GAVEL_LOG_LEVEL="warning",
        )
        command = checkouts.pinned([checkouts.python(root), "-m", "infra.local"])
        log = Path(folder) / "log"
        with log.open("wb") as output:
            process = subprocess.Popen(
                command, cwd=root, env=variables, stdout=output, stderr=output
            )
        try:
            _wait(port, log)
            _configure(port, receiver)
            yield Pipeline(process.pid, port, data, receiver)
        finally:
            process.terminate()
            process.wait(30)


def _wait(port: int, log: Path) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        with (
            suppress(OSError),
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as answer,
        ):
            if answer.status == 200:
                return
        time.sleep(0.05)
    raise RuntimeError(f"the runtime is not up:\n{log.read_text()[-2000:]}")


def _configure(port: int, receiver: Receiving) -> None:
    configure(port)
    action = {"name": "Hide post", "kind": "post", "url": receiver.url("/posts/hide")}
    send(port, "PUT", "/api/v1/actions/hide", action)
    when = {"type": "in_list", "lists": ["list2"]}
    rule = {"name": "listed", "scope": "post", "when": when, "actions": ["hide"]}
    send(port, "PUT", "/api/v1/rules/listed", rule)


def _request(number: int) -> bytes:
    return check_request(number, TEXT if number % SHARE else LISTED)


def run(pipeline: Pipeline, clients: int, seconds: float) -> dict[str, float]:
    answered: dict[int, int] = {}

    def note(number: int) -> None:
        if number % SHARE == 0:
            answered[number] = time.time_ns()

    cpu = pipeline.cpu()
    load = drive(pipeline.port, _request, clients, seconds, pipeline.sent, note)
    end, backlog = time.time_ns(), pipeline.waiting()["enforce"]
    pipeline.sent += len(load.latencies) + clients
    if load.failures:
        raise RuntimeError(f"{load.failures} checks failed")
    drained = pipeline.drain()
    arrived = {int(id): moment for id, moment in pipeline.receiver.arrived().items()}
    moments = {number: arrived[number] for number in answered}
    within = sum(moment <= end for moment in moments.values())
    lags = sorted(max(0, moments[number] - at) / 1e6 for number, at in answered.items())
    server, worker = pipeline.cpu()
    each = 1e6 / len(load.latencies)
    return {
        **_rates(load, backlog, within, drained),
        **_lag(lags),
        "server_cpu_us_a_check": round((server - cpu[0]) * each),
        "worker_cpu_us_a_check": round((worker - cpu[1]) * each),
    }


def _rates(load: Load, backlog: int, within: int, drained: float) -> dict[str, float]:
    """What was checked while clients sent, and how far enforcement had come by then."""
    checks = len(load.latencies)
    return {
        "checks_per_second": round(load.throughput, 1),
        "check_p50_ms": round(load.quantile(0.5) * 1000, 2),
        "check_p99_ms": round(load.quantile(0.99) * 1000, 2),
        "evaluated_per_second": round((checks - backlog) / load.seconds, 1),
        "delivered_per_second": round(within / load.seconds, 1),
        "backlog": backlog,
        "drain_seconds": round(drained, 2),
        "checked_and_enforced_per_second": round(checks / (load.seconds + drained), 1),
    }


def _lag(lags: list[float]) -> dict[str, float]:
    """From a check's answer to the arrival of its callback."""
    return {
        "lag_p50_ms": round(lags[len(lags) // 2], 1),
        "lag_p99_ms": round(lags[min(len(lags) - 1, int(len(lags) * 0.99))], 1),
    }


def measure(before: Path | None, rounds: int, seconds: float, clients: int) -> dict[str, Any]:
    roots = checkouts.checkouts(before)
    core = checkouts.load_core()
    with ExitStack() as stack:
        running = {name: stack.enter_context(pipeline(root)) for name, root in roots.items()}
        if core is not None:
            # The receivers as well; their processes were started before.
            for process in (0, *(each.receiver.pid for each in running.values())):
                os.sched_setaffinity(process, {core})
        for each in running.values():
            each.sent = len(drive(each.port, _request, clients, 2.0).latencies) + clients
            each.drain()
        rows = checkouts.alternating(
            rounds, list(roots), lambda name: run(running[name], clients, seconds)
        )
    summary = {name: checkouts.medians(rows, name) for name in roots}
    return {
        "clients": clients,
        "load_core": core,
        "rounds": rows,
        "summary": summary,
        "ratios": checkouts.ratios(summary),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkout", type=Path, help="an older checkout, to measure as well")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--clients", type=int, default=16)
    options = parser.parse_args()
    found = measure(options.checkout, options.rounds, options.seconds, options.clients)
    print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
