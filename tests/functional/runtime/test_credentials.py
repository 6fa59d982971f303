"""The first app's credentials and the apps made beside it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import jwt
import pytest
import requests

from tests.running import ROOT, Running, running

GIVEN = {
    "GAVEL_API_KEY": "my-key",
    "GAVEL_API_SECRET": "a-secret-of-more-than-thirty-two-bytes",
    "GAVEL_API_TOKEN": "a-token-of-more-than-sixteen",
    "GAVEL_SCORE_KEY": "a-score-key-of-more-than-sixteen",
}


def _status(runtime: Running, key: str, secret: str) -> int:
    """Of a call that needs a server's token and nothing else."""
    answer = requests.get(
        f"{runtime.base_url}/api/v1/settings",
        params={"api_key": key},
        headers={"authorization": jwt.encode({"server": True}, secret, "HS256")},
        timeout=10,
    )
    return answer.status_code


def _token_status(runtime: Running, token: str) -> int:
    headers = {"authorization": f"token {token}"}
    return requests.get(
        f"{runtime.base_url}/api/v1/settings", headers=headers, timeout=10
    ).status_code


def _apps(runtime: Running, *arguments: str) -> subprocess.CompletedProcess[str]:
    return _command(runtime, "apps", *arguments)


def _shown(runtime: Running) -> subprocess.CompletedProcess[str]:
    return _command(runtime, "show_credentials")


def _command(runtime: Running, name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", f"infra.local.{name}", *arguments],
        cwd=ROOT,
        env=runtime.environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def _made(printed: str) -> dict[str, str]:
    return dict(line.split() for line in printed.splitlines())


def _in_a_terminal(runtime: Running) -> str:
    """What a start prints there."""
    master, terminal = os.openpty()
    with (runtime.data.parent / "out").open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "infra.local"],
            cwd=ROOT,
            env=runtime.environment,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=terminal,
        )
    os.close(terminal)
    try:
        printed = b""
        while b"make demo" not in printed:
            printed += os.read(master, 65536)
        deadline = time.monotonic() + 30
        while runtime.health() != 200:
            assert time.monotonic() < deadline
            time.sleep(0.05)
    finally:
        process.terminate()
        assert process.wait(30) == 0
        os.close(master)
    return printed.decode()


def test_only_the_first_start_in_a_terminal_shows_them(tmp_path: Path) -> None:
    runtime = Running(tmp_path / "data", {})
    first, second = _in_a_terminal(runtime), _in_a_terminal(runtime)
    for value in (runtime.api_key, runtime.secret, runtime.token, runtime.score_key):
        assert value in first
        assert value not in second
    assert "make credentials" in second


def test_a_command_shows_them(tmp_path: Path) -> None:
    runtime = Running(tmp_path / "data", {})
    none = _shown(runtime)
    assert (none.returncode, none.stdout) == (1, "")
    assert none.stderr.startswith("gavel: there are none in ")
    try:
        runtime.start()
        made = _made(_shown(runtime).stdout)
        assert made == {
            "key": runtime.api_key,
            "secret": runtime.secret,
            "token": runtime.token,
            "score": runtime.score_key,
        }
        runtime.stop()
    finally:
        runtime.destroy()


def test_generated_once_not_logged_and_stable_over_restarts(tmp_path: Path) -> None:
    with running(tmp_path / "data") as runtime:
        first = (runtime.data / "credentials.json").read_bytes()
        assert set(json.loads(first)) == {"api_key", "api_secret", "api_token", "score_key"}
        for value in (runtime.api_key, runtime.secret, runtime.token, runtime.score_key):
            assert value not in runtime.log
        assert f"in {runtime.data}/credentials.json" in runtime.log
        assert _status(runtime, runtime.api_key, runtime.secret) == 200
        assert _token_status(runtime, runtime.token) == 200
        runtime.restart()
        assert (runtime.data / "credentials.json").read_bytes() == first
        assert _status(runtime, runtime.api_key, runtime.secret) == 200
        runtime.stop()


