"""Rate limits as Stream's clients read them (contract 10)."""

from __future__ import annotations

from typing_extensions import TypedDict


class LimitInfo(TypedDict):
    """Calls in the current minute; `reset` is its end, in seconds since 1970."""

    limit: int
    remaining: int
    reset: int


Limits = dict[str, LimitInfo]
"""By the operation's name as Stream has it."""


class RateLimitsAnswer(TypedDict, total=False):
    server_side: Limits
    android: Limits
    ios: Limits
    web: Limits
    unity: Limits


def endpoint_name(operation: str) -> str:
    """`query_review_queue` is QueryReviewQueue."""
    return "".join(part.capitalize() for part in operation.split("_"))
