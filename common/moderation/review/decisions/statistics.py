"""What a decision adds to the statistics of who made it, and of whose decision it takes back."""

from __future__ import annotations

from common.domain.desk_day import decider, policy_field, waited_field
from common.domain.item import Item, is_queued
from common.moderation.review.decisions.decision import Decision
from common.store.store import Write

_KEEPING = ("mark_reviewed", "unblock", "restore", "unban")
_TAKING_BACK = ("unban", "restore", "unblock", "reopen")


def counted(app: str, decision: Decision, item: Item | None, now: int) -> list[Write]:
    """`item` is as it was before. A server's own calls, which name nobody, are nobody's."""
    if not decision.moderator:
        return []
    name = decision.type.name
    kind = "escalated" if name == "escalate" else "kept" if name in _KEEPING else "removed"
    increments = {"decided": 1} if decision.type.reviews else {}
    if decision.type.reviews or name == "escalate":
        increments[kind] = 1
    if item is not None:
        increments[policy_field(item.get("config_key", ""))] = 1
    if item is not None and decision.type.reviews and _waits(item):
        increments[waited_field(now - item.get("waiting_since", now))] = 1
    writes: list[Write] = [decider(app, decision.moderator, now, increments)]
    before = item.get("decided_by", "") if item is not None else ""
    if name in _TAKING_BACK and before not in ("", decision.moderator):
        writes.append(decider(app, before, now, {"overturned": 1}))
    return writes


def _waits(item: Item) -> bool:
    return is_queued(item) and not item["queue_reviewed"]
