"""Changing what an app has configured: resources of one kind each, replaced whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from common.configuration.context import Context
from common.domain.errors import Invalid, NotFound
from common.domain.settings import settings_key
from common.store.deciding import decide
from common.store.store import Conflict, Create, Data, Delete, Document, Key, Page, Put, Update

_ATTEMPTS = 5
_ID = re.compile(r"[\w.:-]{1,128}")
MOST = {"rule": 500, "action": 200, "report_category": 200, "policy": 500, "block_list": 100}
_NOUNS = {
    "rule": "rule",
    "action": "action",
    "report_category": "report category",
    "policy": "policy",
    "block_list": "block list",
}


async def put(context: Context, app: str, collection: str, id: str, fields: Data, now: int) -> Data:
    """Creates or replaces; repeating it changes nothing but `updated_at`."""
    key = Key(app, collection, id)

    async def attempt() -> Data:
        (known,) = await context.store.get([key])
        created = known.data["created_at"] if known else now
        data = {**fields, "id": id, "created_at": created, "updated_at": now}
        write = Put(key, data, known.version) if known else Create(key, data)
        if known is None:
            await _check_room(context, app, collection)
        await context.configurations.change(app, [write])
        return data

    return await decide(attempt, _ATTEMPTS, Conflict(key))


async def create(
    context: Context, app: str, collection: str, id: str, fields: Data, now: int
) -> Data:
    """Raises Conflict when it exists."""
    await _check_room(context, app, collection)
    data = {**fields, "id": id, "created_at": now, "updated_at": now}
    await context.configurations.change(app, [Create(Key(app, collection, id), data)])
    return data


async def _check_room(context: Context, app: str, collection: str) -> None:
    configuration = await context.configurations.of(app)
    most = MOST[collection]
    if len(configuration.documents[collection]) >= most:
        raise Invalid.field("id", f"would be one {_NOUNS[collection]} more than the {most} allowed")


async def get(context: Context, app: str, collection: str, id: str) -> Document:
    (found,) = await context.store.get([Key(app, collection, id)])
    if found is None:
        raise missing(collection, id)
    return found


async def find(context: Context, app: str, collection: str, id: str) -> Data | None:
    (found,) = await context.store.get([Key(app, collection, id)])
    return found.data if found else None


def check_id(id: str) -> None:
    if not _ID.fullmatch(id):
        raise Invalid.field("id", "may have letters, digits and _ . : - only, at most 128")


def missing(collection: str, name: str) -> NotFound:
    return NotFound(f"there is no {_NOUNS[collection]} {name!r}", {"id": "does not exist"})


async def delete(context: Context, app: str, collection: str, id: str, name: str = "") -> None:
    (found,) = await context.store.get([Key(app, collection, id)])
    if found is None:
        raise missing(collection, name or id)
    await context.configurations.change(app, [Delete(found.key)])


async def page(context: Context, app: str, collection: str, limit: int, cursor: str | None) -> Page:
    return await context.store.query(collection, app=app, limit=limit, cursor=cursor)


async def check_actions(context: Context, app: str, actions: Sequence[str], built_in: str) -> None:
    wanted = [action for action in actions if action != built_in]
    found = await context.store.get([Key(app, "action", action) for action in wanted])
    for action, document in zip(wanted, found, strict=True):
        if document is None:
            raise Invalid.field("actions", f"names {action!r}, which is not an action of the app")


async def check_url_is_unique(context: Context, app: str, id: str, url: str) -> None:
    """Hive: each action must have a different callback URL."""
    cursor: str | None = None
    while True:
        found = await page(context, app, "action", 100, cursor)
        for document in found.documents:
            if document.data["url"] == url and document.key.id != id:
                raise Invalid.field("url", f"is the URL of the action {document.key.id!r} already")
        cursor = found.cursor
        if cursor is None:
            return


async def settings(context: Context, app: str) -> Data:
    """What was ever set; empty for an app that has all defaults."""
    (found,) = await context.store.get([settings_key(app)])
    return found.data if found else {}


async def put_settings(context: Context, app: str, fields: Data, now: int) -> Data:
    """Sets these and leaves the others: several resources share the document."""
    change = Update(settings_key(app), set={**fields, "updated_at": now}, upsert=True)
    await context.configurations.change(app, [change])
    return await settings(context, app)
