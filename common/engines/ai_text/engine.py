"""ai_text: what harm a text does and how grave it is, composed of what other parts find in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from common.domain.content import Content
from common.domain.labels import Label
from common.engines.ai_text.attacks import attacks
from common.engines.ai_text.config import TextConfig
from common.engines.ai_text.kindness import kindness
from common.engines.ai_text.labels import SUPPORTIVE, Finding, labels_of
from common.engines.ai_text.personal import personal
from common.engines.ai_text.spam_model import model, spam_scores
from common.engines.ai_text.unwanted import unwanted
from common.engines.budget import ENDLESS, leave_out, within_budget
from common.engines.circumvention.engine import located_in
from common.engines.engine import Classifier, CreatorFacts, Resources
from common.engines.toxicity.scoring import content_scores, scored
from common.text.folding import fold

Config = TextConfig
_WARMING_UP = "you"
"""Reads what scoring needs, so that the first text does not wait for it."""


def prepare(config: TextConfig, resources: Resources) -> Classifier:
    del resources
    model()
    scored(fold(_WARMING_UP))
    threshold = config.threshold
    asked = {rule.label for rule in config.rules or ()}

    async def classify(content: Content, facts: CreatorFacts) -> Sequence[Label]:
        return find(content, threshold, facts.region, asked)

    return classify


def find(
    content: Content, threshold: float, region: str | None = None, asked: Set[str] = frozenset()
) -> list[Label]:
    """Kindness is told where a rule asks for it, and beside harm, for whoever weighs that."""
    judged: list[int] = []
    found: list[tuple[int, Finding]] = []
    for index in within_budget(range(len(content.texts))):
        if content.derived(fold, index).is_endless:
            leave_out(ENDLESS)
            continue
        harm = _harm(content, index, threshold, region)
        found += [(index, finding) for finding in harm if finding.score >= threshold]
        judged.append(index)
    if found or SUPPORTIVE in asked:
        for index in within_budget(judged):
            folded, toxicity = content.derived(fold, index), content_scores(content, index)
            found += [(index, kind) for kind in kindness(folded, toxicity, threshold)]
    return labels_of(found, threshold)


def _harm(content: Content, index: int, threshold: float, region: str | None) -> Iterator[Finding]:
    folded = content.derived(fold, index)
    toxicity = content_scores(content, index)
    if not toxicity.complete:
        leave_out("a text was too long to score all of it")
    yield from attacks(folded, toxicity, threshold)
    scored = content.derived_from(spam_scores, fold, index)
    yield from unwanted(folded, scored, threshold)
    yield from personal(folded.text, located_in(content, index, region), folded.original_span)
