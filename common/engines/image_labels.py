"""The labels of images and videos, and which are kinds of which.

They are those of Amazon Rekognition's moderation (version 7), which Stream's policies name, and of
its older names those that policies still have. A label that is not here is a customer's own, of a
list of hashes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

EXPLICIT_NUDITY = "Explicit Nudity"
GRAPHIC_VIOLENCE = "Graphic Violence"
CLASSIFIED = (EXPLICIT_NUDITY, GRAPHIC_VIOLENCE)
"""What the classifier tells; the rest are those of lists and of services elsewhere."""

KINDS: Mapping[str, Sequence[str]] = {
    "Explicit": ("Explicit Nudity", "Explicit Sexual Activity", "Sex Toys"),
    "Explicit Nudity": (
        "Exposed Male Genitalia",
        "Exposed Female Genitalia",
        "Exposed Buttocks or Anus",
        "Exposed Female Nipple",
    ),
    "Non-Explicit Nudity of Intimate parts and Kissing": (
        "Non-Explicit Nudity",
        "Obstructed Intimate Parts",
        "Kissing on the Lips",
    ),
    "Non-Explicit Nudity": (
        "Bare Back",
        "Exposed Male Nipple",
        "Partially Exposed Buttocks",
        "Partially Exposed Female Breast",
        "Implied Nudity",
    ),
    "Obstructed Intimate Parts": ("Obstructed Female Nipple", "Obstructed Male Genitalia"),
    "Swimwear or Underwear": ("Female Swimwear or Underwear", "Male Swimwear or Underwear"),
    "Violence": ("Weapons", "Graphic Violence"),
    "Graphic Violence": (
        "Weapon Violence",
        "Physical Violence",
        "Self-Harm",
        "Blood & Gore",
        "Explosions and Blasts",
    ),
    "Visually Disturbing": ("Death and Emaciation", "Crashes"),
    "Death and Emaciation": ("Emaciated Bodies", "Corpses"),
    "Crashes": ("Air Crash",),
    "Drugs & Tobacco": ("Products", "Drugs & Tobacco Paraphernalia & Use"),
    "Products": ("Pills",),
    "Drugs & Tobacco Paraphernalia & Use": ("Smoking",),
    "Alcohol": ("Alcohol Use", "Alcoholic Beverages"),
    "Alcohol Use": ("Drinking",),
    "Rude Gestures": ("Middle Finger",),
    "Gambling": (),
    "Hate Symbols": ("Nazi Party", "White Supremacy", "Extremist"),
    # Older names of the same.
    "Nudity": ("Explicit Nudity",),
    "Suggestive": (
        "Non-Explicit Nudity of Intimate parts and Kissing",
        "Swimwear or Underwear",
    ),
    "Graphic Violence Or Gore": ("Graphic Violence",),
    "Drugs": ("Products", "Drugs & Tobacco Paraphernalia & Use"),
    "Tobacco": ("Drugs & Tobacco Paraphernalia & Use",),
}


def with_kinds(label: str) -> Iterator[str]:
    """The label, and whatever is a kind of it."""
    yield label
    for kind in KINDS.get(label, ()):
        yield from with_kinds(kind)
