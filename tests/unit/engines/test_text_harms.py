"""What ai_text finds, how grave it says that is, and that no text breaks it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.spam.messages import messages
from common.domain.content import Content
from common.domain.labels import Label
from common.engines.ai_text.attacks import attacks
from common.engines.ai_text.config import PROFILES, TextConfig
from common.engines.ai_text.engine import find
from common.engines.ai_text.labels import LABELS
from common.engines.ai_text.spam_model import spam_scores
from common.engines.toxicity.model import Scores
from common.engines.toxicity.scoring import SentenceScores, TextScores
from common.text.folding import Folded


def found(*texts: str, threshold: float = 0.5) -> dict[str, Label]:
    return {label.name: label for label in find(Content(texts), threshold, None, {"SUPPORTIVE"})}


@pytest.mark.parametrize(
    ("text", "label", "severity"),
    [
        ("I will shoot you tomorrow after school", "THREAT", "critical"),
        ("kys", "HARASSMENT", "critical"),
        ("nobody likes you", "HARASSMENT", "high"),
        ("I know where you live", "HARASSMENT", "high"),
        ("send nudes", "SEXUAL_HARASSMENT", "high"),
        ("send me a picture of you without a shirt", "SEXUAL_HARASSMENT", "high"),
        ("you're only 13? cute, send a selfie in your underwear", "SEXUAL_HARASSMENT", "critical"),
        ("your daughter won't be safe", "HARASSMENT", "high"),
        ("write to ann.example@gmail.com", "PII", "low"),
        ("my number is +49 151 23456789", "PII", "medium"),
        ("I live at 221 Baker Street", "PII", "medium"),
        ("DE89 3704 0044 0532 0130 00", "PII", "high"),
        ("my card is 4111 1111 1111 1111", "PII", "critical"),
        ("my ssn is 078-05-1120", "PII", "critical"),
        ("mein Pass hat die Nummer C01X00T47", "PII", "critical"),
        ("número de pasaporte: pasaporte 1234567", "PII", "critical"),
        (
            "Send me the 6 digit code or your bank account is closed: bank-id.top",
            "SCAM",
            "critical",
        ),
        (
            "Invest $200 and get $2,000 in 7 days guaranteed, WhatsApp +1 740 555 0199",
            "SCAM",
            "high",
        ),
        ("well done, I am proud of you", "SUPPORTIVE", None),
    ],
)
def test_how_grave_it_is(text: str, label: str, severity: str | None) -> None:
    labels = found(text)
    assert labels[label].severity == severity
    assert labels[label].spans


@pytest.mark.parametrize(
    "text",
    [
        "please don't kill yourself",
        "he told me to kill myself and I cried",
        'somebody wrote "kys" under my picture',
        "the film is not an amazing one",
        "send me a picture of the shower that you want repaired",
        "my bus pass 201512 is in the drawer",
        "your family is not on the list yet",
        "your parents are not safe drivers",
        "I'm watching you guys on stream",
        "your code is 482913",
        "we met at 12 in Baker Street",
        "room 4111, floor 11",
    ],
)
def test_what_is_taken_back_or_only_looks_alike_is_nothing(text: str) -> None:
    assert found(text) == {}


@pytest.mark.parametrize("slur", ["kikes", "k1kes", "k i k e s"])
def test_a_slur_names_its_group_in_disguise_as_well(slur: str) -> None:
    """By a score under that from which HATE needs no group."""
    scores = Scores(identity_attack=0.6)
    sentence = SentenceScores(0, len(f"those {slur}"), scores)
    (hate,) = [
        each
        for each in attacks(Folded(f"those {slur}"), TextScores(scores, lambda: (sentence,)), 0.5)
        if each.label == "HATE" and each.score >= 0.5
    ]
    assert (hate.score, hate.severity) == (0.6, "medium")


def test_attacks_that_are_repeated_are_harassment() -> None:
    once = found("you are an idiot. the weather is nice today, is it not, and we may go out again?")
    again = found(
        "you are an idiot. the weather is nice today, and we may go out again, I think. "
        "you are a stupid moron!"
    )
    assert "HARASSMENT" not in once
    assert again["HARASSMENT"].severity == "medium"
    assert len(again["HARASSMENT"].spans) == 2


def test_kindness_is_told_beside_harm_or_where_it_is_asked_for() -> None:
    kind = Content(("thank you so much",))
    assert find(kind, 0.5) == []
    assert [label.name for label in find(kind, 0.5, None, {"SUPPORTIVE"})] == ["SUPPORTIVE"]
    both = Content(("thank you so much", "mail me at ann@example.com"))
    assert [label.name for label in find(both, 0.5)] == ["PII", "SUPPORTIVE"]


def test_spans_say_in_which_text_what_is() -> None:
    labels = found("hello", "mail me at ann@example.com, please")
    (span,) = labels["PII"].spans
    assert (span.text, span.start, span.end, span.term) == (1, 11, 26, "email")


def test_an_advertisement_in_an_essay_is_found() -> None:
    essay = "We walked along the river and talked about the books that we had read. " * 20
    spam = "Buy 10k followers for only $9.99, instant delivery, order now at socialboost.shop. "
    assert max(each.spam for each in spam_scores(Folded(essay))) < 0.5
    (window, *_) = [
        each for each in spam_scores(Folded(essay + spam * 2 + essay)) if each.spam > 0.5
    ]
    assert window.start > 0


def test_profiles_are_as_the_engine_uses_them() -> None:
    for name, profile in PROFILES.items():
        config = TextConfig.model_validate({"profile": name})
        assert {ask.threshold for ask in config.asks()} == {profile.threshold}
        assert {ask.label for ask in config.asks()} == set(LABELS)


def test_messages_that_were_held_out_are_told_apart() -> None:
    """The bounds are a little looser than what benchmarks/spam/MODEL_CARD.md reports."""
    counts = {"harmless": [0, 0], "scam": [0, 0], "spam": [0, 0]}
    for message in messages():
        if message.held_out:
            scored = spam_scores(Folded(message.text))
            kind = message.kind.split()[0].strip(":")
            counts[kind][0] += 1
            counts[kind][1] += any(max(each.spam, each.scam) >= 0.5 for each in scored)
    shares = {kind: hits / total for kind, (total, hits) in counts.items()}
    assert shares["harmless"] <= 0.04
    assert shares["scam"] >= 0.65
    assert shares["spam"] >= 0.7


@given(st.lists(st.text(st.characters(codec=None), max_size=200), max_size=3))
@settings(max_examples=200, deadline=None)
def test_no_text_breaks_it(texts: list[str]) -> None:
    for label in find(Content(tuple(texts)), 0.35, "DE", {"SUPPORTIVE"}):
        assert label.name in LABELS
        assert 0.35 <= label.score <= 1
        for span in label.spans:
            assert 0 <= span.start < span.end <= len(texts[span.text])
