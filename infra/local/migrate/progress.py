"""How far a migration has come, in a file: one that was broken off goes on where it was."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TypedDict


class Done(TypedDict):
    """Of one kind. `cursor` is where its next page begins, "" for the first."""

    cursor: str
    is_over: bool
    counts: dict[str, int]


class Progress:
    """`source` names what is read, so that a file is not gone on with for another."""

    def __init__(self, file: Path | None, source: str) -> None:
        self._file = file
        self._source = source
        self.notes: list[str] = []
        self._kinds: dict[str, Done] = {}
        if file is not None and file.exists():
            self._read(json.loads(file.read_text("utf-8")))

    def of(self, kind: str) -> Done:
        return self._kinds.setdefault(kind, {"cursor": "", "is_over": False, "counts": {}})

    def add(self, kind: str, outcomes: Counter[str], cursor: str | None) -> None:
        """A page is done: kept before the next one begins."""
        done = self.of(kind)
        done["counts"] = dict(Counter(done["counts"]) + outcomes)
        done["cursor"], done["is_over"] = cursor or "", cursor is None
        self._write()

    def note(self, text: str) -> None:
        if text not in self.notes:
            self.notes.append(text)

    def _read(self, kept: dict[str, object]) -> None:
        if kept.get("source") != self._source:
            raise ValueError(f"{self._file} is of the migration of {kept.get('source')}")
        self._kinds = kept["kinds"]  # type: ignore[assignment]
        self.notes = kept["notes"]  # type: ignore[assignment]

    def _write(self) -> None:
        if self._file is None:
            return
        kept = {"source": self._source, "kinds": self._kinds, "notes": self.notes}
        beside = self._file.with_suffix(".new")
        beside.write_text(json.dumps(kept, indent=2), "utf-8")
        beside.replace(self._file)
