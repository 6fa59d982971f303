"""Placing legal holds, lifting them, and reading which there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from common.configuration.context import Context
from common.domain.errors import Invalid, NotFound
from common.domain.hold import HOLDS, MOST_HOLDS, Hold, HoldOf, hold_id, hold_key
from common.domain.item import item_key
from common.domain.item_age import retention_id
from common.domain.log import new_entry
from common.domain.task import Task, is_finished, task_key
from common.moderation.background.erasure.orders import erasures_of
from common.moderation.background.holding import people_of
from common.moderation.contention import ATTEMPTS, too_busy
from common.queue.messages import ScanOrder
from common.store.deciding import until_committed
from common.store.store import Page
from common.store.unit_of_work import UnitOfWork

_COUNTED_AT_ONCE = 500


async def place(
    context: Context, app: str, of: HoldOf, id: str, by: str, reason: str, now: int
) -> Hold:
    """From then on no page of a retention or an erasure that has read before is committed. Raises
    Invalid where there are too many, and for an item that does not exist.
    """

    async def attempt() -> Hold:
        unit = UnitOfWork(context.store)
        known = await unit.get(hold_key(app, of, id))
        if known is not None:
            if (known["by"], known["reason"]) == (by, reason):
                return known
            known.update({"by": by, "reason": reason})
            hold = known
        else:
            await _check_room(context, app)
            hold = unit.create(hold_key(app, of, id), _new(of, id, by, reason, now))
        people = await _people(context, unit, app, of, id)
        await _stop(context, unit, app, people, now)
        _note(unit, app, hold, "hold_placed", by, reason, now)
        await unit.commit()
        return hold

    return await until_committed(attempt, ATTEMPTS, too_busy())


async def lift(
    context: Context, app: str, of: HoldOf, id: str, by: str, reason: str, now: int
) -> None:
    """What waited for it goes on. Raises NotFound."""

    async def attempt() -> None:
        unit = UnitOfWork(context.store)
        key = hold_key(app, of, id)
        hold = await unit.get(key)
        if hold is None:
            raise NotFound(f"there is no hold of the {of} {id!r}", {"id": "is not held"})
        people = await _people(context, unit, app, of, id, must_exist=False)
        unit.delete(key)
        _note(unit, app, hold, "hold_lifted", by, reason, now)
        await _go_on(context, unit, app, people, now)
        await unit.commit()

    await until_committed(attempt, ATTEMPTS, too_busy())


async def get(context: Context, app: str, of: HoldOf, id: str) -> Hold:
    (found,) = await context.store.get([hold_key(app, of, id)])
    if found is None:
        raise NotFound(f"there is no hold of the {of} {id!r}", {"id": "is not held"})
    return found.data


async def query(context: Context, app: str, limit: int, cursor: str | None) -> Page[Hold]:
    return await context.store.query(HOLDS, app=app, limit=limit, cursor=cursor)


def _new(of: HoldOf, id: str, by: str, reason: str, now: int) -> Hold:
    return {
        "id": hold_id(of, id),
        "of": of,
        "subject_id": id,
        "by": by,
        "reason": reason,
        "created_at": now,
    }


async def _check_room(context: Context, app: str) -> None:
    number, cursor = 0, None
    while True:
        page = await context.store.query(HOLDS, app=app, limit=_COUNTED_AT_ONCE, cursor=cursor)
        number, cursor = number + len(page.documents), page.cursor
        if number >= MOST_HOLDS:
            raise Invalid.field("id", f"is one too many: an app has {MOST_HOLDS:,} holds at most")
        if cursor is None:
            return


async def _people(
    context: Context, unit: UnitOfWork, app: str, of: HoldOf, id: str, *, must_exist: bool = True
) -> set[str]:
    """Whose erasures are concerned."""
    if of == "user":
        return {id}
    item = await unit.get(item_key(app, id))
    if item is None and must_exist:
        raise NotFound(f"there is no item {id!r}", {"id": "does not exist"})
    return await people_of(context.store, app, item) - {""} if item is not None else set()


async def _stop(
    context: Context, unit: UnitOfWork, app: str, people: Iterable[str], now: int
) -> None:
    """Changes what goes on, so that no page of it is committed that has not read of the hold."""
    ids = [retention_id(app), *await erasures_of(context, app, people)]
    for task in await _going_on(unit, app, ids):
        task["updated_at"] = max(now, task["updated_at"] + 1)


async def _go_on(
    context: Context, unit: UnitOfWork, app: str, people: Iterable[str], now: int
) -> None:
    for task in await _going_on(unit, app, await erasures_of(context, app, people)):
        if task.get("result", {}).get("held"):
            task["due_at"] = now
            unit.send(ScanOrder(app, task["id"], at=now))


async def _going_on(unit: UnitOfWork, app: str, ids: Sequence[str]) -> list[Task]:
    keys = [task_key(app, id) for id in ids]
    await unit.read(keys)
    tasks = [await unit.get(key) for key in keys]
    return [each for each in tasks if each is not None and not is_finished(each)]


def _note(
    unit: UnitOfWork, app: str, hold: Hold, type: str, by: str, reason: str, now: int
) -> None:
    user, item = (hold["subject_id"], "") if hold["of"] == "user" else ("", hold["subject_id"])
    custom = {"of": hold["of"], "hold_id": hold["id"]}
    unit.add(
        new_entry(
            app,
            "retention",
            type,
            now,
            user_id=user,
            item_id=item,
            by=by,
            reason=reason,
            custom=custom,
        )
    )
