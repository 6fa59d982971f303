"""Keeping queues: made, looked at, changed and deleted.

A personal view is its maker's alone, and the app's server's; whoever else asks for one learns that
there is none. An operational queue is every moderator's.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from common.configuration.context import Context
from common.domain.errors import Invalid, TryAgain
from common.domain.filters import compile_filter
from common.domain.ids import derived_id
from common.domain.own_reports import as_asked_by
from common.domain.queue import (
    PERSONAL,
    QUEUES,
    Queue,
    QueueFields,
    new_recount,
    queue_key,
    recount_key,
    view_id,
)
from common.domain.queue_fields import FIELDS, UNSAVED
from common.moderation.contention import ATTEMPTS
from common.moderation.resources.kinds import QUEUE
from common.moderation.resources.resources import missing
from common.moderation.review import counts
from common.moderation.review.scanning import check_order
from common.queue.messages import DueRecount
from common.store.deciding import until_committed
from common.store.store import Create, Delete, Document, Put, Write
from common.views.queues import CountedQueue

MOST_PERSONAL = 20
_CHANGED = ("name", "description", "filters", "sort")


async def create(context: Context, app: str, fields: QueueFields, now: int) -> CountedQueue:
    """Raises Invalid for filters that the review queue would refuse, for a name that a queue of the
    same type and maker has already with something else in it, and for one queue more than there
    may be.
    """
    fields = {**fields, "filters": _filters_of(fields)}
    _check(fields)
    maker = fields["created_by"] if fields["type"] == PERSONAL else ""
    id = derived_id("queue", fields["type"], maker, fields["name"])

    async def attempt() -> Queue:
        known = await _all(context, app)
        if same := [each for each in known.values() if _is_same(each.data, fields)]:
            return _repeated(same[0].data, fields)
        _check_number(known, fields)
        number = 0
        while (new := id if not number else derived_id(id, str(number))) in known:
            number += 1
        queue: Queue = {
            **fields,
            "id": new,
            "view": view_id(new, now),
            "created_at": now,
            "updated_at": now,
        }
        await _change(context, app, Create(queue_key(app, new), queue), queue["view"], (), now)
        return queue

    return await _counted(context, app, await _until(attempt))


async def list_all(context: Context, app: str, user: str | None) -> list[CountedQueue]:
    """By name; of personal views only the user's own, where one is named."""
    known = [each.data for each in (await _all(context, app)).values()]
    shown = [each for each in known if _is_visible(each, user)]
    found = await counts.counts_of(context, app, [each["view"] for each in shown])
    counted = (_with_counts(context, app, each, found) for each in shown)
    return sorted(
        await asyncio.gather(*counted), key=lambda each: (each.queue["name"], each.queue["id"])
    )


async def get(context: Context, app: str, id: str, user: str | None) -> CountedQueue:
    return await _counted(context, app, (await _read(context, app, id, user)).data)


async def update(
    context: Context, app: str, id: str, user: str | None, given: Mapping[str, Any], now: int
) -> CountedQueue:
    """What is not among `given` stays."""

    async def attempt() -> Queue:
        found = await _read(context, app, id, user)
        before = found.data
        queue: Queue = {**before, **given}  # type: ignore[typeddict-item]
        queue["filters"] = _filters_of(queue)
        if all(queue[name] == before[name] for name in _CHANGED):  # type: ignore[literal-required]
            return before
        _check(queue)
        if queue["name"] != before["name"]:
            for other in (await _all(context, app)).values():
                if other.data["id"] != id and _is_same(other.data, queue):
                    raise Invalid.field("name", "is the name of another queue")
        queue["updated_at"] = now
        is_other_view = queue["filters"] != before["filters"]
        if is_other_view:
            queue["view"] = view_id(id, now)
        view = queue["view"] if is_other_view else None
        write = Put(found.key, queue, found.version)
        await _change(context, app, write, view, (before["view"],), now)
        return queue

    return await _counted(context, app, await _until(attempt))


async def delete(context: Context, app: str, id: str, user: str | None, now: int) -> CountedQueue:
    """The queue as it was."""
    found = await _read(context, app, id, user)
    last = await _counted(context, app, found.data)
    # What still says that it is in the view is looked for, so that its counts can go.
    view = view_id(id, now)
    await _change(context, app, Delete(found.key), view, (found.data["view"],), now)
    return last


def custom_keys(queues: Iterable[Queue]) -> set[str]:
    """The customer's own fields by which queues are filtered."""
    return {key for queue in queues for key in _custom_keys(queue["filters"])}


