"""Google's clients: one a loop, on an emulator, and as in the cloud, with TLS and an identity."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import grpc
import orjson
import pytest
from google.api_core.exceptions import DeadlineExceeded, ServiceUnavailable
from google.pubsub_v1.services.publisher import PublisherAsyncClient
from google.pubsub_v1.types import PublishResponse

from common.queue.google_clients import Clients, Closed, has_code, reason
from tests.certificates import self_signed
from tests.google_server import GoogleServer, google_server
from tests.receiver import Behaviour, Receiver, answer
from tests.running import ROOT

_CALLS = """
import asyncio, sys
from google.api_core.client_options import ClientOptions
from google.pubsub_v1.services.publisher import PublisherAsyncClient
from common.queue.google_clients import Clients
class Client(PublisherAsyncClient):
    def __init__(self, **given):
        super().__init__(client_options=ClientOptions(api_endpoint=sys.argv[1]), **given)
async def call():
    for clients in [Clients(lambda: Client, "NO_EMULATOR") for _ in "ab"]:
        client = await clients.client()
        found = await client.publish(topic="projects/p/topics/t", retry=None, timeout=5.0)
        assert list(found.message_ids) == ["1"]
asyncio.run(call())
"""
_ACCOUNT = "/computeMetadata/v1/instance/service-accounts"
_VARIABLE = "PUBSUB_EMULATOR_HOST"
_TOPIC = "projects/p/topics/t"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[GoogleServer]:
    with google_server(PublishResponse(message_ids=["1"])) as server:
        monkeypatch.setenv(_VARIABLE, server.host)
        yield server


def _clients() -> Clients[PublisherAsyncClient]:
    return Clients(lambda: PublisherAsyncClient, _VARIABLE)


async def _publish(clients: Clients[PublisherAsyncClient]) -> PublisherAsyncClient:
    client = await clients.client()
    await client.publish(topic=_TOPIC, retry=None, timeout=5.0)
    return client


def test_a_loop_has_one_client_and_two_loops_have_two(server: GoogleServer) -> None:
    clients = _clients()

    async def publish_at_once() -> list[PublisherAsyncClient]:
        return await asyncio.gather(*[_publish(clients) for _ in range(5)])

    first, second = asyncio.run(publish_at_once()), asyncio.run(publish_at_once())
    assert len({*map(id, first)}) == len({*map(id, second)}) == 1
    assert first[0] is not second[0]
    assert len(server.calls) == 10


@pytest.mark.usefixtures("server")
def test_the_client_of_a_loop_that_is_over_is_let_go() -> None:
    clients = _clients()
    for _ in range(3):
        asyncio.run(_publish(clients))
    assert len(clients._clients) == 1


def test_closed_they_refuse(server: GoogleServer) -> None:
    clients = _clients()
    asyncio.run(_publish(clients))
    clients.close()
    with pytest.raises(Closed):
        asyncio.run(_publish(clients))
    clients.close()
    assert len(server.calls) == 1


def test_a_refused_call_is_made_once_and_says_why(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with google_server((grpc.StatusCode.UNAVAILABLE, "down")) as server:
        monkeypatch.setenv(_VARIABLE, server.host)
        with pytest.raises(ServiceUnavailable) as error:
            asyncio.run(_publish(_clients()))
    assert has_code(error.value, (grpc.StatusCode.UNAVAILABLE,))
    assert not has_code(error.value, (grpc.StatusCode.ABORTED,))
    assert reason(error.value) == "UNAVAILABLE: down"
    assert len(server.calls) == 1


def test_it_tries_to_connect_several_times_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    """gRPC's own wait is a second at first and grows to two minutes."""
    attempts = asyncio.Semaphore(0)

    async def refuse(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        attempts.release()
        writer.close()
        await writer.wait_closed()

    async def scenario() -> None:
        async with await asyncio.start_server(refuse, "127.0.0.1", 0) as listener:
            host, port = listener.sockets[0].getsockname()
            monkeypatch.setenv(_VARIABLE, f"{host}:{port}")
            clients = _clients()
            with pytest.raises(ServiceUnavailable):
                await _publish(clients)
            async with asyncio.timeout(2):
                for _ in range(4):
                    await attempts.acquire()
            clients.close()

    asyncio.run(scenario())


def test_a_call_ends_in_time_where_nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    async def call() -> None:
        client = await _clients().client()
        await client.publish(topic=_TOPIC, retry=None, timeout=0.3)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        monkeypatch.setenv(_VARIABLE, f"127.0.0.1:{listener.getsockname()[1]}")
        started = time.monotonic()
        with pytest.raises(DeadlineExceeded):
            asyncio.run(call())
        assert 0.2 < time.monotonic() - started < 3


def _json(content: object) -> Behaviour:
    headers = {"Metadata-Flavor": "Google", "Content-Type": "application/json"}
    return answer(200, orjson.dumps(content), headers)


@pytest.fixture
def machine() -> Iterator[Receiver]:
    """What tells a machine of Google's who it is."""
    with Receiver() as server:
        server.always("/", answer(200, headers={"Metadata-Flavor": "Google"}))
        server.always("/computeMetadata/v1/project/project-id", _json("p"))
        server.always("/computeMetadata/v1/universe/universe-domain", _json("googleapis.com"))
        account = {"email": "check@p.iam.gserviceaccount.com", "scopes": []}
        server.always(f"{_ACCOUNT}/default/", _json(account))
        token = {"access_token": "t0ken", "expires_in": 3600, "token_type": "Bearer"}
        for name in ("default", account["email"]):
            server.always(f"{_ACCOUNT}/{name}/token", _json(token))
        yield server


def test_services_share_one_token_of_the_machines_account(
    machine: Receiver, tmp_path: Path
) -> None:
    certificate = self_signed(tmp_path, "localhost")
    address = f"127.0.0.1:{machine.port}"
    environment = {
        "PYTHONPATH": str(ROOT),
        "HOME": str(tmp_path),
        "GCE_METADATA_HOST": address,
        "GCE_METADATA_IP": address,
        "GRPC_DEFAULT_SSL_ROOTS_FILE_PATH": str(certificate),
    }
    response = PublishResponse(message_ids=["1"])
    with google_server(response, certificate=certificate) as server:
        command = [sys.executable, "-c", _CALLS, server.host]
        subprocess.run(command, env=environment, check=True, timeout=60)
    assert [each["authorization"] for each in server.metadata] == ["Bearer t0ken"] * 2
    assert len([each for each in machine.requests if each.path.endswith("/token")]) == 1
