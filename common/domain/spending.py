"""What an app's providers have taken of its budget, one document a day (UTC)."""

from __future__ import annotations

from datetime import UTC, datetime

from typing_extensions import TypedDict

from common.store.store import Collection, Key

MILLIONTHS = 1_000_000


class Limits(TypedDict):
    """Of an app and day, for all its providers together; None is no limit. `money` is in the
    currency of the providers' prices.
    """

    calls: int | None
    tokens: int | None
    money: float | None


class Spending(TypedDict, total=False):
    """What processes have taken for the calls that they make; `money` is in millionths. A process
    takes somewhat more than it needs, so that not every call is a write.
    """

    calls: int
    tokens: int
    money: int


SPENDING: Collection[Spending] = Collection("spending")


def spending_key(app: str, now: int) -> Key[Spending]:
    day = datetime.fromtimestamp(now // 1_000_000_000, UTC).strftime("%Y-%m-%d")
    return Key(app, SPENDING, day)
