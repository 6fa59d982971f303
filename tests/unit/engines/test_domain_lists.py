"""Lists of domains and e-mail addresses."""

from __future__ import annotations

import random
from itertools import islice

import idna
import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.domain.block_list import ListType
from common.domain.content import Content
from common.engines.block_list.engine import finder
from common.engines.block_list.lists import BlockListSpec, validate
from tests.unit.engines.hostile import cpu_seconds, filled, texts


def found(entry: str | list[str], text: str, kind: ListType = "domain") -> list[tuple[str, str]]:
    entries = [entry] if isinstance(entry, str) else entry
    return [
        (span.term, text[span.start : span.end])
        for label in finder([BlockListSpec("list", entries, kind)])(Content((text,)))
        for span in label.spans
    ]


NAMES = [
    "münchen.example",
    "straße.example",
    "новый.example",
    "пример.рф",
    "中国.example",
    "ヤフー.example",
    "हिन्दी.example",
    "ελληνικά.example",
    "ไทย.example",
    "한국.example",
    "مثال.example",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_domain_is_one_in_unicode_and_in_ascii(name: str) -> None:
    ascii_name = idna.encode(name).decode()
    shouted = name.upper() if "ß" not in name else name
    for entry in (name, ascii_name, f"https://{shouted}/x", f"*.{ascii_name}"):
        for text in (name, ascii_name, f"a.b.{name}", f"a.b.{ascii_name}", shouted):
            for before, after in (("", ""), ("see http://", "/x?y=1"), ("(", ")."), ("_", "_")):
                assert found(entry, before + text + after) == [(name, text)], (entry, text)


def test_a_combined_letter_is_that_letter() -> None:
    text = "to mu\u0308nchen.example now"
    assert found("münchen.example", text) == [("münchen.example", "mu\u0308nchen.example")]
    assert found("mu\u0308nchen.example", "münchen.example") == [
        ("münchen.example", "münchen.example")
    ]
    assert found("가나.example", "\u1100\u1161\u1102\u1161.example")


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("munchen.example", "münchen.example"),
        ("münchen.example", "munchen.example"),
        ("strasse.example", "straße.example"),
        ("straße.example", "strasse.example"),
        ("сом.example", "com.example"),
        ("ink.example", "think.example, ink.example.org, zink.example"),
        ("ink.example", "tïnk.example"),
        ("evil.com", "evil.com.example.org, evil.community, notevil.com"),
        ("evil.com", "mail evil.com@good.example or https://evil.com:pw@good.example/"),
    ],
)
def test_accents_and_labels_tell_domains_apart(entry: str, text: str) -> None:
    assert found(entry, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "https://bank.example@evil.example/login",
        "https://user:pw@evil.example/login",
        "http://a%40b@evil.example",
        "bank.example@evil.example",
        "看evil.example吧",
        "は「evil.example」へ",
        "はevil.exampleへ",
        "도메인은evil.example입니다",
        "ไปที่evil.exampleเลย",
        "смотриevil.exampleтут",
        "_evil.example_",
        "**evil.example**",
        "__evil.example__",
        "~~evil.example~~",
        "`evil.example`",
        "[here](https://evil.example)",
        "<https://evil.example>",
        "||evil.example||",
        "evil。example",
        "evil．example",
        "ｅｖｉｌ.ｅｘａｍｐｌｅ",
        "ev\u00adil.exam\u200bple",
        "EVIL.EXAMPLE.",
        "x,evil.example;y",
    ],
)
def test_nothing_beside_a_domain_hides_it(text: str) -> None:
    ((entry, written),) = found("evil.example", text)
    assert entry == "evil.example"
    assert "e" in written.lower() or "ｅ" in written
    assert not set(written) & set("看吧は「」へ_*~`[]<>|@/,;에입")


def test_the_part_that_is_a_name_is_shown() -> None:
    assert found("中国.example", "看中国.example吧") == [("中国.example", "中国.example")]
    assert found("evil.com", "go to a.b.Evil.com/x") == [("evil.com", "a.b.Evil.com")]
    assert found(["evil.com", "b.evil.com"], "a.b.evil.com") == [("b.evil.com", "a.b.evil.com")]
    assert found("10.0.0.1", "at http://10.0.0.1:80/") == [("10.0.0.1", "10.0.0.1")]
    assert found("рф", "на сайт.рф или сайт.рфы") == [("рф", "сайт.рф")]


def test_an_allow_list_knows_the_same_spellings() -> None:
    text = "xn--mnchen-3ya.example, 看a.münchen.example吧 https://münchen.example@bad.net/"
    assert found("münchen.example", text, "domain_allowlist") == [("bad.net", "bad.net")]
    assert found("a.example", "今天很好。我们走吧。", "domain_allowlist") == []
    assert found("a.example", "看bad.net吧", "domain_allowlist") == [("bad.net", "bad.net")]


