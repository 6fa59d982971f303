"""Keeping block lists: made, replaced whole, deleted when no policy uses them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from common.configuration.block_lists import built_in_list, spec_of
from common.configuration.context import Context
from common.domain.block_list import block_list_id
from common.domain.errors import Invalid, NotFound
from common.engines.block_list.builtin import PROFANITY
from common.engines.block_list.lists import validate
from common.moderation.resources import resources
from common.store.store import Conflict, Data

MOST_BYTES = 600_000


def built_in_document() -> Data:
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


async def create(context: Context, app: str, fields: Data, now: int) -> Data:
    """Raises Invalid when the name is taken or the words cannot be compiled."""
    _check(fields)
    id = block_list_id(fields["name"], fields["team"])
    taken = Invalid.field("name", f"{fields['name']!r} is taken")
    if fields["name"] == PROFANITY:
        raise taken
    try:
        return await resources.create(context, app, "block_list", id, fields, now)
    except Conflict:
        raise taken from None


async def get(context: Context, app: str, name: str, team: str) -> Data:
    if name == PROFANITY:
        return built_in_document()
    try:
        found = await resources.get(context, app, "block_list", block_list_id(name, team))
    except NotFound:
        raise resources.missing("block_list", name) from None
    return found.data


async def update(context: Context, app: str, name: str, team: str, fields: Data, now: int) -> Data:
    if name == PROFANITY:
        raise Invalid.field("name", f"{name!r} is built in: make a list of your own")
    known = await get(context, app, name, team)
    changed = {**known, **fields}
    _check(changed)
    return await resources.put(context, app, "block_list", known["id"], changed, now)


async def delete(context: Context, app: str, name: str, team: str) -> None:
    """Refused while a policy uses the list, which would otherwise stop blocking unnoticed."""
    if name == PROFANITY:
        raise Invalid.field("name", f"{name!r} is built in and stays")
    configuration = await context.configurations.of(app)
    for policy in configuration.documents["policy"].values():
        rules = (policy["config"].get("block_list_config") or {}).get("rules") or ()
        if any(rule["name"] == name for rule in rules):
            raise Invalid.field("name", f"{name!r} is used by the policy {policy['key']!r}")
    await resources.delete(context, app, "block_list", block_list_id(name, team), name)


def _check(fields: Mapping[str, Any]) -> None:
    if sum(len(word.encode()) for word in fields["words"]) > MOST_BYTES:
        raise Invalid.field("words", f"are more than {MOST_BYTES} bytes in all")
    try:
        validate(spec_of(fields))
    except ValueError as error:
        raise Invalid.field("words", str(error)) from None
