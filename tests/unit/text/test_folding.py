from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from common.domain.content import Content
from common.text import views
from common.text.folding import fold
from common.text.obfuscation import readings
from common.text.views import View


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Hello, World", ["hello", "world"]),
        ("ｖｉａｇｒａ", ["viagra"]),
        ("𝓼𝓬𝓪𝓶 ⓛⓞⓢⓔⓡ 🅘🅓🅘🅞🅣", ["scam", "loser", "idiot"]),
        ("s\u200bc\u00ada\u2060m", ["scam"]),
        ("s\u0336c\u0301a\u0308m", ["scam"]),
        ("Straße naïve Łódź ꜱᴄᴀᴍ", ["strasse", "naive", "lodz", "scam"]),
        ("٥ ५ ５", ["5", "5", "5"]),
        ("he'll re-elect", ["he", "ll", "re", "elect"]),
    ],
)
def test_one_spelling_for_many(text: str, tokens: list[str]) -> None:
    assert fold(text).tokens == tokens


@pytest.mark.parametrize("word", ["हिन्दी", "ที่นี่", "မြန်မာ", "தமிழ்"])
def test_vowel_signs_stay_in_the_word(word: str) -> None:
    assert len(fold(word).tokens) == 1


def test_invisible_characters_belong_to_the_span_before_them() -> None:
    folded = fold("a s\u200bc\u200bam\u200b b")
    start = folded.text.index("scam")
    assert folded.original_span(start, start + 4) == (2, 9)


def test_expanded_characters_keep_their_place() -> None:
    folded = fold("x ﬁsh")
    assert folded.text == "x fish"
    assert folded.original_span(2, 6) == (2, 5)
    assert folded.original_span(3, 4) == (2, 3)


def test_content_folds_a_text_once() -> None:
    content = Content(("Hello",))
    assert content.derived(fold, 0) is content.derived(fold, 0)


@given(st.text())
@example("\ud800 s.c.a.m")
@example("İ\u0307ſﬃ")
@example("\u202emacs\u202c")
def test_spans_lie_in_any_text(text: str) -> None:
    folded = fold(text)
    spans = [*folded.token_spans(), *((r.start, r.end) for r in readings(folded))]
    assert len(folded.spaced) == len(folded.text)
    for start, end in spans:
        first, last = folded.original_span(start, end)
        assert 0 <= first < last <= len(text)


@given(st.text(alphabet="sScC4@aAmM .-*_!1l|Iіѕсㅤ\u200b\u0301🔥'\\/()[]{}", max_size=40))
def test_spans_lie_in_obfuscations(text: str) -> None:
    folded = fold(text)
    for reading in readings(folded):
        first, last = folded.original_span(reading.start, reading.end)
        assert text[first:last]


def test_spans_are_those_of_the_tokens() -> None:
    folded = fold("one  two\u2003three\x1cfour\u00a0five")
    spaced = folded.spaced
    assert [spaced[start:end] for start, end in folded.token_spans()] == [*folded.tokens]


def test_no_thread_takes_what_is_not_decoded_yet_for_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun, may_end = threading.Event(), threading.Event()
    decoded = views.views

    def slowly(text: str) -> tuple[Sequence[View], bool]:
        if not begun.is_set():
            begun.set()
            assert may_end.wait(30)
        return decoded(text)

    monkeypatch.setattr(views, "views", slowly)
    folded = fold("%79%6f%75 %69%64%69%6f%74")
    with ThreadPoolExecutor(1) as other:
        slow = other.submit(lambda: folded.views)
        assert begun.wait(30)
        mine = folded.views
        may_end.set()
        assert mine and len(slow.result()) == len(mine)
