"""The time that an engine has for one content, and how it learns that it is over.

A thread cannot be ended from outside, so an engine looks at its budget itself: between texts, lists
and patterns, whatever is a piece of its work.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextvars import ContextVar, Token
from math import inf
from typing import TypeVar

T = TypeVar("T")

ENDLESS = "a text becomes endless when it is folded"
"""What engines say that leave it out: see `Folded.is_endless`."""


class TooLong(Exception):
    """Nobody waits for the outcome any more; the text says why, without the customer's."""


class Budget:
    """`seconds` by `clock` from where the work begins; the default clock counts what the thread
    computes, so that a machine under load judges no less. `left_out` says why something was not
    judged, None that all was; `ran_out` says that it is because of the time.

    A thread computes no longer than time goes by, which costs a tenth as much to ask for: as long
    as `seconds` have not gone by, which is until `soonest`, they are not spent by any clock.
    """

    __slots__ = ("_clock", "_token", "_until", "left_out", "ran_out", "seconds", "soonest")

    def __init__(self, seconds: float, clock: Callable[[], float] = time.thread_time) -> None:
        self.seconds = seconds
        self.left_out: str | None = None
        self.ran_out = False
        self._clock = clock
        self._until = self.soonest = inf
        self._token: Token[Budget | None] | None = None

    def __enter__(self) -> Budget:
        self.soonest = time.perf_counter() + self.seconds
        self._until = self._clock() + self.seconds
        self._token = _current.set(self)
        return self

    def __exit__(self, *_: object) -> None:
        if self._token is not None:
            _current.reset(self._token)

    def end(self) -> None:
        """From any thread: nobody waits for the outcome any more."""
        self._until = self.soonest = -inf

    def left(self) -> float:
        return max(self._until - self._clock(), 0.0)

    def is_spent(self) -> bool:
        return time.perf_counter() >= self.soonest and self._clock() >= self._until


_current: ContextVar[Budget | None] = ContextVar("budget", default=None)


def within_budget(pieces: Iterable[T]) -> Iterator[T]:
    """The pieces of an engine's work, as long as there is time for the next. What is left then
    counts as not judged; what was found until then stands.
    """
    budget = _current.get()
    if budget is None:
        yield from pieces
        return
    for piece in pieces:
        if time.perf_counter() >= budget.soonest and budget.is_spent():
            budget.ran_out = True
            leave_out(f"it took more than {budget.seconds:g} s")
            return
        yield piece


def left_out() -> str | None:
    """Why the engine at work has not judged something, None as long as it has judged all."""
    budget = _current.get()
    return budget.left_out if budget is not None else None


def leave_out(why: str) -> None:
    """An engine that cannot judge a part of the content says so, without the customer's text."""
    budget = _current.get()
    if budget is not None and budget.left_out is None:
        budget.left_out = why


def seconds_left() -> float:
    """What an engine that is awaited has until it must have ended."""
    budget = _current.get()
    return budget.left() if budget is not None else inf
