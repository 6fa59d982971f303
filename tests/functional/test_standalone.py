"""Every function alone, under the framework's stock command."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from common.http.dialects.openai import OPENAI
from common.http.dialects.perspective import PERSPECTIVE
from common.http.routes import HTTP_FUNCTIONS, QUEUE_FUNCTIONS, ROUTES, SCHEDULE_FUNCTIONS
from common.http.routes.route import Route
from tests.running import ROOT, free_port

EVENTS = {
    "enforce": {"app": "nobody", "item": "nothing"},
    "deliver": {"app": "nobody", "delivery": "nothing"},
    "scan": {"app": "nobody", "item": "nothing", "task": "nothing"},
    "sweep": {"at": 1},
}


@contextmanager
def _standalone(name: str, folder: Path, **settings: str) -> Iterator[str]:
    """The URL of a function that is ready."""
    port = free_port()
    command = [
        str(Path(sys.executable).with_name("functions-framework")),
        "--source",
        f"functions/{name}/main.py",
        "--target",
        name,
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
    ]
    environment = {name: value for name, value in os.environ.items() if "GAVEL_" not in name}
    # gunicorn keeps a control socket in the home folder.
    environment |= {"GAVEL_DATA": str(folder / "data"), "HOME": str(folder), **settings}
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
    try:
        url = f"http://127.0.0.1:{port}"
        _wait(url, process, folder / "log")
        yield url
    finally:
        process.terminate()
        process.wait(30)


def _wait(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 30
    while True:
        try:
            requests.get(f"{url}/robots.txt", timeout=5)
            return
        except requests.ConnectionError:
            assert process.poll() is None, log.read_text()
            assert time.monotonic() < deadline, log.read_text()
            time.sleep(0.05)


def test_every_folder_is_a_function() -> None:
    folders = {path.parent.name for path in (ROOT / "functions").glob("*/main.py")}
    assert folders == {*HTTP_FUNCTIONS, *QUEUE_FUNCTIONS, *SCHEDULE_FUNCTIONS}


@pytest.mark.parametrize("name", HTTP_FUNCTIONS)
def test_an_http_function_refuses_a_stranger(name: str, tmp_path: Path) -> None:
    routes = [route for route in ROUTES if route.function == name and route.access != "public"]
    with _standalone(name, tmp_path) as url:
        for route in routes:
            path = route.path.replace("{", "").replace("}", "").replace(":path", "")
            answer = requests.request(route.method, url + path, json={}, timeout=10)
            _check_refused(route, answer)
        # The framework's fall-back, a development server, would name itself.
        assert "uvicorn" in answer.headers["server"]


def _check_refused(route: Route, answer: requests.Response) -> None:
    body = answer.json()
    if route.dialect is PERSPECTIVE:
        assert answer.status_code == 400, route
        assert body["error"]["details"][0]["reason"] == "API_KEY_INVALID"
        return
    assert answer.status_code in (401, 403), route
    if route.dialect is OPENAI:
        assert body["error"]["code"] == "invalid_api_key"
        return
    assert body["StatusCode"] == answer.status_code
    assert isinstance(body["code"], int)
    assert body["message"].startswith(f"{route.operation} failed with error: ")
    assert body["duration"].endswith("ms")


@pytest.mark.parametrize("name", [*QUEUE_FUNCTIONS, *SCHEDULE_FUNCTIONS])
def test_a_queue_function_takes_a_cloudevent(name: str, tmp_path: Path) -> None:
    headers = {
        "ce-id": "1",
        "ce-specversion": "1.0",
        "ce-source": f"gavel/{name}",
        "ce-type": f"com.gavel.{name}",
    }
    with _standalone(name, tmp_path, GAVEL_PUSH_ANYBODY="true") as url:
        answer = requests.post(url, json=EVENTS[name], headers=headers, timeout=10)
        assert (answer.status_code, answer.text) == (200, "OK")
        assert requests.post(url, json=EVENTS[name], timeout=10).status_code == 400
        assert requests.get(url, timeout=10).status_code == 405


def test_a_queue_function_refuses_a_stranger(tmp_path: Path) -> None:
    with _standalone("enforce", tmp_path) as url:
        event = {"ce-id": "1", "ce-specversion": "1.0", "ce-source": "s", "ce-type": "t"}
        for headers in ({}, event):
            answer = requests.post(url, json=EVENTS["enforce"], headers=headers, timeout=10)
            assert (answer.status_code, answer.text) == (403, "not the push identity")
