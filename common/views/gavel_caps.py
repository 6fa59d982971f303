"""How much of the caps is used up, and whom a rule would reach, as Gavel's own API has it."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import TypedDict


class ShownCap(TypedDict):
    """`used` is what went through in the last hour, counted where there is a cap."""

    per_hour: int | None
    used: int


class CapsAnswer(TypedDict):
    """`rule` and `flags` are of the rule that was named."""

    app: ShownCap
    rule: ShownCap | None
    flags: ShownCap | None


class ReachAnswer(TypedDict):
    """Of so many `users` that were looked at, for how many the rule holds by now; `sample` has some
    of their ids. `next` is where to go on.
    """

    rule_id: str
    users: int
    would_hit: int
    sample: list[str]
    next: str | None


def shown_cap(per_hour: int | None, used: int) -> ShownCap:
    return {"per_hour": per_hour, "used": used}


def reach_answer(
    rule_id: str, users: int, hit: int, sample: Sequence[str], cursor: str | None
) -> ReachAnswer:
    return {
        "rule_id": rule_id,
        "users": users,
        "would_hit": hit,
        "sample": list(sample),
        "next": cursor,
    }
