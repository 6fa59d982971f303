from __future__ import annotations

import asyncio

import pytest

from common.domain.errors import TryAgain
from common.store.deciding import until_committed
from common.store.store import Conflict, Key

KEY = Key("app", "things", "a")


class Attempt:
    def __init__(self, conflicts: int) -> None:
        self.made = 0
        self._conflicts = conflicts

    async def __call__(self) -> int:
        self.made += 1
        if self.made <= self._conflicts:
            raise Conflict(KEY)
        return self.made


def test_it_is_made_again_until_nobody_was_faster() -> None:
    assert asyncio.run(until_committed(Attempt(0), 5, TryAgain("busy"))) == 1
    assert asyncio.run(until_committed(Attempt(4), 5, TryAgain("busy"))) == 5


@pytest.mark.parametrize("busy", [TryAgain("busy"), Conflict(KEY)], ids=repr)
def test_after_the_last_attempt_the_caller_s_error_is_raised(busy: Exception) -> None:
    attempt = Attempt(99)
    with pytest.raises(type(busy)) as error:
        asyncio.run(until_committed(attempt, 5, busy))
    assert error.value is busy
    assert attempt.made == 5


def test_another_error_is_no_reason_to_try_again() -> None:
    made = 0

    async def attempt() -> None:
        nonlocal made
        made += 1
        raise LookupError

    with pytest.raises(LookupError):
        asyncio.run(until_committed(attempt, 5, TryAgain("busy")))
    assert made == 1
