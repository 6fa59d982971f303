"""The appeal case: an appeal with what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from common.domain.appeal import Appeal
from common.domain.delivery import Delivery
from common.domain.log import LogEntry
from common.domain.review_item import ReviewItem
from common.domain.user import User


@dataclass(frozen=True, slots=True)
class AppealCase:
    """`original` is the log's entry about the decision that it is against, `decision` the one about
    the decision on the appeal. `deliveries` are those of its reversal that are still kept.
    """

    appeal: Appeal
    user: User | None = None
    review_item: ReviewItem | None = None
    original: LogEntry | None = None
    decision: LogEntry | None = None
    deliveries: Sequence[Delivery] = ()
