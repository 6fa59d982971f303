"""What a decision finds still pending on its item is recorded before it."""

from __future__ import annotations

from common.configuration.context import Context
from common.domain.item import Item
from common.queue.messages import Trigger


async def settled_first(context: Context, app: str, item: Item, now: int) -> bool:
    """Whether there was anything, so that the item has to be read again.

    It is a unit of work of its own: after a crash between the two the item is evaluated and not
    decided on, as if the trigger had been faster, and nobody was told of a decision.
    """
    if "pending_since" not in item:
        return False
    from common.moderation.enforcement.enforcements import enforce

    # A moment earlier, as the log is sorted by time.
    await enforce(context, Trigger(app, item["id"]), now - 1)
    return True
