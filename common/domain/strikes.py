"""Strikes: what users are held to, until each runs out by itself; and the policies that say what so
many of them lead to.

Whether a strike counts follows from the time alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NotRequired

from typing_extensions import TypedDict

from common.domain.ids import derived_id
from common.store.store import Collection, Key

MOST_KEPT = 200
"""Of one user, in all policies: those that last longest."""
BAN_USER = "ban_user"
"""The action of a step that Gavel carries out itself."""


_SHOWN = ("id", "weight", "at", "rule_id", "rule_version", "item_id", "by")


class StepAction(TypedDict):
    """`values` go to the app's server as `options`; of `ban_user` they are the ban's `timeout` in
    minutes, for good without, and whether it is a `shadow` ban.
    """

    action: str
    values: dict[str, Any]


class Step(TypedDict):
    """What is done when a user comes to have that many strikes."""

    strikes: int
    actions: list[StepAction]


class StrikeWeights(TypedDict):
    """What a strike weighs: by the rule that gives it, or by what its content was classified as, of
    which the heaviest counts. Otherwise it weighs 1.
    """

    rules: dict[str, int]
    classes: dict[str, int]


class StrikePolicyFields(TypedDict):
    """`expires_after` is how many days a strike counts. `steps` are in ascending order."""

    name: str
    expires_after: int
    weights: StrikeWeights
    steps: list[Step]


class StrikePolicy(StrikePolicyFields):
    id: str
    created_at: int
    updated_at: int


STRIKE_POLICIES: Collection[StrikePolicy] = Collection("strike_policy")


class GivenStrike(TypedDict):
    """What a rule gives besides its actions; without `weight`, what the policy says."""

    policy: str
    weight: NotRequired[int]


class Strike(TypedDict):
    """`by` is the moderator who gave it, empty where a rule did. Times are nanoseconds; it counts
    until before `expires_at`.
    """

    id: str
    policy: str
    weight: int
    at: int
    expires_at: int
    reason: str
    by: str
    rule_id: NotRequired[str]
    rule_version: NotRequired[int]
    item_id: NotRequired[str]


class UserStrikes(TypedDict):
    """`policies` names those that one of them is of; the last runs out at `last_expires_at`."""

    user_id: str
    strikes: list[Strike]
    policies: list[str]
    last_expires_at: int


USER_STRIKES: Collection[UserStrikes] = Collection("user_strikes")


def strike_policy_key(app: str, id: str) -> Key[StrikePolicy]:
    return Key(app, STRIKE_POLICIES, id)


def strikes_key(app: str, user: str) -> Key[UserStrikes]:
    return Key(app, USER_STRIKES, user)


def strike_id(policy: str, *cause: str) -> str:
    """The same cause is one strike of a policy."""
    return derived_id("strike", policy, *cause)


def standing_strikes(
    known: UserStrikes | None, now: int, policy: str | None = None
) -> list[Strike]:
    """Those that count now, of one policy where it is named; the first to run out is first. What a
    clock ahead of ours has given counts.
    """
    strikes = known["strikes"] if known is not None else ()
    found = [each for each in strikes if now < each["expires_at"]]
    return sorted((each for each in found if policy in (None, each["policy"])), key=_end)


def _end(strike: Strike) -> tuple[int, str]:
    return strike["expires_at"], strike["id"]


def shown(strike: Strike) -> dict[str, Any]:
    """For the log and for those who are told why."""
    fields: Mapping[str, Any] = strike
    return {name: fields[name] for name in _SHOWN if name in fields and fields[name] != ""}


def total(strikes: Iterable[Strike]) -> int:
    return sum(each["weight"] for each in strikes)


def totals(known: UserStrikes | None, now: int) -> dict[str, int]:
    """By policy."""
    found: dict[str, int] = {}
    for each in standing_strikes(known, now):
        found[each["policy"]] = found.get(each["policy"], 0) + each["weight"]
    return found


@dataclass(frozen=True, slots=True)
class Change:
    """`before` and `after` are how many strikes of the policy counted."""

    strikes: Sequence[Strike]
    before: int
    after: int


def given(known: UserStrikes | None, strike: Strike, now: int) -> Change:
    """With the strike. One of the same cause stays as it is, unless it weighs less."""
    kept = standing_strikes(known, now)
    before = total(each for each in kept if each["policy"] == strike["policy"])
    same = next((each for each in kept if each["id"] == strike["id"]), None)
    if same is not None and same["weight"] >= strike["weight"]:
        return Change(kept, before, before)
    if same is not None:
        heavier: Strike = {**same, "weight": strike["weight"]}
        changed = [heavier if each is same else each for each in kept]
        return Change(changed, before, before + strike["weight"] - same["weight"])
    changed = sorted([*kept, strike], key=_end)[-MOST_KEPT:]
    return Change(changed, before, total(e for e in changed if e["policy"] == strike["policy"]))


def reached(policy: StrikePolicy, change: Change) -> list[Step]:
    """The steps that are crossed upwards, the lowest first."""
    return [step for step in policy["steps"] if change.before < step["strikes"] <= change.after]


def fields_of(user: str, strikes: Sequence[Strike]) -> UserStrikes:
    return {
        "user_id": user,
        "strikes": [*strikes],
        "policies": sorted({each["policy"] for each in strikes}),
        "last_expires_at": max((each["expires_at"] for each in strikes), default=0),
    }
