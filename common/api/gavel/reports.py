"""Reports and reporters, looked for."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from common.api.gavel.base import ListQuery

_ID = Field(None, min_length=1, max_length=1_024)


class ReportsQuery(ListQuery):
    """What is reported: one of `item_id`, `post_id` and `user_id`."""

    item_id: str | None = _ID
    post_id: str | None = _ID
    user_id: str | None = _ID
    reporter_id: str | None = _ID
    category: str | None = Field(None, min_length=1, max_length=128)


class ReportersQuery(ListQuery):
    order: Literal["best", "worst"] = "best"
