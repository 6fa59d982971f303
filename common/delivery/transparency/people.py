"""Whom a statement concerns, and what was written: what a submission must not tell."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from common.configuration.context import Context
from common.domain.content import Content
from common.domain.flag import FLAGS, flag_key, is_of_item
from common.domain.item import Item, item_key
from common.domain.statement import Statement
from common.domain.user import user_key

_REPORTERS = 100


@dataclass(frozen=True, slots=True)
class People:
    """`ids` and `names` are of the author, of who reported and of who decided; `texts` are those of
    the content.
    """

    ids: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    texts: tuple[str, ...] = ()


async def people_of(
    context: Context, app: str, statements: Sequence[Statement]
) -> dict[str, People]:
    """By the statement's id."""
    keys = [item_key(app, each["item_id"]) for each in statements if each["item_id"]]
    found = await context.store.get(keys) if keys else []
    items = {each.key.id: each.data for each in found if each is not None}
    reporters = await _reporters(context, app, items.values())
    ids: dict[str, frozenset[str]] = {}
    for statement in statements:
        item = items.get(statement["item_id"])
        concerned = {statement["user_id"], *reporters.get(statement["item_id"], ())}
        if item is not None:
            deciders = (item.get("decided_by", ""), item.get("reviewed_by", ""))
            concerned |= {item["creator_id"], *deciders}
        ids[statement["id"]] = frozenset(concerned - {""})
    names = await _names(context, app, frozenset().union(*ids.values()))
    return {
        statement["id"]: People(
            ids[statement["id"]],
            frozenset(names[id] for id in ids[statement["id"]] if id in names),
            _texts(items.get(statement["item_id"])),
        )
        for statement in statements
    }


async def _reporters(
    context: Context, app: str, items: Iterable[Item]
) -> Mapping[str, Iterable[str]]:
    async def of(item: Item) -> tuple[str, Iterable[str]]:
        if "flag_ids" in item:
            keys = [flag_key(app, id) for id in item["flag_ids"]]
            documents = await context.store.get(keys) if keys else []
            return item["id"], {each.data["user_id"] for each in documents if each is not None}
        page = await context.store.query(
            FLAGS, app=app, equal={"item_id": item["id"]}, order="created_at", limit=_REPORTERS
        )
        own = (each.data for each in page.documents if is_of_item(each.data))
        return item["id"], {each["user_id"] for each in own}

    return dict(await asyncio.gather(*map(of, items)))


async def _names(context: Context, app: str, ids: Iterable[str]) -> dict[str, str]:
    keys = [user_key(app, id) for id in sorted(ids)]
    found = await context.store.get(keys) if keys else []
    users = (each.data for each in found if each is not None)
    return {user["id"]: user["name"] for user in users if user.get("name")}


def _texts(item: Item | None) -> tuple[str, ...]:
    return Content.of(item["payload"]).texts if item is not None and "payload" in item else ()
