"""Where something of a person can stand, and how they are told apart from what looks like them."""

from __future__ import annotations

import importlib
import pkgutil

from typing_extensions import is_typeddict

import common.domain
from common.moderation.background.erasure.person import PEOPLE, Person, Texts, pieces_of
from common.moderation.background.erasure.places import PLACES
from infra.gcp.indexes import COLLECTIONS

WORDS = "words of my own, with blanks"


def _person(id: str = "ann-4711") -> Person:
    return Person("app", id, lambda name: f"not {len(name)}", texts=Texts.of([WORDS]))


def test_every_collection_has_one_entry() -> None:
    assert sorted(place.collection for place in PLACES) == sorted(COLLECTIONS)


def test_another_id_that_begins_or_ends_alike_is_another_person() -> None:
    person = _person()
    for other in (
        "ann-47110",
        "ann-4711-2",
        "joann-4711",
        "x.ann-4711",
        "ann-4711@x",
        "ann-4711.b",
    ):
        assert person.cleaned(other) == other
    for text in ("ann-4711", "user:ann-4711", "by ann-4711.", '"ann-4711"', "hook|user:ann-4711"):
        assert "ann-4711" not in person.cleaned(text)


def test_an_id_that_could_be_any_word_counts_where_people_are_named() -> None:
    person = _person("flag")
    entry = {"kind": "flag", "by": "flag", "users": ["flag", "other"], "muted": {"flag": 1}}
    assert person.cleaned(entry) == {
        "kind": "flag",
        "by": "not 4",
        "users": ["not 4", "other"],
        "muted": {"not 4": 1},
    }


def test_whoever_did_something_is_named_in_a_field_that_is_known_to_name_people() -> None:
    modules = pkgutil.walk_packages(common.domain.__path__, "common.domain.")
    named = {
        name
        for module in modules
        for kind in vars(importlib.import_module(module.name)).values()
        if is_typeddict(kind)
        for name in kind.__annotations__
        if name.endswith("_by")
    }
    assert "ended_by" in named and named <= PEOPLE


def test_what_has_nothing_of_them_is_the_same_object() -> None:
    document = {"a": ["b", {"c": 1}], "d": "words of others, with blanks"}
    assert _person().cleaned(document) is document


def test_texts_are_taken_out_wherever_they_stand() -> None:
    found = _person().cleaned({"a": {"b": [f"said: {WORDS}!"]}})
    assert found == {"a": {"b": ["said: [erased]!"]}}


def test_single_words_are_no_texts_of_anybody() -> None:
    values = {
        "channel_cid": "messaging:everybody",
        "short": "a b c",
        "mail": "somebody@example.com",
    }
    assert [*pieces_of(values)] == ["somebody@example.com"]
    assert [*pieces_of(f'{WORDS}\n"{WORDS}" {WORDS}')] == [WORDS, WORDS, WORDS]
