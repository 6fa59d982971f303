"""What a command says in one line when it cannot do its work."""

from __future__ import annotations

import sys
from pathlib import Path

from pydantic import ValidationError

from common.queue.queue import QueueError
from common.settings import variable
from common.store.store import StoreError

Trouble = ValidationError | StoreError | QueueError | OSError
TROUBLE = (ValidationError, StoreError, QueueError, OSError)


class CannotStart(Exception):
    """Something is missing on this machine; the text says what."""


def complain(text: str) -> int:
    """The exit code."""
    print(f"gavel: {text}", file=sys.stderr)
    return 1


def explained(error: Trouble, data: Path | None = None) -> str:
    """`data` is the folder, where it is known. No value of a setting is repeated."""
    if isinstance(error, ValidationError):
        return "; ".join(
            ": ".join(
                [
                    *(variable(str(field)) for field in problem["loc"][:1]),
                    problem["msg"].removeprefix("Value error, "),
                ]
            )
            for problem in error.errors()
        )
    if isinstance(error, OSError):
        reason = error.strerror or str(error)
        return f"{error.filename}: {reason}" if error.filename else reason
    return f"{_said(error)} ({error})" + (f" in {data}" if data else "")


def _said(error: StoreError | QueueError) -> str:
    match error.cause:
        case "busy":
            return "another process holds the store"
        case "full":
            return "there is no room for the store"
        case "read-only":
            return "the store may not be written"
        case "failing":
            return "the disk fails"
        case "gone":
            return "the store cannot be opened"
        case "corrupt":
            return "the store is damaged; make restore brings a backup back"
