"""Orders of what ends in a file: exports and bulk moderation of images."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from common.configuration.context import Context
from common.configuration.policies import policies_of
from common.domain.errors import Invalid
from common.domain.ids import ordered_id
from common.domain.log import new_entry
from common.domain.task import JobKind, JobResult, new_job, task_key
from common.domain.times import MINUTE
from common.engines.seeing import see_images
from common.moderation.background import starting
from common.moderation.background.result_files import new_token
from common.moderation.contention import ATTEMPTS, too_busy
from common.moderation.resources.urls import checked_url
from common.moderation.users.known import known_users
from common.store.deciding import until_committed
from common.store.store import Write


async def export(
    context: Context, app: str, kind: JobKind, since: int, until: int, by: str, now: int
) -> str:
    """The id of the task. From `since` on, and before `until`; the log says who ordered it."""
    if since >= until:
        raise Invalid.field("until", "is not after since")
    asked = {"since": since, "until": until}
    parts = (str(since), str(until))
    result: JobResult = {"rows": 0, "bytes": 0}
    return await _start(context, app, kind, parts, asked, result, now, {"of": kind}, by)


async def export_users(context: Context, app: str, ids: Sequence[str], by: str, now: int) -> str:
    """The id of the task; the log says who ordered it. Raises NotFound for who is not known."""
    wanted = list(dict.fromkeys(ids))
    await known_users(context, app, wanted, "user_ids")
    result: JobResult = {"users": 0, "bytes": 0}
    asked = {"user_ids": wanted}
    said = {"of": "user_export", **asked}
    return await _start(context, app, "user_export", tuple(wanted), asked, result, now, said, by)


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
    said: Mapping[str, object] | None = None,
    by: str = "",
) -> str:
    """The same, asked for again within a minute, is the same task. `said` is what the log says of
    it.
    """
    minute = now - now % MINUTE
    ids = [ordered_id(at, kind, *parts) for at in (minute, minute - MINUTE)]
    asked = {**asked, "token": new_token()}

    async def attempt() -> str:
        found = await context.store.get([task_key(app, id) for id in ids])
        for each in found:
            if each is not None and each.data["created_at"] > now - MINUTE:
                return each.data["id"]
        job = new_job(kind, ids[0], asked, result, now)
        await starting.start(context, app, job, _entries(app, ids[0], said, by, now))
        return ids[0]

    return await until_committed(attempt, ATTEMPTS, too_busy())


def _entries(
    app: str, task: str, said: Mapping[str, object] | None, by: str, now: int
) -> Iterator[Write]:
    if said is not None:
        custom = {"task_id": task, **said}
        yield new_entry(app, "retention", "data_export_ordered", now, by=by, custom=custom)
