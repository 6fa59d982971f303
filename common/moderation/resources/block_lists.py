"""Keeping block lists: made, replaced whole, deleted when no policy uses them."""

from __future__ import annotations

from common.configuration.block_lists import built_in_list, list_meant, spec_of
from common.configuration.context import Context
from common.domain.block_list import (
    BlockList,
    BlockListChange,
    BlockListFields,
    block_list_id,
)
from common.domain.errors import Invalid, NotFound
from common.engines.block_list.builtin import PROFANITY
from common.engines.block_list.lists import validate
from common.moderation.resources import resources
from common.moderation.resources.kinds import BLOCK_LIST
from common.store.store import Conflict

MOST_BYTES = 600_000


def built_in_document() -> BlockList:
    spec = built_in_list()
    return {
        "id": PROFANITY,
        "name": PROFANITY,
        "team": "",
        "type": spec.type,
        "words": list(spec.words),
        "is_plural_check_enabled": spec.plural,
        "created_at": 0,
        "updated_at": 0,
    }


async def create(context: Context, app: str, fields: BlockListFields, now: int) -> BlockList:
    """Raises Invalid when the name is taken or the words cannot be compiled."""
    _check(fields)
    id = block_list_id(fields["name"], fields["team"])
    taken = Invalid.field("name", f"{fields['name']!r} is taken")
    if fields["name"] == PROFANITY:
        raise taken
    try:
        return await resources.create(context, app, BLOCK_LIST, id, fields, now)
    except Conflict:
        raise taken from None


async def get(context: Context, app: str, name: str, team: str) -> BlockList:
    if name == PROFANITY:
        return built_in_document()
    try:
        return await resources.get(context, app, BLOCK_LIST, block_list_id(name, team))
    except NotFound:
        raise resources.missing(BLOCK_LIST, name) from None


async def update(
    context: Context, app: str, name: str, team: str, change: BlockListChange, now: int
) -> BlockList:
    if name == PROFANITY:
        raise Invalid.field("name", f"{name!r} is built in: make a list of your own")
    known = await get(context, app, name, team)
    changed: BlockList = {**known, **change}
    _check(changed)
    return await resources.put(context, app, BLOCK_LIST, known["id"], changed, now)


async def delete(context: Context, app: str, name: str, team: str) -> None:
    """Refused while a policy uses the list, which would otherwise stop blocking unnoticed."""
    if name == PROFANITY:
        raise Invalid.field("name", f"{name!r} is built in and stays")
    id = block_list_id(name, team)
    configuration = await context.configurations.of(app)
    for policy in configuration.policies.values():
        rules = (policy["config"].get("block_list_config") or {}).get("rules") or ()
        if any(list_meant(rule, policy["team"], configuration.lists) == id for rule in rules):
            raise Invalid.field("name", f"{name!r} is used by the policy {policy['key']!r}")
    await resources.delete(context, app, BLOCK_LIST, id, name)


def _check(fields: BlockListFields) -> None:
    if sum(len(word.encode()) for word in fields["words"]) > MOST_BYTES:
        raise Invalid.field("words", f"are more than {MOST_BYTES} bytes in all")
    try:
        validate(spec_of(fields))
    except ValueError as error:
        raise Invalid.field("words", str(error)) from None
