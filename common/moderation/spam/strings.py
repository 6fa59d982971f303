"""Looking through what was seen."""

from __future__ import annotations

from collections.abc import Mapping

from common.configuration.context import Context
from common.domain.block_list import BlockList, block_list_id
from common.domain.errors import NotFound
from common.domain.spam_string import (
    DENY_LIST,
    SPAM_STRINGS,
    SpamKind,
    SpamState,
    SpamString,
    spam_string_key,
)
from common.engines.spam_strings import SpamText
from common.moderation.spam.verdicts import Said, say
from common.store.store import Delete, Page


async def page(
    context: Context,
    app: str,
    kind: SpamKind | None,
    state: SpamState | None,
    limit: int,
    cursor: str | None,
) -> Page[SpamString]:
    """What most contents had first."""
    asked = {"kind": kind, "state": state}
    return await context.store.query(
        SPAM_STRINGS,
        app=app,
        equal={name: value for name, value in asked.items() if value is not None},
        order="count",
        descending=True,
        limit=limit,
        cursor=cursor,
    )


async def get(context: Context, app: str, id: str) -> SpamString:
    (found,) = await context.store.get([spam_string_key(app, id)])
    if found is None:
        raise NotFound(f"there is no spam string {id!r}", {"id": "does not exist"})
    return found.data


async def delete(context: Context, app: str, id: str, now: int) -> None:
    """With what was said of it. It comes back when it is posted again."""
    found = await get(context, app, id)
    if found["state"] in ("allow", "deny"):
        await say(context, app, [Said(spam_text(found), None)], "", now)
    await context.store.commit([Delete(spam_string_key(app, id))])


def spam_text(string: SpamString) -> SpamText:
    return SpamText(string["kind"], string["identity"], string["value"])


def covering(string: SpamString, lists: Mapping[str, BlockList]) -> str | None:
    """The denied domain that a link or a domain is of."""
    denied = lists.get(block_list_id(DENY_LIST, ""))
    if denied is None or string["kind"] not in ("domain", "url"):
        return None
    host = string["value"].partition("/")[0].partition(":")[0]
    labels = host.split(".")
    over = [".".join(labels[place:]) for place in range(len(labels) - 1)]
    own = host if string["kind"] == "domain" else None
    entries = frozenset(denied["words"])
    return next((each for each in over if each != own and f"domain:{each}" in entries), None)
