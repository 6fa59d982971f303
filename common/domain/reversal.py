"""The reversal: how far what takes back a decision that was appealed has come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from common.domain.appeal import Appeal
from common.domain.delivery import Delivery, is_open

ReversalState = Literal["none", "on_its_way", "arrived", "failed"]
"""`none`: no action of the app's takes it back. `failed`: something of it was given up."""


def state_of(appeal: Appeal, deliveries: Sequence[Delivery]) -> ReversalState:
    """`deliveries` are those of its reversal that are still kept."""
    if "arrived_at" in appeal:
        return "arrived"
    if not appeal.get("reversal"):
        return "none"
    if any(is_open(each) for each in deliveries):
        return "on_its_way"
    return "arrived" if have_arrived(appeal, deliveries) else "failed"


def have_arrived(appeal: Appeal, deliveries: Sequence[Delivery]) -> bool:
    """All of them: one that is kept no more has not been seen to."""
    delivered = [each for each in deliveries if each["state"] == "delivered"]
    return bool(delivered) and len(delivered) == len(appeal.get("reversal", ()))
