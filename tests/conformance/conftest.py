"""One runtime for the folder, and the official clients, unmodified, pointed at it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import pytest
import requests
from getstream import Stream
from getstream.models import (
    AutomodPlatformCircumventionConfig,
    AutomodRule,
    BlockListConfig,
    BlockListRule,
    UserRequest,
)
from stream_chat import StreamChat

from tests.on_backends import backends, emulators
from tests.receiver import Receiver
from tests.running import ROOT, Running, running

from .helpers import BLOCKED, Raw, unique


@pytest.fixture(scope="session")
def receiver() -> Iterator[Receiver]:
    with Receiver() as receiver:
        yield receiver


@pytest.fixture(scope="session", params=backends())
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, receiver: Receiver
) -> Iterator[Running]:
    backend: str = request.param
    folder = tmp_path_factory.mktemp("conformance") / "data"
    environment = {
        "GAVEL_EGRESS_ALLOW": f"127.0.0.1:{receiver.port}",
        "GAVEL_LOG_LEVEL": "warning",
        **emulators(backend),
    }
    with running(folder, backend, **environment) as server:
        yield server
        assert "unforeseen error" not in server.log
        server.stop()


@contextmanager
def stream(server: Running, **credentials: str) -> Iterator[Stream]:
    given = {"api_key": server.api_key, **credentials}
    client = Stream(base_url=server.base_url, **given)
    try:
        yield client
    finally:
        client.moderation.close()
        client.close()


@pytest.fixture(scope="session")
def client(server: Running) -> Iterator[Stream]:
    with stream(server, api_secret=server.secret) as client:
        yield client


@pytest.fixture
def as_user(server: Running, client: Stream) -> Iterator[Callable[[str], Stream]]:
    """A client that has the user's token and nothing else."""
    with ExitStack() as stack:
        yield lambda user: stack.enter_context(stream(server, token=client.create_token(user)))


@pytest.fixture
def other_app(server: Running) -> Iterator[Stream]:
    """A server's client of an app that nothing was sent to."""
    app = new_app(server)
    with stream(server, api_key=app["key"], api_secret=app["secret"]) as client:
        yield client


def new_app(server: Running) -> dict[str, str]:
    """The name, key, secret and token of an app made while the runtime runs."""
    made = subprocess.run(
        [sys.executable, "-m", "infra.local.apps", unique("app")],
        cwd=ROOT,
        env=server.environment,
        capture_output=True,
        check=True,
        text=True,
    )
    return dict(line.split(maxsplit=1) for line in made.stdout.splitlines())


@pytest.fixture(scope="session")
def chat(server: Running) -> Iterator[StreamChat]:
    client = StreamChat(server.api_key, server.secret, base_url=server.base_url)
    yield client
    client.session.close()


@pytest.fixture(scope="session")
def raw(server: Running) -> Iterator[Raw]:
    with requests.Session() as session:
        yield Raw(session, server.base_url, server.api_key, server.secret)


@pytest.fixture(scope="session")
def block_list(client: Stream) -> str:
    name = unique("list")
    client.create_block_list(name=name, words=[BLOCKED])
    return name


@pytest.fixture(scope="session")
def policy(client: Stream, block_list: str) -> str:
    """The key of a policy that removes what is block-listed and flags circumvention."""
    key = unique("policy")
    client.moderation.upsert_config(
        key=key,
        block_list_config=BlockListConfig(rules=[BlockListRule(name=block_list, action="remove")]),
        automod_platform_circumvention_config=circumvention("flag"),
    )
    return key


@pytest.fixture(scope="session")
def slow_policy(client: Stream, block_list: str) -> str:
    """One whose circumvention engine answers after the check."""
    key = unique("slow")
    client.moderation.upsert_config(
        key=key,
        block_list_config=BlockListConfig(rules=[BlockListRule(name=block_list, action="remove")]),
        automod_platform_circumvention_config=circumvention("flag", is_async=True),
    )
    return key


@pytest.fixture(scope="session")
def moderator(client: Stream) -> str:
    id = unique("moderator")
    client.update_users({id: UserRequest(id=id, role="moderator", name="Mo")})
    return id


def circumvention(
    action: str, *, is_async: bool | None = None
) -> AutomodPlatformCircumventionConfig:
    rule = AutomodRule(action=action, label="platform_circumvention", threshold=0.5)
    return AutomodPlatformCircumventionConfig(_async=is_async, rules=[rule])
