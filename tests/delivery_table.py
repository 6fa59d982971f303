"""What becomes of an enforcement whose receiver is down for a while: measured here, and by what the
others document. `python -m tests.delivery_table --write` brings docs/delivery.md up to date.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from statistics import median

from tests.delivering.outages import Outage, measure

DOCUMENT = Path(__file__).parents[1] / "docs" / "delivery.md"
BEGIN = "<!-- measured: python -m tests.delivery_table --write -->"
END = "<!-- end of what is measured -->"

_MINUTE, _HOUR, _DAY = 60.0, 3600.0, 86400.0
SHORT = (1.0, _MINUTE, _HOUR)
LONG = (_DAY, 2 * _DAY, 4 * _DAY)
CROWD = 100
_RUNS = 20
_CROWD_RUNS = 5
# After the first hour every five minutes are like the ones before.
_LONG_CROWD_RUNS = 1

SVIX = tuple(accumulate((0.0, 5.0, 300.0, 1800.0, 7200.0, 18000.0, 36000.0, 36000.0)))
OZONE_SECONDS, OZONE_POLL = 10 * 30.0, 30.0
STREAM_SECONDS = 15.0
COOP = tuple(accumulate((0.0, 0.005, 0.01, 0.02, 0.04, 0.08)))
CORAL = (0.0,)
_HEAD = ("receiver down for", "Gavel", "Svix", "Ozone", "Stream", "Coral", "Coop")
_MEASURED = ("receiver down for", "ordered", "runs", "arrive after it is back", "requests")


def report() -> str:
    lengths = (*SHORT, *LONG)
    measured = [line for seconds in lengths for line in measured_lines(seconds)]
    beside = [compared_line(seconds) for seconds in lengths]
    return "\n".join([*_header(_HEAD), *beside, "", *_header(_MEASURED), *measured])


def compared_line(seconds: float) -> str:
    """Of a single enforcement, ordered as the receiver goes down."""
    return _line(
        (
            _length(seconds),
            _arrival(outages(seconds, 1)),
            _by_schedule(SVIX, seconds, "marked failed after 28 h, the sender is told"),
            f"at worst {_length(OZONE_POLL)}"
            if seconds < OZONE_SECONDS
            else "lost after 5 min, nobody is told",
            "arrives if a retry falls behind it" if seconds < STREAM_SECONDS else "lost",
            _by_schedule(CORAL, seconds, "lost"),
            _by_schedule(COOP, seconds, "lost, logged as failed"),
        )
    )


def measured_lines(seconds: float) -> list[str]:
    found = []
    for deliveries in (1, CROWD):
        runs = outages(seconds, deliveries)
        requests = [outage.requests for outage in runs]
        cells = (_length(seconds), deliveries, len(runs), _arrival(runs), _middle(requests))
        found.append(_line(cells))
    return found


@cache
def outages(seconds: float, deliveries: int) -> tuple[Outage, ...]:
    runs = _RUNS
    if deliveries > 1:
        runs = _CROWD_RUNS if seconds in SHORT else _LONG_CROWD_RUNS
    return tuple(measure(seconds, deliveries, seed) for seed in range(runs))


def documented(text: str, block: str) -> str:
    """The document with its measured part replaced."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError("the document has no place for what is measured")
    return f"{before}{BEGIN}\n\n{block}\n\n{END}{after}"


def _arrival(runs: Sequence[Outage]) -> str:
    late = [seconds for outage in runs for seconds in outage.late]
    ended = [seconds for outage in runs for seconds in outage.ended]
    if not late:
        return f"given up after {_length(max(ended))}, a person is told"
    if ended:
        raise ValueError("some arrived and some did not: the table has no words for it")
    return f"{_length(median(late))}, at worst {_length(max(late))}"


def _by_schedule(attempts: Iterable[float], seconds: float, lost: str) -> str:
    """By the first attempt that the receiver is back for."""
    late = [attempt - seconds for attempt in attempts if attempt >= seconds]
    return _length(late[0]) if late else lost


def _middle(numbers: Sequence[int]) -> str:
    return f"{median(numbers):,.0f}"


def _length(seconds: float) -> str:
    for name, unit in (("day", _DAY), ("h", _HOUR), ("min", _MINUTE)):
        if seconds >= unit:
            count = f"{seconds / unit:.1f}".removesuffix(".0")
            plural = "s" if name == "day" and count != "1" else ""
            return f"{count} {name}{plural}"
    return f"{seconds:.0f} s"


def _header(head: Sequence[str]) -> tuple[str, str]:
    return _line(head), _line(["---"] * len(head))


def _line(cells: Iterable[object]) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="bring docs/delivery.md up to date")
    block = report()
    if parser.parse_args().write:
        DOCUMENT.write_text(documented(DOCUMENT.read_text("utf-8"), block), "utf-8")
        print(DOCUMENT)
    else:
        print(block)


if __name__ == "__main__":
    main()
