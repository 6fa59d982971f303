"""Google's own emulators: where they are on this machine, and starting and stopping them."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_START_SECONDS = 60.0
_STOP_SECONDS = 5.0
# With the server's compiler and collector a start takes twice as long.
_JAVA = (
    "java",
    "-Duser.language=en",
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    "-Xmx512m",
)


class EmulatorMissing(Exception):
    """It cannot be started here; the text says why and what helps."""


@dataclass(frozen=True, slots=True)
class Kind:
    """`variable` is where Google's clients look for its address."""

    name: str
    variable: str
    jar_variable: str
    component: str
    jar: str
    main_class: str | None = None

    @property
    def package(self) -> str:
        """Google's name of it for Debian."""
        return f"google-cloud-cli-{self.component.removeprefix('cloud-')}"


FIRESTORE = Kind(
    "Firestore",
    "FIRESTORE_EMULATOR_HOST",
    "GAVEL_FIRESTORE_EMULATOR_JAR",
    "cloud-firestore-emulator",
    "cloud-firestore-emulator*.jar",
    "com.google.cloud.datastore.emulator.firestore.CloudFirestore",
)
PUBSUB = Kind(
    "Pub/Sub",
    "PUBSUB_EMULATOR_HOST",
    "GAVEL_PUBSUB_EMULATOR_JAR",
    "pubsub-emulator",
    "cloud-pubsub-emulator-*all.jar",
)


@dataclass(frozen=True, slots=True)
class Emulator:
    kind: Kind
    port: int
    process: subprocess.Popen[bytes]

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def wait(self, seconds: float = _START_SECONDS) -> None:
        deadline = time.monotonic() + seconds
        while not _answers(self.port):
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise EmulatorMissing(f"the {self.kind.name} emulator does not start")
            time.sleep(0.05)

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@contextlib.contextmanager
def started(*kinds: Kind, log: Path | None = None) -> Iterator[list[Emulator]]:
    """Returns at once; `Emulator.wait` ends when it answers. Raises EmulatorMissing."""
    commands = [command(kind) for kind in kinds]
    with contextlib.ExitStack() as stack:
        output = stack.enter_context(_private(log)) if log else subprocess.DEVNULL
        emulators = []
        for kind, words in zip(kinds, commands, strict=True):
            port = _free_port()
            process = subprocess.Popen(
                [*_leash(), *words, "--host=127.0.0.1", f"--port={port}"],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
            )
            emulators.append(Emulator(kind, port, process))
            stack.callback(emulators[-1].stop)
        yield emulators


def find_jar(kind: Kind) -> Path:
    """Raises EmulatorMissing."""
    given = os.environ.get(kind.jar_variable)
    candidates = iter([Path(given)]) if given else _installed(kind)
    jar = next((path for path in candidates if path.is_file()), None)
    if jar is None:
        where = f"not at {kind.jar_variable}={given}" if given else "not installed"
        raise EmulatorMissing(
            f"the {kind.name} emulator is {where}: gcloud components install {kind.component}, "
            f"or apt-get install {kind.package}, "
            f"or set {kind.jar_variable}"
        )
    return jar


def _private(log: Path) -> IO[bytes]:
    return os.fdopen(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab")


def _installed(kind: Kind) -> Iterator[Path]:
    if shutil.which("dpkg"):
        listed = subprocess.run(
            ["dpkg", "-L", kind.package], capture_output=True, text=True, check=False
        )
        yield from (path for path in map(Path, listed.stdout.split()) if path.match(kind.jar))
    for root in _sdk_roots():
        yield from (root / "platform" / kind.component).rglob(kind.jar)


def _sdk_roots() -> Iterator[Path]:
    if os.environ.get("CLOUDSDK_ROOT_DIR"):
        yield Path(os.environ["CLOUDSDK_ROOT_DIR"])
    gcloud = shutil.which("gcloud")
    if gcloud:
        yield Path(gcloud).resolve().parents[1]


def command(kind: Kind) -> list[str]:
    """What starts it, but for its address. Raises EmulatorMissing."""
    jar = str(find_jar(kind))
    if shutil.which(_JAVA[0]) is None:
        raise EmulatorMissing(f"the {kind.name} emulator needs Java 11 or newer on the path")
    return [*_JAVA, *(["-cp", jar, kind.main_class] if kind.main_class else ["-jar", jar])]


def _leash() -> list[str]:
    return [sys.executable, "-m", "infra.gcp.local.leashed", str(os.getpid())]


def _answers(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port
