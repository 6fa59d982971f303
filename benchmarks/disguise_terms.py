"""The terms of the disguise benchmark, and where its data lies."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parent / "data"


class Terms(NamedTuple):
    """`listed` are on the list too, and not disguised: innocent sentences come near them."""

    words: list[str]
    emoji: list[str]
    listed: list[str]

    @property
    def all(self) -> list[str]:
        return [*self.words, *self.emoji, *self.listed]


def read_terms(file: Path) -> Terms:
    terms = Terms([], [], [])
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("listed "):
            terms.listed.append(line.removeprefix("listed "))
        elif line[:1].isascii():
            terms.words.append(line)
        else:
            terms.emoji.append(line)
    return terms
