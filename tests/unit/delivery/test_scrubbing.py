"""The scrubber on 200 texts of statements, half of them with personal data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from common.delivery.transparency.people import People
from common.delivery.transparency.scrubbing import found_in, kinds_in
from common.domain.transparency.submission import Submission

_TEXTS = Path(__file__).with_name("statement_texts.txt")
_PAGE = Path(__file__).parents[3] / "docs" / "transparency_database.md"
_PEOPLE = People(
    ids=frozenset({"user-48213", "u_9f3ab2", "mod.helga", "77120934", "7"}),
    names=frozenset(
        {
            "Maria Lindqvist",
            "Jan Kowalski",
            "Thomas Müller",
            "Élodie Dubois",
            "Mark Winter",
            "Rose",
            "xx_shadow_xx",
            "Γιώργος Παπαδόπουλος",
            "Анна Смирнова",
            "小林健太",
            "Siobhán O'Brien",
        }
    ),
    texts=(
        "Selling two tickets for the concert on Friday, write me fast!",
        "Ich weiß, wo du wohnst, und ich komme heute Nacht vorbei.",
        "今夜の集合場所は駅前の公園です",
        "Je vends des comptes premium pas chers, à bas prix",
        "Spam",
    ),
)


def _texts() -> Iterator[tuple[str, str, str]]:
    for line in _TEXTS.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            kind, language, text = line.split("|", 2)
            yield kind, language, text


def test_what_is_found_of_personal_data_and_what_is_refused_without_any() -> None:
    personal = [each for each in _texts() if each[0] != "clean"]
    clean = [each for each in _texts() if each[0] == "clean"]
    assert (len(personal), len(clean)) == (100, 100)
    assert len({each[1] for each in personal}) >= 10
    missed = [each for each in personal if not any(kinds_in(each[2], _PEOPLE, None))]
    wrong = [each for each in clean if any(kinds_in(each[2], _PEOPLE, None))]
    found = len(personal) - len(missed)
    recall, precision = found / len(personal), found / (found + len(wrong))
    told = f"recall {recall:.2f}, precision {precision:.2f}, {len(wrong)} of 100 refused wrongly"
    assert recall >= 0.95, (told, missed)
    assert len(wrong) <= 5, (told, wrong)
    assert told in " ".join(_PAGE.read_text("utf-8").split()), told


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("email", "an e-mail address"),
        ("phone", "a telephone number"),
        ("link", "a link"),
        ("handle", "a handle"),
        ("address", "a network address"),
        ("name", "a name of somebody concerned"),
        ("id", "an id of somebody concerned"),
        ("content", "words of the content"),
    ],
)
def test_the_kind_is_named(kind: str, said: str) -> None:
    texts = [text for found, _, text in _texts() if found == kind]
    named = [text for text in texts if said in kinds_in(text, _PEOPLE)]
    assert len(named) >= 0.85 * len(texts), set(texts) - set(named)


def test_a_reference_may_be_a_link_and_have_nobodys_name() -> None:
    url = "decision_ground_reference_url"
    assert not found_in(_with(url, "https://example.com/terms#4.2"), _PEOPLE, None)
    for path in ("user-48213", "who?mail=a.b@example.com"):
        assert found_in(_with(url, f"https://example.com/{path}"), _PEOPLE, None)


def test_every_field_of_words_is_looked_at() -> None:
    text = "Call +49 170 1234567."
    for field in (
        "decision_facts",
        "decision_visibility_other",
        "decision_monetary_other",
        "illegal_content_legal_ground",
        "illegal_content_explanation",
        "incompatible_content_ground",
        "incompatible_content_explanation",
        "content_type_other",
        "category_specification_other",
        "source_identity",
    ):
        found = found_in(_with(field, text), People(), None)
        assert found == {field: "has a telephone number"}


def _with(field: str, text: str) -> Submission:
    return cast(Submission, {"puid": "a", field: text})
