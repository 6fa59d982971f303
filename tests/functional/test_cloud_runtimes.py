"""The local runtimes that bring another server along leave nothing behind, however they end."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from infra.aws.local.ministack import ENDPOINT, ministack
from tests.ministack import ministack_missing
from tests.on_backends import LOCAL, backends
from tests.running import Running, running


@pytest.fixture(params=[each for each in backends() if each.id != LOCAL])
def backend(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.delenv(ENDPOINT, raising=False)
    name: str = request.param
    return name


def test_interrupting_the_whole_group_stops_cleanly(tmp_path: Path, backend: str) -> None:
    with running(tmp_path / "data", backend) as runtime:
        os.killpg(runtime.pid, signal.SIGINT)
        runtime.stop()
        assert "Traceback" not in runtime.log
        assert "the worker died" not in runtime.log


@pytest.mark.skipif(bool(ministack_missing()), reason=str(ministack_missing()))
def test_an_interrupt_leaves_ministack_to_who_stops_it_last() -> None:
    with ministack() as server:
        server.wait()
        os.kill(server.process.pid, signal.SIGINT)
        with pytest.raises(subprocess.TimeoutExpired):
            server.process.wait(1.5)


def test_a_killed_parent_leaves_no_orphan(tmp_path: Path, backend: str) -> None:
    with running(tmp_path / "data", backend) as runtime:
        runtime.kill()


def test_stopping_while_it_starts_leaves_no_process(tmp_path: Path, backend: str) -> None:
    runtime = Running(tmp_path / "data", {}, backend)
    try:
        for seconds in (0.3, 0.8, 1.3, 1.8):
            runtime.launch()
            time.sleep(seconds)
            os.kill(runtime.pid, signal.SIGTERM)
            runtime.wait_until_gone()
    finally:
        runtime.destroy()
