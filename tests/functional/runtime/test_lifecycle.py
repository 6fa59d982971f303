"""Starting, stopping and crashing the local runtime."""

from __future__ import annotations

import json
import os
import signal
import socket
import stat
import subprocess
import sys
import time
from pathlib import Path

from tests.running import ROOT, Running, running


def test_stops_cleanly_and_leaves_no_process(tmp_path: Path) -> None:
    with running(tmp_path / "data") as runtime:
        worker = runtime.worker_pid
        runtime.stop()
        assert not Path(f"/proc/{worker}").exists()
        assert runtime.health() is None
        assert "Traceback" not in runtime.log


def test_interrupting_the_whole_group_stops_cleanly(tmp_path: Path) -> None:
    """As Ctrl-C in a terminal does."""
    with running(tmp_path / "data") as runtime:
        os.killpg(runtime.pid, signal.SIGINT)
        runtime.stop()
        assert "Traceback" not in runtime.log
        assert "the worker died" not in runtime.log


def test_stopping_while_it_starts_leaves_no_process(tmp_path: Path) -> None:
    runtime = Running(tmp_path / "data", {})
    try:
        for seconds in (0.1, 0.4, 0.8, 1.2):
            runtime.launch()
            time.sleep(seconds)
            os.kill(runtime.pid, signal.SIGTERM)
            runtime.wait_until_gone()
    finally:
        runtime.destroy()


def test_a_killed_parent_leaves_no_orphan_and_the_next_start_works(tmp_path: Path) -> None:
    with running(tmp_path / "data") as runtime:
        runtime.kill()
        runtime.start()
        runtime.stop()


def test_a_dead_worker_is_replaced(tmp_path: Path) -> None:
    with running(tmp_path / "data") as runtime:
        worker = runtime.worker_pid
        os.kill(worker, signal.SIGKILL)
        deadline = time.monotonic() + 5
        while runtime.health() == 200:
            assert time.monotonic() < deadline, "health never told"
            time.sleep(0.01)
        runtime.wait_until_healthy()
        assert runtime.worker_pid != worker
        assert "the worker died" in runtime.log
        runtime.stop()


def test_a_second_runtime_on_the_folder_is_refused(tmp_path: Path) -> None:
    with running(tmp_path / "data") as runtime:
        second = _start_again(runtime, PORT="0")
        assert second.returncode == 1
        assert second.stderr.count("\n") == 1
        assert "another Gavel runs on" in second.stderr
        assert runtime.health() == 200


def test_a_taken_port_is_told_in_one_line(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        failed = _start_again(Running(tmp_path / "data", {"PORT": port}))
    assert failed.returncode == 1
    assert failed.stderr.count("\n") == 1
    assert f"cannot listen on 127.0.0.1:{port}: Address already in use" in failed.stderr


def test_a_wrong_setting_is_told_in_one_line(tmp_path: Path) -> None:
    runtime = Running(tmp_path / "data", {"GAVEL_SWEEP_INTERVAL": "often"})
    failed = _start_again(runtime)
    assert failed.returncode == 1
    assert failed.stderr.startswith("gavel: GAVEL_SWEEP_INTERVAL: ")
    assert failed.stderr.count("\n") == 1


def test_the_data_folder_is_private(tmp_path: Path) -> None:
    with running(tmp_path / "data") as runtime:
        runtime.stop()
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in runtime.data.iterdir()}
    assert {"credentials.json", "runtime.lock", "store.db"} <= set(modes)
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE(runtime.data.stat().st_mode) == 0o700


def test_every_log_line_is_one_json_object(tmp_path: Path) -> None:
    runtime = Running(tmp_path / "data", {})
    with (tmp_path / "out").open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "infra.local"],
            cwd=ROOT,
            env=runtime.environment,
            stdout=out,
            stderr=subprocess.DEVNULL,
        )
    try:
        deadline = time.monotonic() + 30
        while runtime.health() != 200:
            assert time.monotonic() < deadline
            time.sleep(0.02)
    finally:
        process.terminate()
        assert process.wait(30) == 0
    lines = (tmp_path / "out").read_text().splitlines()
    assert lines
    assert all({"severity", "message", "function"} <= set(json.loads(line)) for line in lines)


def _start_again(runtime: Running, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "infra.local"],
        cwd=ROOT,
        env={**runtime.environment, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
