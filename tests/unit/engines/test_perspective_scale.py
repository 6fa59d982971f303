"""Toxicity's scores as Perspective's: severe toxicity, and the scale."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest

from benchmarks.toxicity.perspective_scale import curve
from common.engines.toxicity.model import LABELS, Scores
from common.engines.toxicity.perspective_scale import of_scale, on_scale, scale, severe
from common.engines.toxicity.scoring import scored
from common.text.folding import fold

ATTRIBUTES = (
    "TOXICITY",
    "SEVERE_TOXICITY",
    "IDENTITY_ATTACK",
    "INSULT",
    "PROFANITY",
    "THREAT",
    "SEXUALLY_EXPLICIT",
)
MILD = (
    "damn",
    "damn it, I missed the bus",
    "oh shit, I forgot",
    "this is fucking awesome",
    "that is bullshit",
    "what a stupid idea",
    "you are an idiot",
    "shut up",
)
SEVERE = (
    "I will kill you, you faggot",
    "you filthy nigger, I will kill you",
    "you fucking piece of shit",
    "i hope you get raped and die",
    "Muslims are vermin and should be exterminated",
    "I am going to stab you",
    "you are a stupid cunt",
)


def severity(text: str) -> float:
    return severe(scored(fold(text)).scores)


def test_mild_swearing_is_not_severe_and_slurs_with_threats_are() -> None:
    assert max(map(severity, MILD)) < 0.1
    assert min(map(severity, SEVERE)) > 0.3
    assert on_scale("SEVERE_TOXICITY", min(map(severity, SEVERE))) > 0.6
    assert on_scale("SEVERE_TOXICITY", max(map(severity, MILD))) < 0.1


def test_more_of_any_label_is_never_less_severe_and_never_more_than_toxic() -> None:
    draw = Random(7)
    for _ in range(500):
        scores = Scores(*(draw.random() for _ in LABELS))
        label = draw.choice(LABELS)
        more = scores._replace(**{label: draw.uniform(getattr(scores, label), 1)})
        assert 0 <= severe(scores) <= scores.toxic
        assert severe(more) >= severe(scores)


def test_what_is_nothing_is_not_severe_and_what_is_all_is() -> None:
    assert severe(Scores()) == 0
    assert severe(Scores(*(1.0 for _ in LABELS))) == 1


def test_each_attribute_has_a_scale_from_0_to_1_that_rises() -> None:
    assert set(scale()) == set(ATTRIBUTES)
    for points in scale().values():
        assert points[0] == (0, 0)
        assert points[-1] == (1, 1)
        for (ours, theirs), (more, higher) in pairwise(points):
            assert ours < more
            assert theirs < higher


@pytest.mark.parametrize("attribute", ATTRIBUTES)
def test_the_scale_changes_no_ranking(attribute: str) -> None:
    draw = Random(3)
    scores = sorted(draw.random() for _ in range(2_000))
    placed = [on_scale(attribute, score) for score in (0.0, *scores, 1.0)]
    assert placed[0] == 0
    assert placed[-1] == 1
    assert all(lower < higher for lower, higher in pairwise(placed))


def test_a_threshold_on_the_scale_is_one_of_ours() -> None:
    for attribute in ATTRIBUTES:
        for threshold in (0.5, 0.7, 0.8, 0.9):
            ours = of_scale(attribute, threshold)
            assert on_scale(attribute, ours) == pytest.approx(threshold)


def test_experimental_attributes_have_the_scale_of_the_others() -> None:
    assert on_scale("TOXICITY_EXPERIMENTAL", 0.4) == on_scale("TOXICITY", 0.4)


def test_a_curve_is_reached_as_often_as_the_thresholds_are() -> None:
    draw = Random(5)
    theirs = [draw.random() for _ in range(5_000)]
    pairs = [(0.6 * value * value, value) for value in theirs]
    points = {step: ours for ours, step in curve(pairs)}
    for step in (0.5, 0.7, 0.8, 0.9):
        alarms = sum(ours >= points[step] for ours, _ in pairs)
        assert alarms == pytest.approx(sum(value >= step for value in theirs), rel=0.02)


def test_scores_that_many_texts_have_stand_for_the_highest_threshold() -> None:
    pairs = [(0.8, value / 100) for value in range(70, 100)]
    pairs += [(value / 1_000, value / 1_000) for value in range(600)]
    points = dict(curve(pairs))
    assert points[0.8] == 0.9
    assert sorted(points) == list(points)


def test_too_few_texts_make_no_point() -> None:
    assert curve([(0.3, 0.99)] * 9) == [(0.0, 0.0), (1.0, 1.0)]
