"""What the messages to `enforce` ask for."""

from __future__ import annotations

from common.configuration.context import Context
from common.moderation.enforcement.enforcements import enforce
from common.queue.messages import (
    DueApproval,
    DueFeed,
    DueRecount,
    DueReversal,
    DueVerdict,
    EndedGroup,
    Enforceable,
    ExpiredBan,
    Trigger,
)


async def consume(context: Context, message: Enforceable, now: int) -> None:
    """Raises Conflict where others keep being faster; the queue then delivers again."""
    if isinstance(message, Trigger):
        await enforce(context, message, now)
        return
    if isinstance(message, ExpiredBan):
        from common.moderation.users.expiring import expire

        await expire(context, message, now)
        return
    if isinstance(message, DueVerdict):
        from common.moderation.reports.verdicts import count

        await count(context, message, now)
        return
    if isinstance(message, DueReversal):
        from common.moderation.appeals.arriving import look

        await look(context, message, now)
        return
    if isinstance(message, DueApproval):
        from common.moderation import approvals

        await approvals.expire(context, message, now)
        return
    if isinstance(message, EndedGroup):
        from common.moderation.rules.groups import end

        await end(context, message, now)
        return
    if isinstance(message, DueRecount):
        from common.moderation.review.recounting import recount

        await recount(context, message, now)
        return
    if isinstance(message, DueFeed):
        from common.moderation.review import feed

        await feed.expire(context, message, now)
        return
    from common.moderation.review.decisions.follow_ups import follow_up

    await follow_up(context, message, now)
