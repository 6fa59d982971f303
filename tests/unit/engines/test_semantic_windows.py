from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from common.engines.semantic.windows import STEP, WIDTH, windows
from common.text.folding import fold


def said(text: str) -> list[str]:
    return [" ".join(window.words) for window in windows(fold(text))]


def test_a_short_text_is_compared_by_the_sentence_and_as_a_whole() -> None:
    found = said("How old are you? Don't tell anyone!")
    assert found == ["how old are you", "don t tell anyone", "how old are you don t tell anyone"]


def test_dots_inside_words_end_no_sentence() -> None:
    assert said("see example.com or v1.2 now") == ["see example com or v1 2 now"]


def test_sentences_of_other_scripts_end() -> None:
    assert said("你好。再见")[:2] == ["你好", "再见"]


def test_long_sentences_are_cut_in_windows_that_overlap() -> None:
    words = [f"w{number}" for number in range(3 * WIDTH)]
    found = said(" ".join(words))
    assert found[0] == " ".join(words[:WIDTH])
    assert found[1] == " ".join(words[STEP : STEP + WIDTH])
    for start in range(len(words) - STEP):
        piece = " ".join(words[start : start + STEP])
        assert any(piece in window for window in found), start


def test_what_is_said_again_is_compared_once() -> None:
    assert said("Buy now. " * 1_000) == ["buy now"]


@given(st.text())
def test_windows_are_in_the_text(text: str) -> None:
    folded = fold(text)
    for window in windows(folded):
        start, end = window.span(folded)
        assert 0 <= start < end <= len(folded.text)
        assert tuple(folded.spaced[start:end].split()) == window.words
