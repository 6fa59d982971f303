"""Keeping semantic filters: made or replaced whole, deleted when no policy names them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from common.configuration.context import Context
from common.configuration.semantic_filters import CONFIG, ids_of
from common.domain.errors import Invalid, NotFound
from common.domain.semantic_filter import (
    SemanticFilter,
    SemanticFilterFields,
    semantic_filter_id,
)
from common.engines.registry import ENGINES
from common.engines.semantic.model import meaningless
from common.engines.threads import COMPUTING
from common.moderation.resources import references, resources
from common.moderation.resources.kinds import SEMANTIC_FILTER

MOST_PHRASES_IN_ALL = 5_000
"""Of an app: a message is compared with all that its policy names."""


async def put(context: Context, app: str, fields: SemanticFilterFields, now: int) -> SemanticFilter:
    """Raises Invalid for a name that an engine's label has, phrases that say nothing, and more
    phrases than an app may have.
    """
    _check_name(fields["name"])
    id = semantic_filter_id(fields["name"], fields["team"])
    configuration = await context.configurations.of(app)
    others = [each for other, each in configuration.filters.items() if other != id]
    _check_total(len(fields["phrases"]), others)
    _check_apart(fields["phrases"])
    unread = await COMPUTING.run(app, partial(meaningless, fields["phrases"]))
    if unread is not None:
        raise Invalid.field(f"phrases.{unread}", "has no word in it")
    return await resources.put(context, app, SEMANTIC_FILTER, id, fields, now)


async def get(context: Context, app: str, name: str, team: str) -> SemanticFilter:
    id = semantic_filter_id(name, team)
    try:
        return await resources.get(context, app, SEMANTIC_FILTER, id)
    except NotFound:
        raise resources.missing(SEMANTIC_FILTER, name) from None


async def delete(context: Context, app: str, name: str, team: str) -> None:
    """Refused while a policy names the filter, which would stop finding anything unnoticed."""
    id = semantic_filter_id(name, team)
    configuration = await context.configurations.fresh(app)
    known = configuration.filters
    for policy in configuration.policies.values():
        for rule in (policy["config"].get(CONFIG) or {}).get("rules") or ():
            meant = (each for each in ids_of(rule["name"], policy["team"]) if each in known)
            if next(meant, None) == id:
                raise Invalid.field("name", f"{name!r} is used by the policy {policy['key']!r}")
    if not any(each["name"] == name for other, each in known.items() if other != id):
        await references.check_free(context, app, "classes", name, "name")
    await resources.delete(context, app, SEMANTIC_FILTER, id, name)


def _check_name(name: str) -> None:
    """Its label is its name, and rules tell labels apart by their names only."""
    try:
        resources.check_id(name)
    except Invalid:
        problem = "may have letters, digits and _ . : - only, at most 128"
        raise Invalid.field("name", problem) from None
    for engine in ENGINES.values():
        if name in engine.labels:
            raise Invalid.field("name", f"{name!r} is a label of the engine {engine.name}")


def _check_apart(phrases: Sequence[str]) -> None:
    first: dict[str, int] = {}
    for number, phrase in enumerate(phrases):
        if first.setdefault(phrase, number) != number:
            raise Invalid.field(f"phrases.{number}", f"is phrases.{first[phrase]} again")


def _check_total(own: int, others: Sequence[SemanticFilter]) -> None:
    total = own + sum(len(each["phrases"]) for each in others)
    if total > MOST_PHRASES_IN_ALL:
        raise Invalid.field(
            "phrases",
            f"would make {total} phrases in all filters, {MOST_PHRASES_IN_ALL} are allowed",
        )
