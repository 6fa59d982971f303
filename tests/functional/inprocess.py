"""Every HTTP function behind the gateway in this process: fast, and with requests made byte by byte
that no client library would send.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sqlite3
from collections.abc import Coroutine, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import unquote, urlencode

import jwt
import orjson
import pytest
from starlette.types import ASGIApp, Message

from common.configuration.configuration import Configurations
from common.configuration.context import Context, close_shared_context, shared_context
from common.configuration.vaults import vault_of
from common.http.logging import open_logger
from common.http.routes import HTTP_FUNCTIONS
from infra.framework.loading import load_apps
from infra.local.credentials import Credentials, create_app
from infra.local.gateway import Gateway
from infra.local.health import StoreHealth

T = TypeVar("T")
Body = bytes | Sequence[bytes] | None


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    def json(self) -> Any:
        return orjson.loads(self.body)


@dataclass(frozen=True, slots=True)
class App:
    """One tenant: what a server-side client, a user's device and a Hive-style caller send."""

    name: str
    credentials: Credentials

    def server(self) -> dict[str, str]:
        return {"authorization": self.signed({"server": True})}

    def user(self, user_id: str, role: str | None = None) -> dict[str, str]:
        claims = {"user_id": user_id, **({"role": role} if role else {})}
        return {"authorization": self.signed(claims)}

    def hive(self) -> dict[str, str]:
        return {"authorization": f"token {self.credentials.token}"}

    def signed(self, claims: Mapping[str, Any], secret: str | None = None) -> str:
        return jwt.encode(dict(claims), secret or self.credentials.secret, "HS256")


class Server:
    def __init__(self, runner: asyncio.Runner, gateway: ASGIApp, data: Path) -> None:
        self._runner = runner
        self._gateway = gateway
        self.data = data
        self._file = 0
        self._watched: sqlite3.Connection | None = None
        self._version: int | None = None
        self._found: dict[str | None, list[tuple[Any, ...]]] = {}

    @property
    def context(self) -> Context:
        return shared_context()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self._runner.run(work)

    def app(self, name: str) -> App:
        letter = name[-1]
        secret, token = f"s3cret-{letter}-" * 6, f"t0ken-{letter}-" * 4
        credentials = Credentials(f"key-{name}", secret, token, f"sc0re-{letter}-" * 4)
        self.run(create_app(self.context.store, name, credentials))
        return App(name, credentials)

    def raw(
        self,
        method: str,
        target: str,
        headers: Mapping[str, str] | Sequence[tuple[str, str]] = (),
        body: Body = None,
    ) -> Answer:
        """`target` is sent as it is; several pieces of body go without a content-length."""
        pairs = list(headers.items()) if isinstance(headers, Mapping) else list(headers)
        if isinstance(body, bytes) and "content-length" not in dict(pairs):
            pairs.append(("content-length", str(len(body))))
        return self.run(self._answer(method, target, pairs, body))

    def call(
        self,
        app: App | None,
        method: str,
        path: str,
        body: Any = None,
        *,
        auth: Mapping[str, str] | None = None,
        query: Mapping[str, Any] | None = None,
    ) -> Answer:
        """As a server-side client of the app, or as whom `auth` says."""
        headers = {"content-type": "application/json"}
        parameters = dict(query or {})
        if app is not None:
            parameters = {"api_key": app.credentials.key, **parameters}
            headers.update(app.server() if auth is None else auth)
        encoded = body if isinstance(body, bytes) or body is None else orjson.dumps(body)
        target = f"{path}?{urlencode(parameters)}" if parameters else path
        return self.raw(method, target, headers, encoded)

    def snapshot(self) -> sqlite3.Connection:
        """All that is stored now, for `restore`."""
        copy = sqlite3.connect(":memory:")
        with contextlib.closing(sqlite3.connect(self.data / "store.db")) as store:
            store.backup(copy)
        return copy

    def restore(self, snapshot: sqlite3.Connection) -> None:
        """As it was then; what this process remembers of anything later is forgotten."""
        with contextlib.closing(sqlite3.connect(self.data / "store.db")) as store:
            snapshot.backup(store)
        self.close()
        context = self.context
        context._made.clear()
        context.data_keys._held._entries.clear()
        settings = context.settings
        context.configurations = Configurations(
            context.store, settings.config_ttl, settings.egress_allow, vault_of(settings)
        )

    def documents(self, app: str | None = None) -> list[tuple[Any, ...]]:
        """Everything that is stored, and every message that waits. What nobody has written to since
        is not read again: most tests ask whether a refused request changed anything.
        """
        connection = self._watching()
        version = connection.execute("PRAGMA data_version").fetchone()[0]
        if version != self._version:
            self._version, self._found = version, {}
        if app not in self._found:
            self._found[app] = _documents(connection, app)
        return [*self._found[app]]

    def _watching(self) -> sqlite3.Connection:
        file = (self.data / "store.db").stat().st_ino
        if self._watched is None or file != self._file:
            self.close()
            self._file = file
            self._watched = sqlite3.connect(self.data / "store.db")
        return self._watched

    def close(self) -> None:
        if self._watched is not None:
            self._watched.close()
        self._watched, self._version, self._found = None, None, {}

    async def _answer(
        self, method: str, target: str, headers: list[tuple[str, str]], body: Body
    ) -> Answer:
        pieces = [body] if isinstance(body, bytes) else list(body or [b""])
        events: list[Message] = []
        sent = 0

        async def receive() -> Message:
            nonlocal sent
            if sent == len(pieces):
                return {"type": "http.disconnect"}
            sent += 1
            more = sent < len(pieces)
            return {"type": "http.request", "body": pieces[sent - 1], "more_body": more}

        async def send(event: Message) -> None:
            events.append(event)

        await self._gateway(_scope(method, target, headers), receive, send)
        start, *rest = events
        fields = {
            name.decode().lower(): value.decode("latin-1") for name, value in start["headers"]
        }
        return Answer(start["status"], fields, b"".join(event["body"] for event in rest))


