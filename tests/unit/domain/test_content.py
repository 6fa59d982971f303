from __future__ import annotations

import pytest

from common.domain.content import Content, region_of

DOCUMENT = {"texts": ["a", "b"], "images": ["https://i/1.png"], "custom": {"x": 1}}


def test_content_is_what_was_sent() -> None:
    content = Content.of(DOCUMENT)
    assert content == Content(("a", "b"), ("https://i/1.png",), other={"custom": {"x": 1}})
    assert content.document() == DOCUMENT


def test_what_engines_make_of_a_text_is_made_once() -> None:
    made: list[str] = []

    def upper(text: str) -> str:
        made.append(text)
        return text.upper()

    content = Content.of(DOCUMENT)
    found = [content.derived(upper, 1), content.derived(upper, 1), content.derived(str.title, 1)]
    assert found == ["B", "B", "B"]
    assert made == ["b"]


@pytest.mark.parametrize(
    ("custom", "region"),
    [
        ({"region": "DE"}, "DE"),
        ({"region": "de"}, "DE"),
        ({"region": "Germany"}, None),
        ({"region": "D\n"}, None),
        ({"region": 49}, None),
        ({"language": "de"}, None),
        (None, None),
        ("region", None),
        (["region"], None),
    ],
)
def test_a_region_is_two_letters(custom: object, region: str | None) -> None:
    assert region_of(custom) == region
