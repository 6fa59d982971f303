"""A newcomer's minutes: fresh clones of the last commit, from the command to what it is for.

Not part of benchmarks.run, because it takes packages from their indexes. The first clone fills the
caches and is not counted; CPU time is of all processes, and steadier on a busy machine.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import signal
import statistics
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

from tests.running import ROOT, free_port

_SECONDS = 600.0


def first_check(clone: Path) -> None:
    """Starts `make run`, and stops it when a check has been answered."""
    port = free_port()
    process = subprocess.Popen(
        ["make", "--silent", "run"],
        cwd=clone,
        env=_environment() | {"PORT": str(port)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    deadline = time.monotonic() + _SECONDS
    try:
        while not _is_checked(clone, port):
            if process.poll() is not None or time.monotonic() > deadline:
                raise SystemExit("make run does not answer")
            time.sleep(0.02)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def everything(clone: Path) -> None:
    """What `make test` installs before it tests."""
    subprocess.run(
        ["make", "--silent", "install"],
        cwd=clone,
        env=_environment(),
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _is_checked(clone: Path, port: int) -> bool:
    try:
        token = json.loads((clone / ".gavel/credentials.json").read_text())["api_token"]
        request = urllib.request.Request(
            f"http://127.0.0.1:{port}/api/v1/task/sync",
            b"user_id=ada&post_id=1&text_data=hello+world",
            {"authorization": f"token {token}"},
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            return bool(answer.status == 201)
    except (OSError, ValueError):
        return False


def _environment() -> dict[str, str]:
    """A newcomer's: nothing is set, and no make is above."""
    foreign = ("GAVEL_", "MAKE", "PYTHONPATH")
    return {name: value for name, value in os.environ.items() if not name.startswith(foreign)}


def measured(step: Callable[[Path], None]) -> tuple[float, float]:
    """Seconds and seconds of CPU."""
    with tempfile.TemporaryDirectory(prefix="newcomer-") as folder:
        clone = Path(folder) / "gavel"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        before, start = _cpu(), time.monotonic()
        step(clone)
        found = time.monotonic() - start, _cpu() - before
        shutil.rmtree(clone)
    return found


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    found = {}
    for name, step in {"make run": first_check, "make install": everything}.items():
        measured(step)
        seconds, cpu = zip(*(measured(step) for _ in range(rounds)), strict=True)
        found[name] = {
            "seconds": round(statistics.median(seconds), 1),
            "cpu_seconds": round(statistics.median(cpu), 1),
        }
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
