"""What the clients called, and with what success: the conformance table is made of it."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from .operations import GAVELS_OWN, Client, operation_of

RECORDED_IN = "GAVEL_CONFORMANCE_RECORD"
"""Names the file that lines are added to."""


@dataclass(frozen=True, slots=True)
class Called:
    """`client` is None for plain HTTP."""

    client: Client | None
    operation: str
    status: int


@dataclass(frozen=True, slots=True)
class Effect:
    """What an operation has done was read through another."""

    operation: str
    through: str


@dataclass(frozen=True, slots=True)
class Line:
    """A test's part of the record."""

    test: str
    passed: bool
    called: list[Called]
    effects: list[Effect]


_called: list[Called] = []


def note(client: Client, method: str, path: str, status: int) -> None:
    operation = operation_of(method, path)
    if operation is not None:
        _called.append(Called(client, operation, status))


def note_operation(client: Client, operation: str, status: int) -> None:
    _called.append(Called(client, operation, status))


def note_plain(method: str, path: str, status: int) -> None:
    """Notes what Stream's clients do not call: Gavel's own."""
    if f"{method} {path}".startswith(GAVELS_OWN):
        _called.append(Called(None, f"{method} {path}", status))


def keep(test: str, effects: list[Effect], *, passed: bool) -> None:
    """Adds what was called since the last test."""
    line = Line(test, passed, list(dict.fromkeys(_called)), effects)
    _called.clear()
    if name := os.environ.get(RECORDED_IN):
        with Path(name).open("a") as file:
            file.write(json.dumps(asdict(line)) + "\n")
