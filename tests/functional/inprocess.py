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

from common.configuration.context import Context, close_shared_context, shared_context
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

    @property
    def context(self) -> Context:
        return shared_context()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self._runner.run(work)

    def app(self, name: str) -> App:
        letter = name[-1]
        credentials = Credentials(f"key-{name}", f"s3cret-{letter}-" * 6, f"t0ken-{letter}-" * 4)
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

    def documents(self, app: str | None = None) -> list[tuple[Any, ...]]:
        """Everything that is stored, and every message that waits."""
        found: list[tuple[Any, ...]] = []
        where = "" if app is None else " WHERE app = ?"
        values = () if app is None else (app,)
        documents = f"SELECT app, collection, id, version, data FROM documents{where}"
        with contextlib.closing(sqlite3.connect(self.data / "store.db")) as connection:
            found += sorted(connection.execute(documents, values))
            if app is None:
                found += sorted(connection.execute("SELECT id, topic, message FROM messages"))
        return found

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


def _scope(method: str, target: str, headers: list[tuple[str, str]]) -> dict[str, Any]:
    path, _, query = target.partition("?")
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
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
    """On the empty folder `data`, with the settings given; afterwards all is as before."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("GAVEL_")]:
            patch.delenv(name)
        for name, value in {"GAVEL_DATA": str(data), **environment}.items():
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
                yield Server(runner, gateway, data)
        finally:
            close_shared_context()
