"""How long an app keeps what: in days, by kind. What nothing is set for stays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, cast, get_args

from typing_extensions import TypedDict

from common.domain.appeal_rules import appeal_rules
from common.domain.times import DAY

if TYPE_CHECKING:
    from common.domain.settings import AppSettings

RetentionKind = Literal[
    "clean_items",
    "flagged_items",
    "log",
    "deliveries",
    "statements",
    "appeals",
    "approvals",
    "label_results",
    "suggestions",
    "authority_orders",
    "jobs",
    "counters",
]
KINDS: tuple[RetentionKind, ...] = get_args(RetentionKind)
MOST_DAYS = 3_650
FOR_APPEALS: tuple[RetentionKind, ...] = ("log", "statements", "appeals")
"""Without which nobody could appeal: they stay at least as long as appeals are taken."""
GRACE = DAY
"""From a change of what is kept until anything goes by it: a mistake can be taken back."""
EVERY = DAY
_SHARE = 10
"""An item goes at the latest when a tenth of its time has passed once more."""


KeptPart = Literal["decisions", "statements", "enforcements", "deliveries", "appeals"]
"""What an erasure leaves of a person, without a name or a word of theirs."""
KEPT_UNLESS_SET: tuple[KeptPart, ...] = ("decisions", "statements", "enforcements", "deliveries")


ErasedIds = Literal["new_person", "refuse"]


class RetentionDays(TypedDict):
    """None keeps what is of the kind for ever."""

    clean_items: int | None
    flagged_items: int | None
    log: int | None
    deliveries: int | None
    statements: int | None
    appeals: int | None
    approvals: int | None
    label_results: int | None
    suggestions: int | None
    authority_orders: int | None
    jobs: int | None
    counters: int | None


ALL_STAYS: RetentionDays = {
    "clean_items": None,
    "flagged_items": None,
    "log": None,
    "deliveries": None,
    "statements": None,
    "appeals": None,
    "approvals": None,
    "label_results": None,
    "suggestions": None,
    "authority_orders": None,
    "jobs": None,
    "counters": None,
}


def retention_days(settings: AppSettings) -> RetentionDays:
    """Of a kind that was not there when they were set, nothing goes."""
    return {**ALL_STAYS, **(settings.get("retention_days") or {})}  # type: ignore[typeddict-item]


def kept_by_erasures(settings: AppSettings) -> list[KeptPart]:
    found = settings.get("erasure_keeps")
    return [*(KEPT_UNLESS_SET if found is None else found)]


def days_by_kind(settings: AppSettings) -> Mapping[str, int | None]:
    return cast("dict[str, int | None]", retention_days(settings))


def too_short(settings: AppSettings) -> RetentionKind | None:
    """What would go while appeals are still taken that need it."""
    days = days_by_kind(settings)
    window = appeal_rules(settings).window_days
    return next((kind for kind in FOR_APPEALS if (days[kind] or window) < window), None)


def looked_through_every(settings: AppSettings) -> int | None:
    """How often all items are looked through, in nanoseconds; None where they stay."""
    days = retention_days(settings)
    found = [each for each in (days["clean_items"], days["flagged_items"]) if each is not None]
    return max(EVERY, min(found) * DAY // _SHARE) if found else None
