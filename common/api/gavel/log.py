"""The moderation log."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from common.api.base import Request
from common.api.gavel.base import ListQuery, Moment
from common.domain.fields import MAX_ID, OptionalId
from common.domain.log import LogKind
from common.moderation.evidence.roots import Days
from common.moderation.log import Wanted

_FIELDS = (
    "item_id",
    "user_id",
    "kind",
    "type",
    "rule_id",
    "rule_version",
    "action_id",
    "moderator_id",
    "batch_id",
    "result",
)


class LogFilters(Request):
    """All that is given has to hold; `since` and `until` bound the time."""

    item_id: str | None = Field(None, max_length=MAX_ID)
    user_id: str | None = Field(None, max_length=MAX_ID)
    kind: LogKind | None = None
    type: str | None = Field(None, max_length=64)
    rule_id: str | None = Field(None, max_length=128)
    rule_version: int | None = Field(None, ge=0, lt=2**53)
    action_id: str | None = Field(None, max_length=128)
    moderator_id: str | None = Field(None, max_length=MAX_ID)
    batch_id: str | None = Field(None, max_length=64)
    result: str | None = Field(None, max_length=64)
    unread: bool | None = None
    since: Moment | None = None
    until: Moment | None = None

    @property
    def wanted(self) -> Wanted:
        given = {name: getattr(self, name) for name in _FIELDS}
        fields = {name: value for name, value in given.items() if value not in (None, "")}
        return Wanted(fields, bool(self.unread), self.since, self.until)


class LogQuery(ListQuery, LogFilters):
    """The newest entries come first."""


class LogExportQuery(LogFilters):
    """The oldest entries come first; without `until` up to now."""

    format: Literal["csv", "jsonl"] = "csv"


class LogRootsQuery(ListQuery):
    """Days of the calendar, in UTC; `to` is with them. The newest come first."""

    from_: str | None = Field(None, alias="from", max_length=10)
    to: str | None = Field(None, max_length=10)

    @property
    def days(self) -> Days:
        return Days(self.from_ or None, self.to or None)


class MarkReadBody(Request):
    """Without `ids` everything unread is marked as read."""

    ids: list[str] | None = Field(None, max_length=100)


class RetryEntryBody(Request):
    """`user_id` is whom the log names for it."""

    user_id: OptionalId = None
