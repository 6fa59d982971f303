"""What a judgement says of one text in few words: its labels, harm, severity, and masks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from common.configuration.policy import CompiledPolicy
from common.domain.content import Content
from common.domain.harms import LISTED, directed_at, harm_type
from common.domain.labels import SEVERITIES, LabelDocument, label_of
from common.domain.recommendation import KEEP, STRENGTH
from common.engines.registry import names_lists
from common.moderation.content.judging import Judgement
from common.text.folding import fold

_MASK = "*"
_MASKED = ("mask", "mask_flag")


@dataclass(frozen=True, slots=True)
class Verdict:
    """`labels` are those that count, the gravest first. `severity` is the highest of them, None
    where no engine gives one.
    """

    labels: tuple[LabelDocument, ...]
    recommended_action: str
    not_judged: tuple[str, ...]
    severity: str | None
    harm_type: str
    directed_at: str | None

    @property
    def names(self) -> list[str]:
        return list(dict.fromkeys(label["name"] for label in self.labels))


def verdict(policy: CompiledPolicy, content: Content, judgement: Judgement) -> Verdict:
    labels = sorted(filter(lambda each: _counts(policy, each), judgement.labels), key=_grave)
    labels.reverse()
    severities = [label["severity"] for label in labels if label["severity"]]
    harm = _harm(labels[0]) if labels else ""
    return Verdict(
        tuple(labels),
        judgement.recommended_action,
        judgement.not_judged,
        max(severities, key=SEVERITIES.index, default=None),
        harm,
        directed_at(harm, _words(content)) if harm else None,
    )


def _words(content: Content) -> frozenset[str]:
    return frozenset(token for text in content.texts for token in fold(text).tokens)


def _counts(policy: CompiledPolicy, label: LabelDocument) -> bool:
    """Where the policy asks for an action, or its own threshold is reached."""
    return label["action"] != KEEP or policy.is_classified(label_of(label))


def _grave(label: LabelDocument) -> tuple[int, int, float]:
    severity = label["severity"]
    rank = SEVERITIES.index(severity) + 1 if severity else 0
    return STRENGTH.index(label["action"]), rank, label["score"]


def _harm(label: LabelDocument) -> str:
    return LISTED if names_lists(label["engine"]) else harm_type(label["name"])


def masked(text: str, labels: Sequence[LabelDocument]) -> str | None:
    """With asterisks for what the policy masks of the only text; None where that is nothing."""
    spans = [
        (start, end)
        for label in labels
        if label["action"] in _MASKED
        for _, start, end, _ in label["spans"]
    ]
    if not spans:
        return None
    letters = list(text)
    for start, end in spans:
        letters[start:end] = [_MASK] * (end - start)
    return "".join(letters)


def fully_masked(text: str) -> str:
    return "".join(each if each.isspace() else _MASK for each in text)
