"""Deliveries by the running server with and without bad endpoints, beside bare `requests`.

First everything is due at one moment, then it comes at an even rate, where p99 is the median over
ten slices of the run. The bare loop is as many
threads as Gavel has sending slots, that do nothing but post the same with a `requests.Session`.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import threading
import time
from dataclasses import dataclass
from typing import Any

import requests

from benchmarks.delivery_load import TOLD, Plan, Result, measure
from benchmarks.receiving import receiving
from common.delivery.slots import TOTAL

BODY = json.dumps(TOLD).encode()


@dataclass(frozen=True, slots=True)
class Loop:
    per_second: float
    cpu_us: float


def bare(plan: Plan, threads: int, number: int) -> Loop:
    with receiving(plan.answer_seconds) as receiver:
        left = iter(range(number))
        lock = threading.Lock()

        def post() -> None:
            with requests.Session() as session:
                while True:
                    with lock:
                        at = next(left, None)
                    if at is None:
                        return
                    url = receiver.url(f"/quick/{at % plan.endpoints}")
                    session.post(url, data=BODY, headers={"X-Webhook-Id": str(at)}, timeout=30)

        workers = [threading.Thread(target=post) for _ in range(threads)]
        begun, cpu = time.perf_counter(), time.process_time()
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        took = time.perf_counter() - begun
        return Loop(number / took, (time.process_time() - cpu) / number * 1e6)


def compare(endpoints: int, deliveries: int, rate: float) -> dict[str, Any]:
    rows: dict[str, Result] = {}
    loops: list[Loop] = []
    for name, at, has_bad in (
        ("at once", None, False),
        ("at once, with bad ones", None, True),
        ("evenly", rate, False),
        ("evenly, with bad ones", rate, True),
    ):
        plan = Plan(endpoints, deliveries, at, has_bad)
        if at is None:
            loops.append(bare(plan, TOTAL, deliveries // 4))
        rows[name] = measure(plan)
        print(f"{name}: {figures(rows[name])}", file=sys.stderr, flush=True)
    loops.append(bare(plan, TOTAL, deliveries // 4))
    plain = rows["at once"]
    per_second = statistics.median(loop.per_second for loop in loops)
    return {
        "runs": {name: figures(result) for name, result in rows.items()},
        "bare_per_second": round(per_second, 1),
        "bare_cpu_us": round(statistics.median(loop.cpu_us for loop in loops)),
        "throughput_ratio": round(plain.per_second / per_second, 3),
        "p99_ratio_at_once": ratio(
            rows["at once, with bad ones"].quantile(0.99), plain.quantile(0.99)
        ),
        "p99_ratio_evenly": ratio(
            rows["evenly, with bad ones"].typical_quantile(0.99),
            rows["evenly"].typical_quantile(0.99),
        ),
    }


def ratio(bad: float, plain: float) -> float:
    return round(bad / plain, 2)


def figures(result: Result) -> dict[str, float]:
    memory = result.memory
    return {
        "healthy": len(result.waits),
        "per_second": round(result.per_second, 1),
        "p50_ms": round(result.quantile(0.5) * 1000, 1),
        "p99_ms": round(result.quantile(0.99) * 1000, 1),
        "typical_p99_ms": round(result.typical_quantile(0.99) * 1000, 1),
        "cpu_us": round(result.cpu / len(result.waits) * 1e6),
        "mib_after_a_fifth": round(memory[len(memory) // 5], 1),
        "mib_at_the_end": round(memory[-1], 1),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--endpoints", type=int, default=1000)
    parser.add_argument("--deliveries", type=int, default=20_000)
    parser.add_argument("--rate", type=float, default=200.0, help="deliveries a second")
    options = parser.parse_args()
    found = compare(options.endpoints, options.deliveries, options.rate)
    print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
