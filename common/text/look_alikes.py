"""Letters of other scripts that look like Latin ones."""

from __future__ import annotations

from functools import cache


@cache
def look_alikes() -> tuple[dict[int, str], dict[int, str]]:
    """Of those that do themselves, and with those whose capitals do."""
    from common.text.folding_table import COUSINS, TWINS

    twins = {ord(c): letter for letter, chars in TWINS.items() for c in chars}
    return twins, twins | {ord(c): letter for letter, chars in COUSINS.items() for c in chars}
