"""Attacks on people, by the toxicity of each sentence and by whom it is said to, and how grave."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from common.domain.labels import Severity
from common.engines.ai_text.labels import (
    HARASSMENT,
    HATE,
    INSULT,
    SEXUAL,
    SEXUAL_HARASSMENT,
    THREAT,
    VULGARITY,
    Finding,
)
from common.engines.ai_text.phrases import (
    concrete,
    death_wishes,
    demands,
    has_slur,
    is_about_minors,
    is_announced,
    is_to_reader,
    may_say_it_all,
    names_group,
    persecution,
)
from common.engines.toxicity.scoring import SentenceScores, TextScores
from common.engines.toxicity.segments import Segment, sentences
from common.text.folding import Folded

_PLAIN, _STRONG, _EXTREME = 0.7, 0.8, 0.95
_SAID = 0.9
"""The score of what is said in so many words."""
_REPEATED = 2
_AROUND = 80
"""Characters before and after a demand in which a child may be named."""


def attacks(folded: Folded, scores: TextScores, threshold: float) -> Iterator[Finding]:
    insulted: list[SentenceScores] = []
    read: list[Segment] = []
    attacking = scores.sentences if max(scores.scores) >= threshold else ()
    for number, sentence in enumerate(attacking):
        if max(sentence.scores) < threshold:
            continue
        read = read or sentences(folded)
        said = folded.original[sentence.start : sentence.end].lower()
        yield from _of_sentence(sentence, said, read[number].tokens)
        if sentence.scores.insult >= threshold and is_to_reader(said):
            insulted.append(sentence)
    if len(insulted) >= _REPEATED:
        for sentence in insulted:
            yield Finding(
                HARASSMENT, sentence.scores.insult, "medium", sentence.start, sentence.end
            )
    yield from _said(folded)


def _of_sentence(sentence: SentenceScores, said: str, words: Sequence[str]) -> Iterator[Finding]:
    """`words` are those of the sentence as it is read, without their disguises."""
    start, end, scores = sentence
    personal = is_to_reader(said)
    insult = _insult(scores.insult, personal, words)
    yield Finding(INSULT, scores.insult, insult, start, end)
    yield Finding(VULGARITY, scores.obscene, _vulgarity(scores.obscene), start, end)
    hate = scores.identity_attack
    if hate >= _STRONG or names_group(words):
        yield Finding(HATE, hate, _hate(hate, scores.threat), start, end)
    yield Finding(THREAT, scores.threat, _threat(scores.threat, said), start, end)
    sexual = _sexual(scores.sexual_explicit, said)
    yield Finding(SEXUAL, scores.sexual_explicit, sexual, start, end)
    if personal:
        graver: Severity = "medium" if sexual == "low" else sexual
        yield Finding(SEXUAL_HARASSMENT, scores.sexual_explicit, graver, start, end)


def _said(folded: Folded) -> Iterator[Finding]:
    """What needs no model to be understood."""
    if not may_say_it_all(folded):
        return
    for start, end in death_wishes(folded):
        yield Finding(HARASSMENT, _SAID, "critical", *folded.original_span(start, end))
    for start, end in persecution(folded):
        yield Finding(HARASSMENT, _SAID, "high", *folded.original_span(start, end))
    for start, end in demands(folded):
        around = folded.text[max(0, start - _AROUND) : end + _AROUND]
        severity: Severity = "critical" if is_about_minors(around) else "high"
        yield Finding(SEXUAL_HARASSMENT, _SAID, severity, *folded.original_span(start, end))


def _insult(score: float, personal: bool, words: Sequence[str]) -> Severity:
    """To somebody's face is worse than about somebody, and with a slur worse still."""
    if personal and has_slur(words):
        return "high"
    return "medium" if personal or score >= _EXTREME else "low"


def _vulgarity(score: float) -> Severity:
    return "medium" if score >= _PLAIN else "low"


def _hate(score: float, threat: float) -> Severity:
    """Against groups, violence is called for before it is done."""
    if threat >= 0.5:
        return "critical"
    return "high" if score >= _STRONG else "medium"


def _threat(score: float, said: str) -> Severity:
    """With a means, a place or a time it may be carried out."""
    announced = is_announced(said)
    if concrete(said) and (announced or is_to_reader(said)):
        return "critical"
    return "high" if announced or score >= _EXTREME else "medium"


def _sexual(score: float, said: str) -> Severity:
    if is_about_minors(said):
        return "critical"
    if score >= _EXTREME:
        return "high"
    return "medium" if score >= _STRONG else "low"
