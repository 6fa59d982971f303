"""An app's classes: those that every app has, as it changed them, and its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from typing_extensions import TypedDict

from common.configuration.classes import classes_of
from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.domain.content_class import (
    CLASS_MODALITIES,
    ClassModality,
    ContentClass,
    ContentClassFields,
)
from common.domain.errors import Invalid, NotFound
from common.moderation.resources import resources
from common.moderation.resources.kinds import CONTENT_CLASS
from common.rules.conditions.base import walk
from common.rules.default_classes import AUTOMATIC, DEFAULT_CLASSES, NEEDS_REVIEW
from common.rules.rule import Rule
from common.store.store import BadCursor

_NAME = re.compile(r"[\w.-]{1,100}")
_ID = re.compile(rf"(?:{'|'.join(CLASS_MODALITIES)}):{_NAME.pattern}")


class Given(TypedDict, total=False):
    """What is not there is as it is without being said."""

    display_name: str
    labels: list[str]
    automatic_threshold: float
    needs_review_threshold: float | None


async def put(context: Context, app: str, id: str, given: Given, now: int) -> ContentClass:
    """Raises Invalid for an id that is none of a class, and for a class that would be sure of what
    nobody has to look at.
    """
    modality, name = _parts(id)
    fields = _fields(modality, name, given)
    review, automatic = fields["needs_review_threshold"], fields["automatic_threshold"]
    if review is not None and review > automatic:
        problem = f"is above the automatic threshold, {automatic:g}"
        raise Invalid.field("needs_review_threshold", problem)
    return await resources.put(context, app, CONTENT_CLASS, id, fields, now)


async def get(context: Context, app: str, id: str) -> ContentClass:
    found = classes_of(await context.configurations.fresh(app)).get(id)
    if found is None:
        raise _missing(id)
    return found


async def page(
    context: Context, app: str, modality: str | None, limit: int, cursor: str | None
) -> tuple[Sequence[ContentClass], str | None]:
    """By id; the cursor is the last id of the page before."""
    known = classes_of(await context.configurations.fresh(app))
    after = cursor or ""
    if cursor is not None and not _ID.fullmatch(cursor):
        raise BadCursor(cursor)
    ids = sorted(id for id, each in known.items() if modality in (None, each["modality"]))
    left = [id for id in ids if id > after]
    shown = left[:limit]
    return [known[id] for id in shown], shown[-1] if len(left) > limit else None


async def delete(context: Context, app: str, id: str) -> None:
    """One that every app has is as it was then; one of its own goes, unless a rule names it."""
    configuration = await context.configurations.fresh(app)
    if id not in configuration.content_classes:
        if id in DEFAULT_CLASSES:
            return
        raise _missing(id)
    if id not in DEFAULT_CLASSES and (rules := _naming(configuration, id)):
        raise Invalid.field("id", f"is used by the rule {rules[0]!r}")
    await resources.delete(context, app, CONTENT_CLASS, id)


def _naming(configuration: Configuration, id: str) -> list[str]:
    rules = (Rule.of(document) for document in configuration.rule_documents.values())
    return [rule.id for rule in rules if any(id in each.class_names() for each in walk(rule.when))]


def _parts(id: str) -> tuple[ClassModality, str]:
    named, _, name = id.partition(":")
    for modality in CLASS_MODALITIES:
        if modality == named and _NAME.fullmatch(name):
            return modality, name
    modalities = ", ".join(CLASS_MODALITIES)
    problem = f"has to be one of {modalities}, a colon, and a name of letters, digits and _ . -"
    raise Invalid.field("id", f"{problem}, as text:bullying")


def _fields(modality: ClassModality, name: str, given: Given) -> ContentClassFields:
    known = DEFAULT_CLASSES.get(f"{modality}:{name}")
    automatic = given.get("automatic_threshold", AUTOMATIC)
    fields: ContentClassFields = {
        "modality": modality,
        "name": name,
        "display_name": known["display_name"] if known else name,
        "labels": known["labels"] if known else [],
        "automatic_threshold": automatic,
        "needs_review_threshold": min(NEEDS_REVIEW, automatic),
    }
    fields.update(given)  # type: ignore[typeddict-item]
    return fields


def _missing(id: str) -> NotFound:
    return NotFound(f"there is no class {id!r}", {"id": "does not exist"})
