from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.domain.block_list import ListType
from common.domain.content import Content
from common.engines.block_list.builtin import BUILTIN_LISTS, builtin_words
from common.engines.block_list.engine import finder
from common.engines.block_list.lists import BlockListSpec, validate

TERMS = ("scam", "casino", "viagra", "idiot", "loser", "kill yourself", "ass", "hell", "spam")


def found(
    text: str,
    words: tuple[str, ...] = TERMS,
    kind: ListType = "word",
    *,
    leet: bool = True,
    confusable: bool = True,
    plural: bool = False,
    substring: bool = False,
) -> list[tuple[str, str]]:
    spec = BlockListSpec("list", words, kind, leet, confusable, plural, substring)
    return [
        (span.term, text[span.start : span.end])
        for label in finder([spec])(Content((text,)))
        for span in label.spans
    ]


def terms(text: str, words: tuple[str, ...] = TERMS) -> list[str]:
    return [term for term, _ in found(text, words)]


def test_a_label_names_its_list() -> None:
    run = finder([BlockListSpec("first", ["scam"]), BlockListSpec("second", ["casino"])])
    labels = run(Content(("fine", "a Casino!")))
    assert [(label.engine, label.name, label.score) for label in labels] == [
        ("block_list", "second", 1.0)
    ]
    (span,) = labels[0].spans
    assert (span.text, span.start, span.end, span.term) == (1, 2, 8, "casino")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a SCAM", "SCAM"),
        ("a $c4m.", "$c4m"),
        ("a s.c.a.m.", "s.c.a.m"),
        ("a s c a m", "s c a m"),
        ("a sc-am", "sc-am"),
        ("a s🔥c🔥a🔥m", "s🔥c🔥a🔥m"),
        ("a sc*m", "sc*m"),
        ("a sssccaaam", "sssccaaam"),
        ("a ѕсаm", "ѕсаm"),
        ("a sc/\\m", "sc/\\m"),
        ("what a scarn this is", "scarn"),
        ("sca m", "sca m"),
        ("#MyScamNow", "Scam"),
    ],
)
def test_an_obfuscation_is_shown_as_written(text: str, written: str) -> None:
    assert found(text) == [("scam", written)]


@pytest.mark.parametrize(
    "text",
    [
        "kill yourself",
        "KILL   YOURSELF",
        "kill-yourself",
        "killyourself",
        "k1ll y0urself",
        "k i l l  y o u r s e l f",
        "k*ll yoursel*",
        "#KillYourself",
        "k!ll yoursssself",
    ],
)
def test_obfuscated_phrases(text: str) -> None:
    assert terms(text) == ["kill yourself"]


@pytest.mark.parametrize(
    "text",
    [
        "The class passed; the assassin in Scunthorpe grasped it.",
        "He'll see the shell; we'll go to Helsinki.",
        "Closer, looser, scampi, cascade, Cassino.",
        "If it kills, yourself included, stop.",
        "Kill. Yourself you may help.",
        "Flight AS5 leaves at 5am, gate a55b, 455 miles.",
        "B.A.S.S. and the U.S.A.",
        "I, as, so, a mess.",
        "k ill be there, u s cams",
        "What a*b means in c**d",
        "https://example.org/scampi?x=1&as=s",
    ],
)
def test_innocent_words_are_left_alone(text: str) -> None:
    assert terms(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "صباح الخير، كيف حالك؟",
        "می‌خواهم بروم",
        "नमस्ते, मैं ठीक हूँ।",
        "สวัสดีครับ วันนี้อากาศดี",
        "Сорок ворон сидели. Рот, сор, кот.",
        "👨‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇺🇸",
        "안녕하세요 바보",
    ],
)
def test_other_scripts_are_not_obfuscated_latin(text: str) -> None:
    assert terms(text, (*TERMS, "pot", "cop", "us", "kot", "cam")) == []


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("казино", "Лучшее КАЗИНО!"),
        ("赌博", "我喜欢赌博网站"),
        ("พนัน", "เว็บพนันออนไลน์"),
        ("جنس", "كلمة جـنـس هنا"),
        ("चोर", "वह चोर है"),
        ("바보", "너는 바보 같아"),
    ],
)
def test_terms_in_other_scripts(term: str, text: str) -> None:
    assert terms(text, (term,)) == [term]


def test_a_vowel_sign_makes_another_word() -> None:
    assert terms("มาก มาก", ("ก",)) != []
    assert terms("กี่", ("ก",)) == []


def test_switched_off_foldings() -> None:
    assert found("v1agra", leet=False) == []
    assert found("vіagra", confusable=False) == []
    assert found("VIAGRA", leet=False, confusable=False) == [("viagra", "VIAGRA")]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("scam", "scamming"),
        ("lottery", "lotteries"),
        ("trash", "trashed"),
        ("thief", "thieves"),
        ("idiot", "1diots"),
        ("kill yourself", "kill yourselves"),
        ("kill yourself", "killing yourself"),
        ("free money", "free moneys"),
    ],
)
def test_inflected_forms_only_when_asked(term: str, text: str) -> None:
    assert found(text, (term,)) == []
    assert found(text, (term,), plural=True) == [(term, text)]


