"""One thread that writes an SQLite file, many requests to a transaction."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Any, Generic, TypeVar

from common.queue.sqlite_file import begin

MAX_BATCH = 64

Request = TypeVar("Request")
Answer = TypeVar("Answer")
Apply = Callable[[sqlite3.Connection, Sequence[Request]], Sequence[Answer | Exception]]


@dataclass(slots=True)
class _Waiting(Generic[Request]):
    request: Request
    future: asyncio.Future[Any]
    loop: asyncio.AbstractEventLoop


class GroupCommit(Generic[Request, Answer]):
    """Runs `apply` on all waiting requests inside one transaction and commits once.

    `apply` returns an answer or an exception a request; a request whose answer is an exception
    must have changed nothing. When `apply` or the commit raises, the transaction is rolled back
    and every request is tried in a transaction of its own, so that only the culprit fails.
    """

    def __init__(self, connection: sqlite3.Connection, apply: Apply[Request, Answer]) -> None:
        self._connection = connection
        self._apply = apply
        self._waiting: SimpleQueue[_Waiting[Request] | None] = SimpleQueue()
        self._closing = threading.Lock()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="group-commit", daemon=True)
        self._thread.start()

    async def submit(self, request: Request) -> Answer:
        """Raises sqlite3.Error when the file cannot be written or is closed."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Answer] = loop.create_future()
        with self._closing:
            if self._closed:
                raise sqlite3.OperationalError("closed")
            self._waiting.put(_Waiting(request, future, loop))
        return await future

    def close(self) -> None:
        """Commits what is waiting, then closes the connection."""
        with self._closing:
            if not self._closed:
                self._closed = True
                self._waiting.put(None)
        self._thread.join()

    def _run(self) -> None:
        open_ = True
        while open_:
            batch, open_ = self._next_batch()
            if batch:
                _resolve(batch, self._commit(batch))
        with contextlib.suppress(sqlite3.Error):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._connection.close()

    def _next_batch(self) -> tuple[list[_Waiting[Request]], bool]:
        """Also whether more may follow."""
        batch: list[_Waiting[Request]] = []
        waiting = self._waiting.get()
        with contextlib.suppress(Empty):
            while waiting is not None:
                batch.append(waiting)
                if len(batch) == MAX_BATCH:
                    break
                waiting = self._waiting.get_nowait()
        return batch, waiting is not None

    def _commit(self, batch: Sequence[_Waiting[Request]]) -> Sequence[Answer | Exception]:
        requests = [waiting.request for waiting in batch]
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
            if len(batch) == 1:
                return [error]
        return [self._commit([waiting])[0] for waiting in batch]

    def _roll_back(self) -> None:
        # SQLite has already rolled back by itself after some errors, such as a full disk.
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")


def _resolve(batch: Sequence[_Waiting[Request]], answers: Sequence[Answer | Exception]) -> None:
    # Waking a loop costs a system call: one call a loop, not one a request.
    by_loop: dict[asyncio.AbstractEventLoop, list[tuple[asyncio.Future[Any], Any]]] = {}
    for waiting, answer in zip(batch, answers, strict=True):
        by_loop.setdefault(waiting.loop, []).append((waiting.future, answer))
    for loop, resolved in by_loop.items():
        # RuntimeError: the loop was closed meanwhile, nobody waits any more.
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(_set_answers, resolved)


def _set_answers(resolved: Sequence[tuple[asyncio.Future[Any], Any]]) -> None:
    for future, answer in resolved:
        if future.done():
            continue
        if isinstance(answer, Exception):
            future.set_exception(answer)
        else:
            future.set_result(answer)
