"""The messages that the spam model is trained and measured on, beside what the sources give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
_FILES = (
    ("unwanted.txt", "", True),
    ("wanted.txt", "harmless: ", True),
    ("more_unwanted.txt", "", False),
    ("more_wanted.txt", "harmless: ", False),
)
"""With what is put before its kinds, and whether every other message is held out."""


@dataclass(frozen=True, slots=True)
class Message:
    """`kind` begins with what it is: spam, scam or harmless. What is held out is measured on."""

    kind: str
    text: str
    held_out: bool

    @property
    def is_spam(self) -> bool:
        return self.kind.startswith("spam")

    @property
    def is_scam(self) -> bool:
        return self.kind.startswith("scam")


def messages() -> Iterator[Message]:
    for name, prefix, halved in _FILES:
        kind, number = "", 0
        for line in (HERE / name).read_text("utf-8").splitlines():
            if line.startswith("# "):
                kind, number = prefix + line[2:], 0
            else:
                yield Message(kind, line, halved and number % 2 == 1)
                number += 1
