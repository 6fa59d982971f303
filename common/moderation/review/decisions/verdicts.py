"""What a decision says of the reports that came before it, noted for the queue to count."""

from __future__ import annotations

from collections.abc import Sequence

from common.domain.item import Item
from common.domain.report_verdict import new_verdict, report_verdict_key
from common.domain.reports import kept_reports
from common.moderation.review.decisions.decision import Decision
from common.queue.messages import DueVerdict
from common.store.unit_of_work import UnitOfWork


def reported(item: Item | None) -> Sequence[str]:
    """The reports that a decision would settle, by their flags."""
    return [*kept_reports(item)] if item is not None else []


def note_verdict(
    unit: UnitOfWork,
    app: str,
    item: Item,
    decision: Decision,
    reports: Sequence[str],
    id: str,
    now: int,
) -> None:
    """`id` is that of the decision's entry in the log. What is kept although it is deleted or
    blocked was reported rightly.
    """
    said = decision.type.of_reports
    if not said or not reports:
        return
    is_gone = "deleted_at" in item or "blocked_at" in item
    right = said == "right" or (decision.type.name == "mark_reviewed" and is_gone)
    due = new_verdict(id, item["id"], reports, decision.moderator, now, right=right)
    unit.create(report_verdict_key(app, id), due)
    unit.send(DueVerdict(app, id))
