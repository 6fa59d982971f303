"""The classes that every app has, by Hive's names, until it gives them other labels or thresholds.

docs/hive.md has them as a table, which a test holds against this one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from common.domain.content_class import ClassModality, ContentClass, class_id
from common.engines.image_labels import with_kinds

AUTOMATIC, NEEDS_REVIEW = 0.8, 0.5

_TEXT: Mapping[str, tuple[str, Sequence[str]]] = {
    "bullying": (
        "Bullying",
        (
            "insult",
            "INSULT",
            "HARASSMENT",
            "Insult",
            "harassment",
            "harassment/threatening",
            "HARASSMENT_OR_ABUSE",
            "Derogatory",
        ),
    ),
    "hate": (
        "Hate",
        ("identity_attack", "HATE", "Hate", "hate/threatening", "HATE_SPEECH"),
    ),
    "sexual": (
        "Sexual",
        (
            "sexual_explicit",
            "SEXUAL",
            "SEXUAL_HARASSMENT",
            "Sexual",
            "Sexual Content",
            "Sexual Content or Sexual Acts",
        ),
    ),
    "violence": (
        "Violence",
        (
            "threat",
            "THREAT",
            "Violent",
            "Violence",
            "Violent Crimes",
            "violence/graphic",
            "VIOLENCE_OR_THREAT",
        ),
    ),
    "profanity": ("Profanity", ("obscene", "VULGARITY", "Profanity", "PROFANITY")),
    "self_harm": (
        "Self-Harm",
        (
            "self-harm",
            "self-harm/intent",
            "self-harm/instructions",
            "SelfHarm",
            "Suicide & Self-Harm",
        ),
    ),
    "child_exploitation": (
        "Child Exploitation",
        ("sexual/minors", "Child Sexual Exploitation"),
    ),
    "drugs": ("Drugs", ("Illicit Drugs",)),
    "weapons": ("Weapons", ("Firearms & Weapons", "Indiscriminate Weapons")),
    "spam": (
        "Spam",
        ("SPAM", "SCAM", "fast_spam", "slow_spam", "flood_identical", "flood_similar"),
    ),
    "personal_data": ("Personal Data", ("PII", "Privacy")),
    "redirection": ("Redirection", ("platform_circumvention",)),
}


def _kinds(*labels: str) -> Sequence[str]:
    return tuple(dict.fromkeys(each for label in labels for each in with_kinds(label)))


_VISUAL: Mapping[str, tuple[str, Sequence[str]]] = {
    "general_nsfw": (
        "NSFW",
        (*_kinds("Explicit", "Nudity"), "adult", "sexual", "Sexual"),
    ),
    "general_suggestive": ("Suggestive", (*_kinds("Suggestive"), "racy")),
    "violence": (
        "Violence",
        (
            *(each for each in _kinds("Violence") if each not in ("Weapons", "Self-Harm")),
            "Violence",
            "violence/graphic",
        ),
    ),
    "weapons": ("Weapons", ("Weapons", "gun_in_hand", "knife_in_hand")),
    "self_harm": ("Self-Harm", ("Self-Harm", "SelfHarm", "self-harm", "yes_self_harm")),
    "gore": ("Gore", (*_kinds("Visually Disturbing"), "Blood & Gore", "very_bloody")),
    "hate": (
        "Hate",
        (
            *_kinds("Hate Symbols"),
            "Hate",
            "yes_nazi",
            "yes_kkk",
            "yes_confederate",
            "yes_terrorist",
        ),
    ),
    "drugs": ("Drugs", (*_kinds("Drugs & Tobacco"), "yes_pills", "yes_smoking")),
    "alcohol": ("Alcohol", _kinds("Alcohol")),
    "gambling": ("Gambling", ("Gambling", "yes_gambling")),
    "rude_gestures": ("Rude Gestures", (*_kinds("Rude Gestures"), "yes_middle_finger")),
}


def _made(modality: ClassModality, name: str, shown: str, labels: Iterable[str]) -> ContentClass:
    return {
        "id": class_id(modality, name),
        "modality": modality,
        "name": name,
        "display_name": shown,
        "labels": list(dict.fromkeys(labels)),
        "automatic_threshold": AUTOMATIC,
        "needs_review_threshold": NEEDS_REVIEW,
        "created_at": 0,
        "updated_at": 0,
    }


def _all() -> Iterator[ContentClass]:
    for name, (shown, labels) in _TEXT.items():
        yield _made("text", name, shown, labels)
    for name, (shown, labels) in _VISUAL.items():
        yield _made("visual", name, shown, labels)


DEFAULT_CLASSES: Mapping[str, ContentClass] = {each["id"]: each for each in _all()}
