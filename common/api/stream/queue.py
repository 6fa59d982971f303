"""Stream's query of the review queue (contract section 9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator, Field

from common.api.base import Request
from common.api.stream.queries import PageRequest
from common.api.stream.users import ActingUser
from common.domain.errors import Invalid
from common.domain.fields import OptionalId
from common.domain.item import Item
from common.domain.own_reports import depends_on_caller
from common.domain.queue_fields import labels_of

DEFAULT_LOCK_SECONDS = 300
MOST_LOCK_SECONDS = 86_400
_DURATION = re.compile(r"(\d{1,9})([smh]?)")
_SECONDS = {"": 1, "s": 1, "m": 60, "h": 3_600}


def _seconds(value: object) -> object:
    """stream-chat-java has a text where the others have a number."""
    if not isinstance(value, str):
        return value
    found = _DURATION.fullmatch(value)
    if found is None:
        raise ValueError("is not a number of seconds, or one with s, m or h behind it")
    return int(found[1]) * _SECONDS[found[2]]


LockSeconds = Annotated[int, BeforeValidator(_seconds), Field(ge=1, le=MOST_LOCK_SECONDS)]


class SpacingRequest(Request):
    """Which items are severe: from this severity on (1 low to 4 critical), or with such a label."""

    severity: int | None = Field(None, ge=1, le=4)
    labels: list[Annotated[str, Field(min_length=1, max_length=255)]] = Field(
        default_factory=list, max_length=100
    )

    def is_severe(self, item: Item) -> bool:
        if self.severity is not None and item.get("severity", 0) >= self.severity:
            return True
        return not set(self.labels).isdisjoint(labels_of(item))


class QueryReviewQueueRequest(PageRequest):
    """`lock_items` true takes the items for who calls, false gives back the caller's own.
    `lock_duration` is in seconds. With `space_severe` a page has its items in an order in which
    severe ones do not follow one another, as long as it has others.
    """

    user_id: OptionalId = None
    user: ActingUser | None = None
    stats_only: bool | None = None
    exclude_default_action_config: bool | None = None
    lock_items: bool | None = None
    lock_count: int | None = Field(None, ge=1, le=25)
    lock_duration: LockSeconds | None = None
    space_severe: SpacingRequest | None = None

    def idle(self) -> Iterator[str]:
        """Who asks counts where items are locked for them or given back, or are their reports."""
        if self.lock_items is None and not depends_on_caller(self.filter or {}):
            if self.user_id:
                yield "user_id"
            if self.user is not None:
                yield "user.id"

    def check_combined(self) -> None:
        """Raises Invalid for what would be ignored beside something else."""
        for name in ("lock_count", "lock_duration"):
            if getattr(self, name) is not None and not self.lock_items:
                raise Invalid.field(name, "needs lock_items")
        spacing = self.space_severe
        if spacing is not None and spacing.severity is None and not spacing.labels:
            raise Invalid.field("space_severe", "needs a severity, or labels")
        if spacing is not None and self.stats_only:
            raise Invalid.field("space_severe", "is of items, and stats_only has none")
        if self.lock_items is not None and self.stats_only:
            raise Invalid.field("lock_items", "has no items to lock with stats_only")
        for name in ("sort", "next", "prev"):
            if getattr(self, name) and self.stats_only:
                raise Invalid.field(name, "is of items, and stats_only has none")
