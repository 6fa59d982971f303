from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.domain.history import (
    History,
    class_set,
    classes_of,
    expired,
    fitting,
    increments,
    moved,
)
from common.domain.times import DAY, HOUR, MINUTE

NOW = 1_763_000_123 * 10**9
CLASSES = ("text:insult", "text:threat", "image:nude", "list:spam, words|more")
Event = tuple[int, frozenset[str]]

windows = st.one_of(
    st.sampled_from([MINUTE, HOUR, DAY - 1, DAY, DAY + 1, 7 * DAY, 7 * DAY + 1, 90 * DAY]),
    st.integers(MINUTE, 90 * DAY),
)
class_sets = st.frozensets(st.sampled_from(CLASSES))
ages = st.one_of(
    st.integers(-HOUR, 100 * DAY),
    st.integers(-HOUR, DAY),
    st.builds(
        lambda whole, by: whole + by,
        st.sampled_from([0, 10 * MINUTE, HOUR, DAY, 7 * DAY, 90 * DAY, 91 * DAY]),
        st.integers(-1, 1),
    ),
)
events = st.lists(st.tuples(ages.map(lambda age: NOW - age), class_sets), max_size=30)


def add(data: Counter[str], fields: dict[str, int]) -> None:
    for field, count in fields.items():
        data[field] += count


def document(happened: Iterable[Event]) -> Counter[str]:
    data: Counter[str] = Counter()
    for at, names in happened:
        add(data, increments(at, class_set(names), now=max(at, NOW)))
    return data


def recount(happened: Iterable[Event], window: int, wanted: frozenset[str] | None) -> int:
    size = 10 * MINUTE if window <= DAY else HOUR if window <= 7 * DAY else DAY
    start = (NOW - window) // size * size
    return sum(
        at >= start and (wanted is None or not wanted.isdisjoint(names)) for at, names in happened
    )


@given(events, windows, class_sets)
def test_windows_agree_with_a_recount(
    happened: list[Event], window: int, wanted: frozenset[str]
) -> None:
    history = History(document(happened), NOW)
    for _ in range(2):
        assert history.posts(window) == recount(happened, window, None)
        assert history.classified(window, wanted) == recount(happened, window, wanted)


@given(st.lists(st.tuples(ages, class_sets, class_sets), max_size=20), windows, class_sets)
def test_windows_follow_posts_that_are_classified_anew(
    edits: list[tuple[int, frozenset[str], frozenset[str]]], window: int, wanted: frozenset[str]
) -> None:
    data = document((NOW - age, before) for age, before, _ in edits)
    for age, before, after in edits:
        add(data, moved(NOW - age, class_set(before), class_set(after), NOW))
    happened = [(NOW - age, after) for age, _, after in edits]
    history = History(data, NOW)
    assert history.posts(window) == recount(happened, window, None)
    assert history.classified(window, wanted) == recount(happened, window, wanted)


@given(events, windows, st.integers(0, 100 * DAY))
def test_removing_what_expired_changes_no_window(
    happened: list[Event], window: int, later: int
) -> None:
    data = document(happened)
    kept = {key: data[key] for key in data.keys() - set(expired(data, NOW + later))}
    wanted = frozenset(CLASSES)
    before, after = History(data, NOW + later), History(kept, NOW + later)
    assert after.posts(window) == before.posts(window)
    assert after.classified(window, wanted) == before.classified(window, wanted)


def test_windows_slide_past_midnight() -> None:
    midnight = NOW // DAY * DAY
    data = document([(midnight - MINUTE, frozenset())])
    assert History(data, midnight + MINUTE).posts(24 * HOUR) == 1
    assert History(data, midnight + 25 * HOUR).posts(24 * HOUR) == 0


def test_a_post_of_several_classes_counts_once() -> None:
    history = History(document([(NOW, frozenset(CLASSES))]), NOW)
    assert history.classified(DAY, frozenset(CLASSES)) == 1


def test_moving_to_the_same_classes_changes_nothing() -> None:
    assert moved(NOW, "text:insult", "text:insult") == {}


def test_counts_are_never_negative() -> None:
    history = History(increments(NOW, class_set(["text:insult"]), -1), NOW)
    assert history.posts(DAY) == 0
    assert history.classified(DAY, frozenset({"text:insult"})) == 0


def test_late_posts_count_only_where_they_are_kept() -> None:
    assert len(increments(NOW, "", now=NOW)) == 3
    assert [field[0] for field in increments(NOW - 30 * HOUR, "", now=NOW)] == ["h", "d"]
    assert [field[0] for field in increments(NOW - 20 * DAY, "", now=NOW)] == ["d"]
    assert increments(NOW - 92 * DAY, "", now=NOW) == {}


@pytest.mark.parametrize("age", [25 * HOUR, 8 * DAY, 91 * DAY])
def test_an_increment_an_hour_on_its_way_finds_its_field_kept(age: int) -> None:
    fields = increments(NOW - age, "", now=NOW)
    assert fields
    assert expired(fields, NOW + HOUR) == []


def test_fields_out_of_keeping_expire() -> None:
    fields = increments(NOW, "text:insult")
    assert [field[0] for field in expired(fields, NOW + 27 * HOUR)] == ["m"]
    assert set(expired(fields, NOW + 93 * DAY)) == set(fields)


def test_other_fields_are_left_alone() -> None:
    others = {"name": "m", "d": 1, "displayed|": "x", "m1234567|": 2, "strikes": 3, "": 4, "é|": 5}
    others |= {"x00000001|text:insult": "y", "moderated|2": [], "d0000000x|": {}}
    data = {**others, **increments(NOW, "")}
    assert History(data, NOW).posts(90 * DAY) == 1
    assert History(others, NOW).posts(90 * DAY) == 0
    assert expired(others, NOW + 100 * DAY) == []


def test_windows_are_ninety_days_at_most() -> None:
    with pytest.raises(ValueError, match="90 days"):
        History({}, NOW).posts(90 * DAY + 1)


@given(st.frozensets(st.text(min_size=1, max_size=20).filter(lambda name: len(name) * 12 <= 80)))
def test_class_sets_can_be_read_back(names: frozenset[str]) -> None:
    assert classes_of(class_set(names)) == frozenset(sorted(names)[:16])


@given(st.lists(st.text(max_size=300)))
def test_class_sets_are_bounded_plain_field_names(names: list[str]) -> None:
    field = next(iter(increments(NOW, class_set(names))))
    assert field.isascii()
    assert len(field) < 1500
    assert field.count("|") == 1
    assert set('."\\`$[]*~/ \n').isdisjoint(field) or "~" in field
    assert class_set(reversed(names)) == class_set(names)


@given(st.text(min_size=100, max_size=300))
def test_classes_with_long_names_are_found(name: str) -> None:
    history = History(increments(NOW, class_set([name])), NOW)
    assert history.classified(DAY, frozenset({name})) == 1
    assert history.classified(DAY, frozenset({name + "x"})) == 0


def test_names_that_are_no_unicode_are_counted() -> None:
    history = History(increments(NOW, class_set(["list:\ud800"])), NOW)
    assert history.classified(DAY, frozenset({"list:\ud800"})) == 1


def test_crowded_documents_count_posts_under_fewer_classes() -> None:
    classes = class_set(["image:nude", "text:insult"])
    assert fitting({}, classes) == classes
    crowded = {f"m{number:08d}|{'x' * 60}": 1 for number in range(2500)}
    assert fitting(crowded, classes) == "image:nude"
    full = {f"m{number:08d}|{'x' * 60}": 1 for number in range(4000)}
    assert fitting(full, classes) == ""
