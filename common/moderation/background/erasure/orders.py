"""Ordering that a person's data goes, and asking how far that has come."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from common.configuration.context import Context
from common.delivery.outbox import Outbox
from common.domain.erasure import Erasure, erasure_id, erasure_key
from common.domain.errors import Invalid, NotFound
from common.domain.flag import FLAGS
from common.domain.ids import derived_id
from common.domain.log import LogEntry, new_entry
from common.domain.mute import mutes_key
from common.domain.reporter import reporter_id, reporter_key
from common.domain.retention import kept_by_erasures, retention_days
from common.domain.task import Task, is_finished, new_job, task_key
from common.domain.times import MINUTE
from common.domain.user import history_key, user_key
from common.moderation.background import starting
from common.moderation.background.erasure import knowing
from common.moderation.background.erasure.places import PLACES
from common.moderation.background.holding import Holds
from common.moderation.background.numbered_files import MOST_FILES
from common.moderation.background.own_keys import Secrets, secrets_of
from common.moderation.background.result_files import new_token
from common.moderation.contention import ATTEMPTS, too_busy
from common.moderation.resources import settings as app_settings
from common.moderation.webhooks.events import WebhookEvents
from common.queue.messages import ScanOrder
from common.store.deciding import until_committed
from common.store.store import Conflict, Create, Key
from common.store.unit_of_work import UnitOfWork

_SHARES = {
    "walk": (0.0, 0.5),
    "tell": (0.0, 0.5),
    "key": (0.0, 0.5),
    "drop": (0.0, 0.5),
    "scan": (0.5, 0.95),
    "files": (0.5, 0.95),
    "close": (0.5, 0.95),
}
"""Of the whole, where a stage begins and ends."""


async def order(
    context: Context, app: str, user_id: str, by: str, now: int
) -> tuple[Erasure, Task]:
    """The same for the same user as long as it goes on, and afterwards until there is something of
    them again. Raises Invalid where no secret can be kept, and where a legal hold keeps the user.
    """
    secrets = await secrets_of(context, app)
    holds = await Holds.of(context.store, app)
    if await holds.keep(context.store, app, user_id):
        raise Invalid.field("id", "is kept by a legal hold, of the user or of an item of theirs")

    async def attempt() -> tuple[Erasure, Task]:
        return await _ordered(context, secrets, user_id, by, now)

    return await until_committed(attempt, ATTEMPTS, too_busy())


async def export(context: Context, app: str, user_id: str, by: str, now: int) -> str:
    """The id of the task, the same within a minute; the log says who ordered it. Raises Invalid
    where no secret can be kept, and NotFound for whom nothing is known of.
    """
    if not await _is_known(context, app, user_id):
        raise NotFound(f"there is no user {user_id!r}", {"id": "does not exist"})
    secrets = await secrets_of(context, app)
    person = secrets.stand_in(user_id)
    id = derived_id("data export", person, str(now // MINUTE))
    tokens = [new_token() for _ in range(MOST_FILES)]
    asked = {**knowing.asked(secrets, user_id, ()), "tokens": tokens, "person": person}
    result = {"by": by, "parts": 0, "documents": 0, "files": []}
    entry = _entry(app, "data_export_ordered", user_id, by, {"task_id": id}, now)
    # Who was faster has started it.
    with suppress(Conflict):
        job = new_job("data_export", id, asked, result, now)
        await starting.start(context, app, job, [entry])
    return id


async def erasures_of(context: Context, app: str, users: Iterable[str]) -> list[str]:
    """The ids of the erasures that there are or would be; none where the app cannot have any."""
    if "pseudonym_key" not in await app_settings.get(context, app):
        return []
    with suppress(Invalid):
        secrets = await secrets_of(context, app)
        return [erasure_id(secrets.stand_in(user)) for user in users]
    return []


async def get(context: Context, app: str, id: str) -> tuple[Erasure, Task]:
    """Raises NotFound."""
    unit = UnitOfWork(context.store)
    await unit.read([erasure_key(app, id), task_key(app, id)])
    erasure, task = await unit.get(erasure_key(app, id)), await unit.get(task_key(app, id))
    if erasure is None or task is None:
        raise NotFound(f"there is no erasure {id!r}", {"id": "does not exist"})
    return erasure, task


def progress(task: Task) -> float:
    """Of the walk and of the scan, which are as long."""
    if is_finished(task):
        return 1.0
    _, stage, place, _ = (task.get("cursor") or "1|walk|0|").split("|", 3)
    begins, ends = _SHARES[stage]
    return round(begins + (ends - begins) * int(place) / len(PLACES), 3)


async def _ordered(
    context: Context, secrets: Secrets, user_id: str, by: str, now: int
) -> tuple[Erasure, Task]:
    app, person = secrets.app, secrets.stand_in(user_id)
    id = erasure_id(person)
    unit = UnitOfWork(context.store)
    keys = erasure_key(app, id), task_key(app, id)
    await unit.read(keys)
    erasure, task = await unit.get(keys[0]), await unit.get(keys[1])
    if erasure is not None and task is not None:
        if not is_finished(task):
            return erasure, task
        if task["status"] == "completed" and not await _is_known(context, app, user_id):
            return erasure, task
    keeps = kept_by_erasures(await app_settings.get(context, app))
    made: Erasure = {
        "id": id,
        "person": person,
        "status": "running",
        "by": by,
        "created_at": now,
        "updated_at": now,
    }
    job = new_job(
        "erasure", id, knowing.asked(secrets, user_id, keeps), {"parts": 0, "places": {}}, now
    )
    await unit.put(keys[0], made)
    await unit.put(keys[1], job)
    configuration = await context.configurations.of(app)
    events = WebhookEvents(context, configuration, Outbox(unit, app, now), now)
    await events.of_erasing(user_id, made, now)
    unit.add(_entry(app, "erasure_ordered", user_id, by, {"erasure_id": id}, now))
    unit.send(ScanOrder(app, id, at=job["due_at"]))
    await unit.commit()
    return made, job


def _entry(
    app: str, type: str, user_id: str, by: str, custom: dict[str, Any], now: int
) -> Create[LogEntry]:
    return new_entry(app, "retention", type, now, user_id=user_id, by=by, custom=custom)


async def _is_known(context: Context, app: str, user_id: str) -> bool:
    """Whether there is anything of the user that whoever posts, reports or is told of has. Where
    counters go in time, what was posted may be there without: only the walk can tell.
    """
    if retention_days(await app_settings.get(context, app))["counters"] is not None:
        return True
    keys: list[Key[Any]] = [
        user_key(app, user_id),
        history_key(app, user_id),
        mutes_key(app, user_id),
        reporter_key(app, reporter_id(user_id)),
    ]
    if any(each is not None for each in await context.store.get(keys)):
        return True
    reported = await context.store.query(
        FLAGS, app=app, equal={"user_id": user_id}, order="created_at", limit=1
    )
    return bool(reported.documents)
