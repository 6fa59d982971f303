"""The judge: what sets it takes, what it measures, and what it draws."""

from __future__ import annotations

import json
import random
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from common.engines.toxicity.perspective_scale import on_scale
from infra.local.judge.asking import Answer
from infra.local.judge.labelled import BadSet, Sample, read_set
from infra.local.judge.measuring import Share, auc, best_threshold, curve, measured
from infra.local.judge.picture import svg
from infra.local.judge.report import ACTION, scored_by_label
from infra.local.judge.suggested import Suggestion, export, samples, scored_then


def _set(folder: Path, *lines: Any) -> Path:
    path = folder / "set.jsonl"
    texts = [each if isinstance(each, str) else json.dumps(each) for each in lines]
    path.write_text("\n".join(texts))
    return path


def test_a_list_of_labels_says_all_of_a_text(tmp_path: Path) -> None:
    rows = {"text": "a", "labels": ["insult"]}, {"text": "b", "labels": []}
    one, two = read_set(_set(tmp_path, *rows, ""))
    assert (one.truth("insult"), one.truth("threat")) == (True, False)
    assert (two.truth("insult"), two.text) == (False, "b")


def test_an_object_of_labels_says_what_is_known(tmp_path: Path) -> None:
    labels = {"insult": 0.7, "threat": 0.2, "hate": None, "spam": True}
    (one,) = read_set(_set(tmp_path, {"text": "a", "labels": labels, "src": "x"}))
    truths = [one.truth(label) for label in ("insult", "threat", "hate", "spam", "scam")]
    assert truths == [True, False, None, True, None]


_GOOD = {"text": "a", "labels": ["insult"]}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 2: is not JSON"),
        ("[]", "line 2: is no object"),
        ({"labels": ["insult"]}, "line 2: text is missing"),
        ({"text": "", "labels": ["insult"]}, "line 2: text is missing"),
        ({"text": "a"}, "line 2: labels is neither"),
        ({"text": "a", "labels": "insult"}, "line 2: labels is neither"),
        ({"text": "a", "labels": {"insult": 2}}, "line 2: labels.insult is no number"),
        ({"text": "a" * 100_001, "labels": []}, "line 2: text is longer"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: Any, said: str) -> None:
    with pytest.raises(BadSet, match=said):
        read_set(_set(tmp_path, _GOOD, line))


def test_a_set_that_measures_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSet, match="no line"):
        read_set(_set(tmp_path, ""))
    with pytest.raises(BadSet, match="nothing could be measured"):
        read_set(_set(tmp_path, {"text": "a", "labels": []}))
    with pytest.raises(BadSet, match="cannot be read"):
        read_set(tmp_path / "nowhere")


def test_the_area_is_the_share_of_pairs_in_order() -> None:
    draw = random.Random(1)
    scored = [(round(draw.random(), 1), draw.random() < 0.4) for _ in range(200)]
    pairs = [(a, b) for a, above in scored if above for b, below in scored if not below]
    by_hand = sum(1.0 if a > b else 0.5 if a == b else 0.0 for a, b in pairs) / len(pairs)
    assert auc(scored) == pytest.approx(by_hand)
    assert auc([(0.5, True)]) is None


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    # Newcombe, Statistics in Medicine 17 (1998), table I.
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611)],
)
def test_the_interval_is_wilsons(hits: int, total: int, low: float, high: float) -> None:
    found = Share(hits, total).interval
    assert found == pytest.approx((low, high), abs=5e-5)


def test_a_threshold_counts_what_reaches_it() -> None:
    scored = [(0.9, True), (0.5, True), (0.5, False), (0.1, True), (0.1, False), (0.0, False)]
    (point,) = measured("insult", scored, (0.5,)).points
    assert (point.precision, point.recall) == (Share(2, 3), Share(2, 3))
    assert point.false_alarms == Share(1, 3)
    assert curve(scored) == [(1 / 3, 1.0), (2 / 3, 2 / 3), (1.0, 0.6), (1.0, 0.5)]


def test_what_did_not_judge_is_no_score_of_zero() -> None:
    samples = [
        Sample("a", {"insult": True}, is_complete=True),
        Sample("b", {"insult": True}, is_complete=True),
        Sample("c", {}, is_complete=True),
    ]
    broken = {"llm": "it failed"}
    answers = [
        Answer("flag", {"insult": 0.8}, {}, broken),
        Answer("flag", {}, {}, broken),
        Answer("keep", {}, {}),
    ]
    scored = scored_by_label(samples, answers)
    assert scored["insult"] == [(0.8, True), (0.0, False)]
    assert scored[ACTION] == [(1.0, True), (1.0, True), (0.0, False)]


def test_the_picture_is_one() -> None:
    drawn = svg("a < b & c", {f"label {number}": [(0.0, 1.0), (1.0, 0.5)] for number in range(20)})
    root = ET.fromstring(drawn)
    lines = root.findall("{http://www.w3.org/2000/svg}polyline")
    assert len(lines) == 20
    assert len({line.get("stroke", "") + line.get("stroke-dasharray", "") for line in lines}) == 20
    many = svg("many", {"one": [(number / 50_000, 0.5) for number in range(50_001)]})
    assert len(many) < 50_000


def test_the_best_threshold_is_the_lowest_of_those_with_the_best_f1() -> None:
    scored = [(0.9, True), (0.655, True), (0.4, False), (0.3, True), (0.1, False), (0.0, False)]
    found = best_threshold(scored)
    assert found == 0.3
    (one,) = [measured("insult", scored, (0.5,))]
    assert one.best is not None
    assert (one.best.recall.hits, one.best.false_alarms.hits) == (3, 1)
    assert best_threshold([(0.9, False)]) is None
    assert best_threshold([(0.0, True)]) is None


_SUGGESTED = (
    Suggestion("you grobble", {"TOXICITY": 1.0, "SEVERE_TOXICITY": 1.0}, {"TOXICITY": 0.8}),
    Suggestion("hello", {"TOXICITY": 0.0, "INSULT_EXPERIMENTAL": 0.4}, {"TOXICITY": 0.1}),
    Suggestion(None, {"TOXICITY": 1.0, "SPAM": 1.0}, {"TOXICITY": 0.3}),
)


def test_suggestions_are_measured_by_what_was_scored_at_the_time() -> None:
    plain = {"TOXICITY": [(0.8, True), (0.1, False), (0.3, True)]}
    assert scored_then(_SUGGESTED, scaled=False) == plain
    scaled = [(on_scale("TOXICITY", score), truth) for score, truth in plain["TOXICITY"]]
    assert scored_then(_SUGGESTED, scaled=True) == {"TOXICITY": scaled}


def test_suggestions_with_their_texts_are_a_set(tmp_path: Path) -> None:
    found = samples(_SUGGESTED)
    assert found == [
        Sample("you grobble", {"toxic": True}),
        Sample("hello", {"toxic": False, "insult": False}),
    ]
    path = tmp_path / "set.jsonl"
    export(path, found)
    assert read_set(path) == found
    with pytest.raises(BadSet, match="keep_suggested_texts"):
        samples(_SUGGESTED[2:])
