"""Starts the local runtime as a user does, for tests that need a whole server."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from common.domain.vault import KEY_FILE
from infra.aws.local.ministack import ACCOUNT
from tests import recording

ROOT = Path(__file__).parents[1]
_START_SECONDS = 60.0
_STOP_SECONDS = 30.0
_PAUSE = 0.05
_MODULES = {"local": "infra.local", "gcp": "infra.gcp.local", "aws": "infra.aws.local"}
_WORKER = re.compile(r'"the worker is up".*"pid":(\d+)')


class Running:
    """One runtime on one data folder and port; both stay the same over restarts."""

    def __init__(self, data: Path, environment: dict[str, str], backend: str = "local") -> None:
        self.data = data
        self.backend = backend
        self._module = _MODULES[backend]
        self.port = int(environment.get("PORT") or free_port())
        self.base_url = f"http://127.0.0.1:{self.port}"
        self._environment = {
            **{name: value for name, value in os.environ.items() if _is_passed_on(name)},
            **recording.environment(),
            **environment,
            "PORT": str(self.port),
            "GAVEL_DATA": str(data),
        }
        self._environment = {**_own(backend, data), **self._environment}
        self._log = data.with_name(f"{data.name}.log")
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def api_key(self) -> str:
        return self._credential("api_key")

    @property
    def secret(self) -> str:
        return self._credential("api_secret")

    @property
    def token(self) -> str:
        return self._credential("api_token")

    @property
    def score_key(self) -> str:
        return self._credential("score_key")

    @property
    def environment(self) -> dict[str, str]:
        """For commands that are to work on the same data: on a cloud's store with the same key."""
        key = self.data / KEY_FILE
        if self.backend == "local" or not key.exists():
            return dict(self._environment)
        return {"GAVEL_ENCRYPTION_KEY": key.read_text().strip(), **self._environment}

    @property
    def log(self) -> str:
        """Everything printed so far, of all starts."""
        return self._log.read_text() if self._log.exists() else ""

    @property
    def pid(self) -> int:
        return self._running().pid

    @property
    def worker_pid(self) -> int:
        return int(_WORKER.findall(self.log)[-1])

    def start(self) -> None:
        self.launch()
        try:
            self.wait_until_healthy()
        except BaseException:
            self.kill()
            raise

    def launch(self) -> None:
        """Returns before the runtime answers."""
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", self._module],
                cwd=ROOT,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def wait_until_healthy(self, seconds: float = _START_SECONDS) -> None:
        deadline = time.monotonic() + seconds
        while self.health() != 200:
            assert self._running().poll() is None, f"the runtime ended:\n{self.log}"
            assert time.monotonic() < deadline, f"the runtime is not up:\n{self.log}"
            time.sleep(_PAUSE)

    def health(self) -> int | None:
        """None where nobody answers."""
        try:
            with urllib.request.urlopen(f"{self.base_url}/healthz", timeout=5) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            with error:
                return error.code
        except OSError:
            return None

    def stop(self) -> None:
        """Asks it to end, and expects that it does so well."""
        process = self._running()
        process.terminate()
        code = process.wait(_STOP_SECONDS)
        assert code == 0, f"exit code {code}:\n{self.log}"
        self.wait_until_gone()

    def kill(self) -> None:
        """Crashes the parent; its worker has to follow by itself."""
        process = self._running()
        process.kill()
        process.wait()
        self.wait_until_gone()

    def restart(self) -> None:
        if self.is_running:
            self.stop()
        self.start()

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def wait_until_gone(self, seconds: float = _STOP_SECONDS) -> None:
        """Until no process of the runtime's group is left."""
        deadline = time.monotonic() + seconds
        process = self._running()
        while is_group_alive(process.pid):
            assert time.monotonic() < deadline, f"processes are left:\n{self.log}"
            time.sleep(_PAUSE)
        process.wait()

    def destroy(self) -> None:
        """Leaves nothing behind, whatever the test did."""
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    def _running(self) -> subprocess.Popen[bytes]:
        assert self._process is not None, "not started"
        return self._process

    def _credential(self, name: str) -> str:
        given = self._environment.get(f"GAVEL_{name.upper()}")
        if given:
            return given
        saved: dict[str, str] = json.loads((self.data / "credentials.json").read_text())
        return saved[name]


@contextlib.contextmanager
def running(data: Path, backend: str = "local", **environment: str) -> Iterator[Running]:
    """A healthy runtime on the folder `data`; whatever still runs at the end is killed.

    The backends "gcp" and "aws" start servers that end with it and lose what they hold, unless the
    environment names others.
    """
    runtime = Running(data, environment, backend)
    try:
        runtime.start()
        yield runtime
    finally:
        runtime.destroy()


def _own(backend: str, data: Path) -> dict[str, str]:
    """Servers that the environment names may be others' too."""
    name = sha256(bytes(data)).hexdigest()[:20]
    if backend == "gcp":
        return {
            "GAVEL_STORE": "firestore",
            "GAVEL_QUEUE": "pubsub",
            "GAVEL_GOOGLE_PROJECT": f"demo-{name}",
        }
    if backend == "aws":
        return {
            "GAVEL_STORE": "dynamodb",
            "GAVEL_QUEUE": "sqs",
            "GAVEL_DYNAMODB_TABLE": name,
            "GAVEL_SQS_URL": f"http://localhost/{ACCOUNT}/{name}-",
        }
    return {}


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def _is_passed_on(name: str) -> bool:
    if name.startswith("GAVEL_"):
        return name.endswith("_EMULATOR_JAR")
    # Without compiled files a start takes several times as long.
    return name != "PYTHONDONTWRITEBYTECODE"


def is_group_alive(group: int) -> bool:
    """Zombies count as gone: nobody may be there to reap an orphan."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            state, _, process_group = path.read_text().rpartition(")")[2].split()[:3]
            if process_group == str(group) and state != "Z":
                return True
    return False
