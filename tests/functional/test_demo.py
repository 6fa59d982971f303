"""The demo as a person runs it: a command beside a running server."""

from __future__ import annotations

import os
import re
import shlex
import socket
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
import requests

from tests import recording
from tests.full_size import FULL
from tests.on_backends import LOCAL, backends, emulators
from tests.running import ROOT, Running, free_port, running

_RECEIVER = free_port()


# It plays against the API, which tests/conformance asks of every backend.
@pytest.fixture(scope="module", params=backends() if FULL else [LOCAL])
def runtime(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Running]:
    backend: str = request.param
    data = tmp_path_factory.mktemp("demo") / "data"
    settings = {
        "GAVEL_EGRESS_ALLOW": f"127.0.0.1:{_RECEIVER}",
        "GAVEL_RETRY_DELAYS": "0.3,1,2,5,10",
        "GAVEL_CALLBACK_TIMEOUT": "1",
        **emulators(backend),
    }
    with running(data, backend, **settings) as started:
        yield started


def _demo(
    runtime: Running, *arguments: str, port: int = _RECEIVER
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "infra.local.demo", "--receiver-port", str(port), *arguments],
        cwd=ROOT,
        env=runtime.environment,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


def test_it_succeeds_again_and_again_and_its_commands_work(runtime: Running) -> None:
    for seed in ("1", "2") if runtime.backend == LOCAL else ("1",):
        played = _demo(runtime, "--seed", seed)
        assert played.returncode == 0, played.stdout + played.stderr
        assert played.stderr == ""
        assert "expectations held" in played.stdout
        (_, _, state, _, arrived) = _row(played, "demo_ban")
        assert (state, arrived) == ("superseded", "never")
        assert _row(played, "demo_unban")[-3:] == ["as", "number", "1"]
        _assert_judged(played)
        assert "\x1b" not in played.stdout
    commands = [line for line in played.stdout.splitlines() if line.startswith("  curl ")]
    assert len(commands) == 4
    for command in commands:
        answer = _curl(shlex.split(command))
        assert answer.ok, command
        assert any(answer.json().get(name) for name in ("entries", "deliveries", "rules", "items"))


def _row(played: subprocess.CompletedProcess[str], action: str) -> list[str]:
    (row,) = [line.split() for line in played.stdout.splitlines() if f"  {action}  " in line]
    return row


def _assert_judged(played: subprocess.CompletedProcess[str]) -> None:
    shown = played.stdout.partition("Judged by engines\n")[2].partition("\n\n")[0]
    found = {
        (row[0], row[1], label, row[-2])
        for row in (re.split(r"  +", line.strip()) for line in shown.splitlines()[1:])
        for label in row[2].split(", ")
    }
    assert found >= {
        ("an insult", "automod_toxicity", "insult", "flag"),
        ("a threat", "automod_toxicity", "threat", "remove"),
        ("a scam", "ai_text", "SCAM", "remove"),
        ("a flood", "flood", "flood_identical", "remove"),
        ("an image", "ai_image", "demo_known_picture", "remove"),
    }


def _curl(words: list[str]) -> requests.Response:
    url = next(word for word in words if word.startswith("http"))
    options = dict(pairwise(words))
    headers = dict(v.split(": ", 1) for option, v in pairwise(words) if option == "-H")
    method, data = options.get("-X", "GET"), options.get("-d")
    return requests.request(method, url, headers=headers, data=data, timeout=10)


def test_it_names_what_did_not_hold_and_what_was_not_judged(tmp_path: Path) -> None:
    (tmp_path / "PIL").mkdir()
    (tmp_path / "PIL/__init__.py").write_text("raise ImportError('not installed')")
    path = (str(tmp_path), recording.environment().get("PYTHONPATH"))
    settings = {
        "GAVEL_EGRESS_ALLOW": f"127.0.0.1:{_RECEIVER}",
        "GAVEL_RETRY_DELAYS": "3600",
        "PYTHONPATH": os.pathsep.join(filter(None, path)),
    }
    with running(tmp_path / "data", **settings) as never_again:
        failed = _demo(never_again, "--patience", "3")
    assert failed.returncode == 1
    wrong = [line for line in failed.stdout.splitlines() if line.startswith("did not hold: ")]
    undelivered = re.compile(r"every callback of demo_hide_post is delivered: \d+ are not")
    assert any(undelivered.search(line) for line in wrong)
    assert any("the decisions on post 1 arrived in their order" in line for line in wrong)
    assert not any("checks" in line or "fired" in line for line in wrong)
    assert re.search("an image +ai_image +not judged +flag", failed.stdout)
    assert not any("image" in line for line in wrong)


def test_a_port_that_the_server_may_not_call_is_told(runtime: Running) -> None:
    other = free_port()
    refused = _demo(runtime, port=other)
    assert refused.returncode == 2
    assert f"GAVEL_EGRESS_ALLOW=127.0.0.1:{other}" in refused.stderr


def test_it_cleans_up_when_asked(runtime: Running) -> None:
    assert _demo(runtime, "--remove").returncode == 0
    header = {"authorization": f"token {runtime.token}"}
    for name in ("rules", "actions", "report_categories"):
        answer = requests.get(f"{runtime.base_url}/api/v1/{name}", headers=header, timeout=10)
        assert answer.json()[name] == []


def test_a_taken_port_is_told_in_one_line(runtime: Running) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        failed = _demo(runtime, port=taken.getsockname()[1])
    assert failed.returncode == 2
    assert failed.stderr.count("\n") == 1
    assert "is taken" in failed.stderr


def test_without_a_server_it_fails_and_says_what_to_do(tmp_path: Path) -> None:
    failed = _demo(Running(tmp_path / "data", {}))
    assert failed.returncode == 2
    assert failed.stdout == ""
    assert "make run" in failed.stderr
    assert failed.stderr.count("\n") == 1
    assert not (tmp_path / "data").exists()
