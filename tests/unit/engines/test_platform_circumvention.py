from __future__ import annotations

import random
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.domain.content import Content
from common.engines.circumvention import accounts, apps, cues, emails, links, moves, phones, views
from common.engines.circumvention.engine import find
from common.engines.circumvention.signals import MOST_SIGNALS, Signal, first_of_each_place
from tests.unit.engines import moves_and_manners
from tests.unit.engines.hostile import cpu_seconds, filled, sources_of, texts
from tests.unit.engines.ways_out import INNOCENT, WAYS_OUT


def kinds(text: str, region: str | None = None) -> set[str]:
    return {s.term for la in find(Content((text,)), region) for s in la.spans}


def score(text: str) -> float:
    return max((label.score for label in find(Content((text,)))), default=0.0)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("call me 415-555-2671", "phone"),
        ("call 4155552671", "phone"),
        ("my number is +44 20 7946 0958", "phone"),
        ("+٤٤ ٢٠ ٧٩٤٦ ٠٩٥٨", "phone"),
        ("four one five five five five two six seven one", "phone"),
        ("text me: 4 1 5 5 5 5 2 6 7 1", "phone"),
        ("mail john.doe@example.com", "email"),
        ("john dot doe at gmail dot com", "email"),
        ("john (at) example [dot] com", "email"),
        ("johndoe gmail com", "email"),
        ("add me on whatsapp", "app"),
        ("my snap is cutie_99", "app"),
        ("my telegram: hans", "app"),
        ("line id: hana88", "app"),
        ("add me on line", "app"),
        ("text me on signal", "app"),
        ("venmo @bob-smith", "app"),
        ("let's talk on telegram", "app"),
        ("what's your number", "app"),
        ("cash app $bobby", "app"),
        ("t.me/joinme", "invite"),
        ("https://discord.gg/abcd", "invite"),
        ("example dot com", "link"),
        ("DE89 3704 0044 0532 0130 00", "iban"),
        ("card 4111 1111 1111 1111", "card"),
        ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "bitcoin"),
        ("bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", "crypto"),
    ],
)
def test_ways_out(text: str, kind: str) -> None:
    assert kind in kinds(text)
    assert score(text) >= 0.5


@pytest.mark.parametrize(
    "text",
    [
        "draw the line",
        "my line is busy",
        "the signal is weak",
        "snap a photo",
        "he is wise",
        "I read my mail",
        "call me at 5",
        "text me when you are there",
        "I used WhatsApp yesterday",
        "the meeting is on zoom",
        "order 4155552671",
        "tracking number 1234567890123",
        "it costs $1,234,567.89",
        "in 2019 and 2020 there were 1234567 people",
        "from 1914 to 1918 and 1939 to 1945",
        "version 1.2.3.4567",
        "192.168.100.200 is my router",
        "2024-05-06 12:30:45",
        "scored 3-2 and 5-1, then 0-0, 1-1",
        "one two three four five six seven eight nine ten",
        "dot dot dot",
        "ISBN 978-3-16-148410-0",
        "DE00 3704 0044 0532 0130 00",
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb",
        "we met at the park.then we left",
        "e.g. this and i.e. that",
    ],
)
def test_look_alikes(text: str) -> None:
    assert score(text) == 0


def test_innocent_sentences_are_left_alone() -> None:
    assert len(INNOCENT) >= 200
    assert [text for text in INNOCENT if score(text) >= 0.5] == []


def test_ways_out_are_found_in_every_dress() -> None:
    missed = [text for text in WAYS_OUT if score(text) < 0.5]
    assert len(WAYS_OUT) >= 150
    assert len(missed) <= 0.05 * len(WAYS_OUT), missed


@pytest.mark.parametrize("text", moves_and_manners.WAYS_OUT)
def test_a_way_out_is_known_in_other_words(text: str) -> None:
    assert score(text) >= 0.5


@pytest.mark.parametrize("text", moves_and_manners.INNOCENT)
def test_who_warns_or_tells_of_one_proposes_none(text: str) -> None:
    assert score(text) < 0.5


def test_a_proposal_without_an_address_says_what_it_is() -> None:
    assert kinds("good morning. let's do this deal outside the platform!") == {"move"}
    (span,) = find(Content(("Hi! Let’s pay outside the app. Bye",)))[0].spans
    assert (span.start, span.end) == (3, 29)


@pytest.mark.parametrize(
    ("text", "kind", "written"),
    [
        ("so add me on t e l e g r a m, ok", "app", "add me on t e l e g r a m"),
        ("so add me on t3l3gr4m, ok", "app", "add me on t3l3gr4m"),
        ("so add me on T\u0435l\u0435gr\u0430m, ok", "app", "add me on T\u0435l\u0435gr\u0430m"),
        ("it is bob @ g mail . com, ok", "email", "bob @ g mail . com"),
        ("it is b o b @ g m a i l . c o m", "email", "b o b @ g m a i l . c o m"),
        ("see t.m\u0435/joinchat", "invite", "t.m\u0435/joinchat"),
    ],
)
def test_a_disguise_is_shown_as_written(text: str, kind: str, written: str) -> None:
    spans = [span for label in find(Content((text,))) for span in label.spans]
    assert [(s.term, text[s.start : s.end]) for s in spans] == [(kind, written)]


