"""One runtime for the folder, and the official clients, unmodified, pointed at it."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
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
from tests.running import Running, running

from .apps import Apps
from .clients import Caller, record
from .clients.node import Node, NodeCaller
from .clients.operations import CHAT, Client
from .clients.python import Chat, Getstream, note_httpx, note_requests
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
    for each in (client, client.moderation):
        each.client.event_hooks["response"].append(note_httpx)
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
def other_app(server: Running, apps: Apps) -> Iterator[Stream]:
    """A server's client of an app that nothing was sent to."""
    app = apps.create()
    with stream(server, api_key=app["key"], api_secret=app["secret"]) as client:
        yield client


@pytest.fixture(scope="session")
def apps(server: Running) -> Iterator[Apps]:
    apps = Apps(server.environment)
    yield apps
    apps.close()


@pytest.fixture(scope="session")
def chat(server: Running) -> Iterator[StreamChat]:
    client = StreamChat(server.api_key, server.secret, base_url=server.base_url)
    client.session.hooks["response"].append(note_requests)
    yield client
    client.session.close()


@pytest.fixture(scope="session")
def raw(server: Running) -> Iterator[Raw]:
    with requests.Session() as session:
        yield Raw(session, server.base_url, server.api_key, server.secret)


@pytest.fixture
def own_raw(server: Running, own_keys: dict[str, str]) -> Iterator[Raw]:
    """Plain HTTP to what `own_caller` calls."""
    with requests.Session() as session:
        yield Raw(session, server.base_url, own_keys["key"], own_keys["secret"])


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


@pytest.fixture
def user(client: Stream) -> str:
    id = unique("user")
    client.update_users({id: UserRequest(id=id, name="Ann")})
    return id


def circumvention(
    action: str, *, is_async: bool | None = None
) -> AutomodPlatformCircumventionConfig:
    rule = AutomodRule(action=action, label="platform_circumvention", threshold=0.5)
    return AutomodPlatformCircumventionConfig(_async=is_async, rules=[rule])


@pytest.fixture(scope="session")
def node() -> Iterator[Node]:
    node = Node()
    yield node
    node.close()


Callers = Callable[[Client], Caller]


@pytest.fixture(scope="session")
def callers(server: Running, request: pytest.FixtureRequest) -> Iterator[Callers]:
    """Server-side callers of the runtime's app, by the name of the client."""
    made: dict[Client, Caller] = {}

    def caller(name: Client) -> Caller:
        if name not in made:
            made[name] = _caller(name, server.api_key, server.secret, server, request)
        return made[name]

    yield caller
    for each in made.values():
        each.close()


@pytest.fixture
def caller(callers: Callers, request: pytest.FixtureRequest) -> Caller:
    return callers(request.param)


@pytest.fixture(scope="session")
def other_keys(apps: Apps) -> dict[str, str]:
    """An app's that the tests share, and in which nothing is that one of them did not make."""
    return apps.create()


@pytest.fixture
def other_caller(
    caller: Caller, other_keys: dict[str, str], server: Running, request: pytest.FixtureRequest
) -> Iterator[Caller]:
    """The same client, of another app."""
    other = _caller(caller.name, other_keys["key"], other_keys["secret"], server, request)
    yield other
    other.close()


@pytest.fixture
def own_keys(apps: Apps) -> dict[str, str]:
    """An app's that the test has to itself."""
    return apps.create()


@pytest.fixture
def own_caller(
    caller: Caller, own_keys: dict[str, str], server: Running, request: pytest.FixtureRequest
) -> Iterator[Caller]:
    """The same client, of an app that the test has to itself."""
    own = _caller(caller.name, own_keys["key"], own_keys["secret"], server, request)
    yield own
    own.close()


@pytest.fixture
def user_caller(server: Running, client: Stream) -> Iterator[Callable[[str], Caller]]:
    """getstream with nothing but the user's token."""
    with ExitStack() as stack:

        def made(user: str) -> Caller:
            token = client.create_token(user)
            caller = Getstream(server.base_url, api_key=server.api_key, token=token)
            stack.callback(caller.close)
            return caller

        yield made


def _caller(
    name: Client, key: str, secret: str, server: Running, request: pytest.FixtureRequest
) -> Caller:
    if name == "getstream":
        return Getstream(server.base_url, api_key=key, api_secret=secret)
    if name == CHAT:
        return Chat(server.base_url, key, secret)
    return NodeCaller(request.getfixturevalue("node"), name, server.base_url, key, secret)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if call.when == "call":
        effects = [record.Effect(*mark.args) for mark in item.iter_markers("effect")]
        record.keep(item.nodeid, effects, passed=report.passed)
    return report
