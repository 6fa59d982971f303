"""What is attempted again, for how long and with which pauses."""

from __future__ import annotations

import asyncio
import itertools
import time

import pytest

from common.queue.retrying import persistently


class Passing(Exception):
    pass


def _may_repeat(error: Exception) -> bool:
    return isinstance(error, Passing)


class Attempts:
    def __init__(self, *outcomes: Exception | str) -> None:
        self._outcomes = itertools.chain(outcomes, itertools.repeat(outcomes[-1]))
        self.count = 0

    async def __call__(self) -> str:
        self.count += 1
        outcome = next(self._outcomes)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


def test_what_may_be_repeated_is_until_it_succeeds() -> None:
    attempts = Attempts(Passing(), Passing(), "done")
    assert asyncio.run(persistently(attempts, _may_repeat, 5.0, first_pause=0.001)) == "done"
    assert attempts.count == 3


def test_any_other_error_is_the_answer() -> None:
    attempts = Attempts(Passing(), KeyError("final"), "done")
    with pytest.raises(KeyError):
        asyncio.run(persistently(attempts, _may_repeat, 5.0, first_pause=0.001))
    assert attempts.count == 2


def test_it_gives_up_in_time_with_the_last_error() -> None:
    attempts = Attempts(Passing("first"), Passing("last"))
    started = time.monotonic()
    with pytest.raises(Passing, match="last"):
        asyncio.run(persistently(attempts, _may_repeat, 0.2, first_pause=0.01))
    assert time.monotonic() - started < 1
    assert attempts.count > 2


def test_pauses_grow_twofold_to_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    longest: list[float] = []

    def uniform(low: float, high: float) -> float:
        longest.append(high)
        return low

    monkeypatch.setattr("common.queue.retrying.random.uniform", uniform)
    attempts = Attempts(*[Passing()] * 6, "done")
    asyncio.run(persistently(attempts, _may_repeat, 5.0, first_pause=0.1))
    assert longest == [0.1, 0.2, 0.4, 0.8, 1.0, 1.0]
