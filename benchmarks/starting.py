"""Process start to first real answer, its CPU time and resident memory, beside a hello-world.

Each function's rounds alternate with hello-world's. CPU time is user and system, of all its
processes; on a busy machine it is the steadier figure. On the Google backends each loads its
credentials as well, which the emulators would not ask for.
"""

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
from dataclasses import dataclass
from pathlib import Path

from benchmarks.first_calls import FirstCalls, Request, opened
from benchmarks.metadata_server import metadata_server
from benchmarks.processes import cpu_seconds, resident_mib, tree
from common.http.routes import HTTP_FUNCTIONS, QUEUE_FUNCTIONS, SCHEDULE_FUNCTIONS

ROOT = Path(__file__).resolve().parent.parent
HELLO = ("hello", ROOT / "benchmarks/functions/hello/main.py")
HELLO_CALL = Request("/", {}, {})
ON_GOOGLE = ROOT / "benchmarks/functions/on_google/main.py"


@dataclass(frozen=True, slots=True)
class Start:
    seconds: float
    cpu: float
    mib: float


def google() -> dict[str, str]:
    """The environment of the Google backends, on Google's own emulators."""
    from google.cloud.pubsub_v1 import PublisherClient

    from tests.emulators import firestore_emulator, pubsub_emulator

    project, prefix = "demo-benchmark", "gavel-"
    variables = {
        "GAVEL_STORE": "firestore",
        "GAVEL_QUEUE": "pubsub",
        "GAVEL_GOOGLE_PROJECT": project,
        "FIRESTORE_EMULATOR_HOST": firestore_emulator(),
        "PUBSUB_EMULATOR_HOST": pubsub_emulator(),
    }
    os.environ.update(variables)
    publisher = PublisherClient()
    for name in QUEUE_FUNCTIONS:
        # No subscriptions: pushing would take time from what is measured.
        publisher.create_topic(name=f"projects/{project}/topics/{prefix}{name}")
    return variables


def start(name: str, source: Path, request: Request, backend: dict[str, str]) -> Start:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    own = {"GAVEL_LOG_LEVEL": "error", "GAVEL_PUSH_ANYBODY": "true", "FUNCTION_TARGET": name}
    environment = {**os.environ, **own, **backend}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [str(Path(sys.executable).with_name("functions-framework"))]
    command += ["--source", str(source), "--target", name]
    command += ["--host", "127.0.0.1", "--port", str(port)]
    began = time.perf_counter()
    process = subprocess.Popen(
        command, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _answer(port, name, request)
        took = time.perf_counter() - began
        # The framework's server forks the one that serves.
        *_, serving = processes = list(tree(process.pid))
        return Start(took, sum(map(cpu_seconds, processes)), resident_mib(serving))
    finally:
        process.terminate()
        process.wait(10)


def _answer(port: int, name: str, request: Request) -> None:
    for _ in range(2000):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.request(request.method, request.path, request.body, _headers(request))
            answer = connection.getresponse()
            text = answer.read()
        except OSError:
            time.sleep(0.002)
        else:
            if answer.status >= 300:
                raise RuntimeError(f"{name}: {answer.status} {text.decode()}")
            return
        finally:
            connection.close()
    raise RuntimeError(f"{name} did not answer")


def _headers(request: Request) -> dict[str, str]:
    return {"content-type": "application/json", **request.headers}


def measure(
    rounds: int,
    names: list[str],
    calls: FirstCalls,
    backend: dict[str, str],
    own: Path | None = None,
) -> dict[str, dict[str, float]]:
    """`own` is a source that has all of the functions."""
    for folder in ("common", "functions", "benchmarks/functions"):
        compileall.compile_dir(ROOT / folder, quiet=1)
    pairs: dict[str, list[tuple[Start, Start]]] = {name: [] for name in names}
    # One round more, to have everything in the file cache.
    for _ in range(rounds + 1):
        for name in names:
            request = calls.next(name)
            source = own or ROOT / "functions" / name / "main.py"
            hello = start(*HELLO, HELLO_CALL, {})
            pairs[name].append((hello, start(name, source, request, backend)))
    return {name: _figures(found[1:]) for name, found in pairs.items()}


def _figures(pairs: list[tuple[Start, Start]]) -> dict[str, float]:
    return {
        "seconds": round(statistics.median(ours.seconds for _, ours in pairs), 3),
        "hello_seconds": round(statistics.median(hello.seconds for hello, _ in pairs), 3),
        "ratio": round(statistics.median(o.seconds / h.seconds for h, o in pairs), 2),
        # Of the fastest start of each, which other load has least to do with.
        "best_ratio": round(min(o.seconds for _, o in pairs) / min(h.seconds for h, _ in pairs), 2),
        "cpu_ratio": round(statistics.median(o.cpu / h.cpu for h, o in pairs), 2),
        "mib": round(statistics.median(ours.mib for _, ours in pairs), 1),
        "hello_mib": round(statistics.median(hello.mib for hello, _ in pairs), 1),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--backend", choices=("local", "gcp"), default="local")
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    names = arguments.names or [*HTTP_FUNCTIONS, *QUEUE_FUNCTIONS, *SCHEDULE_FUNCTIONS]
    is_google = arguments.backend == "gcp"
    with tempfile.TemporaryDirectory() as data, metadata_server() as identity:
        backend = {"GAVEL_DATA": data, **({**google(), **identity} if is_google else {})}
        with opened(backend) as calls:
            own = ON_GOOGLE if is_google else None
            print(json.dumps(measure(arguments.rounds, names, calls, backend, own), indent=2))


if __name__ == "__main__":
    main()