@pytest.mark.parametrize(
    "text",
    [
        "dot " + "a-" * 50_000,
        "gmail " + "a-" * 50_000,
        "gmail " + "a." * 50_000,
        "gmail " + "a " * 50_000,
        "gmail " + "@ a" * 33_000,
        "my whatsapp" + " " * 100_000,
        "t.me " * 20_000,
        "t.me/a " * 14_000,
        "a.io " * 20_000,
        "a@b.de " * 14_000,
        "+14155552671 " * 7_700,
        "call me 4155552671 " * 5_200,
        "1 2 " * 25_000,
        "id" + " " * 99_000 + "4111 1111 1111 1111",
        "4111111111111111 " * 5_900,
        "de89 3704 0044 0532 0130 00 " * 3_500,
        "telegram @a1b2 " * 6_600,
        "telegram t e l e g r a m " * 4_000,
        "seven six " * 10_000,
        "\ufdfa" * 100_000,
        "t\u0435l\u0435gr\u0430m " * 11_000,
        "let's pay " * 10_000 + "off",
        "pay me outside " * 6_600,
        "fees avoid the fees " * 5_000,
    ],
    ids=lambda text: text[:24],
)
def test_no_text_takes_longer_than_its_length(text: str) -> None:
    find(Content(("warm: telegram +14155552671 @ g mail . com",)))
    short = cpu_seconds(find, text[: len(text) // 10])
    long = cpu_seconds(find, text)
    assert long < 1
    assert long < 30 * short + 0.1


@pytest.mark.parametrize("seed", range(6))
def test_pieces_of_the_patterns_cost_no_more_than_their_length(seed: int) -> None:
    """Ten times the text may cost thirty times as much before it counts as more than linear."""
    sources = sources_of(
        accounts, apps, cues, emails, links, moves, phones, views, *moves.PROPOSALS
    )
    assert len(sources) > 40
    find(Content(("warm: telegram +14155552671 @ g mail . com",)))
    for head, unit in islice(texts(sources, random.Random(seed)), 24):
        long = cpu_seconds(find, filled(head, unit, 15_000))
        short = cpu_seconds(find, filled(head, unit, 1_500))
        assert long < 30 * short + 0.02, (head, unit)


def test_signals_are_capped_and_do_not_overlap() -> None:
    label = find(Content(("t.me/a " * 1_000,)))[0]
    assert len(label.spans) == MOST_SIGNALS
    first = [Signal("a", 0, 5, 0.1), Signal("b", 10, 20, 0.1)]
    others = [Signal("c", 4, 6, 0.1), Signal("d", 5, 10, 0.1), Signal("e", 0, 30, 0.1)]
    assert [signal.kind for signal in first_of_each_place([*first, *others])] == ["a", "d", "b"]


def test_a_plain_link_is_weaker_than_an_invitation() -> None:
    assert 0 < score("www.example.com") < 0.5 < score("t.me/example")


def test_many_links_count_once() -> None:
    assert score("a.com/x and https://b.org and www.c.net") == pytest.approx(score("a.com/x"))


def test_numbers_in_a_link_are_part_of_the_link() -> None:
    assert kinds("https://example.org/?id=4111111111111111") == {"link"}


def test_signals_add_up() -> None:
    label = find(Content(("mail a@b.com", "or https://x.example/y")))[0]
    assert (label.engine, label.name) == (
        "automod_platform_circumvention",
        "platform_circumvention",
    )
    assert label.score == pytest.approx(1 - 0.1 * 0.6)
    assert [span.text for span in label.spans] == [0, 1]


def test_the_region_makes_local_numbers_readable() -> None:
    assert "phone" in kinds("ruf an: 030 901820", "DE")
    assert "phone" not in kinds("artikel 030 901820")


def test_spans_are_in_the_original() -> None:
    text = "➊ ﬁrst: ｊｏｈｎ＠ｅｘａｍｐｌｅ．ｃｏｍ !"
    (span,) = find(Content((text,)))[0].spans
    assert text[span.start : span.end] == "ｊｏｈｎ＠ｅｘａｍｐｌｅ．ｃｏｍ"


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("0123456789 +@.-()dotat"))))
def test_any_text(text: str) -> None:
    for label in find(Content((text,))):
        assert 0 < label.score <= 1
        for span in label.spans:
            assert 0 <= span.start < span.end <= len(text)
