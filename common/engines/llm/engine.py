"""A language model judges content by the customer's own labels; it can only add to other findings.

What speaks to the model itself is found without it, before it is asked, so that a model that obeys
cannot talk anybody out of that.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from common.domain.content import Content
from common.domain.labels import Label
from common.engines.budget import leave_out
from common.engines.engine import Classifier, CreatorFacts, Resources
from common.engines.llm.config import INJECTION, LlmConfig
from common.engines.llm.injection import injections
from common.engines.remote.adapter import Finding, NotJudged, Question, Wanted
from common.engines.remote.engine import labelled, question_of
from common.engines.remote.remote import Providers
from common.engines.threads import COMPUTING

Config = LlmConfig
NAME = "llm"
_INLINE_CHARACTERS = 2_000


def prepare(config: LlmConfig, resources: Resources) -> Classifier:
    providers = resources.providers
    assert providers is not None
    wanted = tuple(
        Wanted(rule.label, rule.description or "")
        for rule in config.rules or ()
        if rule.label != INJECTION
    )

    async def classify(content: Content, facts: CreatorFacts) -> Sequence[Label]:
        del facts
        if config.rules is None:
            return ()
        found = [await _speaking_to_it(content, resources.app)]
        if wanted:
            found.append(await _asked(providers, config, wanted, content))
        return [labelled(NAME, finding) for findings in found for finding in findings]

    return classify


async def _asked(
    providers: Providers, config: LlmConfig, wanted: tuple[Wanted, ...], content: Content
) -> Sequence[Finding]:
    try:
        provider = providers.find(config.provider, NAME)
        seen = question_of(provider, content)
        question = Question(
            seen.texts,
            seen.images,
            wanted,
            config.app_context or "",
            {str(name): text for name, text in (config.severity_descriptions or {}).items()},
        )
        if not (question.texts or question.images):
            return ()
        return await providers.ask(provider, question)
    except NotJudged as error:
        leave_out(str(error))
        return error.found


async def _speaking_to_it(content: Content, app: str) -> Sequence[Finding]:
    if sum(map(len, content.texts)) <= _INLINE_CHARACTERS:
        return injections(content.texts)
    return await COMPUTING.run(app, partial(injections, content.texts))
