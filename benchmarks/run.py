"""Runs every benchmark and writes its figures into RESULTS.md, below the mark.

With `--before`, an older checkout is measured in the same run, in alternation with this one.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks import checkouts
from benchmarks.checkouts import BEFORE, NOW, ROOT
from tests.emulators import firestore_missing, pubsub_missing
from tests.ministack import ministack_missing

HERE = Path(__file__).resolve().parent
MARK = "<!-- below: written by python -m benchmarks.run -->"


def run(module: str, *arguments: str, root: Path = ROOT) -> Any:
    """What the benchmark of that checkout prints."""
    print(f"… python -m benchmarks.{module} {' '.join(arguments)}", file=sys.stderr, flush=True)
    command = [checkouts.python(root), "-m", f"benchmarks.{module}", *arguments]
    variables = checkouts.environment(root)
    done = subprocess.run(
        command, cwd=root, env=variables, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"benchmarks.{module} failed:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout)


def also(before: Path | None) -> list[str]:
    return ["--checkout", str(before)] if before else []


def table(head: list[str], rows: list[list[Any]]) -> str:
    lines = [" | ".join(head), " | ".join("---" for _ in head)]
    lines += [" | ".join(map(_cell, row)) for row in rows]
    return "\n".join(f"| {line} |" for line in lines)


def _cell(value: Any) -> str:
    return f"{value:.7g}" if isinstance(value, float) else str(value)


def serving(quick: bool, before: Path | None) -> str:
    rounds = ["--rounds", "2", "--seconds", "1"] if quick else ["--rounds", "7", "--seconds", "3"]
    rows: list[list[Any]] = []
    for mode in ("asgi", "wsgi"):
        found = run("serving", "--mode", mode, *rounds, *also(before))["summary"]
        names = {"noop": "no-op", BEFORE: "check, before", NOW: "check"}
        rows += [_served(mode, names[name], found[name]) for name in names if name in found]
        if before:
            rows.append(_served(mode, "check, now / before", found["ratios"]))
    head = ["mode", "function", "per second", "of the no-op", "p50 ms", "p99 ms"]
    return table([*head, "times the no-op's p99"], rows)


def _served(mode: str, name: str, figures: Mapping[str, float]) -> list[Any]:
    shown = ("per_second", "per_second_ratio", "p50_ms", "p99_ms", "p99_ms_ratio")
    return [mode, name, *(figures.get(each, "") for each in shown)]


def pipeline(quick: bool, before: Path | None) -> str:
    size = ["--rounds", "2", "--seconds", "2"] if quick else []
    found = run("pipeline", *size, *also(before))
    columns = {**found["summary"], **({"now / before": found["ratios"]} if before else {})}
    figures = found["summary"][NOW]
    rows = [
        [name.replace("_", " "), *(each.get(name, "") for each in columns.values())]
        for name in figures
    ]
    return table(["figure", *columns], rows)


def queue_pages(quick: bool) -> str:
    size = ["--sizes", "1000", "10000", "--samples", "20"] if quick else []
    found = run("queue_pages", *size)
    rows = [
        [
            name,
            *(f"{p50} / {page['p99_ms'][items]}" for items, p50 in page["p50_ms"].items()),
            page["ratio"],
            page["calls"],
            page["documents"],
        ]
        for name, page in found["pages"].items()
    ]
    sizes = [f"{int(items):,} items, p50 / p99 ms" for items in found["stats"]]
    head = ["filter, order, page", *sizes, "largest / smallest", "reads", "documents"]
    looked = "; ".join(
        f"among {int(items):,} items {each['calls']} calls that looked through at most "
        f"{each['most_scanned']:,}, {each['p50_ms']} ms each"
        for items, each in found["one_match"].items()
    )
    counted = ", ".join(
        f"{each['p50_ms']} ms at {int(items):,} items" for items, each in found["stats"].items()
    )
    return "\n\n".join(
        [
            table(head, rows),
            f"The one match of a filter without an index took {looked}.",
            f"Counting the queue, which is remembered for five seconds, took {counted}.",
            f"Missed: {'; '.join(found['missed']) or 'nothing'}.",
        ]
    )


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


def deliveries(quick: bool, before: Path | None) -> str:
    roots = checkouts.checkouts(before)
    # As many in all as without the other checkout, so that the run does not take twice as long.
    rounds, number = (2, 10_000) if before else (1, 20_000)
    size = (
        ["--endpoints", "100", "--deliveries", "1000"] if quick else ["--deliveries", f"{number}"]
    )
    found = checkouts.alternating(
        1 if quick else rounds, list(roots), lambda name: run("deliveries", *size, root=roots[name])
    )
    head = ["run", "healthy deliveries", "per second", "p50 ms", "p99 ms", "p99 by slices"]
    costs = ["CPU µs each", "MiB after a fifth", "MiB at the end"]
    rows = [
        [f"{run}, before" if name == BEFORE else run, *figures.values()]
        for name in roots
        for run, figures in _medians([each[name]["runs"] for each in found]).items()
    ]
    told = [_told(name, [each[name] for each in found]) for name in roots]
    return "\n\n".join([table([*head, *costs], rows), *told])


def _medians(runs: Sequence[Mapping[str, checkouts.Figures]]) -> dict[str, dict[str, float]]:
    return {name: checkouts.medians(runs, name) for name in runs[0]}


def _told(name: str, found: Sequence[Mapping[str, float]]) -> str:
    def middle(figure: str) -> float:
        return round(statistics.median(each[figure] for each in found), 3)

    return (
        f"{name.capitalize()}: bare `requests` loops posted {middle('bare_per_second')} a second "
        f"at {middle('bare_cpu_us')} µs of CPU each, so Gavel reaches "
        f"{middle('throughput_ratio')} of their throughput. Bad endpoints make the p99 of the "
        f"healthy ones {middle('p99_ratio_at_once')} times as long when all are due at once, and "
        f"{middle('p99_ratio_evenly')} times at an even rate."
    )


def engines(quick: bool) -> str:
    rows = [[name, *each.values()] for name, each in run("each_engine").items()]
    return (
        table(["engine", "ms a text", "ms until the first", "MiB"], rows) + "\n\n" + together(quick)
    )


def together(quick: bool) -> str:
    size = ["--rounds", "2", "--seconds", "1"] if quick else ["--each"]
    rows = [[name, *each.values()] for name, each in run("all_engines", *size).items()]
    head = ["policy", "checks a second", "CPU µs a check", "throughput", "work"]
    return table(head, rows)


def facades(quick: bool, before: Path | None) -> str:
    size = ["--rounds", "2", "--seconds", "1", "--starts", "3"] if quick else []
    found = run("facades", *size, *also(before))
    warm = [[name, *each.values()] for name, each in found["warm"].items()]
    head = ["function", "p50 ms", "p99 ms", "CPU µs a call"]
    head += [f"{figure}, times the no-op's" for figure in ("p50", "CPU")]
    head += ["ms more than the no-op (p50)"]
    cold = [[name, *each.values()] for name, each in found["cold"].items()]
    started = ["function", "starts", "listens, ms", "first call, ms", "answers, ms"]
    started += ["CPU until it listens, ms", "CPU until it answers, ms"]
    load = [[name.replace("_", " "), each] for name, each in found["load"].items()]
    return "\n\n".join(
        [
            table(head, warm),
            "A new process until it listens and until it has answered its first call, which is to"
            " Perspective (medians); `hello` is a hello-world on the same framework:",
            table(started, cold),
            "Calls to Perspective at a rate that waits for no answer, to one core:",
            table(["", "measured"], load),
        ]
    )


def matching() -> str:
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


def _beside(before: Path | None) -> str:
    if before is None:
        return ""
    command = ["git", "rev-parse", "--short", "HEAD"]
    done = subprocess.run(command, cwd=before, capture_output=True, text=True, check=True)
    return f" Before is {done.stdout.strip()}."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a minute, for trying it out")
    parser.add_argument("--before", type=Path, help="an older checkout, to measure as well")
    parser.add_argument("--output", type=Path, default=HERE / "RESULTS.md")
    arguments = parser.parse_args()
    quick, before = arguments.quick, arguments.before
    parts = [
        f"Measured {time.strftime('%Y-%m-%d')} on {machine()}.{_beside(before)}",
        "## Check against a no-op\n\n" + serving(quick, before),
        "## Facades\n\n" + facades(quick, before),
        "## Pipeline\n\n" + pipeline(quick, before),
        "## Review queue\n\n" + queue_pages(quick),
        "## Starting\n\n" + starting(quick, "local"),
        "## Starting with the Google backends\n\n" + on_google(quick),
        "## Starting as on Lambda\n\n" + on_lambda(quick),
        "## Commits\n\n" + store(quick),
        "## Deliveries\n\n" + deliveries(quick, before),
        "## Rules\n\n" + evaluator(),
        "## Each engine\n\n" + engines(quick),
        "## Folding and matching\n\n" + matching(),
    ]
    known = arguments.output.read_text() if arguments.output.exists() else ""
    prose = known.partition(MARK)[0].rstrip() or "# Results"
    arguments.output.write_text("\n\n".join([prose, MARK, *parts]) + "\n")
    print(arguments.output)


if __name__ == "__main__":
    main()
