"""Partial answers by selectors in Google's syntax."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.domain.errors import Invalid
from common.views.partial import selection

_SHAPE = {"a": {"*": {"x": {}, "y": {"z": {}}}}, "b": {}, "c": {"d": {}}}
_ANSWER = {
    "a": {"one": {"x": 1, "y": [{"z": 2}, {"z": 3}]}, "two": {"x": 4, "y": []}},
    "b": [5],
    "c": {"d": 6},
}


@pytest.mark.parametrize(
    ("fields", "left"),
    [
        ("b", {"b": [5]}),
        ("b,c/d", {"b": [5], "c": {"d": 6}}),
        ("a/one/x", {"a": {"one": {"x": 1}}}),
        ("a/*/x", {"a": {"one": {"x": 1}, "two": {"x": 4}}}),
        ("a(one(x,y/z))", {"a": {"one": {"x": 1, "y": [{"z": 2}, {"z": 3}]}}}),
        ("a/one/x,a/two/y", {"a": {"one": {"x": 1}, "two": {"y": []}}}),
        ("a/one/x,a", {"a": _ANSWER["a"]}),
        ("a,a/one/x", {"a": _ANSWER["a"]}),
        ("a/three", {"a": {}}),
        ("*", _ANSWER),
    ],
)
def test_what_is_selected_is_left(fields: str, left: object) -> None:
    assert selection(fields, _SHAPE).of(_ANSWER) == left


@pytest.mark.parametrize(
    "fields",
    ["", ",", "a,", "a(", "a()", "a(one", "a)", "a b", "/a", "a/", "d", "b/x", "c/e", "c/*/x", "é"],
)
def test_what_is_no_selector_is_refused(fields: str) -> None:
    with pytest.raises(Invalid) as refused:
        selection(fields, _SHAPE)
    assert list(refused.value.fields) == ["fields"]


@given(st.text(st.sampled_from("abcdxyz*,/()"), max_size=60))
def test_any_selector_selects_or_is_refused(fields: str) -> None:
    try:
        found = selection(fields, _SHAPE)
    except Invalid:
        return
    assert set(found.of(_ANSWER)) <= set(_ANSWER)


def test_depth_has_an_end() -> None:
    for fields in ("a/" * 900 + "a", "a(" * 900 + "a" + ")" * 900):
        with pytest.raises(Invalid):
            selection(fields, _SHAPE)
