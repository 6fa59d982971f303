"""What webhooks are told of decisions that wait for a second person."""

from __future__ import annotations

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.delivery.outbox import Outbox
from common.domain.approval import Approval
from common.domain.webhook import EventType
from common.moderation.webhooks.announcer import Announcer


async def tell_of_approval(
    context: Context, configuration: Configuration, outbox: Outbox, approval: Approval, now: int
) -> None:
    """In order with what else happens to its item or user."""
    is_new = approval["state"] == "waiting"
    type = EventType.APPROVAL_REQUESTED if is_new else EventType.APPROVAL_ENDED
    announcer = Announcer(context, configuration, outbox, now)
    if not announcer.wants(type):
        return
    from common.views.gavel_approvals import approval_event

    event = approval_event(type, approval, now)
    change = f"{type}:{approval['id']}"
    if approval["item_id"]:
        await announcer.of_item(approval["item_id"], change, [event])
    else:
        await announcer.of_user(approval["user_id"], change, event)
