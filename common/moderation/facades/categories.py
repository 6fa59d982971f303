"""OpenAI's categories: what each is of toxicity's scores, and which labels of others give it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from common.domain.moderated import InputType, Verdict
from common.moderation.facades.attributes import ATTRIBUTES, Of
from common.moderation.facades.scoring import Scored

_PARTING = re.compile("[^a-z0-9]+")


@dataclass(frozen=True)
class Category:
    """Of toxicity's scores it is the least of what Perspective calls `least_of`, in the languages
    that all of these are judged in. `labels` are the names, beside its own, under which other
    engines give it. With `of_images` it can be said of images, too.
    """

    name: str
    least_of: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    of_images: bool = False
    threshold: float = 0.5

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(plain(name) for name in (self.name, *self.labels))

    @cached_property
    def measures(self) -> Sequence[Of]:
        """Of toxicity's scores, all that it is the least of."""
        return [of for name in self.least_of if (of := ATTRIBUTES[name].of) is not None]

    @cached_property
    def languages(self) -> frozenset[str]:
        known = [frozenset(ATTRIBUTES[name].languages) for name in self.least_of]
        return frozenset.intersection(*known) if known else frozenset()

    def applies_to(self, kind: InputType) -> bool:
        return self.of_images or kind == "text"


CATEGORIES = (
    Category("harassment", ("TOXICITY",), ("insult", "harassment_or_abuse", "bullying")),
    Category("harassment/threatening", ("TOXICITY", "THREAT")),
    Category("hate", ("IDENTITY_ATTACK",), ("hate_speech", "identity_attack")),
    Category("hate/threatening", ("IDENTITY_ATTACK", "THREAT")),
    Category("illicit", labels=("non_violent_crimes", "non_violent_illegal_acts")),
    Category("illicit/violent", labels=("violent_crimes",)),
    Category("self-harm", labels=("selfharm", "suicide", "suicide_self_harm"), of_images=True),
    Category("self-harm/intent", of_images=True),
    Category("self-harm/instructions", of_images=True),
    Category(
        "sexual",
        ("SEXUALLY_EXPLICIT",),
        (
            "sexual_explicit",
            "sexually_explicit",
            "sexual_content",
            "sexual_content_or_sexual_acts",
            "explicit_nudity",
            "adult",
        ),
        of_images=True,
    ),
    Category("sexual/minors", labels=("child_sexual_exploitation",)),
    Category("violence", ("THREAT",), ("violent", "threat", "violence_or_threat"), of_images=True),
    Category("violence/graphic", labels=("graphic", "graphic_violence"), of_images=True),
)
"""In the order in which they are answered. Harassment is all that is toxic: insults
alone would find a third of what people call so."""


def plain(name: str) -> str:
    """`self_harm_intent` for `self-harm/intent` and for `Self-harm intent`."""
    return _PARTING.sub("_", name.lower()).strip("_")


@dataclass(frozen=True)
class Part:
    """What engines say of an input's texts, or of its images. `languages` are those of the texts,
    none where one could not be told.
    """

    kind: InputType
    scored: Scored
    languages: Sequence[str] = ()

    @cached_property
    def others(self) -> Sequence[tuple[str, float]]:
        return [(plain(label), value) for label, value in self.scored.others.items()]

    @cached_property
    def missing(self) -> frozenset[str]:
        return frozenset(map(plain, self.scored.missing))


def verdicts(parts: Sequence[Part]) -> list[Verdict]:
    """Of all categories, in their order."""
    if any(part.others or part.missing for part in parts):
        return [_verdict(each, parts) for each in CATEGORIES]
    unsaid = _unsaid(tuple(part.kind for part in parts))
    return [_verdict(each, parts) if each.measures else unsaid[each.name] for each in CATEGORIES]


@cache
def _unsaid(kinds: tuple[InputType, ...]) -> Mapping[str, Verdict]:
    """Of the categories of which toxicity says nothing, where no other engine was asked."""
    return {
        each.name: Verdict(each.name, 0.0, False, (), tuple(filter(each.applies_to, kinds)), ())
        for each in CATEGORIES
        if not each.measures
    }


def _verdict(category: Category, parts: Sequence[Part]) -> Verdict:
    score = 0.0
    judged: list[InputType] = []
    missing: list[InputType] = []
    failed: list[InputType] = []
    for part in parts:
        if not category.applies_to(part.kind):
            continue
        found, is_judged, may_pass = _look(category, part)
        score = max(score, found)
        (judged if is_judged else missing).append(part.kind)
        if may_pass:
            failed.append(part.kind)
    return Verdict(category.name, score, score >= category.threshold, judged, missing, failed)


def _look(category: Category, part: Part) -> tuple[float, bool, bool]:
    """The score that a part has for a category, whether that is judged, and whether another call
    may judge it where it is not. What a failed engine found stands, and what toxicity finds in a
    language that it does not judge.
    """
    names, scored = category.names, part.scored
    values = [value for label, value in part.others if label in names]
    is_judged = bool(values)
    may_pass = not names.isdisjoint(part.missing)
    if part.kind == "text" and category.measures:
        if found := scored.toxicity or scored.partly:
            values.append(min([of(found) for of in category.measures]))
        if part.languages and category.languages.issuperset(part.languages):
            is_judged = scored.toxicity is not None
            may_pass = may_pass or not (is_judged or scored.is_cut)
    score = round(max(values), 6) if values else 0.0
    return score, is_judged and not may_pass, may_pass
