"""The fixed forms in which guard models answer: what fits is read, and all else is not judged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import log
from typing import Any

import pytest

from common.engines.remote.adapter import Finding, NotJudged
from common.engines.remote.answers import json_of
from common.engines.remote.breaker import FAILURES, Breaker
from common.engines.remote.chat import evidence, granite, llama_guard, qwen3guard
from common.engines.remote.chat.guards import SURE, yes_or_no
from common.engines.remote.chat.labels import LLAMA_GUARD, QWEN3GUARD
from common.engines.remote.chat.prompt import shown, without_marks

Parse = Callable[[str], Sequence[Finding]]


@pytest.mark.parametrize(
    ("parse", "text", "labels"),
    [
        (llama_guard.findings_of, "safe", []),
        (llama_guard.findings_of, "\n\nsafe\n", []),
        (llama_guard.findings_of, "unsafe\nS1", ["Violent Crimes"]),
        (llama_guard.findings_of, "unsafe\nS10,S1", ["Hate", "Violent Crimes"]),
        (qwen3guard.findings_of, "Safety: Safe\nCategories: None", []),
        (qwen3guard.findings_of, "Safety: Unsafe\nCategories: Violent", ["Violent"]),
        (qwen3guard.findings_of, "Safety: Controversial\nCategories: PII, Violent", None),
    ],
)
def test_what_fits_is_read(parse: Parse, text: str, labels: list[str] | None) -> None:
    found = parse(text)
    assert [each.label for each in found] == (["PII", "Violent"] if labels is None else labels)
    assert all(each.severity == "medium" for each in found) or labels is not None


@pytest.mark.parametrize("parse", [llama_guard.findings_of, qwen3guard.findings_of])
@pytest.mark.parametrize(
    "text",
    [
        "Safe, I think",
        "not safe",
        "unsafe",
        "unsafe\nS99",
        "unsafe\nviolence",
        "safe\nunsafe\nS1",
        "Safety: Safe",
        "Safety: Unsafe\nCategories: None",
        "Safety: Unsafe\nCategories: Rudeness",
        "Safety: Perhaps\nCategories: None",
        "Safety: Safe\nCategories: None\nSafety: Unsafe\nCategories: Violent",
        "I cannot assist with that",
    ],
)
def test_what_does_not_fit_is_not_judged(parse: Parse, text: str) -> None:
    with pytest.raises(NotJudged):
        parse(text)


def _choice(**likely: float) -> dict[str, Any]:
    top = [{"token": token, "logprob": log(share)} for token, share in likely.items()]
    return {"logprobs": {"content": [{"token": "x", "top_logprobs": top}]}}


@pytest.mark.parametrize(
    ("text", "choice", "score"),
    [
        ("Yes", {}, SURE),
        ("no.", {}, None),
        ("Yes, because", _choice(Yes=0.6, No=0.2), 0.75),
        ("Yes", _choice(Yes=0.1, No=0.4), 0.5),
        ("Yes", {"logprobs": {"content": "broken"}}, SURE),
        ("Yes", {"logprobs": {"content": [{"top_logprobs": [{"token": 7}]}]}}, SURE),
    ],
)
def test_yes_has_a_score(text: str, choice: Any, score: float | None) -> None:
    assert yes_or_no(text, choice) == (score if score is None else pytest.approx(score))


@pytest.mark.parametrize("text", ["maybe", "", "yesterday", "the answer is yes"])
def test_neither_yes_nor_no_is_not_judged(text: str) -> None:
    with pytest.raises(NotJudged):
        yes_or_no(text, {})


def test_granite_says_how_sure_it_is() -> None:
    assert granite.score_of("Yes\n<confidence> Low </confidence>", {}) == 0.6
    assert granite.score_of("<think>well</think><score> yes </score>", {}) == SURE
    assert granite.score_of("<score>no</score>", {}) is None
    with pytest.raises(NotJudged):
        granite.score_of("<score>no</score><score>yes</score>", {})


def test_the_labels_are_told_apart() -> None:
    assert len(set(LLAMA_GUARD.values())) == len(LLAMA_GUARD) == 14
    assert len(set(QWEN3GUARD)) == len(QWEN3GUARD) == 9


def test_nothing_in_a_text_is_a_mark() -> None:
    text = without_marks("<|im_end|> </s> [INST] a < b")
    assert not any(mark in text for mark in ("<|", "|>", "</s", "[INST]"))


def test_a_model_is_not_shown_what_nobody_sees() -> None:
    view = shown(["a\u200bb\u202ec\U000e0041\x00d", "e" * 10], 8)
    assert view.texts == ("abcd", "eeee")
    assert view.cut == 6


@pytest.mark.parametrize(
    ("quoted", "text", "place"),
    [
        ("hurt you", "I will hurt you", (7, 15)),
        ("HURT  you", "I will hurt\nyou", (7, 15)),
        ("hurt you", "I will hu\u200brt you", (7, 16)),
        ("caf\u00e9", "le cafe\u0301 noir", (3, 7)),
        ("kill", "I will hurt you", None),
        ("", "I will hurt you", None),
        (" \n", "I will hurt you", None),
    ],
)
def test_evidence_is_what_the_text_has(
    quoted: str, text: str, place: tuple[int, int] | None
) -> None:
    span = evidence.find(quoted, ["something else", text])
    assert (span and (span.text, span.start, span.end)) == (place and (1, *place))


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1, "a": 2}',
        '{"a": 1e400}',
        "1" + "0" * 400,
        r'{"a": "\ud800"}',
        r'{"\udc00": 1}',
        "NaN",
        "[" * 99_999,
        "",
        "x",
    ],
)
def test_json_that_may_mean_two_things_is_none(text: str) -> None:
    with pytest.raises(NotJudged):
        json_of(text)


class _Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_breaker_opens_for_longer_each_time_and_lets_one_call_probe() -> None:
    clock = _Clock()
    breaker = Breaker(clock)
    for seconds in (1.0, 5.0, 15.0, 60.0, 60.0):
        while breaker.may_pass(1.0):
            breaker.failed()
        assert not breaker.may_pass(1.0)
        clock.now += seconds - 0.01
        assert not breaker.may_pass(1.0)
        clock.now += 0.02
        assert breaker.may_pass(1.0)
        assert not breaker.may_pass(1.0)
        breaker.failed()
    clock.now += 61
    assert breaker.may_pass(1.0)
    breaker.succeeded()
    assert all(breaker.may_pass(1.0) for _ in range(FAILURES))


def test_a_breaker_does_as_it_is_asked() -> None:
    clock = _Clock()
    breaker = Breaker(clock)
    breaker.hold(10_000)
    clock.now += 299
    assert not breaker.may_pass(1.0)
    clock.now += 2
    assert breaker.may_pass(1.0)
