"""Changing what an app has configured: resources of one kind each, replaced whole."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import cast

from common.configuration.context import Context
from common.domain.errors import Invalid, NotFound
from common.moderation.resources.kinds import Kind
from common.store.deciding import until_committed
from common.store.store import Conflict, Create, D, Delete, Page, Put, Write

_ATTEMPTS = 5
_ID = re.compile(r"[\w.:-]{1,128}")


async def put(
    context: Context,
    app: str,
    kind: Kind[D],
    id: str,
    fields: Mapping[str, object],
    now: int,
    also: Sequence[Write] = (),
) -> D:
    """Creates or replaces; repeating it changes nothing but `updated_at`. `fields` are those of the
    kind's documents but for the id and the times; `also` is committed with it.
    """
    key = kind.key(app, id)

    async def attempt() -> D:
        (known,) = await context.store.get([key])
        if known is None:
            return await create(context, app, kind, id, fields, now, also)
        # A pause is nothing that whoever puts it says anything of.
        paused = {name: value for name, value in known.data.items() if name == "paused"}
        document = cast(D, {**fields, **paused, **_own(id, known.data["created_at"], now)})
        await context.configurations.change(app, [Put(key, document, known.version), *also])
        return document

    return await until_committed(attempt, _ATTEMPTS, Conflict(key))


async def create(
    context: Context,
    app: str,
    kind: Kind[D],
    id: str,
    fields: Mapping[str, object],
    now: int,
    also: Sequence[Write] = (),
) -> D:
    """Raises Conflict when it exists, Invalid when the app has as many of the kind as it may."""
    configuration = await context.configurations.of(app)
    if len(kind.held(configuration)) >= kind.most:
        raise Invalid.field("id", f"would be one {kind.noun} more than the {kind.most} allowed")
    document = cast(D, {**fields, **_own(id, now, now)})
    await context.configurations.change(app, [Create(kind.key(app, id), document), *also])
    return document


def _own(id: str, created: int, now: int) -> dict[str, object]:
    return {"id": id, "created_at": created, "updated_at": now}


async def get(context: Context, app: str, kind: Kind[D], id: str) -> D:
    found = await find(context, app, kind, id)
    if found is None:
        raise missing(kind, id)
    return found


async def find(context: Context, app: str, kind: Kind[D], id: str) -> D | None:
    (found,) = await context.store.get([kind.key(app, id)])
    return found.data if found else None


async def page(
    context: Context, app: str, kind: Kind[D], limit: int, cursor: str | None
) -> Page[D]:
    return await context.store.query(kind.collection, app=app, limit=limit, cursor=cursor)


async def delete(context: Context, app: str, kind: Kind[D], id: str, name: str = "") -> None:
    """`name` is what the caller knows it by, where that is not the id."""
    if await find(context, app, kind, id) is None:
        raise missing(kind, name or id)
    await context.configurations.change(app, [Delete(kind.key(app, id))])


def check_id(id: str) -> None:
    if not _ID.fullmatch(id):
        raise Invalid.field("id", "may have letters, digits and _ . : - only, at most 128")


def missing(kind: Kind[D], name: str) -> NotFound:
    return NotFound(f"there is no {kind.noun} {name!r}", {"id": "does not exist"})
