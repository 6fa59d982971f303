"""Perspective's attributes: what each is of our labels, in which languages, and its score."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from common.domain.comment import AttributeScore, Languages, NotScored, Requested, SpanScore
from common.domain.errors import TryAgain
from common.engines.toxicity.perspective_scale import on_scale, severe
from common.engines.toxicity.scoring import LABELS, Scores, SentenceScores
from common.moderation.facades.scoring import Scored
from common.text.utf16 import in_units, length, whole_characters

EXPERIMENTAL = "_EXPERIMENTAL"
ENGLISH = frozenset(("en",))
LISTED = ENGLISH | {
    "ar", "de", "es", "fr", "hi", "it", "ja", "nl", "pl", "pt", "ru", "tr", "zh",
}  # fmt: skip
"""For which toxicity has lists of words, beside English, for which it has a model."""

Of = Callable[[Scores], float]
Sentence = tuple[int, int, Scores]
"""Where it begins and ends in UTF-16 code units."""


def _label(name: str) -> Of:
    number = LABELS.index(name)
    return lambda scores: scores[number]


@dataclass(frozen=True, slots=True)
class Attribute:
    """`of` is what it is of toxicity's scores, which judge it in `languages`; `labels` are the
    names under which other engines may give it, whatever the language.
    """

    name: str
    of: Of | None
    languages: Collection[str]
    labels: Collection[str]


_PROFANITY = Attribute("PROFANITY", _label("obscene"), LISTED, ("obscene", "profanity"))
ATTRIBUTES = {
    "TOXICITY": Attribute("TOXICITY", _label("toxic"), LISTED, ("toxic", "toxicity")),
    "SEVERE_TOXICITY": Attribute("SEVERE_TOXICITY", severe, ENGLISH, ("severe_toxicity",)),
    "IDENTITY_ATTACK": Attribute(
        "IDENTITY_ATTACK", _label("identity_attack"), LISTED, ("identity_attack",)
    ),
    "INSULT": Attribute("INSULT", _label("insult"), LISTED, ("insult",)),
    "PROFANITY": _PROFANITY,
    "OBSCENE": _PROFANITY,
    "THREAT": Attribute("THREAT", _label("threat"), ENGLISH, ("threat",)),
    "SEXUALLY_EXPLICIT": Attribute(
        "SEXUALLY_EXPLICIT",
        _label("sexual_explicit"),
        ENGLISH,
        ("sexual_explicit", "sexually_explicit"),
    ),
}
"""One that is not here has the name of a label that an engine of the app's policy gives."""


def attribute_of(name: str, offered: Collection[str]) -> Attribute | None:
    plain = name.removesuffix(EXPERIMENTAL)
    known = ATTRIBUTES.get(plain)
    if known is None and plain.lower() in map(str.lower, offered):
        return Attribute(plain, None, (), (plain.lower(),))
    return known


def unknown(name: str, field: str) -> NotScored:
    return NotScored("INVALID_REQUEST", f"Unknown requested attribute: {name}", field)


def attribute_scores(
    text: str, scored: Scored, languages: Languages, requested: Requested, *, scaled: bool
) -> dict[str, AttributeScore]:
    """`scaled` is on Perspective's scale. Raises NotScored where an attribute is not to be had, and
    TryAgain where an engine failed.
    """
    scoring = _Scoring(text, scored, languages, scaled)
    sentences = _sentences(text, scored.sentences) if requested.in_sentences else ()
    found: dict[str, AttributeScore] = {}
    for name, threshold in requested.thresholds.items():
        try:
            score = scoring.score(name, sentences)
        except NotScored as error:
            if requested.drops and error.type != "COMMENT_TOO_LONG":
                continue
            raise
        if score.value >= threshold:
            spans = [span for span in score.spans if span.value >= threshold]
            found[name] = AttributeScore(score.value, spans or [scoring.whole(score.value)])
    return found


class _Scoring:
    """Of one comment, for all attributes."""

    def __init__(self, text: str, scored: Scored, languages: Languages, scaled: bool) -> None:
        self._scored = scored
        self._languages = languages
        self._scaled = scaled
        self._length = length(text)
        self._others = {name.lower(): value for name, value in scored.others.items()}

    def whole(self, value: float) -> SpanScore:
        return SpanScore(0, self._length, value)

    def score(self, name: str, sentences: Sequence[Sentence]) -> AttributeScore:
        attribute = attribute_of(name, self._scored.offered)
        if attribute is None:
            raise unknown(name, f"requestedAttributes.{name}")
        others = [self._others[each] for each in attribute.labels if each in self._others]
        of = attribute.of
        if of is None or not all(map(attribute.languages.__contains__, self._bases())):
            if not others:
                raise self._missing(attribute, name)
            value = self._shown(attribute, max(others))
            return AttributeScore(value, [self.whole(value)])
        toxicity = self._toxicity(name)
        value = self._shown(attribute, max(of(toxicity), *others, 0.0))
        spans = [
            SpanScore(begin, end, self._shown(attribute, of(scores)))
            for begin, end, scores in sentences
        ]
        return AttributeScore(value, spans or [self.whole(value)])

    def _bases(self) -> Iterator[str]:
        """`pt` for `pt-BR`."""
        for language in self._languages.effective:
            yield language.replace("_", "-").partition("-")[0].lower()

    def _shown(self, attribute: Attribute, value: float) -> float:
        if self._scaled and attribute.of is not None:
            value = on_scale(attribute.name, value)
        return round(value, 6)

    def _toxicity(self, name: str) -> Scores:
        if self._scored.is_cut:
            raise NotScored("COMMENT_TOO_LONG", "Comment text too long.", "comment.text")
        if self._scored.toxicity is None:
            raise _failed(name)
        return self._scored.toxicity

    def _missing(self, attribute: Attribute, name: str) -> NotScored | TryAgain:
        if attribute.of is None:
            return _failed(name)
        effective = ", ".join(self._languages.effective)
        return NotScored(
            "LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE",
            f"Attribute {name} does not support request languages: {effective}",
            "languages",
            attribute=name,
            languages=self._languages,
        )


def _failed(name: str) -> TryAgain:
    """Not judged is not 0."""
    return TryAgain(f"{name} was not judged", {f"requestedAttributes.{name}": "was not judged"})


def _sentences(text: str, sentences: Sequence[SentenceScores]) -> Sequence[tuple[int, int, Scores]]:
    """In UTF-16 code units, without the blanks around them, none reaching into another."""
    found: list[tuple[int, int, Scores]] = []
    before = 0
    for start, end, scores in sentences:
        start = max(start, before)
        before = end = whole_characters(text, max(start, end))
        piece = text[start:end]
        start += len(piece) - len(piece.lstrip())
        if piece := piece.strip():
            found.append((start, start + len(piece), scores))
    places = [*in_units(text, [place for each in found for place in each[:2]])]
    return [
        (begin, end, each[2])
        for begin, end, each in zip(places[::2], places[1::2], found, strict=True)
    ]