@pytest.mark.parametrize(
    ("entry", "text", "written"),
    [
        ("joe@evil.example", "写信给joe@evil.example吧", "joe@evil.example"),
        ("joe@evil.example", "메일은joe@evil.example입니다", "joe@evil.example"),
        ("joe@evil.example", "_joe@evil.example_", "joe@evil.example"),
        ("joe@evil.example", "**Joe@Evil.Example**", "Joe@Evil.Example"),
        ("joe@evil.example", "mailto:joe@evil.example?x", "joe@evil.example"),
        ("joe@münchen.example", "joe@xn--mnchen-3ya.example", "joe@xn--mnchen-3ya.example"),
        ("joe@xn--mnchen-3ya.example", "joe@münchen.example.", "joe@münchen.example"),
        ("josé@evil.example", "josé@evil.example", "josé@evil.example"),
        ("@münchen.example", "x@a.xn--mnchen-3ya.example", "x@a.xn--mnchen-3ya.example"),
        ("evil.example", "给joe@evil.example吧", "joe@evil.example"),
    ],
)
def test_addresses(entry: str, text: str, written: str) -> None:
    assert [place for _, place in found(entry, text, "email")] == [written]


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("jose@evil.example", "josé@evil.example"),
        ("josé@evil.example", "jose@evil.example"),
        ("a@example.org", "ba@example.org, b.a@example.org, a@example.organ"),
        ("joe@munchen.example", "joe@münchen.example"),
    ],
)
def test_other_addresses(entry: str, text: str) -> None:
    assert found(entry, text, "email") == []


def test_an_allow_list_of_addresses() -> None:
    text = "写信给joe@bad.example吧 or ann@xn--mnchen-3ya.example"
    assert found("münchen.example", text, "email_allowlist") == [
        ("joe@bad.example", "joe@bad.example")
    ]


@pytest.mark.parametrize(
    ("kind", "entry"),
    [
        ("domain", "not a domain"),
        ("domain", "_x.example"),
        ("domain", "..."),
        ("domain_allowlist", "a..b"),
        ("email", "no address@example.org"),
        ("email", "joe@"),
        ("email_allowlist", "joe@_x.example"),
    ],
)
def test_an_entry_that_can_match_nothing_is_refused_by_name(kind: ListType, entry: str) -> None:
    with pytest.raises(ValueError, match="not a") as error:
        validate(BlockListSpec("list", ["fine.example", entry], kind))
    assert repr(entry) in str(error.value)
    # A list that was saved before is used without it.
    assert found(["fine.example", entry], "x@bad.net") == []


@pytest.mark.parametrize("kind", ["domain", "domain_allowlist", "email", "email_allowlist"])
@pytest.mark.parametrize("seed", range(2))
def test_no_text_takes_longer_than_its_length(kind: ListType, seed: int) -> None:
    entries = [
        "evil.com",
        "a.b.evil.com",
        "中.中",
        "x.中国",
        "joe@evil.com",
        "münchen.example",
        "com",
    ]
    run = finder([BlockListSpec("list", entries, kind)])
    sources = [
        r"(?:[a-z]{1,3}\.){1,9}com",
        r"a\.a\.a\.com[中@\-_. ]",
        r"[中国a.]{1,9}\.中",
        r"[a-z.]{1,9}@(?:a\.)+com",
        r"@{1,3}xn--[a-z0-9]{1,9}-3ya\.",
        r"[\u0300-\u0310ü.]{1,5}",
        r"evil\.com:@",
        r"中evil\.com中",
    ]
    for head, unit in islice(texts(sources, random.Random(seed)), 24):
        long = cpu_seconds(run, filled(head, unit, 20_000))
        short = cpu_seconds(run, filled(head, unit, 2_000))
        assert long < 30 * short + 0.02, (head, unit)


@given(
    st.text(alphabet=st.one_of(st.characters(), st.sampled_from("a.@-_xn中ü\u0308\u1100\u1161"))),
    st.lists(st.text(alphabet=st.sampled_from("a.中ü-@xn"), min_size=1, max_size=6), max_size=4),
)
def test_spans_lie_in_any_text(text: str, entries: list[str]) -> None:
    kinds: list[ListType] = ["domain", "domain_allowlist", "email", "email_allowlist"]
    for kind in kinds:
        for label in finder([BlockListSpec("list", entries, kind)])(Content((text,))):
            for span in label.spans:
                assert 0 <= span.start < span.end <= len(text)
