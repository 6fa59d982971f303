"""Counts what each operation asks of the store and the queue, and what that costs in the clouds.

The counts are those of the SQLite backends and the same on any other.
"""

from __future__ import annotations

import argparse
import asyncio
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks import aws_prices
from benchmarks.cost_operations import (
    CHECK,
    CHECK_USER,
    ENFORCE,
    ENFORCE_USER,
    measure,
    measure_pasts,
)
from benchmarks.cost_world import Row
from benchmarks.prices import AS_OF, MILLION, PRICES, Instance, Price, per_million, unit

DOCUMENT = Path(__file__).parents[1] / "docs" / "costs.md"
BEGIN = "<!-- measured: python -m benchmarks.costs --write -->"
END = "<!-- end of what is measured -->"
ALONE = Instance(busy=0.04)
"""An instance that never has two calls at once: each is rounded up to 100 ms."""
SWEEP = "sweep, nothing to do"
_SWEEPS_A_MONTH = 30 * 24 * 60
_LOOKS_A_MONTH = 30 * 24 * 3600 // 5
_AWS_HEAD = ("operation", "read units", "write units", "messages", "calls", "$ per million")
_HEAD = ("operation", "reads", "writes", "refused", "messages", "tasks", "calls", "$ per million")


def all_in(rows: Iterable[Row], names: Sequence[str], instance: Instance) -> float:
    """Dollars for a million of all these operations together."""
    return sum(dollars(row, instance) for row in rows if row.name in names)


def dollars(row: Row, instance: Instance) -> float:
    return per_million(row.counts, row.calls, instance)


def report(rows: Sequence[Row], pasts: Sequence[Row], instance: Instance) -> str:
    parts = [
        _table(_HEAD, [_cells(row, instance) for row in rows]),
        _totals(rows, instance),
        "The second of these, for authors with more and more posts behind them:",
        _table(("earlier posts", *_HEAD[1:]), [_cells(row, instance) for row in pasts]),
        _standing(rows, instance),
        f"Prices without free quotas, {AS_OF}:",
        _prices(PRICES.values()),
        "## On AWS",
        _table(_AWS_HEAD, [_aws_cells(row, instance) for row in rows]),
        _aws_totals(rows, instance),
        f"Prices without free quotas, {aws_prices.REGION}, {aws_prices.AS_OF}:",
        _prices(aws_prices.PRICES.values()),
    ]
    return "\n\n".join(parts)


def documented(text: str, block: str) -> str:
    """The document with its measured part replaced."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError("the document has no place for what is measured")
    return f"{before}{BEGIN}\n\n{block}\n\n{END}{after}"


def _totals(rows: Sequence[Row], instance: Instance) -> str:
    head = ("a check with its enforcement, nothing triggered", "$ per million checks")
    with_rules = "rules on the author's history"
    return _table(
        head,
        [
            ("no such rules", f"{all_in(rows, (CHECK, ENFORCE), instance):.2f}"),
            (with_rules, f"{all_in(rows, (CHECK_USER, ENFORCE_USER), instance):.2f}"),
            (
                f"{with_rules}, every call alone on its instance",
                f"{all_in(rows, (CHECK_USER, ENFORCE_USER), ALONE):.2f}",
            ),
        ],
    )


def _aws_dollars(row: Row, instance: Instance) -> float:
    return aws_prices.per_million(row.capacity, row.counts, row.calls, instance)


def _aws_cells(row: Row, instance: Instance) -> tuple[object, ...]:
    return (
        row.name,
        f"{row.capacity.reads:g}",
        row.capacity.writes,
        row.counts.messages + row.counts.delayed,
        row.calls,
        f"{_aws_dollars(row, instance):.2f}",
    )


def _aws_totals(rows: Sequence[Row], instance: Instance) -> str:
    plain, ruled = (
        sum(_aws_dollars(row, instance) for row in rows if row.name in names)
        for names in ((CHECK, ENFORCE), (CHECK_USER, ENFORCE_USER))
    )
    return (
        f"A check with its enforcement, nothing triggered: ${plain:.2f} per million checks, "
        f"${ruled:.2f} with rules on the author's history."
    )


def _prices(prices: Iterable[Price]) -> str:
    return _table(
        ("service", "price", "$", "per"),
        [(each.service, each.name, _plain(each.dollars), each.unit) for each in prices],
    )


def _standing(rows: Sequence[Row], instance: Instance) -> str:
    (sweep,) = [row for row in rows if row.name == SWEEP]
    sweeps = dollars(sweep, instance) * _SWEEPS_A_MONTH / MILLION + unit("job")
    looks = _LOOKS_A_MONTH * unit("read")
    return (
        f"Standing costs a month: ${sweeps:.2f} for a sweep every minute, and at most ${looks:.2f} "
        "for each instance and app that is busy all month and looks every five seconds whether the "
        "configuration has changed."
    )


def _cells(row: Row, instance: Instance) -> tuple[object, ...]:
    counts = row.counts
    return (
        row.name,
        counts.reads,
        counts.writes + counts.deletes,
        counts.refused,
        counts.messages,
        counts.delayed,
        row.calls,
        f"{dollars(row, instance):.2f}",
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def _plain(number: float) -> str:
    return f"{number:.10f}".rstrip("0").rstrip(".")


def _encoded(rows: Sequence[Row], instance: Instance) -> dict[str, Any]:
    return {
        row.name: {
            **asdict(row.counts),
            "reads": row.counts.reads,
            "calls": row.calls,
            "dollars_per_million": round(dollars(row, instance), 3),
        }
        for row in rows
    }


def main() -> None:
    default = Instance()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--write", action="store_true", help="bring docs/costs.md up to date")
    parser.add_argument("--cpu-ms", type=float, default=default.cpu_ms, help="of one call")
    parser.add_argument(
        "--busy", type=float, default=default.busy, help="part of the billed time that is CPU time"
    )
    arguments = parser.parse_args()
    rows, pasts = asyncio.run(measure()), asyncio.run(measure_pasts())
    instance = Instance(arguments.cpu_ms, arguments.busy)
    if arguments.write:
        block = report(rows, pasts, default)
        DOCUMENT.write_text(documented(DOCUMENT.read_text("utf-8"), block), "utf-8")
        print(DOCUMENT)
    elif arguments.json:
        found = {"operations": _encoded(rows, instance), "pasts": _encoded(pasts, instance)}
        print(json.dumps({"prices": AS_OF, **found}, indent=2))
    else:
        print(report(rows, pasts, instance))


if __name__ == "__main__":
    main()
