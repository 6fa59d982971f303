"""Running engines over content: inline, in threads, or awaited, side by side, each in its time."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
import traceback
from collections.abc import Collection, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

from common.domain.content import Content
from common.domain.labels import Label
from common.engines.budget import Budget, TooLong
from common.engines.config import Ask, EngineConfig
from common.engines.engine import Classifier, CreatorFacts, Engine, Resources, Runs, Unavailable
from common.engines.threads import COMPUTING, ENGINES, PREPARING, in_time

if TYPE_CHECKING:
    from common.engines.cascade import Cascade

MOST_SPANS = 1_000
"""Places that a label names; a text of one listed word would fill a document with them."""
_INLINE_CHARACTERS = 2_000
_INLINE_SECONDS = 0.01
_SHORT_ENOUGH = 16
"""So many texts in turn took no longer in a thread, and the loop has those as long as they again:
what took long once, as while its patterns were compiled, need not do so ever after.
"""
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
    short_ones: int = field(default=0, init=False)
    _preparing: Future[Classifier] | None = field(default=None, init=False)
    _prepared: Classifier | None = field(default=None, init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False)
    _said: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        if self.config.is_slow:
            self.inline_characters = -1

    @cached_property
    def runs(self) -> Runs:
        """As the engine does, unless the policy wants a model of it."""
        return "thread" if self.config.in_thread else self.engine.runs

    @cached_property
    def inline_seconds(self) -> float:
        return min(_INLINE_SECONDS, self.engine.budget)

    @property
    def prepared(self) -> Classifier | None:
        """None as long as it is not, or where that failed."""
        if self._prepared is None:
            done = self._preparing
            if done is None or not done.done() or done.cancelled() or done.exception() is not None:
                return None
            self._prepared = done.result()
        return self._prepared

    async def classifier(self) -> Classifier:
        """Raises TooLong while it takes long to prepare, which goes on."""
        with self._lock:
            if self._preparing is None or self._has_failed():
                threads = ENGINES if self.runs == "thread" else PREPARING
                self._preparing = threads.begin(self.resources.app, self._prepare)
            preparing = self._preparing
        return await in_time(asyncio.shield(asyncio.wrap_future(preparing)), PREPARING_SECONDS)

    def _has_failed(self) -> bool:
        """What is not installed is not looked for again as long as the process runs."""
        done = self._preparing
        if done is None or not done.done() or self.prepared is not None:
            return False
        return done.cancelled() or not isinstance(done.exception(), Unavailable)

    def _prepare(self) -> Classifier:
        return self.engine.load().prepare(self.config, self.resources)

    @cached_property
    def cascade(self) -> Cascade | None:
        return self.config.cascade()

    def is_asked(self, content: Content, found: Sequence[Label], reasons: Collection[str]) -> bool:
        """Whether what other engines found, or what the item notes, is reason to ask it."""
        return self.cascade is None or self.cascade.holds(content, found, reasons)

    def without(self, error: Unavailable) -> str:
        """Why it did not judge; said in the log once, not for each content."""
        if not self._said:
            self._said = True
            _log.warning("the engine %s is not available: %s", self.engine.name, error)
        return f"it is not available: {error}"


class Outcome(NamedTuple):
    """What one engine gave. `why` says why it did not judge, or not all, without the customer's
    text; it is empty where all was judged. `seconds` are by the clock: of judging, and of what had
    to be waited for, a thread or a first preparation.
    """

    engine: str
    labels: Sequence[Label]
    why: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Findings:
    outcomes: tuple[Outcome, ...]

    @property
    def labels(self) -> list[Label]:
        return [label for outcome in self.outcomes for label in outcome.labels]

    @property
    def failed(self) -> tuple[str, ...]:
        """The engines that did not judge, or not all: not judged is not safe."""
        return tuple(outcome.engine for outcome in self.outcomes if outcome.why)


async def find_labels(
    runs: Sequence[EngineRun],
    content: Content,
    facts: CreatorFacts,
    reasons: Collection[str] = (),
    patience: float | None = None,
) -> Findings:
    """The labels of all runs; an engine that raises, or that has not ended in its time, is named
    and holds up none. Those with a cascade come after the others, where what these found or
    `reasons` ask for them. Engines that are awaited have `patience` seconds, if that is less than
    their own budget.
    """
    later = [run for run in runs if run.cascade]
    at_first = [run for run in runs if not run.cascade] if later else runs
    first = await _side_by_side(at_first, content, facts, patience)
    asked = [run for run in later if run.is_asked(content, first.labels, reasons)]
    if not asked:
        return first
    second = await _side_by_side(asked, content, facts, patience)
    return Findings(first.outcomes + second.outcomes)


async def _side_by_side(
    runs: Sequence[EngineRun], content: Content, facts: CreatorFacts, patience: float | None
) -> Findings:
    loop = asyncio.get_running_loop()
    characters = sum(map(len, content.texts))
    judgings = [_Judging(run, content, facts, patience, characters) for run in runs]
    started = {
        judging: loop.create_task(judging.outcome())
        for judging in judgings
        if not judging.is_inline or judging.classifier is None
    }
    outcomes: list[Outcome] = []
    try:
        for judging in judgings:
            task = started.get(judging)
            found = judging.at_once() if task is None else None
            outcomes.append(found or await (task or judging.outcome()))
    finally:
        for task in started.values():
            task.cancel()
    return Findings(tuple(outcomes))


class _Judging:
    """One engine over one content of so many characters."""

    def __init__(
        self,
        run: EngineRun,
        content: Content,
        facts: CreatorFacts,
        patience: float | None,
        characters: int,
    ) -> None:
        self.run = run
        self._content = content
        self._facts = facts
        self._patience = patience
        self._characters = characters
        self._began = time.perf_counter()
        self.classifier = run.prepared
        self.is_inline = run.runs == "inline" and characters <= run.inline_characters

    def at_once(self) -> Outcome | None:
        """By an engine that is prepared, on the loop. None where it turns out to be too much for
        there; it is to be judged elsewhere then.
        """
        self._began = time.perf_counter()
        try:
            return self._on_the_loop(self.classifier) if self.classifier is not None else None
        except Exception as error:
            return self._failed(error)

    async def outcome(self) -> Outcome:
        try:
            classifier = self.classifier or await self.run.classifier()
            if self.run.runs == "await":
                return await self._awaited(classifier)
            found = self._on_the_loop(classifier) if self.is_inline else None
            return found or await self._in_thread(classifier)
        except Exception as error:
            return self._failed(error)

    def _failed(self, error: Exception) -> Outcome:
        if isinstance(error, Unavailable):
            return self._outcome((), self.run.without(error))
        if isinstance(error, TooLong):
            return self._unjudged(str(error))
        # Kind and place only: what an error says may hold the customer's text.
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{type(error).__name__} at {frame.filename}:{frame.lineno}"
        _log.error("the engine %s failed: %s", self.run.engine.name, place)
        return self._outcome((), f"it failed with {type(error).__name__}")

    def _on_the_loop(self, classifier: Classifier) -> Outcome | None:
        budget = Budget(self.run.inline_seconds)
        labels = _classify(classifier, budget, self._content, self._facts)
        if time.perf_counter() >= budget.soonest and budget.is_spent():
            self.run.inline_characters = min(self.run.inline_characters, self._characters - 1)
            self.run.short_ones = 0
            if budget.ran_out:
                self.is_inline = False
                return None
        return self._judged(labels, budget)

    async def _in_thread(self, classifier: Classifier) -> Outcome:
        engine = self.run.engine
        budget = Budget(engine.budget)
        work = partial(_timed, classifier, budget, self._content, self._facts)
        threads = ENGINES if self.run.runs == "thread" else COMPUTING
        try:
            labels, took = await threads.run(self.run.resources.app, work, engine.budget * PATIENCE)
        finally:
            budget.end()
        self._note(took)
        return self._judged(labels, budget)

    def _note(self, took: float) -> None:
        """Whether texts of this length can be the loop's again."""
        run = self.run
        if (
            run.inline_characters < self._characters <= _INLINE_CHARACTERS
            and not run.config.is_slow
        ):
            run.short_ones = run.short_ones + 1 if took < _INLINE_SECONDS else 0
            if run.short_ones >= _SHORT_ENOUGH:
                run.inline_characters, run.short_ones = self._characters, 0

    async def _awaited(self, classifier: Classifier) -> Outcome:
        seconds = self.run.engine.budget
        if self._patience is not None:
            seconds = min(seconds, self._patience)
        with Budget(seconds, time.monotonic) as budget:
            work = classifier(self._content, self._facts)
            labels = await in_time(work, seconds * AWAITED)
        return self._judged(labels, budget)

    def _judged(self, labels: Sequence[Label], budget: Budget) -> Outcome:
        bounded = [_bounded(label) for label in labels] if labels else labels
        if budget.left_out is not None:
            return self._unjudged(budget.left_out, bounded)
        return Outcome(self.run.engine.name, bounded, "", time.perf_counter() - self._began)

    def _unjudged(self, why: str, labels: Sequence[Label] = ()) -> Outcome:
        _log.warning("the engine %s did not judge everything: %s", self.run.engine.name, why)
        return self._outcome(labels, why)

    def _outcome(self, labels: Sequence[Label], why: str) -> Outcome:
        return Outcome(self.run.engine.name, labels, why, time.perf_counter() - self._began)


def _bounded(label: Label) -> Label:
    if len(label.spans) <= MOST_SPANS:
        return label
    return replace(label, spans=label.spans[:MOST_SPANS])


def _timed(
    classifier: Classifier, budget: Budget, content: Content, facts: CreatorFacts
) -> tuple[Sequence[Label], float]:
    """With the seconds that it computed."""
    began = time.thread_time()
    return _classify(classifier, budget, content, facts), time.thread_time() - began


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
