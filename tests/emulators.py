"""Google's own emulators, started once a test run and ended with it."""

from __future__ import annotations

import atexit
import functools
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from infra.gcp.local.emulators import PUBSUB, EmulatorMissing, find_jar
from tests.running import free_port

_START_SECONDS = 60.0
_STOP_SECONDS = 5.0
_FIRESTORE_JAR = "platform/cloud-firestore-emulator/cloud-firestore-emulator.jar"
_FIRESTORE_PACKAGE = "google-cloud-cli-firestore-emulator"
_FIRESTORE_MAIN = "com.google.cloud.datastore.emulator.firestore.CloudFirestore"
# The quick compiler and the simple collector: up in half the time, and gentle on small machines.
_JAVA = (
    "java",
    "-Duser.language=en",
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    "-Xmx512m",
)


def firestore_jar() -> Path | None:
    return _jar("GAVEL_FIRESTORE_EMULATOR_JAR", _FIRESTORE_JAR, _FIRESTORE_PACKAGE)


def firestore_missing() -> str | None:
    """Why tests on Firestore are to be skipped; never in CI, where they are to fail."""
    if os.environ.get("CI") == "true" or (firestore_jar() and shutil.which("java")):
        return None
    return f"needs Java and the emulator of {_FIRESTORE_PACKAGE}"


@functools.cache
def firestore_emulator() -> str:
    """Its host and port."""
    jar = firestore_jar()
    if jar is None:
        raise FileNotFoundError(f"no jar of {_FIRESTORE_PACKAGE}")
    port = free_port()
    where = ["--host", "127.0.0.1", "--port", str(port)]
    start([*_JAVA, "-cp", str(jar), _FIRESTORE_MAIN, *where], port, "firestore")
    return f"127.0.0.1:{port}"


def pubsub_missing() -> str | None:
    """As `firestore_missing`."""
    try:
        find_jar(PUBSUB)
    except EmulatorMissing as error:
        return None if os.environ.get("CI") == "true" else str(error)
    return None if os.environ.get("CI") == "true" or shutil.which("java") else "needs Java"


@functools.cache
def pubsub_emulator() -> str:
    """Its host and port."""
    port = free_port()
    command = [*_JAVA, "-jar", str(find_jar(PUBSUB)), "--host=127.0.0.1", f"--port={port}"]
    start(command, port, "pubsub")
    return f"127.0.0.1:{port}"


def start(command: Sequence[str], port: int, name: str) -> None:
    """Returns when the port is open; the process ends with this one, however this one ends."""
    log = Path(tempfile.mkdtemp(prefix=f"gavel-{name}-")) / "emulator.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*_tied_to_parent(), *command],
            cwd=log.parent,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    atexit.register(_stop, process, log.parent)
    deadline = time.monotonic() + _START_SECONDS
    while not _is_open(port):
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"the {name} emulator is not up:\n{log.read_text()}")
        time.sleep(0.05)


def _jar(variable: str, place: str, package: str) -> Path | None:
    """As the environment says, else in the SDK of CLOUDSDK_ROOT_DIR, else as Debian knows."""
    root = os.environ.get("CLOUDSDK_ROOT_DIR")
    given = [os.environ.get(variable), str(Path(root, place)) if root else None]
    for path in [*filter(None, given), *_package_files(package)]:
        if path.endswith(".jar") and Path(path).is_file():
            return Path(path)
    return None


@functools.cache
def _package_files(package: str) -> list[str]:
    if not shutil.which("dpkg"):
        return []
    listing = subprocess.run(["dpkg", "-L", package], capture_output=True, text=True, check=False)
    return listing.stdout.splitlines()


def _tied_to_parent() -> Sequence[str]:
    """A test run that is killed runs no exit handler."""
    return ("setpriv", "--pdeathsig", "KILL") if shutil.which("setpriv") else ()


def _is_open(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _stop(process: subprocess.Popen[bytes], folder: Path) -> None:
    process.terminate()
    try:
        process.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    shutil.rmtree(folder, ignore_errors=True)
