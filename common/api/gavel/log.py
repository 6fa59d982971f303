"""The moderation log."""

from __future__ import annotations

from pydantic import Field

from common.api.base import Request
from common.api.gavel.base import ListQuery


class LogQuery(ListQuery):
    """At most one of the filters; the newest entries come first."""

    item_id: str | None = Field(None, max_length=1_024)
    user_id: str | None = Field(None, max_length=1_024)
    kind: str | None = Field(None, max_length=64)
    unread: bool | None = None


class MarkReadBody(Request):
    """Without `ids` everything unread is marked as read."""

    ids: list[str] | None = Field(None, max_length=100)
