"""The examples of README.md, docs/api.md and pages beside it, run against a server."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.documents import (
    API,
    LADDERS,
    README,
    REPORTERS,
    RULE_HEALTH,
    RULE_VERSIONS,
    RULES,
    SHADOW,
    SPAM_MANAGER,
    TRYING_RULES,
    Example,
    blocks,
    examples,
)
from tests.running import Running, running

_SECONDS = 10.0


@pytest.mark.parametrize(
    "document", [API, RULE_VERSIONS, RULE_HEALTH, SHADOW, SPAM_MANAGER], ids=lambda path: path.stem
)
def test_the_examples_of_the_api_work_as_shown(document: Path, tmp_path: Path) -> None:
    with running(tmp_path / "data") as runtime:
        for example in examples(document):
            _expect(runtime, example)


def test_the_examples_of_ladders_and_reporters_work_as_shown(tmp_path: Path) -> None:
    with running(tmp_path / "data") as runtime:
        for document in (LADDERS, REPORTERS):
            for example in examples(document):
                _expect(runtime, example)


def test_the_examples_of_tried_rules_work_as_shown(tmp_path: Path) -> None:
    with running(tmp_path / "data") as runtime:
        for example in examples(TRYING_RULES):
            _expect(runtime, example)


def test_the_readme_s_commands_work_as_shown(tmp_path: Path) -> None:
    """In one shell, as one pastes them."""
    commands = ""
    with running(tmp_path / ".gavel") as runtime:
        for (language, content), (after, shown) in pairwise(blocks(README)):
            if language == "python" and "getstream" in content:
                for _ in range(2):
                    printed = _run(content, runtime, tmp_path)
                    assert printed == shown, printed
            elif language == "sh" and content.startswith("TOKEN="):
                commands = content
            elif language == "sh" and "curl" in content:
                answer = _shell(commands + content, runtime, tmp_path)
                if after == "json":
                    _assert_like(json.loads(shown), answer)
        assert commands


def test_the_program_of_the_rules_works_as_shown(tmp_path: Path) -> None:
    ((_, content), (_, shown)) = blocks(RULES)
    with running(tmp_path / ".gavel") as runtime:
        for _ in range(2):
            assert _run(content, runtime, tmp_path) == shown


def _expect(runtime: Running, example: Example) -> None:
    """What the queue has yet to do is waited for."""
    deadline = time.monotonic() + _SECONDS
    while True:
        answer = requests.request(
            example.method,
            runtime.base_url + example.path,
            json=example.body,
            headers={"authorization": f"token {runtime.token}"},
            timeout=30,
        )
        assert answer.status_code == (200 if example.method == "GET" else 201), answer.text
        try:
            if example.answer is not None:
                _assert_like(example.answer, answer.json())
            return
        except AssertionError:
            if example.method != "GET" or time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def _assert_like(shown: Any, real: Any) -> None:
    """Everything shown is there; ids, times and other numbers than scores may differ."""
    assert type(shown) is type(real), (shown, real)
    if isinstance(shown, dict):
        assert set(shown) <= set(real), (shown, real)
        for name, value in shown.items():
            _assert_like(value, real[name])
            if name == "score":
                assert value == real[name], (shown, real)
    elif isinstance(shown, list):
        assert len(shown) == 0 or real, (shown, real)
        for one, other in zip(shown, real, strict=False):
            _assert_like(one, other)
    elif isinstance(shown, str) and re.fullmatch(r"[A-Za-z_ ]+", shown):
        assert shown == real


def _run(script: str, runtime: Running, folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", script.replace("http://localhost:8080", runtime.base_url)],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _shell(commands: str, runtime: Running, folder: Path) -> Any:
    """What the last of them answered; curl finds the runtime where the document's would be."""
    (folder / ".curlrc").write_text(
        f'connect-to = "localhost:8080:127.0.0.1:{runtime.port}"\nnoproxy = "*"\nfail-with-body\n'
    )
    done = subprocess.run(
        ["sh", "-c", commands],
        cwd=folder,
        env={**os.environ, "CURL_HOME": str(folder)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout)
