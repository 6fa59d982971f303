"""A locked, full, damaged, removed or swapped store, and a worker that hangs: nothing freezes and
nobody is told what is not so.
"""

from __future__ import annotations

import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.running import ROOT, Running, running

_HOLD = (
    "import sqlite3, sys\n"
    "other = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
    "other.execute('BEGIN IMMEDIATE')\n"
    "print('held', flush=True)\n"
    "sys.stdin.read()\n"
)


@contextmanager
def _locked(runtime: Running) -> Iterator[None]:
    """By a process of its own."""
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(runtime.data / "store.db")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        yield
        process.stdin.close()


def _check(runtime: Running, post: str) -> requests.Response:
    return requests.post(
        f"{runtime.base_url}/api/v1/task/sync",
        headers={"authorization": f"token {runtime.token}"},
        data={"user_id": "ada", "post_id": post, "text_data": "hello"},
        timeout=30,
    )


def _health(runtime: Running) -> dict[str, Any]:
    answer: dict[str, Any] = requests.get(f"{runtime.base_url}/healthz", timeout=5).json()
    return answer


def _until(true: Callable[[], bool], what: str, seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, what
        time.sleep(0.05)


def _timed(call: Callable[[], requests.Response]) -> tuple[requests.Response, float]:
    start = time.monotonic()
    return call(), time.monotonic() - start


def test_while_another_process_holds_the_lock_reads_and_health_go_on(tmp_path: Path) -> None:
    with running(tmp_path / "data") as runtime:
        token = {"authorization": f"token {runtime.token}"}
        assert _check(runtime, "before").status_code == 201
        answers: list[tuple[requests.Response, float]] = []
        with _locked(runtime):
            end = time.monotonic() + 15

            def check(name: str) -> None:
                while time.monotonic() < end:
                    answers.append(_timed(lambda: _check(runtime, f"{name}-{len(answers)}")))

            checking = [threading.Thread(target=check, args=(f"t{n}",)) for n in range(4)]
            for thread in checking:
                thread.start()
            while time.monotonic() < end:
                url = f"{runtime.base_url}/healthz"
                health, took = _timed(lambda url=url: requests.get(url, timeout=5))  # type: ignore[misc]
                assert took < 1
                assert health.json()["worker"] == "up"
                url = f"{runtime.base_url}/api/v1/settings"
                read, took = _timed(lambda url=url: requests.get(url, headers=token, timeout=5))  # type: ignore[misc]
                assert (read.status_code, took < 1) == (200, True)
                time.sleep(0.2)
            for thread in checking:
                thread.join()
            refused = [answer for answer, _ in answers if answer.status_code != 201]
            assert len(refused) >= 4
            assert {answer.status_code for answer in refused} == {503}
            assert {answer.headers["retry-after"] for answer in refused} == {"1"}
            assert all("storage is busy" in answer.text for answer in refused)
            assert max(took for _, took in answers) < 9
            assert health.json()["store"] == "busy"
        assert _check(runtime, "after").status_code == 201
        _until(lambda: runtime.health() == 200, "health never came back")
        assert '"cause":"busy"' in runtime.log
        runtime.stop()


def test_a_worker_that_is_stopped_or_hangs_is_told(tmp_path: Path) -> None:
    with running(tmp_path / "data") as runtime:
        worker = runtime.worker_pid
        os.kill(worker, signal.SIGSTOP)
        _until(lambda: runtime.health() == 503, "health never told")
        assert _health(runtime)["worker"] == "down"
        assert _check(runtime, "meanwhile").status_code == 201
        os.kill(worker, signal.SIGCONT)
        _until(lambda: runtime.health() == 200, "health never came back")
        assert runtime.worker_pid == worker
        runtime.stop()


def test_a_removed_folder_is_acknowledged_nothing_and_comes_back(tmp_path: Path) -> None:
    with running(tmp_path / "data") as runtime:
        token = runtime.token
        runtime.data.rename(tmp_path / "away")

        def check(post: str) -> requests.Response:
            return requests.post(
                f"{runtime.base_url}/api/v1/task/sync",
                headers={"authorization": f"token {token}"},
                data={"user_id": "ada", "post_id": post, "text_data": "hello"},
                timeout=30,
            )

        refused = check("lost")
        assert refused.status_code == 503
        assert "storage is gone" in refused.text
        assert str(tmp_path) not in refused.text
        assert _health(runtime)["store"] == "gone"
        assert runtime.health() == 503
        assert '"cause":"gone"' in runtime.log
        (tmp_path / "away").rename(runtime.data)
        assert check("kept").status_code == 201
        _until(lambda: runtime.health() == 200, "health never came back")
        runtime.stop()


def test_a_swapped_folder_is_acknowledged_nothing(tmp_path: Path) -> None:
    with running(tmp_path / "data") as runtime:
        shutil.copytree(runtime.data, tmp_path / "restored")
        shutil.rmtree(runtime.data)
        (tmp_path / "restored").rename(runtime.data)
        for n in range(3):
            assert "storage is gone" in _check(runtime, f"{n}").text
        _until(lambda: _health(runtime)["store"] == "gone", "health never told")


def test_a_disk_that_takes_no_more_is_told_and_used_again(tmp_path: Path) -> None:
    with running(tmp_path / "data") as runtime:
        assert _check(runtime, "before").status_code == 201
        everything = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
        both = (runtime.pid, runtime.worker_pid)
        for pid in both:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
        refused = [_check(runtime, f"{n}") for n in range(3)]
        assert {answer.status_code for answer in refused} == {503}
        assert all("storage is f" in answer.text for answer in refused)
        assert _health(runtime)["store"] in ("full", "failing")
        assert runtime.health() == 503
        for pid in both:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, everything)
        assert _check(runtime, "after").status_code == 201
        _until(lambda: runtime.health() == 200, "health never came back")
        assert runtime.worker_pid == both[1]
        runtime.stop()


