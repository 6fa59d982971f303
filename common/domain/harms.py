"""The kinds of harm that labels of all engines come under, and whom they are about."""

from __future__ import annotations

PERSON, GROUP = "user", "group"
_HARMS = {
    "hate": ("hate", "identity_attack", "hate_speech", "racism", "lgbtqia_phobia"),
    "harassment": ("harassment", "insult", "bullying", "moral_harassment", "sexual_harassment"),
    "profanity": ("obscene", "vulgarity", "profanity"),
    "toxicity": ("toxic", "toxicity", "severe_toxic"),
    "sexual": ("sexual", "sexual_explicit", "sexually_explicit"),
    "threat": ("threat", "threats"),
    "self_harm": ("self_harm", "suicide"),
    "spam": ("spam", "flood", "flooding"),
    "scam": ("scam", "fraud", "phishing"),
    "personal_data": ("pii", "doxxing"),
    "circumvention": ("platform_circumvention",),
}
_TYPES = {label: harm for harm, labels in _HARMS.items() for label in labels}
LISTED = "block_list"
"""The harm of a text that a block list has a word of: which one, its name says."""
_ABOUT_SOMEBODY = frozenset(("harassment", "threat", "sexual"))
_ABOUT_GROUPS = frozenset(("hate",))
_YOU = (
    "you your yours yourself youre youve u ur ya yall",  # English
    "du dich dir dein deine deinen ihr euch",  # German
    "tu te toi ton ta vous votre",  # French
    "vos usted ustedes ti tus",  # Spanish
    "voce teu tua",  # Portuguese
    "jij jou jouw je jullie",  # Dutch
    "ty cie ci twoj ciebie",  # Polish
    "ты тебя тебе вы вас твой твоя",  # Russian
    "sen seni sana senin siz",  # Turkish
)
_ADDRESSING = frozenset(word for line in _YOU for word in line.split())
"""Folded words that speak to somebody."""


def harm_type(label: str) -> str:
    """A label of the customer's own names its harm itself."""
    name = "_".join(label.lower().split())
    return _TYPES.get(name, name)


def directed_at(harm: str, words: frozenset[str]) -> str | None:
    """Of a text with these folded words; None where it is about nobody that can be told."""
    if harm in _ABOUT_GROUPS:
        return GROUP
    is_addressing = not words.isdisjoint(_ADDRESSING)
    return PERSON if harm in _ABOUT_SOMEBODY and is_addressing else None
