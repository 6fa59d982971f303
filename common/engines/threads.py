"""Threads for work that would hold up the event loop, shared fairly by the apps.

They are not the loop's own, which deliveries and the look-up of names need. A thread cannot be
ended from outside. One whose caller gave up is replaced, so that others do not wait for it, and
goes on counting against its app; of such threads there are so many at most.
"""

from __future__ import annotations

import asyncio
import os
import threading
from collections import Counter, deque
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, TypeVar

from common.engines.budget import TooLong

_MOST = max(2, min(4, os.cpu_count() or 1))
_MOST_SET_ASIDE = 4

T = TypeVar("T")


@dataclass(eq=False, slots=True)
class _Job:
    app: str
    work: Callable[[], Any]
    future: Future[Any] = field(default_factory=Future)
    set_aside: bool = False


async def in_time(outcome: Awaitable[T], seconds: float | None) -> T:
    """Raises TooLong when it is not there after so many; a TimeoutError is the outcome's own."""
    try:
        async with asyncio.timeout(seconds) as waiting:
            return await outcome
    except TimeoutError:
        if waiting.expired():
            raise TooLong(f"it had not ended after {seconds:g} s") from None
        raise


class Threads:
    """At most `most` run at once, `share` of them for one app; apps that wait take turns."""

    def __init__(self, name: str, most: int, share: int) -> None:
        self._name = name
        self._most = most
        self._share = share
        self._lock = threading.Lock()
        self._waiting: dict[str, deque[_Job]] = {}
        self._running: Counter[str] = Counter()
        self._set_aside = 0

    async def run(self, app: str, work: Callable[[], T], patience: float | None = None) -> T:
        """What `work` returns in a thread. Raises TooLong after `patience` seconds, in which it may
        have waited for a thread or run.
        """
        job = self._add(app, work)
        try:
            return await in_time(asyncio.wrap_future(job.future), patience)
        finally:
            self._give_up(job)

    def begin(self, app: str, work: Callable[[], T]) -> Future[T]:
        """For work whose outcome several may wait for; nobody gives up on it."""
        return self._add(app, work).future

    def _add(self, app: str, work: Callable[[], Any]) -> _Job:
        job = _Job(app, work)
        with self._lock:
            self._waiting.setdefault(app, deque()).append(job)
            runnable = self._next()
        self._start(runnable)
        return job

    def _start(self, job: _Job | None) -> None:
        if job is None:
            return
        name = f"{self._name}_{job.app}"
        try:
            # Its end is nobody's concern: a process that ends does not wait for it.
            threading.Thread(target=self._work, args=(job,), name=name, daemon=True).start()
        except RuntimeError as error:
            with self._lock:
                self._end(job)
            job.future.set_exception(error)

    def _next(self) -> _Job | None:
        """Takes the job that may run now; the lock is held."""
        if self._running.total() - self._set_aside >= self._most:
            return None
        for app in self._waiting:
            if self._running[app] < self._share:
                break
        else:
            return None
        jobs = self._waiting.pop(app)
        job = jobs.popleft()
        if jobs:
            self._waiting[app] = jobs  # Behind the others.
        self._running[app] += 1
        return job

    def _work(self, job: _Job | None) -> None:
        while job is not None:
            _run(job)
            with self._lock:
                self._end(job)
                job = self._next()

    def _end(self, job: _Job) -> None:
        self._running[job.app] -= 1
        if not self._running[job.app]:
            del self._running[job.app]
        if job.set_aside:
            self._set_aside -= 1

    def _give_up(self, job: _Job) -> None:
        with self._lock:
            if job.future.done():
                return
            jobs = self._waiting.get(job.app)
            if jobs is not None:
                with suppress(ValueError):
                    jobs.remove(job)
                    if not jobs:
                        del self._waiting[job.app]
                    return
            if self._set_aside < _MOST_SET_ASIDE:
                job.set_aside = True
                self._set_aside += 1
            runnable = self._next()
        self._start(runnable)


def _run(job: _Job) -> None:
    if not job.future.set_running_or_notify_cancel():
        return
    try:
        result = job.work()
    except BaseException as error:
        job.future.set_exception(error)
    else:
        job.future.set_result(result)


ENGINES = Threads("engine", _MOST, _MOST - 1)
"""For engines that run in threads: models, images, whatever may hang."""
COMPUTING = Threads("compute", _MOST, 1)
"""For what computes and ends by itself: compiling, long texts, many rules."""
PREPARING = Threads("prepare", _MOST, 2)
"""For engines that compute: while one of an app prepares for seconds, the others can."""
