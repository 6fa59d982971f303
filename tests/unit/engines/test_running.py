from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Sequence

import pytest

from common.domain.content import Content
from common.domain.labels import Label
from common.engines.config import ThresholdConfig
from common.engines.engine import Classifier, CreatorFacts, Engine, Resources, Runs
from common.engines.running import EngineRun, find_labels
from tests.made_up_engines import Prepare, add_engine, always

TEXT = "what nobody but the customer should read"
EVERYWHERE: tuple[Runs, ...] = ("inline", "thread", "await")


class NoLists:
    ruled: Sequence[str] = ()
    revision = ""

    def find(self, name: str, team: str = "") -> None:
        del name, team

    def of_team(self, team: str) -> NoLists:
        del team
        return self


RESOURCES = Resources(NoLists(), {"api_key": "s3cret"})


def run_of(engine: Engine) -> EngineRun:
    return EngineRun(engine, ThresholdConfig.model_validate({}), RESOURCES.of(engine))


def found(*engines: Engine) -> tuple[list[str], tuple[str, ...]]:
    async def find() -> tuple[list[str], tuple[str, ...]]:
        runs = list(map(run_of, engines))
        findings = await find_labels(runs, Content((TEXT,)), CreatorFacts("DE"))
        return [label.name for label in findings.labels], findings.failed

    return asyncio.run(find())


def saying(name: str) -> Classifier:
    async def classify(content: Content, facts: CreatorFacts) -> list[Label]:
        assert content.texts == (TEXT,)
        assert facts.region == "DE"
        return [Label(name, name, 1.0)]

    return classify


async def failing(content: Content, facts: CreatorFacts) -> list[Label]:
    raise ValueError(f"cannot read {content.texts} of {facts}")


