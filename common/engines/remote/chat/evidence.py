"""Finding what a model quotes in the texts that it was shown."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from common.domain.labels import Span


def find(evidence: str, texts: Sequence[str]) -> Span | None:
    """Where one of the texts, as sent, has it; None where none does.

    A model may change case, blanks and the composition of letters, and leaves out what it was not
    shown; no other difference is passed over, for what was not written is no evidence.
    """
    for number, text in enumerate(texts):
        start = text.find(evidence)
        if start >= 0 and evidence.strip():
            return Span(number, start, start + len(evidence), evidence)
    wanted, _ = _plain(evidence)
    if not wanted:
        return None
    for number, text in enumerate(texts):
        plain, places = _plain(text)
        start = plain.find(wanted)
        if start >= 0:
            first, last = places[start], places[start + len(wanted) - 1]
            return Span(number, first, last + 1, text[first : last + 1])
    return None


def _plain(text: str) -> tuple[str, list[int]]:
    """Letters and signs alone, and where each of them stands."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for part in unicodedata.normalize("NFKD", character).casefold():
            if not part.isspace() and unicodedata.category(part)[0] not in "CM":
                letters.append(part)
                places.append(place)
    return "".join(letters), places
