"""The stronger toxicity model, which asks for gavel[model]."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from common.engines.engine import Unavailable
from common.engines.toxicity.model import LABELS, Scores
from common.engines.toxicity.scoring import TextScores, scored
from common.engines.toxicity.stronger import installed, transformer
from common.engines.toxicity.stronger.blending import (
    MOST_PIECES,
    Blend,
    Weights,
    blend,
    blended,
)
from common.engines.toxicity.stronger.transformer import MOST_TOKENS, Transformer
from common.text.folding import Folded
from tests.optional import needs_model

pytestmark = needs_model
ROOT = Path(__file__).parents[3]
_HALVES = tuple(Weights(0.5, 0.5, 0.0) for _ in LABELS)
ALWAYS, NEVER = Blend(0.0, 1.0, _HALVES), Blend(2.0, 3.0, _HALVES)
_PREPARE = """
import sys
from common.engines.toxicity import engine
from common.engines.toxicity.config import ToxicityConfig
from tests.unit.engines.test_running import RESOURCES
config = ToxicityConfig.model_validate({"model": sys.argv[1]})
before = {"numpy", "onnxruntime"} & set(sys.modules)
engine.prepare(config, RESOURCES)
print(sorted(before), sorted({"numpy", "onnxruntime"} & set(sys.modules)))
"""


class Counted(Transformer):
    """The real one, and what it was asked."""

    def __init__(self) -> None:
        real = transformer.transformer()
        super().__init__(real._session, real.words)
        self.asked: list[Sequence[int]] = []

    def logits(self, numbers: Sequence[int]) -> Scores:
        self.asked.append(numbers)
        return super().logits(numbers)


@pytest.fixture
def counted() -> Counted:
    return Counted()


def judged(text: str, model: Transformer, by: Blend) -> TextScores:
    folded = Folded(text)
    return blended(scored(folded), folded, model, by)


def test_the_model_tells_an_insult_from_praise() -> None:
    model = transformer.transformer()
    insult, praise = (
        model.logits(model.words.read(text, MOST_TOKENS))
        for text in ("you are a worthless piece of garbage", "you are a wonderful piece of luck")
    )
    assert insult.toxic > 0 > praise.toxic and insult.insult > praise.insult + 2


def test_it_is_not_asked_where_the_default_is_sure(counted: Counted) -> None:
    for text in ("see you at lunch tomorrow", "you fucking idiot", ""):
        assert judged(text, counted, NEVER) == scored(Folded(text))
    assert counted.asked == []
    by = blend()
    sure = judged("see you at lunch tomorrow", counted, by)
    assert max(sure.scores) < by.least and counted.asked == []
    judged("you stupid fucking idiot, i will kill you", counted, by._replace(most=0.9))
    assert counted.asked == []


def test_the_sentences_of_a_blended_text_have_blended_scores(counted: Counted) -> None:
    text = "You are not the sharpest tool. " * 4
    plain, both = scored(Folded(text)), judged(text, counted, ALWAYS)
    assert len(counted.asked) == 1
    spans = [(each.start, each.end) for each in both.sentences]
    assert spans == [(each.start, each.end) for each in plain.sentences]
    changed = zip(plain.sentences, both.sentences, strict=True)
    assert all(before.scores != after.scores for before, after in changed)


def test_of_a_long_text_it_reads_so_many_pieces_at_most(counted: Counted) -> None:
    text = "the people of that town are not very clever at all. " * 2_000
    started = time.thread_time()
    plain = scored(Folded(text))
    spent = time.thread_time() - started
    started = time.thread_time()
    both = judged(text, counted, ALWAYS)
    assert len(counted.asked) == MOST_PIECES
    assert all(len(numbers) <= MOST_TOKENS for numbers in counted.asked)
    assert len(both.sentences) == len(plain.sentences)
    assert time.thread_time() - started < spent + 1


def test_what_it_reads_of_a_long_text_is_what_the_default_finds_most_toxic(
    counted: Counted,
) -> None:
    calm = "the bus leaves at nine and the train at ten in the morning. "
    text = calm * 150 + "you are a silly little idiot and nobody likes you. " + calm * 150
    judged(text, counted, ALWAYS)
    idiot = counted.words.numbers["idiot"]
    assert idiot in counted.asked[0] and idiot not in counted.asked[-1]


def test_the_weights_are_of_all_labels_and_a_blend_stays_a_score() -> None:
    by = blend()
    assert len(by.weights) == len(LABELS) and 0 < by.least < 0.5 < by.most <= 1
    for default in (0.0, 1e-300, 0.5, 1.0):
        for logit in (-1e6, -3.0, 0.0, 3.0, 1e6):
            scores = by.scores(Scores(*[default] * 6), Scores(*[logit] * 6))
            assert all(0 <= score <= 1 for score in scores)


def test_a_higher_score_of_either_is_a_higher_score_of_both() -> None:
    for weights in blend().weights:
        assert weights.blend(0.4, 1.0) > weights.blend(0.3, 1.0) > weights.blend(0.3, 0.0)


@pytest.mark.parametrize(
    ("model", "loaded"), [("default", "[] []"), ("blended", "[] ['numpy', 'onnxruntime']")]
)
def test_it_is_loaded_where_a_policy_wants_it_and_not_before(model: str, loaded: str) -> None:
    command = [sys.executable, "-c", _PREPARE, model]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == loaded, done.stderr


def test_what_is_missing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert installed.missing() is None
    with monkeypatch.context() as patched:
        patched.setattr(installed, "find_spec", lambda _: None)
        assert installed.missing() == installed.NOT_INSTALLED
        # A function there that keeps policies has the model's file, and no onnxruntime.
        patched.setenv("K_SERVICE", "configure")
        assert installed.missing() is None
    monkeypatch.setattr(installed, "FOLDER", tmp_path)
    assert installed.missing() == installed.NOT_PACKED
    with pytest.raises(Unavailable, match="--extra model"):
        transformer.transformer.__wrapped__()
