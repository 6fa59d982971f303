"""Keeping an app's templates of statements, one a language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from common.configuration.context import Context
from common.domain.declaring import StatementSettings
from common.domain.errors import Invalid, NotFound
from common.domain.statement import TEMPLATES, StatementTemplate, template_key
from common.moderation.resources import declarations
from common.store.store import Delete, Page, Put

MOST_TEMPLATES = 50
_LANGUAGE = re.compile(r"[a-z]{2}")


@dataclass(frozen=True, slots=True)
class NewTemplate:
    text: str
    facts: str | None
    words: dict[str, str]


async def put(
    context: Context, app: str, language: str, new: NewTemplate, now: int
) -> StatementTemplate:
    """What was stated before keeps its text."""
    if not _LANGUAGE.fullmatch(language):
        raise Invalid.field("language", "is a language as two small letters (ISO 639-1)")
    (known,) = await context.store.get([template_key(app, language)])
    template: StatementTemplate = {
        "language": language,
        "text": new.text,
        "facts": new.facts,
        "words": new.words,
        "created_at": known.data["created_at"] if known is not None else now,
        "updated_at": now,
    }

    def changed(settings: StatementSettings) -> StatementSettings:
        languages = sorted({*settings["languages"], language})
        if len(languages) > MOST_TEMPLATES:
            raise Invalid.field(
                "language", f"would be one template more than the {MOST_TEMPLATES} allowed"
            )
        return {**settings, "languages": languages}

    write = Put(template_key(app, language), template)
    await declarations.change(context, app, changed, now, lambda: [write])
    return template


async def get(context: Context, app: str, language: str) -> StatementTemplate:
    (found,) = await context.store.get([template_key(app, language)])
    if found is None:
        raise missing(language)
    return found.data


async def page(
    context: Context, app: str, limit: int, cursor: str | None
) -> Page[StatementTemplate]:
    return await context.store.query(TEMPLATES, app=app, limit=limit, cursor=cursor)


async def delete(context: Context, app: str, language: str, now: int) -> None:
    """Refused while it is the one for content in languages without any."""
    await get(context, app, language)

    def changed(settings: StatementSettings) -> StatementSettings:
        if settings["fallback_language"] == language:
            raise Invalid.field("language", "is the fallback_language")
        languages = [each for each in settings["languages"] if each != language]
        return {**settings, "languages": languages}

    write = Delete(template_key(app, language))
    await declarations.change(context, app, changed, now, lambda: [write])


def missing(language: str) -> NotFound:
    problem = {"language": "does not exist"}
    return NotFound(f"there is no template for the language {language!r}", problem)
