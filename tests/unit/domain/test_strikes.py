"""Strikes against a naive model: what counts, and which steps are reached, at any time."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import given as drawn
from hypothesis import strategies as st

from common.domain.strikes import (
    MOST_KEPT,
    Strike,
    StrikePolicy,
    UserStrikes,
    fields_of,
    given,
    reached,
    standing_strikes,
    total,
    totals,
)

_POLICY: StrikePolicy = {
    "id": "p",
    "name": "P",
    "expires_after": 1,
    "weights": {"rules": {}, "classes": {}},
    "steps": [{"strikes": n, "actions": []} for n in (2, 3, 7)],
    "created_at": 0,
    "updated_at": 0,
}
_LASTS = 10


def _strike(id: str, weight: int, at: int, policy: str = "p", lasts: int = _LASTS) -> Strike:
    return {
        "id": id,
        "policy": policy,
        "weight": weight,
        "at": at,
        "expires_at": at + lasts,
        "reason": "",
        "by": "",
    }


@dataclass
class _Model:
    """Every strike that was ever given, looked through anew each time."""

    strikes: dict[str, Strike] = field(default_factory=dict)

    def total(self, now: int) -> int:
        standing = (each for each in self.strikes.values() if now < each["expires_at"])
        return sum(each["weight"] for each in standing if each["policy"] == "p")

    def give(self, strike: Strike, now: int) -> list[int]:
        before = self.total(now)
        known = self.strikes.get(strike["id"])
        if known is not None and now < known["expires_at"]:
            heavier = max(known["weight"], strike["weight"])
            self.strikes[strike["id"]] = {**known, "weight": heavier}
        else:
            self.strikes[strike["id"]] = strike
        after = self.total(now)
        return [step["strikes"] for step in _POLICY["steps"] if before < step["strikes"] <= after]


_GIVEN = st.tuples(
    st.integers(0, 6),
    st.sampled_from("abcdef"),
    st.integers(1, 4),
    st.sampled_from(["p", "p", "q"]),
    st.sampled_from([_LASTS, _LASTS, 3]),
)


@drawn(st.lists(_GIVEN, max_size=30))
def test_strikes_are_those_of_the_model(events: list[tuple[int, str, int, str, int]]) -> None:
    model, known, now = _Model(), None, 0
    for wait, id, weight, policy, lasts in events:
        now += wait
        strike = _strike(f"{policy}{id}", weight, now, policy, lasts)
        change = given(known, strike, now)
        steps = model.give(strike, now)
        if policy == "p":
            assert [step["strikes"] for step in reached(_POLICY, change)] == steps
        if change.before != change.after:
            known = fields_of("ann", change.strikes)
        for at in (now, now + 1, now + lasts - 1, now + lasts, now + lasts + 1):
            assert totals(known, at).get("p", 0) == model.total(at)


def test_a_strike_counts_until_its_time() -> None:
    known = fields_of("ann", [_strike("a", 1, 100)])
    assert [total(standing_strikes(known, at)) for at in (99, 100, 109, 110)] == [1, 1, 1, 0]


def test_of_many_those_that_last_longest_are_kept() -> None:
    known: UserStrikes | None = None
    for number in range(MOST_KEPT + 20):
        change = given(known, _strike(f"s{number}", 1, number, lasts=10_000), number)
        known = fields_of("ann", change.strikes)
    assert known is not None
    assert len(known["strikes"]) == MOST_KEPT
    assert known["strikes"][0]["id"] == "s20"
    assert known["last_expires_at"] == MOST_KEPT + 19 + 10_000