def _documents(connection: sqlite3.Connection, app: str | None) -> list[tuple[Any, ...]]:
    where, values = (" WHERE app = ?", (app,)) if app is not None else ("", ())
    columns = "SELECT app, collection, id, version, data FROM documents"
    found = sorted(connection.execute(f"{columns}{where}", values))
    if app is None:
        found += sorted(connection.execute("SELECT id, topic, message FROM messages"))
    return found


def _scope(method: str, target: str, headers: list[tuple[str, str]]) -> dict[str, Any]:
    path, _, query = target.partition("?")
    return {
        "type": "http",
        # From 2.4 on nobody listens for a client that leaves while its answer is streamed.
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(path),
        "raw_path": path.encode("latin-1"),
        "root_path": "",
        "query_string": query.encode("latin-1"),
        "server": ("localhost", 80),
        "client": ("127.0.0.1", 1),
        "headers": [(k.lower().encode(), v.encode("latin-1")) for k, v in headers],
    }


@contextlib.contextmanager
def in_process(data: Path, **environment: str) -> Iterator[Server]:
    """On the folder `data`, with the settings given; afterwards all is as before. Of the run's own
    settings one counts, by which every test is tried with content encrypted (CONTRIBUTING.md).
    """
    own = {name: os.environ[name] for name in ("GAVEL_ENCRYPT_CONTENT",) if name in os.environ}
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("GAVEL_")]:
            patch.delenv(name)
        for name, value in {**own, "GAVEL_DATA": str(data), **environment}.items():
            patch.setenv(name, value)
        # The framework leaves the last function's name there.
        patch.setenv("FUNCTION_TARGET", "")
        close_shared_context()
        data.mkdir(parents=True, exist_ok=True)
        try:
            with asyncio.Runner() as runner:
                gateway = Gateway(
                    load_apps(HTTP_FUNCTIONS),
                    lambda: True,
                    StoreHealth(shared_context()),
                    open_logger("gateway", "info"),
                )
                server = Server(runner, gateway, data)
                try:
                    yield server
                finally:
                    server.close()
        finally:
            close_shared_context()
