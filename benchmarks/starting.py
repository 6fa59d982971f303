"""Process start to first answer, and resident memory, of each function beside a hello-world."""

from __future__ import annotations

import argparse
import compileall
import http.client
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from common.http.routes import HTTP_FUNCTIONS, QUEUE_FUNCTIONS, SCHEDULE_FUNCTIONS

ROOT = Path(__file__).resolve().parent.parent
HELLO = ("hello", ROOT / "benchmarks/functions/hello/main.py")


def google() -> dict[str, str]:
    """The environment of the Google backends, on Google's own emulators."""
    from infra.gcp.local.topics import open_topics
    from tests.emulators import firestore_emulator, pubsub_emulator

    project = "demo-benchmark"
    variables = {
        "GAVEL_STORE": "firestore",
        "GAVEL_QUEUE": "pubsub",
        "GAVEL_GOOGLE_PROJECT": project,
        "FIRESTORE_EMULATOR_HOST": firestore_emulator(),
        "PUBSUB_EMULATOR_HOST": pubsub_emulator(),
    }
    os.environ["PUBSUB_EMULATOR_HOST"] = variables["PUBSUB_EMULATOR_HOST"]
    with open_topics(project, "gavel-") as topics:
        topics.create_dead_letters()
        for name in QUEUE_FUNCTIONS:
            topics.create(name, f"http://127.0.0.1:9/{name}", 10)
    return variables


def start(name: str, source: Path, backend: dict[str, str]) -> tuple[float, float]:
    """Seconds until the first answer, and MiB of the serving process after it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    with tempfile.TemporaryDirectory() as data:
        environment = {
            **os.environ,
            "GAVEL_DATA": data,
            "GAVEL_API_KEY": "k",
            "GAVEL_API_SECRET": "s" * 40,
            "GAVEL_API_TOKEN": "t",
            "GAVEL_LOG_LEVEL": "error",
            **backend,
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        command = [str(Path(sys.executable).with_name("functions-framework"))]
        command += ["--source", str(source), "--target", name]
        command += ["--host", "127.0.0.1", "--port", str(port)]
        began = time.perf_counter()
        process = subprocess.Popen(
            command, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            _answered(port, name)
            took = time.perf_counter() - began
            return took, _resident(process.pid)
        finally:
            process.terminate()
            process.wait(10)


def _answered(port: int, name: str) -> None:
    body, path, headers = _request(name)
    for _ in range(2000):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.request("POST", path, body, headers)
            connection.getresponse().read()
        except OSError:
            time.sleep(0.002)
        else:
            return
        finally:
            connection.close()
    raise RuntimeError(f"{name} did not answer")


def _request(name: str) -> tuple[bytes, str, dict[str, str]]:
    """A real first call: for check a whole check, so that what it loads late is counted too."""
    if name == "check":
        body = {"post_id": "1", "user_id": "u", "text_data": "hello world, how are you?"}
        return json.dumps(body).encode(), "/api/v1/task/sync", {"authorization": "token t"}
    if name in (*QUEUE_FUNCTIONS, *SCHEDULE_FUNCTIONS):
        message = {"app": "default", "item": "none", "delivery": "none", "task": "none", "at": 0}
        headers = {
            "ce-id": "1",
            "ce-source": "benchmark",
            "ce-type": "com.gavel.benchmark",
            "ce-specversion": "1.0",
            "content-type": "application/json",
        }
        return json.dumps(message).encode(), "/", headers
    return b"{}", "/", {}


def _resident(pid: int) -> float:
    """Of the process that serves: the framework's server forks it."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    status = Path(f"/proc/{children[0] if children else pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def measure(rounds: int, names: list[str], backend: dict[str, str]) -> dict[str, dict[str, float]]:
    for folder in ("common", "functions", "benchmarks/functions"):
        compileall.compile_dir(ROOT / folder, quiet=1)
    found = {}
    for name in names:
        source = ROOT / "functions" / name / "main.py"
        start(name, source, backend)
        pairs = [(start(*HELLO, {}), start(name, source, backend)) for _ in range(rounds)]
        found[name] = {
            "seconds": round(statistics.median(ours[0] for _, ours in pairs), 3),
            "hello_seconds": round(statistics.median(hello[0] for hello, _ in pairs), 3),
            "ratio": round(statistics.median(ours[0] / hello[0] for hello, ours in pairs), 2),
            "mib": round(statistics.median(ours[1] for _, ours in pairs), 1),
            "hello_mib": round(statistics.median(hello[1] for hello, _ in pairs), 1),
        }
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--backend", choices=("local", "gcp"), default="local")
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    names = arguments.names or [*HTTP_FUNCTIONS, *QUEUE_FUNCTIONS, *SCHEDULE_FUNCTIONS]
    backend = google() if arguments.backend == "gcp" else {}
    print(json.dumps(measure(arguments.rounds, names, backend), indent=2))


if __name__ == "__main__":
    main()
