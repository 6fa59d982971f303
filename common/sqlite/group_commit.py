"""One transaction for all the writes that an event loop has ready.

The writes run on the loop itself, not in a thread of their own. A transaction takes a fraction of a
millisecond, its sync to disk included, and nobody whom it keeps waiting could be answered without
one; a writer thread and the loop taking the interpreter lock from each other at every statement
cost half as much CPU again as the work itself (benchmarks/RESULTS.md, "Where commits run").

Waiting for another process's lock is another matter. The loop waits as long as that process's own
transactions take, and beyond that a timer tries again, while reads and all else go on.
"""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import threading
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from common.sqlite import file

MAX_BATCH = 64
_LOOP_SECONDS = 0.002
_FIRST_RETRY = 0.001
_LONGEST_RETRY = 0.005

Request = TypeVar("Request")
Answer = TypeVar("Answer")
Apply = Callable[[sqlite3.Connection, Sequence[Request]], Sequence[Answer | Exception]]


@dataclass(slots=True)
class _Waiting(Generic[Request]):
    """`until` is in the loop's time; `alone` is what failed together with others."""

    request: Request
    future: asyncio.Future[Any]
    until: float
    alone: bool = False


class GroupCommit(Generic[Request, Answer]):
    """Runs `apply` on all waiting requests inside one transaction and commits once.

    `apply` returns an answer or an exception a request; a request whose answer is an exception
    must have changed nothing. When `apply` or the commit raises, the transaction is rolled back
    and every request is tried in a transaction of its own, so that only the culprit fails. What
    `committed` raises after the commit is the answer of all.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        apply: Apply[Request, Answer],
        committed: Callable[[], None] = lambda: None,
    ) -> None:
        self._connection = connection
        self._apply = apply
        self._committed = committed
        self._waiting: dict[asyncio.AbstractEventLoop, deque[_Waiting[Request]]] = {}
        # Loops of several threads may share the file.
        self._lock = threading.RLock()
        self._closed = False

    async def submit(self, request: Request) -> Answer:
        """Raises sqlite3.Error when the file cannot be written or is closed, or stays locked by
        another process for BUSY_SECONDS; then nothing has changed.
        """
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Answer] = loop.create_future()
        with self._lock:
            if self._closed:
                raise sqlite3.OperationalError("closed")
            waiting = self._waiting.get(loop)
            if waiting is None:
                waiting = self._waiting[loop] = deque()
                loop.call_soon(self._gather, loop, 0)
            waiting.append(_Waiting(request, future, loop.time() + file.BUSY_SECONDS))
        return await future

    def close(self) -> None:
        """Commits what is waiting, then closes the connection."""
        with self._lock:
            if self._closed:
                return
            for loop, waiting in self._waiting.items():
                self._finish(loop, waiting)
            self._waiting.clear()
            self._closed = True
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._connection.close()

    def _gather(self, loop: asyncio.AbstractEventLoop, seen: int) -> None:
        """Lets the loop turn once more as long as that brings more: a sync costs as much for one
        request as for all that are on their way.
        """
        waiting = len(self._waiting.get(loop, ()))
        if seen < waiting < MAX_BATCH:
            loop.call_soon(self._gather, loop, waiting)
        else:
            self._flush(loop, _LOOP_SECONDS, _FIRST_RETRY)

    def _flush(self, loop: asyncio.AbstractEventLoop, seconds: float, pause: float) -> None:
        """Waits `seconds` for the lock, and after `pause` has it tried again."""
        with self._lock:
            waiting = self._waiting.pop(loop, deque())
            if self._commit_all(waiting, seconds, _set):
                return
            _expire(waiting, loop.time())
            if waiting:
                self._waiting[loop] = waiting
                further = min(pause * 1.5, _LONGEST_RETRY)
                loop.call_later(pause, self._flush, loop, 0.0, further)

    def _finish(self, loop: asyncio.AbstractEventLoop, waiting: deque[_Waiting[Request]]) -> None:
        """The loop may be another thread's, or have ended."""

        def hand_over(future: asyncio.Future[Any], answer: Any) -> None:
            if not loop.is_closed():
                loop.call_soon_threadsafe(_set, future, answer)

        if not self._commit_all(waiting, file.BUSY_SECONDS, hand_over):
            _answer(waiting, sqlite3.OperationalError("closed"), hand_over)

    def _commit_all(
        self,
        waiting: deque[_Waiting[Request]],
        seconds: float,
        hand_over: Callable[[asyncio.Future[Any], Any], None],
    ) -> bool:
        """False where another process has the lock; what is left in `waiting` then waits for it.
        Whatever happens, nobody else is left without an answer.
        """
        batch: list[_Waiting[Request]] = []
        try:
            while waiting:
                self._roll_back()
                if not file.has_begun(self._connection, seconds):
                    return False
                batch = _next_batch(waiting)
                answers = self._commit([each.request for each in batch])
                if answers is None:
                    for each in reversed(batch):
                        each.alone = True
                        waiting.appendleft(each)
                else:
                    for each, answer in zip(batch, answers, strict=True):
                        hand_over(each.future, answer)
                batch = []
        except BaseException as error:
            _answer([*batch, *waiting], error, hand_over)
            if not isinstance(error, Exception):
                raise
        return True

    def _commit(self, requests: Sequence[Request]) -> Sequence[Answer | Exception] | None:
        """None where each is to be tried alone."""
        try:
            answers = self._apply(self._connection, requests)
            self._connection.execute("COMMIT")
        except Exception as error:
            with contextlib.suppress(sqlite3.Error):
                self._roll_back()
            return [error] if len(requests) == 1 else None
        try:
            self._committed()
        except Exception as error:
            return [error] * len(requests)
        return answers

    def _roll_back(self) -> None:
        # SQLite has already rolled back by itself after some errors, such as a full disk.
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")


def _next_batch(waiting: deque[_Waiting[Request]]) -> list[_Waiting[Request]]:
    batch = [waiting.popleft()]
    while waiting and len(batch) < MAX_BATCH and not (batch[0].alone or waiting[0].alone):
        batch.append(waiting.popleft())
    return batch


def _expire(waiting: deque[_Waiting[Request]], now: float) -> None:
    """Those in front are the oldest. Who has gone meanwhile waits for nothing."""
    kept = [each for each in waiting if not each.future.done()]
    waiting.clear()
    waiting.extend(each for each in kept if each.until > now)
    late = [each for each in kept if each.until <= now]
    _answer(late, StaysLocked("another process holds the write lock"), _set)


class StaysLocked(sqlite3.OperationalError):
    """Another process held the write lock for as long as anybody waits."""

    sqlite_errorcode = sqlite3.SQLITE_BUSY
    sqlite_errorname = "SQLITE_BUSY"


def _answer(
    waiting: Iterable[_Waiting[Any]],
    answer: BaseException,
    hand_over: Callable[[asyncio.Future[Any], Any], None],
) -> None:
    if not isinstance(answer, Exception):
        answer = sqlite3.OperationalError(f"interrupted by {type(answer).__name__}")
    for each in waiting:
        hand_over(each.future, answer)


def _set(future: asyncio.Future[Any], answer: Any) -> None:
    if future.done():
        return
    if isinstance(answer, Exception):
        # A future takes no StopIteration.
        is_stop = isinstance(answer, StopIteration)
        future.set_exception(RuntimeError("StopIteration") if is_stop else answer)
    else:
        future.set_result(answer)
