"""SIGTERM: what runs is finished or given back, and what was acknowledged is kept."""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from pathlib import Path

import pytest

from common.delivery.deliveries import deliver
from common.queue.messages import DueDelivery
from tests.full_size import FULL
from tests.on_backends import LOCAL
from tests.receiver import Receiver, hang
from tests.running import running

from .apps import App, new_app, opened
from .client import Client
from .load import Ledger, load
from .recount import check_everything
from .world import (
    BAD,
    PATHS,
    check_body,
    configure,
    environment,
    read_store,
    telling,
    wait_until_settled,
)

_SECOND = 10**9
_LONGEST_RETRY = 2 * _SECOND


@pytest.fixture(scope="module")
def settings() -> dict[str, str]:
    return {"GAVEL_CALLBACK_TIMEOUT": "5"}


def _post(app: App, entity_id: str) -> None:
    with Client(app) as client:
        client.post("/api/v2/moderation/check", check_body(entity_id, "ann", BAD))


@pytest.mark.timeout(600)
def test_stopping_under_load_loses_nothing_acknowledged(
    app: App, receiver: Receiver, seed: int
) -> None:
    rng, ledger, runtime = random.Random(seed), Ledger(), app.runtime
    stops = 12 if FULL else 2 if runtime.backend == LOCAL else 1
    for path in PATHS.values():
        receiver.always(path, hang(0.1))
    with telling(runtime):
        for number in range(stops):
            with load(app, receiver, ledger, number) as sent:
                sent.last(rng)
                runtime.stop()
            _check_given_back(app)
            runtime.start()
        wait_until_settled(runtime)
    print(f"{stops} stops; acknowledged {ledger.acknowledged} {dict(ledger.answered)}")
    check_everything(read_store(app), ledger, receiver)


def _check_given_back(app: App) -> None:
    """No callback is left in the state in which a crash would leave it."""
    for delivery in read_store(app).deliveries:
        if delivery["state"] == "pending":
            assert delivery["next_attempt_at"] < time.time_ns() + _LONGEST_RETRY, delivery


def test_a_callback_in_flight_is_finished(app: App, receiver: Receiver) -> None:
    receiver.on("/hide", hang(1.5))
    _post(app, "1")
    receiver.wait_for(1)
    app.runtime.stop()
    (delivery,) = read_store(app).deliveries
    assert (delivery["state"], delivery["attempts"]) == ("delivered", 1)
    assert len(receiver.requests) == 1


def test_a_callback_that_is_broken_off_is_due_at_once(app: App, receiver: Receiver) -> None:
    """As when a server that is slower than the stopping is broken off."""
    receiver.on("/hide", hang(2), hang(1))
    _post(app, "1")
    receiver.wait_for(1)
    app.runtime.kill()
    (before,) = read_store(app).deliveries
    later = before["next_attempt_at"]

    async def run() -> None:
        with opened(app.runtime, GAVEL_RETRY_DELAYS="9") as context:
            due = DueDelivery(app.name, before["id"])
            sending = asyncio.create_task(deliver(context, due, later))
            await asyncio.to_thread(receiver.wait_for, 2)
            sending.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await sending

    asyncio.run(run())
    (after,) = read_store(app).deliveries
    assert after["state"] == "pending"
    assert later <= after["next_attempt_at"] < later + 1_000_000_000
    assert after["counted"] == before["counted"]
    assert "sending" not in after


@pytest.mark.skipif(not FULL, reason="takes as long as the runtime may take to stop")
def test_a_callback_slower_than_the_stopping_is_made_again(
    tmp_path: Path, backend: str, receiver: Receiver
) -> None:
    settings = environment(GAVEL_CALLBACK_TIMEOUT="60")
    receiver.on("/hide", hang(30))
    with running(tmp_path / "data", backend, **settings) as runtime:
        app = new_app(runtime)
        with Client(app) as client:
            configure(client, receiver)
        _post(app, "1")
        receiver.wait_for(1)
        runtime.stop()
        _check_given_back(app)
        runtime.start()
        wait_until_settled(runtime)
        runtime.stop()
    (delivery,) = read_store(app).deliveries
    assert (delivery["state"], delivery["attempts"]) == ("delivered", 2)
    assert [each.headers["X-Webhook-Attempt"] for each in receiver.requests] == ["1", "2"]