def _custom_keys(filters: Mapping[str, Any]) -> Iterator[str]:
    for key, value in _conditions(filters):
        if key == "custom" and isinstance(value, dict):
            yield from (name for name in value if not name.startswith("$"))
        elif key != "date_range" and key not in FIELDS:
            yield key.removeprefix("custom.")


def _conditions(filters: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """All of them, however deep, with the fields that they are about."""
    for key, value in filters.items():
        if key in ("$and", "$or", "$nor"):
            for each in value:
                yield from _conditions(each)
        else:
            yield key, value


async def view_with(context: Context, app: str, filters: Mapping[str, Any]) -> str | None:
    """The view of a queue that has just these filters."""
    configuration = await context.configurations.of(app)
    for queue in configuration.queues.values():
        if queue["filters"] == filters:
            return queue["view"]
    return None


async def _change(
    context: Context, app: str, write: Write, view: str | None, gone: Sequence[str], now: int
) -> None:
    """Has the items of a new view looked for."""
    if view is None:
        await context.configurations.change(app, [write])
        return
    job = new_recount(view, gone, now)
    await context.configurations.change(
        app, [write, Create(recount_key(app, view), job)], [DueRecount(app, view, now)]
    )


async def _until(attempt: Callable[[], Any]) -> Queue:
    busy = TryAgain("many change the queues at once")
    queue: Queue = await until_committed(attempt, ATTEMPTS, busy)
    return queue


def _filters_of(fields: QueueFields) -> dict[str, Any]:
    """A view of somebody's own knows who asks; one that all share does not."""
    if fields["type"] != PERSONAL:
        return fields["filters"]
    with _named():
        return as_asked_by(fields["filters"], fields["created_by"])


def _check(fields: QueueFields) -> None:
    with _named():
        compile_filter(fields["filters"])
    for name, _ in _conditions(fields["filters"]):
        if name in UNSAVED:
            raise Invalid.field(f"filters.{name}", f"is not for saved queues: {UNSAVED[name]}")
    check_order(fields["sort"])


@contextmanager
def _named() -> Iterator[None]:
    """Problems of a filter as those of the field that has it here."""
    try:
        yield
    except Invalid as error:
        named = {
            name.replace("filter", "filters", 1): problem for name, problem in error.fields.items()
        }
        raise Invalid(f"filters: {error.message}", named) from None


def _is_same(queue: Queue, fields: QueueFields) -> bool:
    is_own = fields["type"] != PERSONAL or queue["created_by"] == fields["created_by"]
    return is_own and (queue["type"], queue["name"]) == (fields["type"], fields["name"])


def _repeated(queue: Queue, fields: QueueFields) -> Queue:
    if any(queue[name] != fields[name] for name in _CHANGED):  # type: ignore[literal-required]
        raise Invalid.field("name", "is the name of another queue")
    return queue


def _check_number(known: Mapping[str, Document[Queue]], fields: QueueFields) -> None:
    own = [each for each in _personal(known) if each["created_by"] == fields["created_by"]]
    if fields["type"] == PERSONAL and len(own) >= MOST_PERSONAL:
        raise Invalid.field("type", f"would be one view more than the {MOST_PERSONAL} allowed")
    if len(known) >= QUEUE.most:
        raise Invalid.field("name", f"would be one queue more than the {QUEUE.most} allowed")


def _personal(known: Mapping[str, Document[Queue]]) -> Iterator[Queue]:
    return (each.data for each in known.values() if each.data["type"] == PERSONAL)


def _is_visible(queue: Queue, user: str | None) -> bool:
    return queue["type"] != PERSONAL or user is None or queue["created_by"] == user


async def _read(context: Context, app: str, id: str, user: str | None) -> Document[Queue]:
    (found,) = await context.store.get([queue_key(app, id)])
    if found is None or not _is_visible(found.data, user):
        raise missing(QUEUE, id)
    return found


async def _all(context: Context, app: str) -> dict[str, Document[Queue]]:
    found: dict[str, Document[Queue]] = {}
    cursor: str | None = None
    while True:
        page = await context.store.query(QUEUES, app=app, cursor=cursor)
        found.update((each.key.id, each) for each in page.documents)
        cursor = page.cursor
        if cursor is None:
            return found


async def _counted(context: Context, app: str, queue: Queue) -> CountedQueue:
    found = await counts.counts_of(context, app, [queue["view"]])
    return await _with_counts(context, app, queue, found)


async def _with_counts(
    context: Context, app: str, queue: Queue, found: counts.Counts
) -> CountedQueue:
    view = queue["view"]
    count = sum(found.of(view).values())
    oldest = await counts.oldest_in(context, app, view) if count else None
    return CountedQueue(queue, count, oldest, found.is_counting(view))