def test_plurals_only_when_asked() -> None:
    assert found("idiots") == []
    assert found("idiots", plural=True) == [("idiot", "idiots")]
    assert found("ladies", ("lady",), plural=True) == [("lady", "ladies")]


def test_substrings_only_when_asked() -> None:
    assert found("xqcasinoxq") == []
    assert found("xqcasinoxq", substring=True) == [("casino", "casino")]
    run = finder([BlockListSpec("list", ["casino"])], match_substring=True)
    assert run(Content(("getcasinonow",)))


def test_terms_that_are_obfuscated_themselves() -> None:
    assert terms("you sh!t", ("sh!t",)) == ["sh!t"]
    assert terms("shit", ("sh!t",)) == ["sh!t"]
    assert terms("sh happens", ("sh!+",)) == []
    assert terms("f k", ("f**k",)) == []
    assert terms("well f**k", ("f**k",)) == ["f**k"]
    assert terms("I like c# most", ("c#",)) == ["c#"]
    assert terms("I like c most", ("c#",)) == []


def test_empty_terms_match_nothing() -> None:
    assert terms("anything ... at all", ("", "  ", "\u200b")) == []


@pytest.mark.parametrize("word", ["", "  ", "\u200b", "\ufe0f"])
def test_a_word_of_nothing_is_refused(word: str) -> None:
    with pytest.raises(ValueError, match="nothing to look for") as error:
        validate(BlockListSpec("list", ["fine", word]))
    assert repr(word) in str(error.value)


def test_regular_expressions_see_the_text_as_sent() -> None:
    assert found("ID: AB-123 é", ("[a-z]{2}-\\d+",), "regex") == [("[a-z]{2}-\\d+", "AB-123")]


@pytest.mark.parametrize("pattern", ["(", "a{2000}", "(?=x)", "[z-a]"])
def test_a_bad_pattern_is_named(pattern: str) -> None:
    with pytest.raises(ValueError, match="bad pattern") as error:
        validate(BlockListSpec("list", ["fine", pattern], "regex"))
    assert repr(pattern) in str(error.value)


@pytest.mark.parametrize(
    "text",
    [
        "see evil.com",
        "HTTPS://www.Evil.com/x?y=1",
        "a.b.evil.com",
        "(evil.com)",
        "evil.com.",
        "e\u200bvil.com",
    ],
)
def test_domains_with_subdomains_and_addresses(text: str) -> None:
    assert [term for term, _ in found(text, ("https://evil.com/",), "domain")] == ["evil.com"]


@pytest.mark.parametrize(
    "text", ["notevil.com", "evil.com.example.org", "evil com", "evil.community"]
)
def test_other_domains(text: str) -> None:
    assert found(text, ("evil.com",), "domain") == []


def test_domain_allow_list_reports_all_others() -> None:
    text = "good.com, sub.good.com and bad.net"
    assert found(text, ("good.com",), "domain_allowlist") == [("bad.net", "bad.net")]


def test_email_lists() -> None:
    text = "write Me@Evil.com or you@good.org"
    assert found(text, ("me@evil.com",), "email") == [("me@evil.com", "Me@Evil.com")]
    assert found(text, ("@evil.com",), "email") == [("evil.com", "Me@Evil.com")]
    assert found(text, ("evil.com",), "email_allowlist") == [("you@good.org", "you@good.org")]


def test_the_built_in_list() -> None:
    words = builtin_words("profanity_en_2020_v1")
    assert len(words) > 300
    assert set(BUILTIN_LISTS) == {"profanity_en_2020_v1"}
    assert terms("what the f*ck, you assh0le", words)
    for text in (
        "The cockpit crew passed the class.",
        "A shiitake dish",
        "niggardly",
        "Dick's pen",
    ):
        assert not [t for t in terms(text, words) if t != "dick"]


@given(st.text(), st.lists(st.text(min_size=1, max_size=12), max_size=5))
def test_spans_lie_in_any_text(text: str, words: list[str]) -> None:
    for substring in (False, True):
        run = finder([BlockListSpec("list", [*words, "scam"], substring=substring)])
        for label in run(Content((text, f"{text} scam"))):
            for span in label.spans:
                original = (text, f"{text} scam")[span.text]
                assert original[span.start : span.end]
                assert span.end <= len(original)


@given(st.text(alphabet=st.characters(categories=["L"]), min_size=1, max_size=12))
def test_a_word_is_found_in_a_sentence(word: str) -> None:
    assert word in terms(f"x {word}, y", (word,)) or not word.strip()
