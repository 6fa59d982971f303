"""kill -9 at random moments: nothing acknowledged is lost, and nothing happens twice."""

from __future__ import annotations

import os
import random
import signal
import time

import pytest

from tests.full_size import FULL
from tests.on_backends import AWS, GCP, LOCAL
from tests.receiver import Handler, Receiver, answer
from tests.running import Running

from .apps import App
from .client import Client
from .load import Ledger, load
from .queues import lose
from .recount import check_everything
from .world import (
    PATHS,
    TASK_PATH,
    read_store,
    telling,
    wait_until_settled,
)

# The worker stays away longer each time; what waits for it has to be done in the end, and the
# Pub/Sub emulator hands a function no more than two messages at a time.
_PAUSES = {LOCAL: 0.03, GCP: 0.3, AWS: 0.3}


def _make_flaky(receiver: Receiver, rng: random.Random) -> None:
    def behave(handler: Handler) -> None:
        part = rng.random()
        if part > 0.5:
            time.sleep(part / 20)
        answer(500 if part < 0.1 else 200)(handler)

    for path in (*PATHS.values(), TASK_PATH):
        receiver.always(path, behave)


def _check_present(app: App, ledger: Ledger, seen: set[str]) -> None:
    """What was acknowledged since the last time, through the public API."""
    with Client(app) as client:
        for id in set(ledger.posts) - seen:
            item = client.get(f"/api/v2/moderation/review_queue/{id}")["item"]
            assert item["entity_id"] == ledger.posts[id].entity_id
            seen.add(id)
        for task in list(ledger.tasks)[-10:]:
            assert client.get(f"/api/v2/tasks/{task}")["task_id"] == task


def _kill_worker(runtime: Running) -> None:
    """The one that there is, or the next one: it is started anew after a pause that grows."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            return os.kill(runtime.worker_pid, signal.SIGKILL)
        except ProcessLookupError:
            time.sleep(0.05)
    raise AssertionError("no worker was started again")


def _conclude(app: App, ledger: Ledger, receiver: Receiver, kills: int) -> None:
    wait_until_settled(app.runtime)
    documents = read_store(app)
    print(
        f"{kills} kills; acknowledged {ledger.acknowledged} {dict(ledger.answered)};"
        f" unanswered {sum(ledger.unanswered.values())}; items {len(documents.items)};"
        f" deliveries {len(documents.deliveries)}; callbacks {len(receiver.requests)}"
    )
    check_everything(documents, ledger, receiver)


@pytest.mark.timeout(900)
def test_a_killed_runtime_loses_nothing_and_does_nothing_twice(
    app: App, receiver: Receiver, seed: int
) -> None:
    rng, ledger, seen = random.Random(seed), Ledger(), set[str]()
    runtime = app.runtime
    rounds = 20 if FULL else 2 if runtime.backend == LOCAL else 1
    kills = 0
    _make_flaky(receiver, random.Random(seed))
    with telling(runtime):
        for number in range(rounds):
            with load(app, receiver, ledger, number) as sent:
                if rng.random() < 0.3:
                    sent.last(rng)
                    _kill_worker(runtime)
                    kills += 1
                sent.last(rng)
                runtime.kill()
                kills += 1
            if number == 0 or rng.random() < 0.2:
                lose(runtime)
            runtime.start()
            _check_present(app, ledger, seen)
        _conclude(app, ledger, receiver, kills)


@pytest.mark.timeout(900)
def test_a_killed_worker_is_not_noticed_by_clients_and_nothing_is_lost(
    app: App, receiver: Receiver, seed: int
) -> None:
    rng, ledger, runtime = random.Random(seed), Ledger(), app.runtime
    kills = 6 if FULL else 2 if runtime.backend == LOCAL else 1
    _make_flaky(receiver, random.Random(seed))
    with telling(runtime):
        with load(app, receiver, ledger, 0, _PAUSES[runtime.backend]) as sent:
            for _ in range(kills):
                sent.last(rng)
                _kill_worker(runtime)
                time.sleep(0.1)
                runtime.wait_until_healthy()
        assert not ledger.unanswered
        _conclude(app, ledger, receiver, kills)
