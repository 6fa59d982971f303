from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from common.engines.toxicity.stronger.tokens import CACHED_WORDS, WordPieces, emoji_name
from common.text.folding import Folded

_PIECES = (
    "[PAD]", "[UNK]", "[CLS]", "[SEP]", "!", "@", "h", "s", "u", "##s", "##o", "http", "user",
    "you", "so", "soo", "idiot", "monkey", "face", "un", "##like", "##ly", "good",
)  # fmt: skip


@pytest.fixture
def pieces() -> WordPieces:
    return WordPieces(_PIECES)


def said(pieces: WordPieces, text: str, most: int = 64) -> list[str]:
    return [_PIECES[number] for number in pieces.read(Folded(text).text, most)]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("you idiot!", "you idiot !"),
        ("YOU Ídiot", "you idiot"),
        ("idiots", "idiot ##s"),
        ("unlikely", "un ##like ##ly"),
        ("unlucky", "[UNK]"),
        ("goood", "good"),
        ("sooooooo good", "soo good"),
        ("ussss", "u ##s ##s"),
        ("\N{MONKEY FACE}", "monkey face"),
        ("\N{PILE OF POO}", "[UNK] [UNK] [UNK]"),
        ("see https://example.com/you/idiot?a=b you", "[UNK] http you"),
        ("@some_body you", "@ user you"),
        ("你好", "[UNK]"),
        ("s" * 41, "[UNK]"),
        ("", ""),
    ],
)
def test_a_text_is_read_in_pieces(pieces: WordPieces, text: str, read: str) -> None:
    assert said(pieces, text) == ["[CLS]", *read.split(), "[SEP]"]


def test_no_more_is_read_than_asked_for(pieces: WordPieces) -> None:
    assert said(pieces, "you idiot " * 50, 6) == ["[CLS]", "you", "idiot", "you", "idiot", "[SEP]"]
    assert len(said(pieces, "unlikely " * 50, 6)) == 6


def test_a_word_is_read_as_before_when_it_comes_again(pieces: WordPieces) -> None:
    assert said(pieces, "unlikely idiots") == said(pieces, "unlikely idiots")


def test_only_symbols_have_names() -> None:
    assert emoji_name("\N{MONKEY FACE}") == "monkey face"
    assert [emoji_name(char) for char in ("a", "!", "é", "你", "\0", "\ud800")] == [""] * 6


@settings(max_examples=300, deadline=None)
@given(st.text())
def test_any_text_is_read(text: str) -> None:
    read = WordPieces(_PIECES).read(Folded(text).text, 64)
    assert 2 <= len(read) <= 64 and (read[0], read[-1]) == (2, 3)


@pytest.mark.parametrize(
    "unit", ["@", "http", "s", "so ", "un", "ss", "aab", "@a.", "www.", "\N{MONKEY FACE}"]
)
def test_the_cost_grows_with_the_text_and_no_faster(unit: str) -> None:
    def seconds(length: int) -> float:
        began = time.thread_time()
        WordPieces(_PIECES).read((unit * length)[:length], length)
        return time.thread_time() - began

    assert seconds(100_000) < max(0.3, 40 * seconds(10_000))


def test_words_that_never_end_fill_no_memory(pieces: WordPieces) -> None:
    drawn = random.Random(1)
    for _ in range(300):
        pieces.read(" ".join(f"so{drawn.getrandbits(60)}" for _ in range(100)), 400)
    assert len(pieces._words) <= CACHED_WORDS
