"""The request for rate limits, all of it in the query (contract 10)."""

from __future__ import annotations

from pydantic import Field

from common.api.base import Request


class RateLimitsQuery(Request):
    """Without a platform all of them are meant, without `endpoints` all that have a limit."""

    server_side: bool = False
    android: bool = False
    ios: bool = False
    web: bool = False
    unity: bool = False
    endpoints: str | None = Field(None, max_length=2_000)
    """Names separated by commas, as Stream has them: "QueryReviewQueue,Ban"."""
