"""SIGTERM: what runs is finished or given back, and what was acknowledged is kept."""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from pathlib import Path

import pytest

from common.configuration.context import open_context
from common.delivery.deliveries import deliver
from common.queue.messages import DueDelivery
from common.settings import load_settings
from tests.full_size import FULL
from tests.on_backends import LOCAL
from tests.receiver import Receiver, hang
from tests.running import Running, running

from .client import Client
from .load import Ledger, load
from .recount import check_everything
from .world import (
    APP,
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


def _configured(runtime: Running, receiver: Receiver) -> None:
    with Client(runtime) as client:
        configure(client, receiver)


def _post(runtime: Running, entity_id: str) -> None:
    with Client(runtime) as client:
        client.post("/api/v2/moderation/check", check_body(entity_id, "ann", BAD))


@pytest.mark.timeout(600)
def test_stopping_under_load_loses_nothing_acknowledged(
    tmp_path: Path, backend: str, receiver: Receiver, seed: int
) -> None:
    rng, ledger = random.Random(seed), Ledger()
    stops = 12 if FULL else 3 if backend == LOCAL else 2
    for path in PATHS.values():
        receiver.always(path, hang(0.1))
    with running(tmp_path / "data", backend, **environment(receiver)) as runtime, telling(runtime):
        _configured(runtime, receiver)
        for number in range(stops):
            with load(runtime, receiver, ledger, number) as sent:
                sent.last(rng)
                runtime.stop()
            _check_given_back(runtime)
            runtime.start()
        wait_until_settled(runtime)
        runtime.stop()
    print(f"{stops} stops; acknowledged {ledger.acknowledged} {dict(ledger.answered)}")
    check_everything(read_store(runtime), ledger, receiver)


def _check_given_back(runtime: Running) -> None:
    """No callback is left in the state in which a crash would leave it."""
    for delivery in read_store(runtime).deliveries:
        if delivery["state"] == "pending":
            assert delivery["next_attempt_at"] < time.time_ns() + _LONGEST_RETRY, delivery


def test_a_callback_in_flight_is_finished(tmp_path: Path, backend: str, receiver: Receiver) -> None:
    settings = environment(receiver, GAVEL_CALLBACK_TIMEOUT="5")
    receiver.on("/hide", hang(1.5))
    with running(tmp_path / "data", backend, **settings) as runtime:
        _configured(runtime, receiver)
        _post(runtime, "1")
        receiver.wait_for(1)
        runtime.stop()
    (delivery,) = read_store(runtime).deliveries
    assert (delivery["state"], delivery["attempts"]) == ("delivered", 1)
    assert len(receiver.requests) == 1


def test_a_callback_that_is_broken_off_is_due_at_once(
    tmp_path: Path, backend: str, receiver: Receiver
) -> None:
    """As when a server that is slower than the stopping is broken off."""
    settings = environment(receiver, GAVEL_CALLBACK_TIMEOUT="5", GAVEL_RETRY_DELAYS="9")
    receiver.on("/hide", hang(2), hang(1))
    with running(tmp_path / "data", backend, **settings) as runtime:
        _configured(runtime, receiver)
        _post(runtime, "1")
        receiver.wait_for(1)
        runtime.kill()
    (before,) = read_store(runtime).deliveries
    later = before["next_attempt_at"]

    async def run() -> None:
        context = open_context(load_settings(runtime.environment))
        sending = asyncio.create_task(deliver(context, DueDelivery(APP, before["id"]), later))
        await asyncio.to_thread(receiver.wait_for, 2)
        sending.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await sending
        context.close()

    asyncio.run(run())
    (after,) = read_store(runtime).deliveries
    assert after["state"] == "pending"
    assert later <= after["next_attempt_at"] < later + 1_000_000_000
    assert after["counted"] == before["counted"]
    assert "sending" not in after


@pytest.mark.skipif(not FULL, reason="takes as long as the runtime may take to stop")
def test_a_callback_slower_than_the_stopping_is_made_again(
    tmp_path: Path, backend: str, receiver: Receiver
) -> None:
    settings = environment(receiver, GAVEL_CALLBACK_TIMEOUT="60")
    receiver.on("/hide", hang(30))
    with running(tmp_path / "data", backend, **settings) as runtime:
        _configured(runtime, receiver)
        _post(runtime, "1")
        receiver.wait_for(1)
        runtime.stop()
        _check_given_back(runtime)
        runtime.start()
        wait_until_settled(runtime)
        runtime.stop()
    (delivery,) = read_store(runtime).deliveries
    assert (delivery["state"], delivery["attempts"]) == ("delivered", 2)
    assert [each.headers["X-Webhook-Attempt"] for each in receiver.requests] == ["1", "2"]
