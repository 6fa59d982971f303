"""What the tests of Perspective's facade share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

RUDE = "You are a pathetic idiot and nobody wants you here."
ATTRIBUTES = (
    "TOXICITY",
    "SEVERE_TOXICITY",
    "IDENTITY_ATTACK",
    "INSULT",
    "PROFANITY",
    "THREAT",
    "SEXUALLY_EXPLICIT",
)


def pieces(text: str, spans: Iterable[Any]) -> list[str]:
    """What the spans say of the text; they count as JavaScript and Java do."""
    units = text.encode("utf-16-le")
    return [units[2 * span["begin"] : 2 * span["end"]].decode("utf-16-le") for span in spans]
