"""Places in texts as JavaScript counts them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from common.text.utf16 import in_units, length, whole_characters


@given(st.text(), st.lists(st.integers(0, 60)))
def test_places_are_where_javascript_has_them(text: str, places: list[int]) -> None:
    rising = sorted(min(place, len(text)) for place in places)
    encoded = [len(text[:place].encode("utf-16-le")) // 2 for place in rising]
    assert [*in_units(text, rising)] == encoded
    assert length(text) == len(text.encode("utf-16-le")) // 2


def test_marks_stay_with_their_letter() -> None:
    text = "cafe\u0301\u0323 x"
    assert [whole_characters(text, place) for place in (3, 4, 5, 6)] == [3, 6, 6, 6]
