"""What providers said of content, remembered for when the same content comes again.

An app has a bounded number of places for them, each document one: a later verdict takes the place
of an earlier one, so that nothing has to be tidied up. No text of the content is in it.
"""

from __future__ import annotations

from typing import Any

from typing_extensions import TypedDict

from common.store.store import Collection, Key

PLACES = 8_192


class Verdict(TypedDict):
    """`question` is the digest of what was asked; `findings` are label, score, modality, severity
    and spans.
    """

    question: str
    at: int
    findings: list[list[Any]]


VERDICTS: Collection[Verdict] = Collection("verdict")


def verdict_key(app: str, question: str) -> Key[Verdict]:
    return Key(app, VERDICTS, f"{int(question[:8], 16) % PLACES:04x}")
