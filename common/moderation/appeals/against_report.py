"""What an appeal of somebody who reported something is against: what came of the report, which may
be that nothing was done.
"""

from __future__ import annotations

from collections.abc import Sequence

from common.configuration.context import Context
from common.domain.appeal import OF_NOTIFIER
from common.domain.errors import Invalid, NotAllowed, NotFound
from common.domain.flag import USER_REPORT, Flag, flag_key
from common.domain.item import item_key
from common.domain.log import LogEntry
from common.moderation.review.decisions.action_types import ACTION_TYPES, REJECT_APPEAL
from common.moderation.review_items import review_items
from common.store.unit_of_work import UnitOfWork


async def reported_and_decided(
    context: Context, unit: UnitOfWork, app: str, user_id: str, report_id: str
) -> LogEntry:
    """The decision. Raises NotFound for what is no report, NotAllowed for somebody else's, and
    Invalid where nobody has decided since or what was decided is the end of it.
    """
    report = await unit.get(flag_key(app, report_id))
    if report is None or report["type"] != USER_REPORT:
        raise NotFound("there is no such report", {"entity_id": "is no report"})
    if not report["user_id"] or report["user_id"] != user_id:
        problem = "is not who made the report"
        raise NotAllowed(f"the user {problem}", {"user_id": problem})
    item = await unit.get(item_key(app, report["item_id"]))
    if item is None:
        raise NotFound("what was reported is gone", {"entity_id": "is about what is gone"})
    (review_item,) = await review_items(context, app, [item])
    decision = _last_since(report, review_item.actions)
    if decision is None:
        raise Invalid.field("entity_id", "names a report on which no moderator has decided yet")
    if decision["custom"].get("appeal_role") == OF_NOTIFIER:
        problem = "names a report about which an appeal has been decided, which is the end of it"
        raise Invalid.field("entity_id", problem)
    return decision


def _last_since(report: Flag, actions: Sequence[LogEntry]) -> LogEntry | None:
    """`actions` have the newest first."""
    for entry in actions:
        type = ACTION_TYPES.get(entry["type"])
        is_decision = type is not None and type.reviews and type.name != REJECT_APPEAL
        if is_decision and entry["by"] and entry["at"] >= report["updated_at"]:
            return entry
    return None