def _cpu(pid: int) -> float:
    """Seconds of the processor that a process has had."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_a_worker_that_cannot_write_waits_and_loses_nothing(tmp_path: Path) -> None:
    with running(tmp_path / "data") as runtime:
        worker = runtime.worker_pid
        os.kill(worker, signal.SIGSTOP)
        for n in range(5):
            assert _check(runtime, f"{n}").status_code == 201
        resource.prlimit(worker, resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
        os.kill(worker, signal.SIGCONT)
        _until(lambda: "cannot lease" in runtime.log, "nothing was told")
        before = _cpu(worker)
        time.sleep(5)
        assert _cpu(worker) - before < 1.5
        assert 1 <= runtime.log.count("cannot lease") <= 6
        everything = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
        resource.prlimit(worker, resource.RLIMIT_FSIZE, everything)

        def waiting() -> int:
            with closing(sqlite3.connect(runtime.data / "store.db")) as file:
                (number,) = file.execute("SELECT COUNT(*) FROM messages").fetchone()
            return int(number)

        _until(lambda: waiting() == 0, "what waited was not taken up")
        assert runtime.worker_pid == worker
        runtime.stop()


def _start(data: Path, limit: int | None = None, **given: str) -> subprocess.CompletedProcess[str]:
    def limited() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run(
        [sys.executable, "-m", "infra.local"],
        cwd=ROOT,
        env={**Running(data, {}).environment, **given},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        preexec_fn=limited,
    )


def _told(ended: subprocess.CompletedProcess[str]) -> str:
    """The one line for a person; what the worker logged is no concern of his."""
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr + ended.stdout
    (line,) = ended.stderr.splitlines()
    assert line.startswith("gavel: ")
    return line


@pytest.mark.parametrize("name", ["store.db", "queue.db"])
def test_a_start_on_a_damaged_file_is_told_in_one_line(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"no database " * 1000)
    assert "the store is damaged" in _told(_start(tmp_path))
    assert (tmp_path / name).read_bytes() == b"no database " * 1000


def test_a_start_on_no_folder_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "is not a folder" in _told(_start(tmp_path / "file"))
    assert "cannot be used: Not a directory" in _told(_start(tmp_path / "file" / "data"))
    assert "cannot be used" in _told(_start(Path("/proc/gavel")))


@pytest.mark.parametrize("limit", [0, 2_000, 40_000])
def test_a_start_without_room_is_told_in_one_line(tmp_path: Path, limit: int) -> None:
    assert "gavel: " in _told(_start(tmp_path / "data", limit))


def test_a_misspelt_setting_is_refused_by_name(tmp_path: Path) -> None:
    line = _told(_start(tmp_path / "data", GAVEL_RETRY_DELAY="5"))
    assert "GAVEL_RETRY_DELAY (did you mean GAVEL_RETRY_DELAYS?)" in line
    assert not (tmp_path / "data").exists()


def test_a_start_tells_of_a_log_that_is_gone(tmp_path: Path) -> None:
    with running(tmp_path / "data") as runtime:
        assert _check(runtime, "acknowledged").status_code == 201
        runtime.kill()
        (runtime.data / "store.db-wal").unlink()
        runtime.start()
        _until(lambda: "acknowledged commits" in runtime.log, "nothing was told")
        runtime.stop()
