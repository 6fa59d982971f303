"""Perspective's attributes are claimed for the languages in which something judges them."""

from __future__ import annotations

import re

from common.engines.toxicity.model import DATA
from common.moderation.facades.attributes import ATTRIBUTES, ENGLISH, LISTED

_KINDS = {"INSULT": "i", "PROFANITY": "o", "OBSCENE": "o", "IDENTITY_ATTACK": "h"}


def _listed() -> dict[str, set[str]]:
    lines = (DATA / "other_languages.txt").read_text("utf-8").splitlines()
    found: dict[str, set[str]] = {}
    for line in lines:
        if told := re.match(r"([a-z]{2}) ([oih]): ", line):
            found.setdefault(told[2], set()).add(told[1])
    return found


def test_lists_of_words_are_there_for_what_they_judge() -> None:
    listed = _listed()
    for name, kind in _KINDS.items():
        assert set(ATTRIBUTES[name].languages) == listed[kind] | ENGLISH
    assert set(ATTRIBUTES["TOXICITY"].languages) == set.union(*listed.values()) | ENGLISH == LISTED


def test_what_no_list_judges_is_english() -> None:
    for name in ATTRIBUTES.keys() - _KINDS.keys() - {"TOXICITY"}:
        assert ATTRIBUTES[name].languages == ENGLISH
