"""The WebSocket's service beside the functions, run from the folder that is deployed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
import requests
from getstream import Stream

from infra.sockets.build import PLATFORMS, build
from tests.running import Running, free_port

from .clients.node import Connected, Node
from .helpers import eventually, flagged, unique

_CLOUDS = {"gcp": "google", "aws": "amazon"}
_STOP_SECONDS = 15.0


class Service:
    """On a port that stays the same when it is started anew."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.port = free_port()
        self._folder, self._environment = folder, environment
        self.url = f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "infra.sockets"],
            cwd=self._folder,
            env={**self._environment, "PORT": str(self.port)},
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        eventually(self.is_healthy, 30)

    def is_healthy(self) -> bool:
        assert self.process.poll() is None, "the service ended"
        try:
            answer = requests.get(f"{self.url}/healthz", timeout=5)
        except requests.ConnectionError:
            return False
        return bool(answer.json() == {"status": "ok"})

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(_STOP_SECONDS)


@pytest.fixture(scope="module")
def folder(server: Running, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if server.backend not in _CLOUDS:
        pytest.skip("the local runtime has a WebSocket of its own")
    made = tmp_path_factory.mktemp("service") / "sockets"
    return build(made, PLATFORMS[_CLOUDS[server.backend]])


@pytest.fixture
def service(server: Running, folder: Path) -> Iterator[Service]:
    # Where this repository is not on the path before the folder.
    environment = {k: v for k, v in server.environment.items() if k != "PYTHONPATH"}
    service = Service(folder, {**environment, "GAVEL_SOCKET_POLL": "0.2"})
    yield service
    if service.process.poll() is None:
        service.process.kill()
        service.process.wait()


Connect = Callable[..., Connected]


@pytest.fixture
def connect(server: Running, service: Service, node: Node, client: Stream) -> Iterator[Connect]:
    with ExitStack() as stack:

        def connected(user: dict[str, Any]) -> Connected:
            token = client.create_token(user["id"])
            ws = service.url.replace("http", "ws")
            made = Connected(node, server.base_url, server.api_key, user, token, ws)
            made.call("connection")
            stack.callback(made.close)
            return made

        yield connected


def _events(connected: Connected, type: str) -> list[dict[str, Any]]:
    return [event for event in connected.call("events") if event["type"] == type]


def test_a_user_of_the_functions_connects_to_the_service(
    connect: Connect, client: Stream, policy: str
) -> None:
    id = unique("ada")
    ada = connect({"id": id, "name": "Ada"})
    assert ada.call("connection")["healthy"] is True
    (hello,) = _events(ada, "health.check")
    assert (hello["me"]["id"], hello["me"]["name"]) == (id, "Ada")
    # The functions know what the service has written, and the other way round.
    (known,) = client.query_users(payload={"filter_conditions": {"id": id}}).data.users
    assert known.name == "Ada"
    flagged(client, policy, entity_creator_id=id)
    eventually(lambda: len(_events(ada, "user.flagged")) == 1)
    ban = {"target_user_id": id, "reason": "spam"}
    client.moderation.submit_action("ban", user_id="mo", ban=ban)
    eventually(lambda: _events(ada, "user.banned") != [])
    assert _events(ada, "user.banned")[0]["reason"] == "spam"


def test_a_wrong_token_is_refused(
    server: Running, service: Service, node: Node, client: Stream
) -> None:
    id = unique("ada")
    with pytest.raises(ConnectionError, match='"code":43'):
        token = client.create_token(id)
        token = token[:-4] + ("AAAA" if token[-4:] != "AAAA" else "BBBB")
        Connected(node, service.url, server.api_key, {"id": id}, token).call("connection")


def test_it_answers_nothing_else(service: Service) -> None:
    answers = {
        path: requests.get(f"{service.url}{path}", timeout=5)
        for path in ("/connect", "/healthz", "/api/v2/moderation/check", "/")
    }
    assert {path: answer.status_code for path, answer in answers.items()} == {
        "/connect": 426,
        "/healthz": 200,
        "/api/v2/moderation/check": 404,
        "/": 404,
    }
    assert answers["/"].json()["code"] == 16
    assert requests.post(f"{service.url}/healthz", timeout=5).status_code == 405


def test_it_stops_with_sockets_open_and_clients_come_back(
    service: Service, connect: Connect
) -> None:
    ada = connect({"id": unique("ada")})
    assert service.stop() == 0
    eventually(lambda: ada.call("connection")["healthy"] is False)
    service.start()
    eventually(lambda: ada.call("connection")["healthy"] is True, 30)


def test_it_does_not_start_with_what_it_cannot_use(server: Running, folder: Path) -> None:
    given = {k: v for k, v in server.environment.items() if k != "PYTHONPATH"}
    # What `make conformance` sets is no setting, and would be named before.
    given = {k: v for k, v in os.environ.items() if not k.startswith("GAVEL_")} | given
    for wrong, said in (
        ({"GAVEL_STORE": "sqlite"}, "GAVEL_STORE=sqlite"),
        ({"GAVEL_SOCKETS": "1"}, "GAVEL_SOCKETS"),
        ({"PORT": "x"}, "PORT"),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "infra.sockets"],
            cwd=folder,
            env={**given, **wrong},
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.returncode == 1
        assert done.stderr.startswith("gavel: ") and said in done.stderr
        assert "Traceback" not in done.stderr
