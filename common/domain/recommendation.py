"""What a policy recommends for content, from doing nothing to banning who posted it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

KEEP = "keep"
SHADOW = "shadow"
REMOVE = "remove"
BAN = "ban"
STRENGTH = (
    KEEP,
    "mask",
    "flag",
    "mask_flag",
    "bounce",
    "bounce_flag",
    SHADOW,
    "bounce_remove",
    REMOVE,
    BAN,
)
GRAVITY: Mapping[str, int] = {
    KEEP: 0,
    "mask": 1,
    "flag": 2,
    "mask_flag": 2,
    "bounce": 1,
    "bounce_flag": 2,
    SHADOW: 3,
    "bounce_remove": 3,
    REMOVE: 3,
    BAN: 4,
}
"""The severity of what an action is asked for, 1 low to 4 critical, where no engine tells one."""


def strongest(actions: Iterable[str]) -> str:
    return max(actions, key=STRENGTH.index, default=KEEP)
