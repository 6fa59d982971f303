"""Starting and stopping the runtime with emulators of its own."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import requests

from tests.running import Running, running


def _is_healthy(runtime: Running) -> bool:
    answer = requests.get(f"{runtime.base_url}/healthz", timeout=5)
    return answer.status_code == 200


def test_it_stops_cleanly_and_leaves_no_process(tmp_path: Path) -> None:
    with running(tmp_path / "data", backend="gcp") as runtime:
        assert _is_healthy(runtime)
        assert "Pub/Sub 127.0.0.1:" in runtime.log
        assert "the sweep wakes the next attempt" in runtime.log
        runtime.stop()
        assert "Traceback" not in runtime.log


def test_a_dead_worker_is_replaced_where_it_was(tmp_path: Path) -> None:
    with running(tmp_path / "data", backend="gcp") as runtime:
        os.kill(runtime.worker_pid, signal.SIGKILL)
        deadline = time.monotonic() + 5
        while runtime.health() == 200:
            assert time.monotonic() < deadline, "health never told"
            time.sleep(0.01)
        runtime.wait_until_healthy()
        runtime.stop()


def test_a_missing_emulator_is_told_in_one_line(tmp_path: Path) -> None:
    missing = {"GAVEL_PUBSUB_EMULATOR_JAR": str(tmp_path / "none.jar"), "GAVEL_STORE": "sqlite"}
    runtime = Running(tmp_path / "data", missing, backend="gcp")
    try:
        runtime.launch()
        runtime.wait_until_gone()
        assert runtime.log.count("\n") == 1
        assert "the Pub/Sub emulator is not at GAVEL_PUBSUB_EMULATOR_JAR=" in runtime.log
        assert "gcloud components install pubsub-emulator" in runtime.log
    finally:
        runtime.destroy()
