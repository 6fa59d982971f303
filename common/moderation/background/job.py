"""What a kind of job is made of: a step for each page, which the runner commits."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from common.configuration.context import Context
from common.domain.task import JobResult, Task
from common.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Job:
    """`task` is as it was read. What a step adds to `unit` is committed with its progress."""

    context: Context
    app: str
    task: Task
    unit: UnitOfWork
    now: int

    @property
    def cursor(self) -> str:
        """Empty for the first page."""
        return self.task.get("cursor", "")


@dataclass(frozen=True, slots=True)
class Step:
    """`cursor` is where the job goes on, None where it has come to its end; `result` is what the
    task's is from now on. `configures` says that the unit has changes of the configuration. A job
    goes on at once, or at the time `at`, when the sweep finds it.
    """

    cursor: str | None
    result: JobResult
    configures: bool = False
    at: int = 0


class JobFailed(Exception):
    """The job cannot be done, now or later; `word` is the error's type."""

    def __init__(self, word: str, description: str) -> None:
        super().__init__(description)
        self.word = word
        self.description = description


async def _nothing(_: Job, __: Task) -> None:
    """Of most kinds nobody is told when one has ended."""


@dataclass(frozen=True, slots=True)
class Kind:
    """`step` does one page. `ended` adds to the unit what the end leads to; it is given the task
    as it will be.
    """

    step: Callable[[Job], Awaitable[Step]]
    ended: Callable[[Job, Task], Awaitable[None]] = field(default=_nothing)
