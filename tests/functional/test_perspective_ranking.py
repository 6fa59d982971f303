"""TOXICITY ranks through Perspective's facade as the engine does, on its scale and off it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from benchmarks.toxicity.judge import auc
from benchmarks.toxicity.sets import independent, pairs
from common.engines.toxicity.perspective_scale import on_scale
from common.engines.toxicity.scoring import scored
from common.text.folding import fold
from tests.functional.facades import Facades
from tests.functional.inprocess import in_process

_HARMLESS = ("scary", "ordinary")
_DIGITS = 5e-7
Ranked = tuple[Sequence[str], Sequence[str]]


@pytest.fixture(scope="module")
def facades(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Facades]:
    with in_process(tmp_path_factory.mktemp("ranking") / "data") as server:
        yield Facades(server)


@pytest.fixture(scope="module")
def texts() -> Ranked:
    """Harmful ones, and others."""
    parts = independent()
    harmful = [text for part in parts if part not in _HARMLESS for text in parts[part]]
    harmful += [each.harmful for each in pairs("negation_and_quotation")]
    others = [text for part in _HARMLESS for text in parts[part]]
    return harmful, others + [each.harmless for each in pairs("negation_and_quotation")]


def _answered(facades: Facades, texts: Sequence[str]) -> list[float]:
    answers = (facades.analyzed(text, languages=["en"]) for text in texts)
    return [each["attributeScores"]["TOXICITY"]["summaryScore"]["value"] for each in answers]


def _engine(texts: Sequence[str]) -> list[float]:
    return [scored(fold(text)).scores.toxic for text in texts]


def test_the_facade_ranks_as_the_engine(facades: Facades, texts: Ranked) -> None:
    engine = [_engine(part) for part in texts]
    answered = [_answered(facades, part) for part in texts]
    for own, theirs in zip(engine, answered, strict=True):
        assert theirs == pytest.approx(own, abs=_DIGITS)
    assert auc(*answered) == pytest.approx(auc(*engine), abs=1e-4)
    assert auc(*engine) > 0.8


def test_the_scale_moves_scores_and_no_place(facades: Facades, texts: Ranked) -> None:
    plain = [_answered(facades, part) for part in texts]
    facades.settings(perspective_scale=True)
    scaled = [_answered(facades, part) for part in texts]
    facades.settings(perspective_scale=False)
    for own, placed in zip(_engine(texts[0]), scaled[0], strict=True):
        assert placed == pytest.approx(on_scale("TOXICITY", own), abs=20 * _DIGITS)
    assert auc(*scaled) == pytest.approx(auc(*plain), abs=1e-4)
    assert scaled != plain
