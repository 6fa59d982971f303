"""Halves of characters: lone surrogates, which are in no text that can be stored or sent.

JSON can spell them, and JSON.stringify does where a text was cut in the middle of an emoji.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

REPLACEMENT = "\ufffd"
_HALF = re.compile("[\ud800-\udfff]")


def whole(value: Any) -> Any:
    """A copy in which U+FFFD stands for each half of a character; keys stay as they are."""
    if isinstance(value, str):
        return value if value.isascii() else _HALF.sub(REPLACEMENT, value)
    if isinstance(value, list):
        return [whole(each) for each in value]
    if isinstance(value, dict):
        return {key: whole(each) for key, each in value.items()}
    return value


def has_half(text: str) -> bool:
    return not text.isascii() and _HALF.search(text) is not None


def halves(value: Any, path: str = "") -> Iterator[str]:
    """Where halves of characters stand in a value of JSON, its keys included: `a.0.b`."""
    if isinstance(value, str):
        if has_half(value):
            yield path
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from halves(each, f"{path}.{number}")
    elif isinstance(value, dict):
        for key, each in value.items():
            if has_half(key):
                yield f"{path}.{key}"
            yield from halves(each, f"{path}.{key}")
