"""Stream's query of the review queue (contract section 9)."""

from __future__ import annotations

from pydantic import Field

from common.api.stream.queries import QueryRequest


class QueryReviewQueueRequest(QueryRequest):
    stats_only: bool | None = None
    exclude_default_action_config: bool | None = None
    lock_items: bool | None = None
    lock_count: int | None = Field(None, ge=1, le=25)
    lock_duration: int | str | None = None
