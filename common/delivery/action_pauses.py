"""Pausing an action: what is ordered of it waits, and goes out or is dropped when it is resumed."""

from __future__ import annotations

from common.configuration.context import Context
from common.domain.action import Action, action_key
from common.domain.endpoint import action_endpoint, split_endpoint
from common.domain.errors import NotFound
from common.domain.log import new_entry
from common.domain.pause import Pause
from common.domain.times import to_rfc3339
from common.store.deciding import until_committed
from common.store.store import Conflict, Put

_ATTEMPTS = 10


async def begin(context: Context, app: str, id: str, pause: Pause, now: int) -> Action:
    """One that is paused already is from now on by these terms."""
    return await _changed(context, app, id, pause, pause["by"], pause["reason"], now)


async def end(
    context: Context, app: str, endpoint: str, by: str, now: int, reason: str = ""
) -> Action | None:
    """One that is not paused stays as it is, and the log has in any case who wanted it. None where
    there is none any more.
    """
    _, id = split_endpoint(endpoint)
    try:
        return await _changed(context, app, id, None, by, reason, now)
    except NotFound:
        return None


async def _changed(
    context: Context, app: str, id: str, pause: Pause | None, by: str, reason: str, now: int
) -> Action:
    key = action_key(app, id)

    async def attempt() -> Action:
        (found,) = await context.store.get([key])
        if found is None:
            raise NotFound(f"there is no action {id!r}", {"id": "does not exist"})
        action = found.data
        custom: dict[str, object] = {"action_id": id, "endpoint": action_endpoint(id)}
        if pause is None:
            action.pop("paused", None)
        else:
            action["paused"] = pause
            if "ends_at" in pause:
                custom["ends_at"] = to_rfc3339(pause["ends_at"])
        type = "action_paused" if pause is not None else "action_resumed"
        entry = new_entry(app, "delivery", type, now, by=by, reason=reason, custom=custom)
        await context.configurations.change(app, [Put(key, action, found.version), entry])
        return action

    return await until_committed(attempt, _ATTEMPTS, Conflict(key))
