"""How near texts are to a filter's phrases, and what comparing them costs."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.semantic.__main__ import HARMLESS, Case, cases, quality
from common.domain.content import Content
from common.domain.labels import Label
from common.engines.semantic import filters
from common.engines.semantic.engine import REPORTED, finder
from common.engines.semantic.filters import FALSE_ALARMS, filter_of, nearness
from common.engines.semantic.lanes import Rows
from common.engines.semantic.model import StaticModel
from common.engines.semantic.spec import FilterSpec
from common.engines.semantic.vectors import SIZE, static_vectors
from tests.unit.engines.hostile import cpu_seconds, filled

MODEL = StaticModel()
_CASES = cases()
_DRUGS = next(case for case in _CASES if case.name == "drug_sale")
_MOST_ACCUSED = 0.02


def found(phrases: list[str], text: str, **least: float) -> list[Label]:
    return finder([FilterSpec("f", phrases)], MODEL, least)(Content((text,)))


@pytest.mark.parametrize("case", _CASES, ids=[case.name for case in _CASES])
def test_few_harmless_sentences_are_accused_whatever_the_filter(case: Case) -> None:
    harmless = HARMLESS.read_text("utf-8").splitlines()
    assert len(harmless) >= 300
    assert min(len(case.paraphrases), len(case.near)) >= 25
    measured, lines = quality(case, harmless, "vectors")
    assert measured.accused <= _MOST_ACCUSED, lines
    assert measured.auc >= 0.9


def test_other_words_of_the_same_meaning_are_found() -> None:
    found = [quality(case, ["hello"], "vectors")[0].recall for case in _CASES]
    assert sum(found) / len(found) >= 0.5


@pytest.mark.parametrize("case", _CASES, ids=[case.name for case in _CASES])
def test_half_a_point_means_the_same_for_every_filter(case: Case) -> None:
    """Of the sample that calibrates it, the share that was asked for."""
    prepared = filter_of(FilterSpec("f", case.phrases), MODEL)
    sample = MODEL.harmless
    products = zip(*(sample.products(vector) for vector in prepared.vectors), strict=True)
    accused = sum(prepared.scale.score(nearness(each)) >= 0.5 for each in products)
    assert 0 < accused <= FALSE_ALARMS * sample.count + 1


def test_a_phrase_itself_has_the_highest_score() -> None:
    find = finder([FilterSpec("f", _DRUGS.phrases)], MODEL)
    for phrase in _DRUGS.phrases:
        (label,) = find(Content((phrase,)))
        assert label.score == pytest.approx(1.0, abs=0.02)


def test_capitals_accents_and_styled_letters_change_nothing() -> None:
    (plain,) = found(_DRUGS.phrases, "selling weed, cheap")
    for disguised in ("SELLING WEED, CHEAP", "sélling wéed, chéap", "𝓼𝓮𝓵𝓵𝓲𝓷𝓰 𝔀𝓮𝓮𝓭, 𝓬𝓱𝓮𝓪𝓹"):
        (label,) = found(_DRUGS.phrases, disguised)
        assert label.score == plain.score


@pytest.mark.parametrize(
    ("phrases", "near", "other"),
    [
        (
            ["vendo hierba barata, escríbeme", "compra éxtasis, envío discreto"],
            "vendo hierba de calidad, escribeme",
            "mañana voy a la playa con mi familia",
        ),
        (["продам траву дешево, пиши"], "продам траву, пиши мне", "завтра идём на море"),
    ],
)
def test_phrases_in_another_language_match_by_their_letters(
    phrases: list[str], near: str, other: str
) -> None:
    """What is harmless is known in English only, so the score of the other says little."""
    (label,) = found(phrases, near)
    assert label.score >= 0.5
    assert all(each.score < label.score - 0.2 for each in found(phrases, other))


def test_the_span_is_the_sentence_in_the_text_as_sent() -> None:
    text = "Hi all 👋🏽 nice day here. SELLING wéed, message me for prices! Bye now."
    (label,) = found(_DRUGS.phrases, text)
    shown = [text[span.start : span.end] for span in label.spans]
    assert "SELLING wéed, message me for prices" in shown


def test_low_scores_are_a_label_only_where_the_policy_asks_for_them() -> None:
    text = "the doctor prescribed a new medicine"
    (low,) = found(_DRUGS.phrases, text, f=0.0)
    assert low.score > 0
    assert bool(found(_DRUGS.phrases, text)) == (low.score >= REPORTED)
    assert found(_DRUGS.phrases, "see you at the gym tomorrow") == []


def test_nothing_to_compare_is_no_label() -> None:
    find = finder([FilterSpec("f", _DRUGS.phrases)], MODEL)
    assert find(Content(())) == find(Content(("", "?!", "👍🏽"))) == []
    assert finder([], MODEL)(Content(("selling weed",))) == []


def test_a_phrase_that_everybody_says_accuses_nobody_else() -> None:
    harmless = HARMLESS.read_text("utf-8").splitlines()
    find = finder([FilterSpec("f", ["thank you", "good morning", "see you tomorrow"])], MODEL)
    labels = [label for text in harmless for label in find(Content((text,)))]
    assert sum(label.score >= 0.5 for label in labels) <= 0.04 * len(harmless)


@settings(max_examples=200)
@given(st.lists(st.text(st.characters(exclude_categories=())), max_size=4))
def test_no_text_is_too_strange(texts: list[str]) -> None:
    for label in _FIND(Content(tuple(texts))):
        assert 0 <= label.score <= 1
        assert all(0 <= span.start < span.end <= len(texts[span.text]) for span in label.spans)


_FIND = finder([FilterSpec("f", _DRUGS.phrases)], MODEL, {"f": 0.0})


@given(st.lists(st.text(st.characters(exclude_categories=()), min_size=1), min_size=1, max_size=5))
def test_no_phrases_are_too_strange(phrases: list[str]) -> None:
    for label in found(phrases, phrases[0], f=0.0):
        assert 0 <= label.score <= 1


def test_a_filter_is_prepared_once_though_many_ask() -> None:
    calls: list[int] = []

    class Counting(StaticModel):
        def of_phrases(self, phrases: Any) -> Any:
            calls.append(1)
            return super().of_phrases(phrases)

    spec, model = FilterSpec("f", _DRUGS.phrases), Counting()
    with ThreadPoolExecutor(8) as threads:
        prepared = list(threads.map(lambda _: filter_of(spec, model), range(32)))
    assert len(calls) == 1
    assert len(set(map(id, prepared))) == 1


def test_a_text_costs_what_its_length_and_the_phrases_are() -> None:
    rng = random.Random(11)
    words = list(islice((each for each in static_vectors().words if each.isalpha()), 20_000))

    def many(count: int) -> list[FilterSpec]:
        return [
            FilterSpec(f"f{n}", [" ".join(rng.choices(words, k=8)) for _ in range(25)])
            for n in range(count)
        ]

    few, all_of_them = finder(many(20), MODEL), finder(many(200), MODEL)
    text = " ".join(rng.choices(words, k=2_000))
    assert cpu_seconds(all_of_them, text) < 20 * max(cpu_seconds(few, text), 0.005)
    assert cpu_seconds(all_of_them, text) < 1.0
    once = _FIND
    assert cpu_seconds(once, filled("", text, 100_000)) < 1.0


def test_preparing_all_the_filters_of_an_app_takes_seconds_at_most() -> None:
    specs = [FilterSpec(f"f{n}", _DRUGS.phrases) for n in range(40)]
    spent = cpu_seconds(lambda _: [filter_of(spec, MODEL) for spec in specs], "")
    assert spent < 2.0


def test_the_data_is_whole() -> None:
    known = static_vectors()
    assert len(known.words) == len(set(known.words)) > 25_000
    sample = MODEL.harmless
    assert sample.count >= 1_000
    assert isinstance(sample, Rows)
    assert len(MODEL.of_phrases(["hello"])[0]) == SIZE
    assert filters.FALSE_ALARMS < _MOST_ACCUSED
