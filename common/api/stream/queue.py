"""Stream's query of the review queue (contract section 9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator, Field

from common.api.stream.queries import PageRequest
from common.api.stream.users import ActingUser
from common.domain.errors import Invalid
from common.domain.fields import OptionalId

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


class QueryReviewQueueRequest(PageRequest):
    """`lock_items` true takes the items for who calls, false gives back the caller's own.
    `lock_duration` is in seconds.
    """

    user_id: OptionalId = None
    user: ActingUser | None = None
    stats_only: bool | None = None
    exclude_default_action_config: bool | None = None
    lock_items: bool | None = None
    lock_count: int | None = Field(None, ge=1, le=25)
    lock_duration: LockSeconds | None = None

    def idle(self) -> Iterator[str]:
        """Who asks counts where items are locked for them or given back."""
        if self.lock_items is None:
            if self.user_id:
                yield "user_id"
            if self.user is not None:
                yield "user.id"

    def check_combined(self) -> None:
        """Raises Invalid for what would be ignored beside something else."""
        for name in ("lock_count", "lock_duration"):
            if getattr(self, name) is not None and not self.lock_items:
                raise Invalid.field(name, "needs lock_items")
        if self.lock_items is not None and self.stats_only:
            raise Invalid.field("lock_items", "has no items to lock with stats_only")
        for name in ("sort", "next", "prev"):
            if getattr(self, name) and self.stats_only:
                raise Invalid.field(name, "is of items, and stats_only has none")
