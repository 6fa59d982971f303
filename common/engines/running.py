"""Running engines over content: inline, in threads, or awaited, side by side."""

from __future__ import annotations

import asyncio
import logging
import os
import threading
import traceback
from collections.abc import Awaitable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache

from common.domain.content import Content
from common.domain.labels import Label
from common.engines.config import Ask, EngineConfig
from common.engines.engine import Classifier, CreatorFacts, Engine, Resources

_MOST_THREADS = 4
_log = logging.getLogger(__name__)


@dataclass(eq=False)
class EngineRun:
    """An engine as one policy uses it; `deferred` says that it runs after the answer.

    It is prepared where it runs, for the first content that it judges, so that loading a model
    holds up nobody else.
    """

    engine: Engine
    config: EngineConfig
    resources: Resources
    asks: Sequence[Ask] = ()
    deferred: bool = False
    _classifier: Classifier | None = field(default=None, init=False)
    _preparing: threading.Lock = field(default_factory=threading.Lock, init=False)

    async def classify(self, content: Content, facts: CreatorFacts) -> Sequence[Label]:
        return await (self._classifier or self._prepared())(content, facts)

    def _prepared(self) -> Classifier:
        # Of this run alone: a lock shared with other engines would hold up the event loop.
        with self._preparing:
            if self._classifier is None:
                self._classifier = self.engine.load().prepare(self.config, self.resources)
            return self._classifier


@dataclass(frozen=True, slots=True)
class Findings:
    """`failed` are the engines that did not judge, by name: not judged is not safe."""

    labels: list[Label]
    failed: tuple[str, ...]


async def find_labels(runs: Sequence[EngineRun], content: Content, facts: CreatorFacts) -> Findings:
    """The labels of all runs in their order; an engine that raises is named and holds up none."""
    started = {run: _start(run, content, facts) for run in runs if run.engine.runs != "inline"}
    labels: list[Label] = []
    failed: list[str] = []
    try:
        for run in runs:
            found = await _outcome(run, started.get(run) or run.classify(content, facts))
            if found is None:
                failed.append(run.engine.name)
            else:
                labels += found
    finally:
        for future in started.values():
            future.cancel()
    return Findings(labels, tuple(failed))


async def _outcome(run: EngineRun, labels: Awaitable[Sequence[Label]]) -> Sequence[Label] | None:
    try:
        return await labels
    except Exception as error:
        # Kind and place only: what an error says may hold the customer's text.
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{type(error).__name__} at {frame.filename}:{frame.lineno}"
        _log.error("the engine %s failed: %s", run.engine.name, place)
        return None


def _start(
    run: EngineRun, content: Content, facts: CreatorFacts
) -> asyncio.Future[Sequence[Label]]:
    loop = asyncio.get_running_loop()
    if run.engine.runs == "thread":
        return loop.run_in_executor(_threads(), _run_here, run, content, facts)
    return loop.create_task(run.classify(content, facts))


def _run_here(run: EngineRun, content: Content, facts: CreatorFacts) -> Sequence[Label]:
    """Without a loop, which an engine that runs in a thread has no use for."""
    judging = run.classify(content, facts)
    try:
        judging.send(None)
    except StopIteration as done:
        labels: Sequence[Label] = done.value
        return labels
    judging.close()
    raise RuntimeError("an engine that runs in a thread has nothing to wait for")


@cache
def _threads() -> ThreadPoolExecutor:
    """Of the engines' own: what delivers and what resolves names share the loop's."""
    return ThreadPoolExecutor(min(_MOST_THREADS, os.cpu_count() or 1), "engine")
