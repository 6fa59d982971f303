"""Looking host names up: in threads of its own, since a resolver may keep one for minutes."""

from __future__ import annotations

import asyncio
import socket
from concurrent.futures import Future, ThreadPoolExecutor

from common.outgoing.egress import EgressPolicy


class Unresolved(OSError):
    """The resolver knows no address of the host."""


class LookupsBusy(OSError):
    """Every thread is stuck with another name, so that nothing was asked."""


class Lookups:
    """At most `threads` names at a time, and each of them once, however many wait for its answer.

    `patience` is how many seconds a name waits for a thread.
    """

    def __init__(self, policy: EgressPolicy, threads: int, patience: float) -> None:
        self._policy = policy
        self._patience = patience
        self._executor = ThreadPoolExecutor(threads, "resolve")
        self._jobs: dict[tuple[str, int], Future[list[str]]] = {}

    async def addresses(self, host: str, port: int) -> list[str]:
        """The addresses of the host, all of them checked: nobody may look the name up again.

        Raises EgressRefused, Unresolved, or LookupsBusy.
        """
        job = self._jobs.get((host, port)) or self._start(host, port)
        answer = asyncio.wrap_future(job)
        await asyncio.wait({answer}, timeout=self._patience)
        if not (job.running() or job.done()):
            raise LookupsBusy
        # The answer may be waited for by others, who are not to go with this one.
        found = await asyncio.shield(answer)
        if not found:
            raise Unresolved
        self._policy.check(host, port, found)
        return found

    def _start(self, host: str, port: int) -> Future[list[str]]:
        at = (host, port)
        job = self._jobs[at] = self._executor.submit(_look_up, host, port)
        job.add_done_callback(lambda _: self._jobs.pop(at, None))
        return job


def _look_up(host: str, port: int) -> list[str]:
    """No address where the name is not known, or cannot be a name."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    return [str(address[0]) for *_, address in found]
