"""What webhooks are told of an appeal, with what stands around it."""

from __future__ import annotations

from common.configuration.context import Context
from common.domain.appeal import Appeal, AppealStatus
from common.domain.item import Item
from common.domain.log import LogEntry
from common.domain.webhook import EventType
from common.moderation.webhooks.events import WebhookEvents

_TYPES: dict[AppealStatus, EventType] = {
    "submitted": EventType.APPEAL_CREATED,
    "accepted": EventType.APPEAL_ACCEPTED,
    "rejected": EventType.APPEAL_REJECTED,
}


async def tell_of_appeal(
    context: Context,
    app: str,
    events: WebhookEvents,
    appeal: Appeal,
    item: Item | None,
    decision: LogEntry | None = None,
    *,
    type: EventType | None = None,
) -> None:
    """What it has come to, unless another `type` is named; `decision` is the log's entry about a
    decision on it, where that is not stored yet.
    """
    type = type or _TYPES[appeal["status"]]
    if not events.announcer.wants(type):
        return
    from common.moderation.appeal_cases import case_of
    from common.views.stream_appeals import appeal_item_answer

    case = await case_of(context, app, appeal, item, decision)
    answer = appeal_item_answer(case, events.announcer.now)
    await events.of_appeal(type, answer, appeal.get("item_id", ""))
