"""Inputs that are judged category by category, as OpenAI's clients ask for it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.domain.comment import NotScored
from common.domain.content import Content
from common.domain.errors import Invalid
from common.domain.moderated import ModerationInput, Unjudged, Verdict
from common.domain.settings import FacadeSettings, facades_of
from common.moderation.facades.categories import Part, verdicts
from common.moderation.facades.languages import languages
from common.moderation.facades.scoring import Asked, score
from common.moderation.turns import side_by_side

TEXTS, IMAGES = "openai:text", "openai:image"
"""The entity types of what is checked, where the app's facade calls are checks."""
_AT_ONCE = 16


@dataclass(frozen=True, slots=True)
class Moderated:
    """The verdicts on each input, and the categories that were not judged of any of them."""

    results: Sequence[Sequence[Verdict]]
    not_judged: Sequence[str]


async def moderate(
    context: Context, app: str, inputs: Sequence[ModerationInput], now: int
) -> Moderated:
    """Raises Unjudged where the app wants that."""
    configuration = await context.configurations.of(app)
    settings = facades_of(configuration.settings)
    _check(settings, inputs)
    turns = asyncio.Semaphore(_AT_ONCE)

    async def moderated(each: ModerationInput) -> Sequence[Verdict]:
        async with turns:
            parts = await _parts(context, configuration, each, now)
        return verdicts(parts)

    results = await side_by_side([moderated(each) for each in inputs])
    by_category = [each for verdicts in zip(*results, strict=True) for each in verdicts]
    not_judged = _distinct(name for each in by_category for name in each.unjudged(each.missing))
    if not_judged and settings["refuse_not_judged"]:
        failed = _distinct(name for each in by_category for name in each.unjudged(each.failed))
        raise Unjudged(failed or not_judged, have_failed=bool(failed))
    return Moderated(results, not_judged)


def _check(settings: FacadeSettings, inputs: Sequence[ModerationInput]) -> None:
    """What is in a URL itself is no address under which anybody finds it later."""
    kept = settings["calls_are_checks"]
    if kept and any(url[:5].lower() == "data:" for each in inputs for url in each.images):
        problem = "has an image in a data URL, and this app's calls are kept: send where it is"
        raise Invalid.field("input", problem)


def _distinct(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


async def _parts(
    context: Context, configuration: Configuration, input: ModerationInput, now: int
) -> Sequence[Part]:
    """Texts and images are judged apart, so that it is known what was looked at."""
    asked = []
    if input.texts:
        asked.append(Asked(Content(input.texts), entity_type=TEXTS))
    if input.images:
        asked.append(Asked(Content(images=input.images), entity_type=IMAGES))
    scored = await side_by_side([score(context, configuration, each, now) for each in asked])
    return [
        Part("text", found, _languages(input.texts)) if each.content.texts else Part("image", found)
        for each, found in zip(asked, scored, strict=True)
    ]


def _languages(texts: Sequence[str]) -> Sequence[str]:
    try:
        told = [language for text in texts for language in languages(text, ()).effective]
    except NotScored:
        return ()
    return _distinct(told)
