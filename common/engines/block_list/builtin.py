"""Block lists that every app has without making them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

PROFANITY = "profanity_en_2020_v1"
BUILTIN_LISTS = {PROFANITY: "profanity_en.txt"}


@cache
def builtin_words(name: str) -> tuple[str, ...]:
    """Raises KeyError for a name that is not in BUILTIN_LISTS."""
    text = (
        files("common.engines.block_list").joinpath("data", BUILTIN_LISTS[name]).read_text("utf-8")
    )
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))
