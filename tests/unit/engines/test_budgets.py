"""What an engine cannot judge in its time is not judged, and nobody else waits for it."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import Iterator
from itertools import count

import pytest

from common.domain.content import Content
from common.domain.labels import Label, Span
from common.engines import running
from common.engines.budget import within_budget
from common.engines.config import ThresholdConfig
from common.engines.engine import Classifier, CreatorFacts, Engine, Resources, Runs
from common.engines.running import MOST_SPANS, EngineRun, Findings, find_labels
from tests.made_up_engines import add_engine, always
from tests.unit.engines.test_running import EVERYWHERE, NoLists

FACTS = CreatorFacts()
SHORT, LONG = Content(("short",)), Content(("x" * 2_000, "y"))


def run_of(engine: Engine, app: str = "app") -> EngineRun:
    config = ThresholdConfig.model_validate({})
    return EngineRun(engine, config, Resources(NoLists(), app=app))


def _is_unjudged(found: Findings, engine: str) -> None:
    assert (found.labels, found.failed) == ([], (engine,))


def judged(*runs: EngineRun, content: Content = SHORT) -> Findings:
    return asyncio.run(find_labels(runs, content, FACTS))


def computing(seconds: float) -> None:
    until = time.thread_time() + seconds
    while time.thread_time() < until:
        pass


def piecewise(runs: Runs, pieces: int | None = None, places: list[str] | None = None) -> Classifier:
    """Labels each of its pieces, which take a millisecond; endlessly many without a number."""

    async def classify(content: Content, facts: CreatorFacts) -> list[Label]:
        del content, facts
        labels = []
        numbers: Iterator[int] = count() if pieces is None else iter(range(pieces))
        for number in within_budget(numbers):
            if runs == "await":
                await asyncio.sleep(0.001)
            else:
                computing(0.001)
            labels.append(Label("long", f"piece {number}", 1.0))
        if places is not None:
            places.append(threading.current_thread().name.partition("_")[0])
        return labels

    return classify


@pytest.mark.parametrize("runs", EVERYWHERE)
def test_what_was_found_in_time_stands_and_the_rest_is_not_judged(
    runs: Runs, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(running, "PATIENCE", 400)
    monkeypatch.setattr(running, "AWAITED", 400)
    engine = add_engine(monkeypatch, "long", always(piecewise(runs)), runs=runs, budget=0.05)
    with caplog.at_level(logging.WARNING):
        found = judged(run_of(engine))
    assert found.failed == ("long",)
    assert found.labels[0].name == "piece 0"
    assert 1 <= len(found.labels) <= 51
    assert caplog.messages == ["the engine long did not judge everything: it took more than 0.05 s"]


@pytest.mark.parametrize("runs", EVERYWHERE)
def test_what_ends_in_time_is_judged(runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = add_engine(monkeypatch, "long", always(piecewise(runs, 30)), runs=runs, budget=20)
    found = judged(run_of(engine))
    assert (len(found.labels), found.failed) == (30, ())


def test_an_engine_that_waits_for_ever_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def endless(*_: object) -> list[Label]:
        await asyncio.Event().wait()
        return []

    remote = add_engine(monkeypatch, "remote", always(endless), runs="await", budget=0.05)
    _is_unjudged(judged(run_of(remote)), "remote")
    assert caplog.messages[-1].endswith("it had not ended after 0.075 s")


def test_a_thread_that_hangs_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    ended = threading.Event()

    async def hanging(*_: object) -> list[Label]:
        ended.wait(20)
        return []

    async def well(*_: object) -> list[Label]:
        return [Label("well", "well", 1.0)]

    hung = run_of(add_engine(monkeypatch, "hung", always(hanging), runs="thread", budget=0.02))
    fine = add_engine(monkeypatch, "fine", always(well), runs="thread")
    started = time.monotonic()
    try:
        for _ in range(3):
            assert judged(hung).failed == ("hung",)
        assert [label.name for label in judged(run_of(fine, "another app")).labels] == ["well"]
    finally:
        ended.set()
    assert time.monotonic() - started < 10


def test_short_texts_are_judged_on_the_loop_and_long_ones_are_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    places: list[str] = []
    run = run_of(add_engine(monkeypatch, "quick", always(piecewise("inline", 0, places))))
    judged(run)
    judged(run, content=LONG)
    judged(run)
    assert places == ["MainThread", "compute", "MainThread"]


def test_what_turns_out_to_be_long_leaves_the_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    """And goes to a thread at once the next time, where the text is no shorter."""
    places: list[str] = []
    run = run_of(add_engine(monkeypatch, "long", always(piecewise("inline", 60, places))))
    assert len(judged(run).labels) == 60
    assert places == ["MainThread", "compute"]
    assert len(judged(run).labels) == 60
    assert places[2:] == ["compute"]


def test_what_took_long_once_comes_back_to_the_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    """After some texts that took no longer than the loop has for one."""
    took = iter([0.03])
    places: list[str] = []

    async def classify(*_: object) -> list[Label]:
        computing(next(took, 0.0))
        places.append(threading.current_thread().name.partition("_")[0])
        return []

    run = run_of(add_engine(monkeypatch, "quick", always(classify)))
    for _ in range(20):
        judged(run)
    assert places == ["MainThread", *["compute"] * 16, *["MainThread"] * 3]


def test_an_engine_that_is_not_ready_has_not_judged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    loaded = threading.Event()

    def load(*_: object) -> Classifier:
        assert loaded.wait(20)
        return piecewise("inline", 1)

    monkeypatch.setattr(running, "PREPARING_SECONDS", 0.05)
    run = run_of(add_engine(monkeypatch, "model", load))
    _is_unjudged(judged(run), "model")
    assert caplog.messages[-1].endswith("it had not ended after 0.05 s")
    loaded.set()
    monkeypatch.setattr(running, "PREPARING_SECONDS", 20)
    assert len(judged(run).labels) == 1


def test_a_label_names_so_many_places(monkeypatch: pytest.MonkeyPatch) -> None:
    async def everywhere(*_: object) -> list[Label]:
        return [Label("all", "all", 1.0, spans=tuple(Span(0, n, n + 1) for n in range(5_000)))]

    found = judged(run_of(add_engine(monkeypatch, "all", always(everywhere))))
    assert [len(label.spans) for label in found.labels] == [MOST_SPANS]
    assert found.failed == ()


def test_what_needs_the_network_does_not_run_on_the_loop() -> None:
    with pytest.raises(ValueError, match="remote would keep the event loop waiting"):
        Engine("remote", "remote_config", "nowhere", needs=frozenset({"network"}))