def test_given_ones_are_used_and_neither_saved_nor_printed(tmp_path: Path) -> None:
    with running(tmp_path / "data", **GIVEN) as runtime:
        assert _status(runtime, "my-key", GIVEN["GAVEL_API_SECRET"]) == 200
        assert _token_status(runtime, GIVEN["GAVEL_API_TOKEN"]) == 200
        assert not (runtime.data / "credentials.json").exists()
        assert "from the environment (GAVEL_API_SECRET)" in runtime.log
        assert GIVEN["GAVEL_API_SECRET"] not in runtime.log
        runtime.stop()


def test_what_is_replaced_opens_nothing_any_more(tmp_path: Path) -> None:
    with running(tmp_path / "data") as runtime:
        key, secret, token = runtime.api_key, runtime.secret, runtime.token
        runtime.stop()
    with running(tmp_path / "data", **GIVEN) as runtime:
        assert _status(runtime, key, secret) == 401
        assert _token_status(runtime, token) == 403
        assert _token_status(runtime, GIVEN["GAVEL_API_TOKEN"]) == 200
        runtime.stop()


def test_a_spoilt_file_is_told_and_kept(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "credentials.json").write_text("{")
    runtime = Running(data, {})
    try:
        runtime.launch()
        runtime.wait_until_gone()
        assert runtime.log.count("\n") == 1
        assert "credentials.json cannot be read" in runtime.log
        assert (data / "credentials.json").read_text() == "{"
    finally:
        runtime.destroy()


def test_a_new_app_works_at_once_and_is_made_once(tmp_path: Path) -> None:
    with running(tmp_path / "data") as runtime:
        created = _apps(runtime, "shop")
        assert created.returncode == 0, created.stderr
        shop = _made(created.stdout)
        assert _status(runtime, shop["key"], shop["secret"]) == 200
        assert _token_status(runtime, shop["token"]) == 200
        assert _status(runtime, shop["key"], runtime.secret) == 401

        again = _apps(runtime, "shop")
        assert again.returncode == 1
        assert "app shop exists" in again.stderr
        assert again.stdout == ""
        assert _status(runtime, shop["key"], shop["secret"]) == 200

        rotated = _made(_apps(runtime, "shop", "--rotate").stdout)
        assert _status(runtime, rotated["key"], rotated["secret"]) == 200
        runtime.restart()
        assert _status(runtime, shop["key"], shop["secret"]) == 401
        assert _token_status(runtime, shop["token"]) == 403
        assert _status(runtime, rotated["key"], rotated["secret"]) == 200
        assert _status(runtime, runtime.api_key, runtime.secret) == 200
        runtime.stop()


def test_another_apps_key_is_refused_at_the_start(tmp_path: Path) -> None:
    runtime = Running(tmp_path / "data", {})
    shop = _made(_apps(runtime, "shop").stdout)
    thief = Running(runtime.data, {"GAVEL_API_KEY": shop["key"]})
    try:
        thief.launch()
        thief.wait_until_gone()
        assert "belongs to another app" in thief.log
        assert "Traceback" not in thief.log
        runtime.start()
        assert _status(runtime, shop["key"], shop["secret"]) == 200
        runtime.stop()
    finally:
        thief.destroy()
        runtime.destroy()


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["default"], "the runtime makes"),
        (["Shop"], "lower-case"),
        (["../shop"], "lower-case"),
        ([""], "lower-case"),
        (["shop", "--rotate"], "there is no app shop"),
    ],
)
def test_refused_names(tmp_path: Path, arguments: list[str], why: str) -> None:
    refused = _apps(Running(tmp_path / "data", {}), *arguments)
    assert refused.returncode == 1
    assert why in refused.stderr


def test_a_folder_of_an_earlier_release_gets_a_score_key(tmp_path: Path) -> None:
    with running(tmp_path / "data") as runtime:
        runtime.stop()
    path = runtime.data / "credentials.json"
    saved = json.loads(path.read_text())
    before = {name: value for name, value in saved.items() if name != "score_key"}
    path.write_text(json.dumps(before))
    printed = _shown(runtime)
    assert (printed.returncode, set(_made(printed.stdout))) == (0, {"key", "secret", "token"})
    try:
        runtime.start()
        after = json.loads(path.read_text())
        assert {**after, "score_key": ""} == {**before, "score_key": ""}
        assert after["score_key"] not in (saved["score_key"], "")
        assert _status(runtime, runtime.api_key, runtime.secret) == 200
        runtime.stop()
    finally:
        runtime.destroy()
