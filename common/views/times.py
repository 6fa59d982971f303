"""Times cross the API as integer nanoseconds or as RFC 3339 text, as a dialect has it."""

from __future__ import annotations

from typing import Any

from common.domain.times import to_rfc3339

_NAMES = frozenset(
    {
        "active_from",
        "active_to",
        "as_of",
        "at",
        "expiration",
        "listed_since",
        "paused_until",
        "suspended_until",
    }
)
_OTHERS = frozenset({"directed_at", "not_looked_at"})
"""A person, and rules."""
_OWN = frozenset({"custom", "preferences", "sends", "values"})


def with_text_times(value: Any) -> Any:
    """A copy in which every integer under a key that names a time is text.

    What stands under names of `_OWN` is the customer's own and passed through.
    """
    if isinstance(value, dict):
        return {key: item if key in _OWN else _converted(key, item) for key, item in value.items()}
    if isinstance(value, list):
        return [with_text_times(item) for item in value]
    return value


def is_time(key: str) -> bool:
    is_named_so = key in _NAMES or key.endswith(("_at", "expires", "_issued_before"))
    return is_named_so and key not in _OTHERS


def _converted(key: str, value: Any) -> Any:
    if is_time(key) and isinstance(value, int) and not isinstance(value, bool):
        return to_rfc3339(value)
    return with_text_times(value)
