"""Reporters and reports, against naive models that look through all that ever happened."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.domain.reporter import (
    HALF_LIFE,
    PRIOR,
    Rates,
    Reporter,
    discounted,
    follow,
    followed_among,
    judge,
    new_reporter,
    rate_increments,
    rates_of,
    reporter_id,
    score,
    tally_of,
    times_followed,
)
from common.domain.reports import (
    Counting,
    KeptReport,
    Reports,
    counted,
    kept_name,
    kept_report,
    open_reports,
    settle,
)
from common.domain.times import DAY

NOW = 1_763_000_123 * 10**9
_CATEGORIES = ("spam", "hate", "a.b:c")
_EVENTS = st.lists(
    st.tuples(
        st.integers(0, 200),
        st.frozensets(st.sampled_from(_CATEGORIES), max_size=2),
        st.booleans(),
    ),
    max_size=25,
)


def _worth(at: int, now: int) -> float:
    return float(2.0 ** (-(now - at) / HALF_LIFE))


@given(_EVENTS, st.integers(0, 400))
def test_standing_is_that_of_all_that_was_ever_judged(
    events: list[tuple[int, frozenset[str], bool]], later: int
) -> None:
    reporter, at, history = new_reporter("ann", NOW), NOW, []
    shards: dict[str, int] = {}
    for days, categories, was_right in events:
        at += days * DAY
        judge(reporter, categories, at, right=was_right)
        history.append((at, categories, was_right))
        for name, one in rate_increments(categories, at, right=was_right).items():
            shards[name] = shards.get(name, 0) + one
    now = at + later * DAY
    rates = rates_of([shards], now)
    for category in ("", *_CATEGORIES):
        known = [
            (_worth(when, now), was_right)
            for when, named, was_right in history
            if not category or category in named
        ]
        right = sum(worth for worth, was_right in known if was_right)
        wrong = sum(worth for worth, was_right in known if not was_right)
        tally = tally_of(reporter, category, now)
        assert tally["right"] == pytest.approx(right, abs=1e-9)
        assert tally["wrong"] == pytest.approx(wrong, abs=1e-9)
        community = rates.of(category)
        expected = (right + PRIOR * community) / (right + wrong + PRIOR)
        assert score(reporter, category, rates, now) == pytest.approx(expected)
        assert 0 < expected < 1
    assert reporter["judged"] == len(events)


def test_nobody_is_known_yet_counts_as_the_community_does() -> None:
    assert Rates().of("") == Rates().of("spam") == 0.5
    counts: dict[str, int] = {}
    for right in (True, True, True, False):
        for name, one in rate_increments(["spam"], NOW, right=right).items():
            counts[name] = counts.get(name, 0) + one
    rates = rates_of([counts], NOW)
    assert rates.of("") == pytest.approx(4 / 6)
    assert score(None, "spam", rates, NOW) == rates.of("spam") > rates.of("hate") == rates.of("")


def test_a_few_reports_move_little_and_old_ones_less() -> None:
    scores: list[float] = []
    for wrong in (0, 1, 4, 40):
        reporter = new_reporter("ann", NOW)
        for _ in range(wrong):
            judge(reporter, (), NOW, right=False)
        scores.append(score(reporter, "", Rates(), NOW))
    assert scores == sorted(scores, reverse=True)
    assert scores[1] == 0.4 and scores[3] < 0.05
    assert score(reporter, "", Rates(), NOW + 3650 * DAY) == pytest.approx(0.5, abs=1e-6)


def test_a_clock_that_was_set_back_makes_no_more_of_it() -> None:
    reporter = new_reporter("ann", NOW)
    judge(reporter, (), NOW, right=True)
    assert tally_of(reporter, "", NOW - DAY)["right"] == 1.0
    judge(reporter, (), NOW - DAY, right=True)
    assert tally_of(reporter, "", NOW)["right"] == 2.0


def test_following_again_and_again_is_known_by_pair() -> None:
    reporter: Reporter = new_reporter("ann", NOW)
    for day in range(3):
        follow(reporter, ["b", "c"] if day else ["b"], NOW + day * DAY)
    now = NOW + 3 * DAY
    assert times_followed(reporter, "b", now) == pytest.approx(2.95, abs=0.05)
    assert followed_among(reporter, ["b", "c", "x"], now) == 1
    assert followed_among(reporter, ["b", "c"], now + 90 * DAY) == 0
    assert followed_among(None, ["b"], now) == 0
    follow(reporter, [f"l{n}" for n in range(80)], now)
    assert len(reporter["following"]) == 50
    assert "b" in reporter["following"], "those followed most are kept"
    assert [discounted(1.0, n) for n in range(4)] == [1.0, 0.5, 0.25, 0.125]
    assert sum(discounted(1.0, n) for n in range(200)) <= 2.0


_REPORTS = st.lists(
    st.fixed_dictionaries(
        {
            "by": st.sampled_from("abc"),
            "age": st.integers(0, 10),
            "categories": st.frozensets(st.sampled_from(_CATEGORIES), max_size=2),
            "weight": st.none() | st.sampled_from([0.0, 0.25, 0.5, 1.0]),
            "known_for": st.none() | st.integers(0, 20),
        }
    ),
    max_size=8,
)


def _reports(made: list[dict[str, Any]], unkept: int) -> Reports:
    item: dict[str, Any] = {}
    for number, each in enumerate(made):
        at = NOW - each["age"]
        kept: KeptReport = kept_report(each["by"], at, each["categories"])
        if each["weight"] is not None:
            kept["weights"] = [each["weight"]] * (1 + len(each["categories"]))
        if each["known_for"] is not None:
            kept["since"] = at - each["known_for"]
        item[kept_name(0, f"f{number}")] = kept
        for name, one in counted(item, 0, each["categories"]).items():
            item[name] = item.get(name, 0) + one
    for _ in range(unkept):
        for name, one in counted(item, 0, ("spam",)).items():
            item[name] = item.get(name, 0) + one
    return open_reports(item, NOW)


@given(
    _REPORTS,
    st.integers(0, 2),
    st.builds(
        Counting,
        st.frozensets(st.sampled_from(_CATEGORIES), max_size=2),
        st.sampled_from([0, 1, 5]),
        st.booleans(),
        st.booleans(),
        st.sampled_from([0, 5]),
    ),
)
def test_what_counts_lies_between_what_is_known(
    made: list[dict[str, Any]], unkept: int, asked: Counting
) -> None:
    """Whatever is not known may be nothing or all."""
    totals: list[float] = []
    for unknown in (0.0, 1.0):
        by: dict[Any, float] = {}
        for number, each in enumerate(made):
            if asked.categories and not asked.categories & each["categories"]:
                continue
            if asked.window and each["age"] > asked.window:
                continue
            weight = 1.0
            if asked.weighted:
                weight = unknown if each["weight"] is None else each["weight"]
            if asked.min_age and each["known_for"] is None:
                weight *= unknown
            elif asked.min_age and each["known_for"] < asked.min_age:
                continue
            name = each["by"] if asked.distinct else number
            by[name] = max(weight, by.get(name, 0.0))
        is_wanted = not asked.categories or "spam" in asked.categories
        totals.append(sum(by.values()) + (unknown * unkept if is_wanted else 0))
    least, most = _reports(made, unkept).among(asked)
    assert [least, most] == pytest.approx(totals)
    for operator in ("gt", "gte", "lt", "lte", "eq"):
        for value in range(4):
            said = _reports(made, unkept).verdict(
                asked.categories,
                asked.window,
                asked.distinct,
                asked.weighted,
                asked.min_age,
                operator,
                value,
            )
            could = {_holds(each, operator, value) for each in (least, (least + most) / 2, most)}
            if operator == "eq" and least < value < most:
                could = {True, False}
            assert said in (None, *could)
            if least == most:
                assert said is _holds(least, operator, value)
            elif len(could) > 1:
                assert said is None


def _holds(count: float, operator: str, value: int) -> bool:
    return {
        "gt": count > value,
        "gte": count >= value,
        "lt": count < value,
        "lte": count <= value,
        "eq": count == value,
    }[operator]


def test_a_decision_begins_anew() -> None:
    item: dict[str, Any] = {}
    item[kept_name(0, "f")] = kept_report(reporter_id("ann"), NOW, ["spam"])
    assert len(open_reports(item, NOW).kept) == 1
    settle(item)
    assert open_reports(item, NOW).kept == ()
    assert not any(name.startswith("reporter|") for name in item)
    item[kept_name(0, "late")] = kept_report(reporter_id("bob"), NOW, ["spam"])
    assert open_reports(item, NOW).kept == (), "a report of the round before comes late"
