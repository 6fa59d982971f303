"""Strikes and their policies, as Gavel's own API has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from typing_extensions import TypedDict

from common.domain.strikes import Strike, StrikePolicy


class StrikePolicyAnswer(TypedDict):
    strike_policy: StrikePolicy


class StrikePoliciesAnswer(TypedDict):
    strike_policies: list[StrikePolicy]
    next: str | None


class StrikesAnswer(TypedDict):
    """Those that count now; `totals` is what they weigh together, by policy."""

    user_id: str
    strikes: list[Strike]
    totals: dict[str, int]


class Bar(TypedDict):
    strikes: int
    users: int


class StepUsers(TypedDict):
    strikes: int
    users: int


class HistogramAnswer(TypedDict):
    """`histogram` has how many users have so many strikes now, `steps` how many are at or over the
    threshold of each step. Both are of the users that this page has; all are where `next` is null.
    """

    strike_policy: str
    users: int
    histogram: list[Bar]
    steps: list[StepUsers]
    next: str | None


def strike_policy_answer(policy: StrikePolicy) -> StrikePolicyAnswer:
    return {"strike_policy": policy}


def strike_policies_answer(
    policies: Sequence[StrikePolicy], cursor: str | None
) -> StrikePoliciesAnswer:
    return {"strike_policies": [*policies], "next": cursor}


def strikes_answer(user: str, strikes: Sequence[Strike]) -> StrikesAnswer:
    totals: dict[str, int] = {}
    for each in strikes:
        totals[each["policy"]] = totals.get(each["policy"], 0) + each["weight"]
    return {"user_id": user, "strikes": [*strikes], "totals": totals}


def histogram_answer(
    policy: StrikePolicy, users: Mapping[int, int], cursor: str | None
) -> HistogramAnswer:
    thresholds = [step["strikes"] for step in policy["steps"]]
    return {
        "strike_policy": policy["id"],
        "users": sum(users.values()),
        "histogram": [{"strikes": strikes, "users": count} for strikes, count in users.items()],
        "steps": [
            {"strikes": each, "users": sum(n for had, n in users.items() if had >= each)}
            for each in thresholds
        ],
        "next": cursor,
    }
