"""What the toxicity engine says of texts, and of which of their sentences."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.toxicity.judge import PAIRS, accused
from benchmarks.toxicity.sets import harmless, independent, pairs
from common.domain.content import Content
from common.domain.labels import Label
from common.engines.budget import Budget
from common.engines.toxicity.engine import Config, find, prepare
from common.engines.toxicity.features import word_features
from common.engines.toxicity.model import LANE, MOST_FEATURES, Scores, model, windows
from common.engines.toxicity.scoring import content_scores, scored
from common.engines.toxicity.segments import sentences
from common.text.folding import fold

_ALL = Scores()
_HALF = Scores(*[0.5] * len(Scores._fields))
_QUEUED = (
    "fuck you asshole. I really like her. We had an amazing date, but I am not sure if I feel "
    "attracted to her. I am confused. She is just not smart enough for me and also her face is "
    "pretty average. I don't want ugly babies. What should I do?"
)


def labels(*texts: str) -> dict[str, Label]:
    return {label.name: label for label in find(Content(texts), _HALF)}


def test_a_threatening_insult_is_all_of_what_it_is() -> None:
    found = labels("you fucking idiot, I will kill you")
    assert {"insult", "obscene", "threat", "toxic"} <= found.keys()


@pytest.mark.parametrize(
    "text",
    [
        "you stupid bitch, I will kill you",
        "I will kill you, you stupid bitch",
        "you are an idiot and I will kill you",
    ],
)
def test_an_insult_does_not_hide_a_threat(text: str) -> None:
    assert "threat" in labels(text)


@pytest.mark.parametrize(
    "text",
    [
        "My best friend is a trans woman.",
        "She is a black woman from Leeds.",
        "My doctor is a Muslim woman.",
        "I live with two gay people.",
        "Gay people can marry here now.",
        "Disabled people are on the jury.",
        "Immigrants built this railway.",
    ],
)
def test_groups_are_not_accused_for_their_names(text: str) -> None:
    assert "identity_attack" not in labels(text)


def test_the_sample_queue_of_the_guide_is_judged_as_it_shows() -> None:
    assert {"obscene", "insult"} <= labels(_QUEUED).keys()
    assert "obscene" in labels("this is bullshit", "f*ck you as***le")


def test_what_is_said_politely_is_not_accused() -> None:
    assert labels("Good morning! Could you send me the invoice, please? Thanks a lot.") == {}


def test_spans_are_the_sentences_that_say_so() -> None:
    kind, unkind = "We met at the station and had some tea together.", "You are a fucking asshole!"
    text = f"{kind} {unkind} {kind}"
    spans = labels("hello", text)["obscene"].spans
    assert [(span.text, text[span.start : span.end].strip()) for span in spans] == [(1, unkind)]


def test_a_masked_word_is_read_in_one_way_by_every_process() -> None:
    """Not in whatever order a set has the words that it may stand for."""
    script = (
        "from common.engines.toxicity.segments import sentences\n"
        "from common.text.folding import fold\n"
        "print(*sentences(fold('f*ck this f**king thing'))[0].tokens)"
    )
    for seed in ("0", "1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        assert done.stdout.split() == ["fuck", "this", "fucking", "thing"]


def test_spans_are_in_the_text_as_sent() -> None:
    calm = "Ein schöner Tag war das heute, ﬁnden wir alle, die da waren, und essen noch Kuchen. "
    text = f"{calm}𝓯𝓾𝓬𝓴 𝔂𝓸𝓾 all!"
    (span,) = labels(text)["obscene"].spans
    assert text[span.start : span.end] == "𝓯𝓾𝓬𝓴 𝔂𝓸𝓾 all!"


def test_a_long_text_does_not_water_down_one_sentence() -> None:
    calm = "The committee met on Tuesday and talked about the new bus lanes. " * 200
    found = labels(f"{calm}Fuck off, you stupid asshole. {calm}")
    assert {"obscene", "insult"} <= found.keys()
    (span,) = found["obscene"].spans
    assert span.start == len(calm)


def test_a_label_is_given_at_the_threshold_that_a_policy_has_for_it() -> None:
    rules = [{"label": "threat", "threshold": 0.0, "action": "flag"}]
    content = Content(("see you tomorrow",))
    with pytest.raises(StopIteration) as done:
        classify = prepare(Config.model_validate({"rules": rules}), None)  # type: ignore[arg-type]
        classify(content, None).send(None)  # type: ignore[arg-type]
    assert [label.name for label in done.value.value] == ["threat"]


def test_what_there_was_no_time_for_is_scored_when_there_is() -> None:
    content = Content(("you idiot",))
    with Budget(-1):
        assert not content_scores(content, 0).complete
    assert content_scores(content, 0).complete


def test_engines_share_what_was_scored() -> None:
    content = Content(("you idiot",))
    assert content_scores(content, 0) is content_scores(content, 0)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_scored(text: str) -> None:
    found = scored(fold(text))
    assert all(0 <= score <= 1 for score in found.scores)
    assert found.complete
    end = 0
    for sentence in found.sentences:
        assert end <= sentence.start <= sentence.end <= len(text)
        end = sentence.start


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(["fuck", "you", ".", "!", "\n", "é", "🐷", "f u c k", "a" * 300])))
def test_sentences_are_all_of_the_text(parts: list[str]) -> None:
    folded = fold(" ".join(parts))
    covered = [place for each in sentences(folded) for place in range(each.start, each.end)]
    assert len(covered) == len(set(covered))
    words = "".join(folded.tokens)
    seen = "".join(folded.spaced[place] for place in covered)
    assert "".join(seen.split()) == words


def test_a_lane_holds_what_a_window_has_at_most() -> None:
    """A sentence of 300 characters that has as many features as can be comes on top."""
    worst = " ".join(["af", "tf", "ho"] * 100)[:300]
    longest = max(model().sums(worst.split())[2], len(word_features("x" * 300)) * 12)
    assert (MOST_FEATURES + longest) * 255 < 1 << 2 * LANE


def test_windows_are_neighbours_together() -> None:
    most = MOST_FEATURES
    together = [sums[2] for sums in windows([(0, 0, most - 1), (0, 0, 5), (0, 0, 2)])]
    assert together == [most - 1, 7]


_INDEPENDENT = independent()
_HARMLESS = {
    **{f"first, {part}": texts for part, texts in harmless("harmless_for_judging").items()},
    **{f"independent, {part}": _INDEPENDENT[part] for part in ("scary", "ordinary")},
}


@pytest.mark.parametrize("part", _HARMLESS)
def test_harmless_sentences_are_seldom_accused(part: str) -> None:
    """Of those that nothing is calibrated on, at most 2 % of each kind of each set."""
    texts = _HARMLESS[part]
    wrong = [text for text in texts if accused(model(), text)]
    assert len(wrong) <= 0.02 * len(texts), wrong


_LEAST = {
    "identity_attack": 0.8, "insult": 0.8, "obscene": 0.85, "sexual_explicit": 0.6, "threat": 0.6,
}  # fmt: skip


@pytest.mark.parametrize("part", _LEAST)
def test_what_is_harmful_is_found_as_often_as_it_was(part: str) -> None:
    """Under any label; what MODEL_CARD.md gives, less a little."""
    texts = _INDEPENDENT[part]
    found = sum(bool(accused(model(), text)) for text in texts)
    assert found >= _LEAST[part] * len(texts)


_FOUND = {
    "negation_and_quotation": (0.65, 0.08),
    "reclaimed": (0.5, 0.12),
    "disguises": (0.8, 0.05),
    "identity": (0.55, 0.05),
    "threats_and_groups": (0.25, 0.02),
    "languages": (0.95, 0.02),
}


@pytest.mark.parametrize("name", PAIRS)
def test_a_set_is_judged_as_well_as_it_was(name: str) -> None:
    """The shares that MODEL_CARD.md gives, less a little: of harmful found, of harmless accused."""
    least, most = _FOUND[name]
    found = pairs(name)
    assert sum(bool(accused(model(), pair.harmful)) for pair in found) >= least * len(found)
    assert sum(bool(accused(model(), pair.harmless)) for pair in found) <= most * len(found)


@pytest.mark.parametrize("name", PAIRS)
def test_the_sets_have_enough_pairs(name: str) -> None:
    found = pairs(name)
    assert len(found) >= 60
    assert len({*found}) == len(found)
