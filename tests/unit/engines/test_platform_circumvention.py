from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.domain.content import Content
from common.engines.circumvention.engine import find


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
