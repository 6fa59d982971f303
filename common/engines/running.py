"""Running engines over content: inline, in threads, or awaited, side by side, each in its time."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
import traceback
from collections.abc import Awaitable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from functools import partial

from common.domain.content import Content
from common.domain.labels import Label
from common.engines.budget import Budget, TooLong
from common.engines.config import Ask, EngineConfig
from common.engines.engine import Classifier, CreatorFacts, Engine, Resources
from common.engines.threads import COMPUTING, ENGINES, in_time

MOST_SPANS = 1_000
"""Places that a label names; a text of one listed word would fill a document with them."""
_INLINE_CHARACTERS = 2_000
_INLINE_SECONDS = 0.01
PATIENCE, AWAITED = 5.0, 1.5
"""Budgets that pass by the clock before nobody waits any more: for a thread and what is computed
there, and for an engine that is awaited and does not look at its budget."""
PREPARING_SECONDS = 10.0
_log = logging.getLogger(__name__)


@dataclass(eq=False)
class EngineRun:
    """An engine as one policy uses it; `deferred` says that it runs after the answer.

    It is prepared in a thread, for the first content that it judges, so that loading a model or
    compiling a list holds up nobody else. Until `inline_characters` of text, an inline engine
    runs on the event loop, where it takes less time than handing it over would.
    """

    engine: Engine
    config: EngineConfig
    resources: Resources
    asks: Sequence[Ask] = ()
    deferred: bool = False
    inline_characters: int = field(default=_INLINE_CHARACTERS, init=False)
    _preparing: Future[Classifier] | None = field(default=None, init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False)

    @property
    def prepared(self) -> Classifier | None:
        """None as long as it is not, or where that failed."""
        done = self._preparing
        if done is None or not done.done() or done.cancelled() or done.exception() is not None:
            return None
        return done.result()

    async def classifier(self) -> Classifier:
        """Raises TooLong while it takes long to prepare, which goes on."""
        with self._lock:
            if self._preparing is None or self._has_failed():
                threads = ENGINES if self.engine.runs == "thread" else COMPUTING
                self._preparing = threads.begin(self.resources.app, self._prepare)
            preparing = self._preparing
        return await in_time(asyncio.shield(asyncio.wrap_future(preparing)), PREPARING_SECONDS)

    def _has_failed(self) -> bool:
        return self._preparing is not None and self._preparing.done() and self.prepared is None

    def _prepare(self) -> Classifier:
        return self.engine.load().prepare(self.config, self.resources)


@dataclass(frozen=True, slots=True)
class Findings:
    """`failed` are the engines that did not judge, or not all: not judged is not safe."""

    labels: list[Label]
    failed: tuple[str, ...]


async def find_labels(runs: Sequence[EngineRun], content: Content, facts: CreatorFacts) -> Findings:
    """The labels of all runs in their order; an engine that raises, or that has not ended in its
    time, is named and holds up none.
    """
    loop = asyncio.get_running_loop()
    judgings = {run: _Judging(run, content, facts) for run in runs}
    started = {
        run: loop.create_task(judging.outcome())
        for run, judging in judgings.items()
        if not judging.is_inline or run.prepared is None
    }
    labels: list[Label] = []
    failed: list[str] = []
    try:
        for run, judging in judgings.items():
            found = await _found(run, started.get(run) or judging.outcome())
            labels += found.labels
            failed += found.failed
    finally:
        for task in started.values():
            task.cancel()
    return Findings(labels, tuple(failed))


async def _found(run: EngineRun, outcome: Awaitable[Findings]) -> Findings:
    try:
        return await outcome
    except TooLong as error:
        return _unjudged(run, str(error))
    except Exception as error:
        # Kind and place only: what an error says may hold the customer's text.
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{type(error).__name__} at {frame.filename}:{frame.lineno}"
        _log.error("the engine %s failed: %s", run.engine.name, place)
        return Findings([], (run.engine.name,))


def _unjudged(run: EngineRun, why: str, labels: Sequence[Label] = ()) -> Findings:
    _log.warning("the engine %s did not judge everything: %s", run.engine.name, why)
    return Findings(list(labels), (run.engine.name,))


@dataclass(frozen=True, slots=True)
class _Judging:
    """One engine over one content."""

    run: EngineRun
    content: Content
    facts: CreatorFacts

    @property
    def is_inline(self) -> bool:
        run = self.run
        return run.engine.runs == "inline" and self._characters <= run.inline_characters

    @property
    def _characters(self) -> int:
        return sum(map(len, self.content.texts))

    async def outcome(self) -> Findings:
        classifier = self.run.prepared or await self.run.classifier()
        if self.run.engine.runs == "await":
            return await self._awaited(classifier)
        found = self._on_the_loop(classifier) if self.is_inline else None
        return found or await self._in_thread(classifier)

    def _on_the_loop(self, classifier: Classifier) -> Findings | None:
        """None where it turns out to be too much for there."""
        budget = Budget(min(_INLINE_SECONDS, self.run.engine.budget))
        labels = _classify(classifier, budget, self.content, self.facts)
        if budget.is_spent():
            self.run.inline_characters = min(self.run.inline_characters, self._characters - 1)
        return None if budget.ran_out else self._judged(labels, budget)

    async def _in_thread(self, classifier: Classifier) -> Findings:
        engine = self.run.engine
        budget = Budget(engine.budget)
        work = partial(_classify, classifier, budget, self.content, self.facts)
        threads = ENGINES if engine.runs == "thread" else COMPUTING
        try:
            labels = await threads.run(self.run.resources.app, work, engine.budget * PATIENCE)
        finally:
            budget.end()
        return self._judged(labels, budget)

    async def _awaited(self, classifier: Classifier) -> Findings:
        seconds = self.run.engine.budget
        with Budget(seconds, time.monotonic) as budget:
            work = classifier(self.content, self.facts)
            labels = await in_time(work, seconds * AWAITED)
        return self._judged(labels, budget)

    def _judged(self, labels: Sequence[Label], budget: Budget) -> Findings:
        bounded = [replace(label, spans=label.spans[:MOST_SPANS]) for label in labels]
        if budget.left_out is not None:
            return _unjudged(self.run, budget.left_out, bounded)
        return Findings(bounded, ())


def _classify(
    classifier: Classifier, budget: Budget, content: Content, facts: CreatorFacts
) -> Sequence[Label]:
    """Without a loop, which an engine that is not awaited has no use for."""
    with budget:
        judging = classifier(content, facts)
        try:
            judging.send(None)
        except StopIteration as done:
            labels: Sequence[Label] = done.value
            return labels
        judging.close()
    raise RuntimeError("only an engine that is awaited may wait for something")
