"""One transaction for all the writes that an event loop has ready.

The writes run on the loop itself, not in a thread of their own. A transaction takes a fraction of a
millisecond, its sync to disk included, and nobody whom it keeps waiting could be answered without
one; a writer thread and the loop taking the interpreter lock from each other at every statement
cost half as much CPU again as the work itself (benchmarks/RESULTS.md, "Where commits run").
"""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import threading
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from common.sqlite.file import begin

MAX_BATCH = 64

Request = TypeVar("Request")
Answer = TypeVar("Answer")
Apply = Callable[[sqlite3.Connection, Sequence[Request]], Sequence[Answer | Exception]]
_Waiting = tuple[Request, "asyncio.Future[Any]"]


class GroupCommit(Generic[Request, Answer]):
    """Runs `apply` on all waiting requests inside one transaction and commits once.

    `apply` returns an answer or an exception a request; a request whose answer is an exception
    must have changed nothing. When `apply` or the commit raises, the transaction is rolled back
    and every request is tried in a transaction of its own, so that only the culprit fails.
    """

    def __init__(self, connection: sqlite3.Connection, apply: Apply[Request, Answer]) -> None:
        self._connection = connection
        self._apply = apply
        self._waiting: dict[asyncio.AbstractEventLoop, list[_Waiting[Request]]] = {}
        # Loops of several threads may share the file.
        self._lock = threading.RLock()
        self._closed = False

    async def submit(self, request: Request) -> Answer:
        """Raises sqlite3.Error when the file cannot be written or is closed."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Answer] = loop.create_future()
        with self._lock:
            if self._closed:
                raise sqlite3.OperationalError("closed")
            waiting = self._waiting.get(loop)
            if waiting is None:
                waiting = self._waiting[loop] = []
                loop.call_soon(self._gather, loop, 0)
            waiting.append((request, future))
        return await future

    def close(self) -> None:
        """Commits what is waiting, then closes the connection."""
        with self._lock:
            if self._closed:
                return
            for loop in list(self._waiting):
                self._flush(loop, loop.call_soon_threadsafe)
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
            self._flush(loop)

    def _flush(
        self, loop: asyncio.AbstractEventLoop, run: Callable[..., object] | None = None
    ) -> None:
        """`run` hands the answers over where this is not the loop's own thread."""
        with self._lock:
            waiting = self._waiting.pop(loop, [])
            for start in range(0, len(waiting), MAX_BATCH):
                batch = waiting[start : start + MAX_BATCH]
                answers = self._commit([request for request, _ in batch])
                for (_, future), answer in zip(batch, answers, strict=True):
                    if run is None:
                        _set(future, answer)
                    elif not loop.is_closed():
                        run(_set, future, answer)

    def _commit(self, requests: Sequence[Request]) -> Sequence[Answer | Exception]:
        try:
            self._roll_back()
            begin(self._connection)
        except sqlite3.Error as error:
            return [error] * len(requests)
        try:
            answers = self._apply(self._connection, requests)
            self._connection.execute("COMMIT")
            return answers
        except Exception as error:
            with contextlib.suppress(sqlite3.Error):
                self._roll_back()
            if len(requests) == 1:
                return [error]
        return [self._commit([request])[0] for request in requests]

    def _roll_back(self) -> None:
        # SQLite has already rolled back by itself after some errors, such as a full disk.
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")


def _set(future: asyncio.Future[Any], answer: Any) -> None:
    if future.done():
        return
    if isinstance(answer, Exception):
        future.set_exception(answer)
    else:
        future.set_result(answer)
