"""What an accepted appeal has the app's own actions take back is looked after until it arrives."""

from __future__ import annotations

from collections.abc import Sequence

from common.domain.appeal import Appeal
from common.domain.times import SECOND
from common.queue.messages import DueReversal
from common.store.unit_of_work import UnitOfWork

FIRST = 5 * SECOND
"""After so long it is looked at first whether it has arrived."""


def follow(
    unit: UnitOfWork, app: str, appeals: Sequence[Appeal], deliveries: Sequence[str], now: int
) -> None:
    for appeal in appeals:
        if appeal["status"] != "accepted" or not deliveries:
            continue
        at = now + FIRST
        appeal.update({"reversal": list(deliveries), "due_at": at})
        unit.send(DueReversal(app, appeal["id"], at), FIRST / SECOND)
