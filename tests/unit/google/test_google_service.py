"""A service as in the cloud: with TLS, and with a token of the machine's own identity."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest
from google.pubsub_v1.types import PublishResponse

from tests.certificates import self_signed
from tests.google_server import google_server
from tests.receiver import Behaviour, Receiver, answer
from tests.running import ROOT

_CALLS = """
import asyncio, sys
from common.google.messages import message_class
from common.google.service import Service
request = message_class("google.pubsub.v1.PublishRequest")(topic="projects/p/topics/t")
answer = message_class("google.pubsub.v1.PublishResponse")
async def call():
    services = [Service("google.pubsub.v1.Publisher", sys.argv[1], "NO_EMULATOR") for _ in "ab"]
    for service in services:
        found = await service.call("Publish", request, answer, 5.0, "topic")
        assert list(found.message_ids) == ["1"]
asyncio.run(call())
"""
_ACCOUNT = "/computeMetadata/v1/instance/service-accounts"


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
