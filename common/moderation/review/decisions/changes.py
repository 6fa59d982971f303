"""What a decision changes beside its own effect: the item's place in the queue, and the log."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from common.domain.appeal import Appeal, role_of
from common.domain.item import Item, end_lock, is_queued
from common.domain.item_lists import add_ids
from common.domain.log import LogEntry, new_entry
from common.domain.reports import settle
from common.moderation.review.decisions.decision import Decision
from common.moderation.review.decisions.subject import Subject
from common.store.store import Create


def note_decision(item: Item, decision: Decision, entry: LogEntry, now: int) -> None:
    """Whatever was reported is settled by it."""
    type = decision.type
    item["updated_at"] = now
    item["latest_moderator_action"] = type.name
    add_ids(item, actions=[entry["id"]])
    end_lock(item)
    if type.reviews:
        by = decision.moderator
        item.update({"reviewed_at": now, "reviewed_by": by, "decided_at": now, "decided_by": by})
        settle(cast("dict[str, Any]", item))
    if is_queued(item):
        item["queue_updated_at"] = now
        item["queue_reviewed"] = type.reviews or item["queue_reviewed"]


def entry_of(
    app: str, decision: Decision, subject: Subject, appeals: Sequence[Appeal] = ()
) -> Create[LogEntry]:
    """`appeals` are those that it decides, of which the entry names the first."""
    about: dict[str, object] = {}
    if appeals:
        about = {"appeal_id": appeals[0]["id"], "appeal_role": role_of(appeals[0])}
    if decision.approved_by:
        about |= {"approval_id": decision.approval_id, "approved_by": decision.approved_by}
    return new_entry(
        app,
        decision.type.log_kind,
        decision.type.name,
        subject.now,
        item_id=subject.item_id,
        user_id=subject.user_id,
        by=decision.moderator,
        reason=decision.reason,
        custom={**decision.said, **about},
        batch_id=decision.batch_id,
        about=subject.item,
    )
