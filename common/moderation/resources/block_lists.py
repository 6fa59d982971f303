"""Keeping block lists: made, replaced whole, deleted when no policy and no rule uses them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from common.configuration.block_lists import built_in_list, list_meant, list_names, spec_of
from common.configuration.context import Context
from common.domain.block_list import (
    BlockList,
    BlockListChange,
    BlockListFields,
    BlockListFlags,
    block_list_id,
)
from common.domain.errors import Invalid, NotFound
from common.domain.list_hits import totals_keys
from common.domain.spam_string import SPAM_LISTS
from common.engines.block_list.builtin import PROFANITY
from common.engines.block_list.lists import validate
from common.engines.threads import COMPUTING
from common.moderation.resources import references, resources
from common.moderation.resources.kinds import BLOCK_LIST
from common.store.store import Conflict, Delete

MOST_BYTES = 350_000
"""DynamoDB stores 400 KiB in a document."""
MOST_WORDS_IN_ALL = 250_000
MOST_PATTERNS_IN_ALL = 10_000
"""Of an app, for what is compiled of them stays in memory: up to 2 kB a word and more a pattern."""


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
    id = block_list_id(fields["name"], fields["team"])
    await check_fields(context, app, id, fields)
    taken = Invalid.field("name", f"{fields['name']!r} is taken")
    if fields["name"] == PROFANITY or fields["name"] in SPAM_LISTS:
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
    check_is_apps(name)
    known = await get(context, app, name, team)
    changed: BlockList = {**known, **change}
    await check_fields(context, app, known["id"], changed)
    return await resources.put(context, app, BLOCK_LIST, known["id"], changed, now)


async def delete(context: Context, app: str, name: str, team: str) -> None:
    """Refused while a policy or rule uses the list, which would stop blocking unnoticed."""
    if name == PROFANITY:
        raise Invalid.field("name", f"{name!r} is built in and stays")
    check_is_apps(name)
    id = block_list_id(name, team)
    configuration = await context.configurations.fresh(app)
    for policy in configuration.policies.values():
        rules = (policy["config"].get("block_list_config") or {}).get("rules") or ()
        if any(list_meant(rule, policy["team"], configuration.lists) == id for rule in rules):
            raise Invalid.field("name", f"{name!r} is used by the policy {policy['key']!r}")
    others = {other: each for other, each in configuration.lists.items() if other != id}
    if name not in list_names(others):
        await references.check_free(context, app, "lists", name, "name")
        # Policies have rules of their own.
        named = configuration.rules.naming(name) if configuration.has_rules else []
        if named:
            raise Invalid.field("name", f"{name!r} is named by the rule {named[0]!r} of a policy")
    await resources.delete(context, app, BLOCK_LIST, id, name)
    await context.store.commit([Delete(key) for key in totals_keys(app, id)])


def check_is_apps(name: str) -> None:
    """Raises Invalid for a list of the spam manager's."""
    if name in SPAM_LISTS:
        raise Invalid.field("name", f"{name!r} is kept by the spam manager")


async def check_fields(context: Context, app: str, id: str, fields: BlockListFields) -> None:
    """Raises Invalid for a list that cannot be compiled, or with which the app has too much."""
    words = fields["words"]
    if fields["type"] != "word":
        for flag in BlockListFlags.__annotations__:
            if fields.get(flag):
                raise Invalid.field(flag, "is for lists of the type word")
    if sum(len(word.encode()) for word in words) > MOST_BYTES:
        raise Invalid.field("words", f"are more than {MOST_BYTES} bytes in all")
    configuration = await context.configurations.of(app)
    others = [each for other, each in configuration.lists.items() if other != id]
    _check_total(len(words), others, MOST_WORDS_IN_ALL, "words")
    if fields["type"] == "regex":
        others = [each for each in others if each["type"] == "regex"]
        _check_total(len(words), others, MOST_PATTERNS_IN_ALL, "regular expressions")
    try:
        await COMPUTING.run(app, partial(validate, spec_of(fields)))
    except ValueError as error:
        raise Invalid.field("words", str(error)) from None


def _check_total(own: int, others: Sequence[BlockList], most: int, noun: str) -> None:
    total = own + sum(len(each["words"]) for each in others)
    if total > most:
        raise Invalid.field("words", f"would make {total} {noun} in all lists, {most} are allowed")
