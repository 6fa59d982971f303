"""Orders of what ends in a file: exports and bulk moderation of images."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from common.configuration.context import Context
from common.configuration.policies import policies_of
from common.domain.errors import Invalid
from common.domain.ids import ordered_id
from common.domain.task import JobKind, JobResult, new_job, task_key
from common.domain.times import MINUTE
from common.engines.seeing import see_images
from common.moderation.background import starting
from common.moderation.background.result_files import new_token
from common.moderation.contention import ATTEMPTS, too_busy
from common.moderation.resources.urls import checked_url
from common.moderation.users.known import known_users
from common.store.deciding import until_committed


async def export(
    context: Context, app: str, kind: JobKind, since: int, until: int, now: int
) -> str:
    """The id of the task. From `since` on, and before `until`."""
    if since >= until:
        raise Invalid.field("until", "is not after since")
    asked = {"since": since, "until": until}
    parts = (str(since), str(until))
    return await _start(context, app, kind, parts, asked, {"rows": 0, "bytes": 0}, now)


async def export_users(context: Context, app: str, ids: Sequence[str], now: int) -> str:
    """The id of the task. Raises NotFound for users who are not known."""
    wanted = list(dict.fromkeys(ids))
    await known_users(context, app, wanted, "user_ids")
    result: JobResult = {"users": 0, "bytes": 0}
    asked = {"user_ids": wanted}
    return await _start(context, app, "user_export", tuple(wanted), asked, result, now)


async def moderate_images(context: Context, app: str, csv_file: str, now: int) -> str:
    """The id of the task. Raises Invalid for a URL that Gavel may not call, and where no engine of
    the app's own policy looks at images.
    """
    checked_url(context, "csv_file", csv_file)
    configuration = await context.configurations.fresh(app)
    policies = policies_of(configuration)
    policy = policies.find(None) or policies.built_in
    if not see_images(policy.runs):
        problem = "has nobody to look at images: the app's default policy has no engine that does"
        raise Invalid.field("csv_file", problem)
    result: JobResult = {"images_total": 0, "images_done": 0}
    asked = {"csv_file": csv_file}
    return await _start(context, app, "bulk_images", (csv_file,), asked, result, now)


async def _start(
    context: Context,
    app: str,
    kind: JobKind,
    parts: tuple[str, ...],
    asked: dict[str, Any],
    result: JobResult,
    now: int,
) -> str:
    """The same, asked for again within a minute, is the same task."""
    minute = now - now % MINUTE
    ids = [ordered_id(at, kind, *parts) for at in (minute, minute - MINUTE)]
    asked = {**asked, "token": new_token()}

    async def attempt() -> str:
        found = await context.store.get([task_key(app, id) for id in ids])
        for each in found:
            if each is not None and each.data["created_at"] > now - MINUTE:
                return each.data["id"]
        await starting.start(context, app, new_job(kind, ids[0], asked, result, now))
        return ids[0]

    return await until_committed(attempt, ATTEMPTS, too_busy())
