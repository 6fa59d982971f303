"""A pause: what has no effect for a time, or until somebody resumes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NotRequired

from typing_extensions import TypedDict

from common.domain.errors import Invalid


class Pause(TypedDict):
    """`by` is empty where the app's server named nobody. Without `ends_at` it lasts until it is
    taken back. Times are nanoseconds.
    """

    at: int
    by: str
    reason: str
    ends_at: NotRequired[int]


@dataclass(frozen=True, slots=True)
class Pausing:
    """Who pauses or resumes, why, and until when; None until it is taken back."""

    by: str
    reason: str
    until: int | None = None

    def pause(self, now: int) -> Pause:
        """Raises Invalid for a time that is over."""
        if self.until is not None and self.until <= now:
            raise Invalid.field("until", "is over already")
        pause: Pause = {"at": now, "by": self.by, "reason": self.reason}
        if self.until is not None:
            pause["ends_at"] = self.until
        return pause


def is_in_force(pause: Pause | None, now: int) -> bool:
    return pause is not None and now < pause.get("ends_at", now + 1)


def in_force(thing: Mapping[str, Any], now: int) -> Pause | None:
    """That of a rule or an action, as long as it lasts."""
    pause: Pause | None = thing.get("paused")
    return pause if is_in_force(pause, now) else None
