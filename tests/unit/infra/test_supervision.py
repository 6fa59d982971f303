"""A worker that hangs is noticed, replaced, and does not keep the runtime from stopping."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable

import pytest

from common.http.logging import open_logger
from infra.local import supervision
from infra.local.supervision import Worker


async def _until(true: Callable[[], bool], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline
        await asyncio.sleep(0.01)


def test_a_worker_that_hangs_is_told_replaced_and_ended(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(supervision, "_SILENT_SECONDS", 0.3)
    monkeypatch.setattr(supervision, "_HUNG_SECONDS", 0.9)
    monkeypatch.setattr(supervision, "_FIRST_PAUSE", 0.01)
    monkeypatch.setattr(supervision, "STOP_SECONDS", 0.2)

    async def scenario() -> None:
        worker = Worker(open_logger("runtime", "info"), "tests.silent_worker")
        supervising = asyncio.create_task(worker.supervise())
        await _until(lambda: worker.is_up)
        first = worker._process.pid
        await _until(lambda: not worker.is_up)
        await _until(lambda: worker._process.pid != first)
        with pytest.raises(ProcessLookupError):
            os.kill(first, 0)
        await _until(lambda: worker.is_up)
        worker.stop()
        await asyncio.wait_for(supervising, 10)

    asyncio.run(scenario())
    told = capsys.readouterr().out
    assert "the worker is silent" in told
    assert "the worker hangs" in told
