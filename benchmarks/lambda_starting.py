"""A process's start to the answer of its first event as on Lambda, beside a bare handler.

The packages are those that are deployed, for this machine, and nothing else can be imported. What
Lambda itself adds (fetching the package, starting the sandbox) is not in it. DynamoDB and SQS are
ministack's.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from benchmarks.first_calls import FirstCalls, Request, opened
from benchmarks.starting import Start
from common.http.routes import HTTP_FUNCTIONS, QUEUE_FUNCTIONS
from infra.aws.build import FUNCTIONS, build
from infra.aws.local.ministack import ACCOUNT, variables
from infra.aws.table import table_definition
from tests.aws import aws_resources
from tests.ministack import ministack
from tests.osls import architecture

# As Lambda's own: it knows the handler by module and name, and nothing of what was installed here.
_BOOTSTRAP = """
import json, sys
from importlib import import_module
sys.path.insert(0, sys.argv[1])
handler = getattr(import_module("lambda_function"), sys.argv[2])
print(json.dumps(handler(json.load(sys.stdin), None)), flush=True)
sys.stdin.close()
import time
status = open("/proc/self/status").read()
resident = next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]
print(json.dumps([time.process_time(), int(resident)]), flush=True)
import os
os._exit(0)
"""
_BARE = "def bare(event, context):\n    return {'statusCode': 200}\n"


def amazon() -> dict[str, str]:
    """The environment of the AWS backends, with table and queues made."""
    url = ministack()
    environment = {
        **variables(url),
        "GAVEL_STORE": "dynamodb",
        "GAVEL_DYNAMODB_TABLE": "gavel",
        "GAVEL_QUEUE": "sqs",
        "GAVEL_SQS_URL": f"{url}/{ACCOUNT}/gavel-",
    }
    resources = aws_resources(url)
    resources.create_table(table_definition(environment["GAVEL_DYNAMODB_TABLE"]))
    resources.create_queues(environment["GAVEL_SQS_URL"], dict.fromkeys(QUEUE_FUNCTIONS, 60.0))
    return environment


def event_of(name: str, request: Request) -> dict[str, Any]:
    body = (request.body or b"").decode()
    if name in HTTP_FUNCTIONS:
        return _request_event(request, body)
    if name in QUEUE_FUNCTIONS:
        return {"Records": [{"eventSource": "aws:sqs", "messageId": "1", "body": body}]}
    return {"source": "aws.events", "id": "1"}


def _request_event(request: Request, body: str) -> dict[str, Any]:
    target = urlsplit(request.path)
    http = {"method": request.method, "path": target.path, "sourceIp": "203.0.113.7"}
    return {
        "version": "2.0",
        "rawPath": target.path,
        "rawQueryString": target.query,
        "headers": {"content-type": "application/json", "host": "localhost", **request.headers},
        "requestContext": {"http": http, "stage": "$default"},
        "body": body,
        "isBase64Encoded": False,
    }


def start(folder: Path, name: str, event: dict[str, Any], backend: dict[str, str]) -> Start:
    environment = {"PATH": os.environ["PATH"], "GAVEL_LOG_LEVEL": "error", **backend}
    command = [sys.executable, "-I", "-S", "-c", _BOOTSTRAP, str(folder), name]
    began = time.perf_counter()
    process = subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with process:
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(json.dumps(event))
        process.stdin.close()
        answer = process.stdout.readline()
        took = time.perf_counter() - began
        _check(name, json.loads(answer or '{"statusCode": 500}'))
        cpu, resident = json.loads(process.stdout.readline())
    return Start(took, cpu, resident / 1024)


def _check(name: str, answer: dict[str, Any] | None) -> None:
    failed = answer is not None and (
        answer.get("statusCode", 200) >= 300 or answer.get("batchItemFailures")
    )
    if failed:
        raise RuntimeError(f"{name}: {answer}")


def measure(
    folder: Path, rounds: int, names: list[str], calls: FirstCalls, backend: dict[str, str]
) -> dict[str, dict[str, float]]:
    pairs: dict[str, list[tuple[Start, Start]]] = {name: [] for name in names}
    # One round more, to have everything in the file cache.
    for _ in range(rounds + 1):
        for name in names:
            event = event_of(name, calls.next(name))
            bare = start(folder / "bare", "bare", {}, {})
            pairs[name].append((bare, start(folder / name, name, event, backend)))
    return {name: _figures(folder, name, found[1:]) for name, found in pairs.items()}


def _figures(folder: Path, name: str, pairs: list[tuple[Start, Start]]) -> dict[str, float]:
    return {
        "seconds": round(statistics.median(ours.seconds for _, ours in pairs), 3),
        "bare_seconds": round(statistics.median(bare.seconds for bare, _ in pairs), 3),
        "ratio": round(statistics.median(o.seconds / b.seconds for b, o in pairs), 1),
        "cpu": round(statistics.median(ours.cpu for _, ours in pairs), 3),
        "mib": round(statistics.median(ours.mib for _, ours in pairs), 1),
        "bare_mib": round(statistics.median(bare.mib for bare, _ in pairs), 1),
        "package_mib": round((folder / f"{name}.zip").stat().st_size / 2**20, 1),
    }


def unpack(folder: Path) -> None:
    for path in build(folder, architecture()):
        with zipfile.ZipFile(path) as archive:
            archive.extractall(path.with_suffix(""))
    bare = folder / "bare"
    bare.mkdir()
    (bare / "lambda_function.py").write_text(_BARE)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        unpack(Path(folder))
        backend = amazon()
        with opened(backend) as calls:
            names = arguments.names or list(FUNCTIONS)
            found = measure(Path(folder), arguments.rounds, names, calls, backend)
    print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
