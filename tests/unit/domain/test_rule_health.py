"""What was counted of rules, against a recount of every evaluation by itself."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from common.domain.rule import Scope
from common.domain.rule_count import (
    LETTERS,
    RuleCounts,
    folded,
    outcome_name,
    set_mark,
    set_parts,
    stops_of,
)
from common.domain.rule_health import Band, Health, OneRule, band_of, days_of
from common.domain.rule_vote import Votes, vote_name, votes_in

_SCOPES: tuple[Scope, ...] = ("post", "user", "reported_post")
_RULES = [("a", 1, "p"), ("b", 3, "pr"), ("c", 1, "u"), ("d", 2, "pu"), ("e", 1, "pur")]


def _evaluated(
    chance: random.Random, first_only: set[Scope], naive: dict[str, Counter[str]]
) -> RuleCounts:
    """One evaluation as `enforce` counts it, and each rule of it counted by itself."""
    scopes = [scope for scope in _SCOPES if chance.random() < 0.7] or ["post"]
    held, stops = set[int](), list[tuple[Scope, int | None]]()
    looked_at, evaluated = set[int](), set[int]()
    for scope in scopes:
        stop = None
        for number, (_, _, letters) in enumerate(_RULES):
            if LETTERS[scope] not in letters:
                continue
            evaluated.add(number)
            if stop is not None:
                continue
            looked_at.add(number)
            if chance.random() < 0.3:
                held.add(number)
                stop = number if scope in first_only else None
        stops.append((scope, stop))
    for number in evaluated:
        id = _RULES[number][0]
        naive.setdefault(id, Counter()).update(
            {"evaluated": 1, "passed": number not in looked_at, "hits": number in held}
        )
    return {f"e{outcome_name(stops)}": 1, **{f"h{number}": 1 for number in held}}


@pytest.mark.parametrize("seed", range(20))
def test_counts_are_those_of_every_evaluation_by_itself(seed: int) -> None:
    chance, naive = random.Random(seed), dict[str, Counter[str]]()
    first_only: set[Scope] = {scope for scope in _SCOPES if chance.random() < 0.6}
    shards: dict[tuple[int, int], list[RuleCounts]] = {}
    for _ in range(200):
        place = chance.randrange(3), chance.randrange(4)
        shards.setdefault(place, []).append(_evaluated(chance, first_only, naive))
    health = Health(first=0)
    for (day, _), counts in shards.items():
        health.add(day, _RULES, folded(counts))
    for id, version, _ in _RULES:
        counted = health.of(id).counted
        found = {
            "evaluated": counted.evaluated,
            "passed": counted.passed_over,
            "hits": counted.hits,
        }
        assert found == {name: naive[id][name] for name in found}
        assert [*health.of(id).versions] == [version]
        assert sum(each.hits for each in health.of(id).days.values()) == counted.hits
        assert counted.behind.total() == counted.passed_over


def test_what_came_last_stays_whatever_is_put_together_first() -> None:
    parts: list[RuleCounts] = [
        {"h0": 1, "m0": 5, "l0": {"at": 5, "error": "KeyError: late"}, "x0:KeyError": 1},
        {"h0": 2, "m0": 9, "l0": {"at": 2, "error": "TypeError: early"}, "x0:TypeError": 1},
        {"e p": 4},
    ]
    expected = {
        "h0": 3,
        "m0": 9,
        "l0": {"at": 5, "error": "KeyError: late"},
        "x0:KeyError": 1,
        "x0:TypeError": 1,
        "e p": 4,
    }
    assert folded(parts) == folded(reversed(parts)) == expected
    assert folded([folded(parts[:2]), parts[2]]) == expected


def test_outcomes_are_read_as_they_were_named() -> None:
    stops: list[tuple[Scope, int | None]] = [("post", 12), ("user", None), ("reported_user", 0)]
    assert stops_of(outcome_name(stops)) == [("p", 12), ("u", None), ("s", 0)]


def test_large_sets_are_in_parts() -> None:
    rules = [(f"rule {number}", 1, "p") for number in range(2_500)]
    parts = set_parts(rules)
    assert [len(part["rules"]) for part in parts] == [1_000, 1_000, 500]
    assert {part["parts"] for part in parts} == {3}
    assert [rule for part in parts for rule in part["rules"]] == rules
    assert set_parts([]) == [{"parts": 1, "rules": []}]
    assert set_mark(rules) != set_mark([*rules[1:], rules[0]])
    assert set_mark([("a", 1, "p")]) != set_mark([("a", 2, "p")])


@pytest.mark.parametrize(
    ("earlier", "band"),
    [
        ([5] * 6, None),
        ([5] * 7, Band(0, 11)),
        ([0] * 28, Band(0, 3)),
        ([100] * 7, Band(70, 130)),
        # One bad day among them moves nothing.
        ([100] * 6 + [9_000], Band(70, 130)),
        # They are off by more than chance: the median distance is 40.
        ([60, 100, 140, 60, 100, 140, 100], Band(0, 277)),
        ([20, 60, 140, 180, 100, 40, 160], Band(0, 366)),
    ],
)
def test_the_band(earlier: list[int], band: Band | None) -> None:
    assert band_of(earlier) == band


def test_only_days_on_which_it_was_evaluated_are_held_against() -> None:
    health = Health(first=10)
    rules = [("r", 1, "p")]
    for day in range(7):
        health.add(day, rules, {"ep": 50, "h0": 10})
    of_rule = health.of("r")
    (today,) = days_of(of_rule, 10, 10)
    assert (today.band, today.outside) == (Band(1, 19), None)
    (yesterday, _) = days_of(of_rule, 9, 10)
    assert yesterday.outside == "below"
    assert not any(each.band for each in days_of(OneRule(), 0, 40))
    (later,) = days_of(of_rule, 40, 40)
    assert later.band is None


def test_votes_say_of_whom_they_are() -> None:
    document = {vote_name("2:a:b", kept=True): 3, vote_name("1:c", kept=False): 2}
    assert [*votes_in(document)] == [("a:b", 2, Votes(0, 3)), ("c", 1, Votes(2, 0))]