def test_labels_come_in_the_order_of_the_engines(monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[Runs] = ["await", "inline", "thread", "inline", "await"]
    engines = [
        add_engine(monkeypatch, f"engine-{number}", always(saying(f"label-{number}")), runs=runs)
        for number, runs in enumerate(order)
    ]
    assert found(*engines) == ([f"label-{number}" for number in range(5)], ())


def test_engines_are_prepared_in_threads_and_run_where_they_say(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[tuple[str, str]] = []

    def noting(runs: Runs) -> Prepare:
        async def classify(*_: object) -> list[Label]:
            seen.append((runs, threading.current_thread().name.partition("_")[0]))
            return []

        def prepare(*_: object) -> Classifier:
            seen.append((runs, threading.current_thread().name.partition("_")[0]))
            return classify

        return prepare

    for runs in EVERYWHERE:
        assert found(add_engine(monkeypatch, "noting", noting(runs), runs=runs)) == ([], ())
    own = threading.current_thread().name
    assert seen == [
        *(("inline", "prepare"), ("inline", own)),
        *(("thread", "engine"), ("thread", "engine")),
        *(("await", "prepare"), ("await", own)),
    ]


def test_engines_that_wait_wait_together(monkeypatch: pytest.MonkeyPatch) -> None:
    together = asyncio.Barrier(3)

    async def meeting(*_: object) -> list[Label]:
        async with asyncio.timeout(10), together:
            return []

    engines = [
        add_engine(monkeypatch, f"meeting-{number}", always(meeting), runs="await")
        for number in range(3)
    ]
    assert found(*engines) == ([], ())


@pytest.mark.parametrize("runs", EVERYWHERE)
def test_an_engine_that_fails_is_named_and_the_others_stand(
    runs: Runs, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    first = add_engine(monkeypatch, "first", always(saying("first")), runs=runs)
    broken = add_engine(monkeypatch, "broken", always(failing), runs=runs)
    last = add_engine(monkeypatch, "last", always(saying("last")))
    with caplog.at_level(logging.ERROR):
        assert found(first, broken, last) == (["first", "last"], ("broken",))
    (line,) = caplog.messages
    assert line.startswith("the engine broken failed: ValueError at ")
    assert TEXT not in caplog.text


def test_an_engine_that_cannot_be_prepared_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    missing = [True]

    def prepare(*_: object) -> Classifier:
        if missing.pop():
            raise FileNotFoundError("the model")
        return saying("found")

    missing.insert(0, False)
    run = run_of(add_engine(monkeypatch, "model", prepare, runs="thread"))

    async def twice() -> list[tuple[str, ...]]:
        content, facts = Content((TEXT,)), CreatorFacts("DE")
        return [(await find_labels([run], content, facts)).failed for _ in range(2)]

    assert asyncio.run(twice()) == [("model",), ()]


def test_an_engine_in_a_thread_has_nothing_to_wait_for(monkeypatch: pytest.MonkeyPatch) -> None:
    async def waiting(*_: object) -> list[Label]:
        await asyncio.sleep(0)
        return []

    engine = add_engine(monkeypatch, "waiting", always(waiting), runs="thread")
    assert found(engine) == ([], ("waiting",))


def test_engines_stop_with_the_check_that_asked_them(monkeypatch: pytest.MonkeyPatch) -> None:
    async def check() -> str:
        started, ended = asyncio.Event(), asyncio.Event()

        async def endless(*_: object) -> list[Label]:
            started.set()
            try:
                await asyncio.Event().wait()
            finally:
                ended.set()
            return []

        engine = add_engine(monkeypatch, "endless", always(endless), runs="await")
        work = find_labels([run_of(engine)], Content((TEXT,)), CreatorFacts())
        asked = asyncio.create_task(work)
        await asyncio.wait_for(started.wait(), 10)
        asked.cancel()
        await asyncio.wait_for(ended.wait(), 10)
        return "ended"

    assert asyncio.run(check()) == "ended"


def test_only_who_needs_secrets_is_given_them(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = add_engine(monkeypatch, "plain", always(saying("plain")))
    remote = add_engine(
        monkeypatch,
        "remote",
        always(saying("remote")),
        runs="await",
        needs=frozenset({"secrets", "network"}),
    )
    assert RESOURCES.of(plain).settings == {}
    assert RESOURCES.of(remote).settings == {"api_key": "s3cret"}
    assert "s3cret" not in repr(RESOURCES)


@pytest.mark.parametrize("runs", ["thread", "inline"])
def test_preparing_one_engine_holds_up_no_other(
    monkeypatch: pytest.MonkeyPatch, runs: Runs
) -> None:
    """What is inline is prepared, while another engine's model still loads, or is computed."""
    loading, may_end = threading.Event(), threading.Event()

    def load(*_: object) -> Classifier:
        loading.set()
        assert may_end.wait(30)
        return saying("model")

    model = run_of(add_engine(monkeypatch, "model", load, runs=runs))
    plain = run_of(add_engine(monkeypatch, "plain", always(saying("plain"))))

    async def check() -> list[str]:
        content, facts = Content((TEXT,)), CreatorFacts("DE")
        slow = asyncio.create_task(find_labels([model], content, facts))
        assert await asyncio.to_thread(loading.wait, 30)
        quick = await find_labels([plain], content, facts)
        assert not slow.done()
        may_end.set()
        return [label.name for each in (quick, await slow) for label in each.labels]

    assert asyncio.run(asyncio.wait_for(check(), 30)) == ["plain", "model"]


def test_an_engine_is_prepared_once_however_many_threads_ask(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    prepared: list[int] = []
    begun = threading.Event()

    def load(*_: object) -> Classifier:
        prepared.append(1)
        begun.wait(0.2)
        return saying("model")

    run = run_of(add_engine(monkeypatch, "model", load, runs="thread"))

    async def many() -> None:
        content, facts = Content((TEXT,)), CreatorFacts("DE")
        await asyncio.gather(*(find_labels([run], content, facts) for _ in range(3)))

    asyncio.run(many())
    assert prepared == [1]
