"""Words of every script: where they end and where not."""

from __future__ import annotations

import sys
import unicodedata
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.domain.content import Content
from common.engines.block_list.engine import finder
from common.engines.block_list.lists import BlockListSpec
from common.engines.block_list.substrings import UNSPACED
from common.text.folding import fold
from common.text.obfuscation import readings


def _scripts() -> dict[str, list[str]]:
    """Letters by the first word of their names, which is the script."""
    found: dict[str, list[str]] = defaultdict(list)
    for code in range(0x80, sys.maxunicode + 1):
        char = chr(code)
        if unicodedata.category(char) in ("Lo", "Ll") and fold(char).text == char:
            found[unicodedata.name(char, "").split(" ")[0].split("-")[0]].append(char)
    return {name: letters for name, letters in found.items() if len(letters) > 9}


SCRIPTS = _scripts()
CATEGORIES = sorted(
    {unicodedata.category(chr(code)): chr(code) for code in range(sys.maxunicode + 1)}.values()
)


def found(term: str, text: str) -> list[tuple[int, int]]:
    labels = finder([BlockListSpec("list", [term])])(Content((text,)))
    return [(span.start, span.end) for label in labels for span in label.spans]


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_word_is_found_between_blanks_and_punctuation(script: str) -> None:
    letters = SCRIPTS[script]
    word = "".join(letters[place * len(letters) // 5] for place in range(5))
    for before, after in (
        ("", ""),
        (" ", " "),
        ("(", ")."),
        ("x ", ", y"),
        ("…", "!"),
        ("\n", "\n"),
    ):
        text = before + word + after
        assert found(word, text) == [(len(before), len(before) + len(word))], text


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_word_is_not_found_inside_a_word_of_its_script(script: str) -> None:
    letters = SCRIPTS[script]
    word = "".join(letters[place * len(letters) // 5] for place in range(5))
    more = letters[-1] + letters[len(letters) // 2 + 1]
    expected = 1 if UNSPACED.search(word) else 0
    for text in (more + word + more, word + more, more + word):
        assert len(found(word, text)) == expected, text


@pytest.mark.parametrize("script", [name for name in SCRIPTS if name != "LATIN"])
def test_a_latin_word_is_found_beside_another_script(script: str) -> None:
    letters = "".join(SCRIPTS[script][3:6])
    assert (3, 9) in found("casino", f"{letters}casino{letters}")


@pytest.mark.parametrize("char", CATEGORIES)
def test_every_category_is_folded_with_spans_in_order(char: str) -> None:
    text = f"a{char}b {char}{char} sc{char}am {char}"
    folded = fold(text)
    spans = [folded.original_span(place, place + 1) for place in range(len(folded.text))]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)


@given(st.text())
def test_spans_are_in_order_and_lead_back(text: str) -> None:
    folded = fold(text)
    spans = [folded.original_span(place, place + 1) for place in range(len(folded.text))]
    assert spans == sorted(spans)
    for start, end in folded.token_spans():
        assert folded.folded_span(*folded.original_span(start, end)) >= (0, 0)
        first, last = folded.folded_span(*folded.original_span(start, end))
        assert first <= start < end <= last or not folded.text[start:end]


PARTS = [
    "a", "scam", " ", "<b>", "</b>", "<", ">", "&#97;", "&amp;", "#97;", "&", ";", "%61", "%25",
    "%", "61", "%e4", "\u202e", "\u202d", "\u202c", "\u2067", "\u2069", "\n", "é", "\ud800", "🇫",
]  # fmt: skip
MARKUP = st.lists(st.sampled_from(PARTS), max_size=30).map("".join)


@given(MARKUP)
def test_views_lead_back_to_the_text(text: str) -> None:
    for view in fold(text).views:
        length = len(view.folded.original)
        assert len(view.starts) == len(view.ends) == length
        for place in range(length):
            start, end = view.original_span(place, place + 1)
            assert 0 <= start < end <= len(text)
        for reading in readings(view.folded):
            assert view.folded.text[reading.start : reading.end]


@given(MARKUP, MARKUP)
def test_a_word_is_found_among_markup(before: str, after: str) -> None:
    assert found("casino", f"{before} casino {after}") != []
