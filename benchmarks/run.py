"""Runs every benchmark and writes its figures into RESULTS.md, below the mark."""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tests.emulators import firestore_missing, pubsub_missing
from tests.ministack import ministack_missing

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
MARK = "<!-- below: written by python -m benchmarks.run -->"


def run(module: str, *arguments: str) -> Any:
    print(f"… python -m benchmarks.{module} {' '.join(arguments)}", file=sys.stderr, flush=True)
    command = [sys.executable, "-m", f"benchmarks.{module}", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"benchmarks.{module} failed:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout)


def table(head: list[str], rows: list[list[Any]]) -> str:
    lines = [" | ".join(head), " | ".join("---" for _ in head)]
    lines += [" | ".join(str(cell) for cell in row) for row in rows]
    return "\n".join(f"| {line} |" for line in lines)


def serving(quick: bool) -> str:
    rounds = ["--rounds", "2", "--seconds", "1"] if quick else ["--rounds", "7", "--seconds", "3"]
    rows = []
    for mode in ("asgi", "wsgi"):
        found = run("serving", "--mode", mode, *rounds)["summary"]
        rows.append(
            [
                mode,
                round(found["noop_per_second"]),
                round(found["check_per_second"]),
                found["throughput_ratio"],
                f"{found['noop_p50_ms']} / {found['noop_p99_ms']}",
                f"{found['check_p50_ms']} / {found['check_p99_ms']}",
                found["p99_ratio"],
            ]
        )
    head = ["mode", "no-op/s", "check/s", "ratio", "no-op p50 / p99 ms"]
    return table([*head, "check p50 / p99 ms", "p99 ratio"], rows)


def starting(quick: bool, backend: str) -> str:
    found = run("starting", "--backend", backend, "--rounds", "1" if quick else "7")
    rows = [
        [
            name,
            each["seconds"],
            each["hello_seconds"],
            each["ratio"],
            each["cpu_ratio"],
            each["mib"],
            each["hello_mib"],
        ]
        for name, each in found.items()
    ]
    return table(["function", "s", "hello s", "ratio", "CPU ratio", "MiB", "hello MiB"], rows)


def on_google(quick: bool) -> str:
    reason = firestore_missing() or pubsub_missing()
    return f"Not measured: {reason}." if reason else starting(quick, "gcp")


def on_lambda(quick: bool) -> str:
    if reason := ministack_missing():
        return f"Not measured: {reason}."
    found = run("lambda_starting", "--rounds", "1" if quick else "7")
    head = ["function", "s", "bare handler s", "ratio", "CPU s", "MiB", "bare MiB", "package MiB"]
    return table(head, [[name, *each.values()] for name, each in found.items()])


def store(quick: bool) -> str:
    found = run("store", "--rounds", "1" if quick else "5")
    return table(["concurrent", "commits/s"], [[name, rate] for name, rate in found.items()])


def deliveries(quick: bool) -> str:
    size = ["--endpoints", "100", "--deliveries", "1000"] if quick else []
    found = run("deliveries", *size)
    head = ["run", "healthy deliveries", "per second", "p50 ms", "p99 ms", "p99 by slices"]
    costs = ["CPU µs each", "MiB after a fifth", "MiB at the end"]
    rows = [[name, *figures.values()] for name, figures in found["runs"].items()]
    return "\n\n".join(
        [
            table([*head, *costs], rows),
            f"Bare `requests` loops posted {found['bare_per_second']} a second at "
            f"{found['bare_cpu_us']} µs of CPU each, so Gavel reaches {found['throughput_ratio']} "
            f"of their throughput. Bad endpoints make the p99 of the healthy ones "
            f"{found['p99_ratio_at_once']} times as long when all are due at once, and "
            f"{found['p99_ratio_evenly']} times at an even rate.",
        ]
    )


def engines() -> str:
    return _flat(run("engines", "--json"))


def evaluator() -> str:
    return _flat(run("evaluator", "--json"))


def _flat(found: Any) -> str:
    return "```json\n" + json.dumps(found, indent=1) + "\n```"


def machine() -> str:
    model = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        names = [each for each in cpuinfo.read_text().splitlines() if each.startswith("model name")]
        model = names[0].partition(":")[2].strip() if names else model
    return f"{model}, {os.cpu_count()} cores, Python {platform.python_version()}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a minute, for trying it out")
    parser.add_argument("--output", type=Path, default=HERE / "RESULTS.md")
    arguments = parser.parse_args()
    quick = arguments.quick
    parts = [
        f"Measured {time.strftime('%Y-%m-%d')} on {machine()}.",
        "## Check against a no-op\n\n" + serving(quick),
        "## Starting\n\n" + starting(quick, "local"),
        "## Starting with the Google backends\n\n" + on_google(quick),
        "## Starting as on Lambda\n\n" + on_lambda(quick),
        "## Commits\n\n" + store(quick),
        "## Deliveries\n\n" + deliveries(quick),
        "## Rules\n\n" + evaluator(),
        "## Engines\n\n" + engines(),
    ]
    before = arguments.output.read_text() if arguments.output.exists() else ""
    prose = before.partition(MARK)[0].rstrip() or "# Results"
    arguments.output.write_text("\n\n".join([prose, MARK, *parts]) + "\n")
    print(arguments.output)


if __name__ == "__main__":
    main()
