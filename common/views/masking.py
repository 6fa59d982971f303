"""Texts with what a policy has masked made unreadable."""

from __future__ import annotations

import re

from common.domain.item import Item

_SEEN = re.compile(r"\S")
_MASKS = ("mask", "mask_flag")


def masked_texts(item: Item) -> list[str] | None:
    """All texts of the item, those places masked whose labels ask for it; None where none does, or
    where a moderator has unmasked it. Characters are masked one for one, but for blanks.
    """
    if item.get("unmasked"):
        return None
    spans = [
        span
        for label in item.get("labels") or ()
        if label["action"] in _MASKS
        for span in label["spans"]
    ]
    if not spans:
        return None
    texts = list((item.get("payload") or {}).get("texts") or ())
    for number, start, end, _ in spans:
        text = texts[number]
        texts[number] = text[:start] + _SEEN.sub("*", text[start:end]) + text[end:]
    return texts
