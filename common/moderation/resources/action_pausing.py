"""Pausing an action and resuming it."""

from __future__ import annotations

from common.configuration.context import Context
from common.delivery import action_pauses
from common.delivery.redelivery import Redeliveries
from common.domain.action import Action
from common.domain.endpoint import action_endpoint
from common.domain.errors import Invalid
from common.domain.pause import Pausing, in_force
from common.domain.redelivery import Redelivery
from common.moderation.resources import resources
from common.moderation.resources.kinds import ACTION


async def pause(context: Context, app: str, id: str, pausing: Pausing, now: int) -> Action:
    return await action_pauses.begin(context, app, id, pausing.pause(now), now)


async def resume(
    context: Context, app: str, id: str, pausing: Pausing, request_id: str, now: int, *, drop: bool
) -> tuple[Action, Redelivery | None]:
    """With the job that sends what waited, or drops it: the action stays paused as long as that
    takes. None where it was not paused.
    """
    action = await resources.get(context, app, ACTION, id)
    endpoint = action_endpoint(id)
    redeliveries = Redeliveries(context, app, request_id, pausing.by, now)
    if drop:
        if in_force(action, now) is None:
            raise Invalid.field("drop", "is for an action that is paused")
        # So that it does not end by itself meanwhile.
        endless = Pausing(pausing.by, pausing.reason).pause(now)
        action = await action_pauses.begin(context, app, id, endless, now)
        return action, await redeliveries.drop(endpoint)

    async def opening() -> None:
        await action_pauses.end(context, app, endpoint, pausing.by, now, pausing.reason)

    if "paused" not in action:
        await opening()
        return action, None
    job = await redeliveries.release(endpoint, opening)
    return await resources.get(context, app, ACTION, id), job
