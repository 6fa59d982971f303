"""Checkouts of this repository to measure side by side: this one, and one of an older commit."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import TypeVar

ROOT = Path(__file__).resolve().parent.parent
NOW, BEFORE = "now", "before"

Figures = Mapping[str, float]
T = TypeVar("T")


def checkouts(before: Path | None) -> dict[str, Path]:
    """The older one first."""
    return {**({BEFORE: before.resolve()} if before else {}), NOW: ROOT}


def python(root: Path) -> str:
    """The checkout's own, or else the one that runs this."""
    own = root / ".venv/bin/python"
    return str(own) if own.exists() else sys.executable


def environment(root: Path, **more: str) -> dict[str, str]:
    """For a process that is to run the checkout's code, and to find it compiled."""
    kept = {name: value for name, value in os.environ.items() if _is_passed_on(name)}
    return {**kept, "PYTHONPATH": str(root), **more}


def _is_passed_on(name: str) -> bool:
    if name.startswith("GAVEL_"):
        return name.endswith("_EMULATOR_JAR")
    return name not in ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH")


def alternating(rounds: int, names: Sequence[str], slice: Callable[[str], T]) -> list[dict[str, T]]:
    """A B, A B, A B: what slows the machine down for a while slows down both."""
    return [{name: slice(name) for name in names} for _ in range(rounds)]


def medians(rows: Sequence[Mapping[str, Figures]], name: str) -> dict[str, float]:
    return {
        figure: round(float(median(row[name][figure] for row in rows)), 3)
        for figure in rows[0][name]
    }


def ratios(medians: Mapping[str, Figures]) -> dict[str, float]:
    """What is now, over what was before. Empty where nothing else was measured."""
    if BEFORE not in medians:
        return {}
    before, now = medians[BEFORE], medians[NOW]
    return {name: round(now[name] / before[name], 3) for name in now if before[name]}


def load_core() -> int | None:
    """The core for whoever makes the load; None where there is only one."""
    cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
    return cores[-1] if len(cores) > 1 and shutil.which("taskset") else None


def pinned(command: list[str]) -> list[str]:
    """The command on all cores but the load's."""
    core = load_core()
    if core is None:
        return command
    others = [str(each) for each in sorted(os.sched_getaffinity(0)) if each != core]
    return ["taskset", "-c", ",".join(others), *command]
