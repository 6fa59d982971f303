"""What it costs a check that content is encrypted: the server's CPU with and without, in turn.

Authors are a thousand whose keys are at hand, or each another one, whose key is made.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from benchmarks import checkouts
from benchmarks.checkouts import ROOT
from benchmarks.load import drive, post
from benchmarks.processes import cpu_seconds, tree
from benchmarks.serving import KEY, TEXT, TOKEN, configure, server, started

ON, OFF = "on", "off"
AT_HAND, NEW = "authors at hand", "a new author each"
_AUTHORS = 1_000
_CONNECTIONS = 8
_WARMING = 6.0
"""Seconds: the first check loads what judges."""


def compare(rounds: int, seconds: float, *, pinned: bool) -> dict[str, Any]:
    """Microseconds of CPU a check, by kind of author."""
    # A disk that others keep busy would decide how many checks share a commit.
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(dir=memory) as folder, ExitStack() as stack:
        servers = {
            name: stack.enter_context(_checking(Path(folder) / name, name == ON, pinned=pinned))
            for name in (OFF, ON)
        }
        sent = dict.fromkeys(servers, 0)

        def used(name: str, kind: str, seconds: float) -> float:
            port, pid = servers[name]

            def request(number: int) -> bytes:
                return _request(number, number % _AUTHORS if kind == AT_HAND else number)

            before = _cpu(pid)
            load = drive(port, request, _CONNECTIONS, seconds, sent[name])
            if load.failures:
                raise RuntimeError(f"{load.failures} requests failed")
            sent[name] += len(load.latencies) + _CONNECTIONS
            spent = (_cpu(pid) - before) * 1e6 / max(1, len(load.latencies))
            print(f"{name}, {kind}: {len(load.latencies)} checks, {spent:.1f}", file=sys.stderr)
            return spent

        return {
            kind: _summary(used, list(servers), kind, rounds, seconds) for kind in (AT_HAND, NEW)
        }


def _summary(
    used: Any, names: Sequence[str], kind: str, rounds: int, seconds: float
) -> Mapping[str, Any]:
    for name in names:
        used(name, kind, _WARMING)
    rows = checkouts.alternating(rounds, names, lambda name: round(used(name, kind, seconds), 1))
    medians = {name: statistics.median(row[name] for row in rows) for name in names}
    ratio = round(medians[ON] / medians[OFF], 3)
    return {"rounds": rows, "medians": medians, "ratio": ratio}


@contextmanager
def _checking(data: Path, is_on: bool, *, pinned: bool) -> Iterator[tuple[int, int]]:
    functions = ROOT / "functions"
    setting = {"GAVEL_ENCRYPT_CONTENT": str(is_on).lower()}
    source = functions / "configure/main.py"
    with server("configure", source, data, ROOT, pinned=False, **setting) as port:
        configure(port)
    source = functions / "check/main.py"
    with started("check", source, data, ROOT, pinned=pinned, **setting) as found:
        yield found


def _request(number: int, author: int) -> bytes:
    body = {
        "entity_type": "post",
        "entity_id": f"{number:09d}",
        "entity_creator_id": f"user{author}",
        "moderation_payload": {"texts": [TEXT]},
        "config_key": "bench",
    }
    headers = {"authorization": TOKEN, "content-type": "application/json"}
    path = f"/api/v2/moderation/check?api_key={KEY}"
    return post(path, headers, json.dumps(body).encode())


def _cpu(pid: int) -> float:
    return sum(map(cpu_seconds, tree(pid)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--seconds", type=float, default=2.0)
    parser.add_argument("--pinned", action="store_true", help="the servers to the first core")
    arguments = parser.parse_args()
    found = compare(arguments.rounds, arguments.seconds, pinned=arguments.pinned)
    print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
