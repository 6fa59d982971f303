"""Stream's two clients for JavaScript, unmodified, in one process of Node.js."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tests.running import ROOT

from . import record
from .caller import Refused
from .operations import JS, OPERATIONS, Client

_SCRIPT = Path(__file__).with_name("clients.cjs")
_PACKAGES = ("@stream-io/node-sdk", "stream-chat")


class Node:
    """Skips the test where Node.js or a client is missing, but never in CI."""

    def __init__(self) -> None:
        missing = [name for name in _PACKAGES if not (ROOT / "node_modules" / name).is_dir()]
        if shutil.which("node") is None or missing:
            if os.environ.get("CI"):
                pytest.fail("Node.js or a client of Stream's is not installed")
            pytest.skip("needs Node.js and `make install`")
        environment = {**os.environ, "NODE_NO_WARNINGS": "1"}
        for name in ("STREAM_LOCAL_TEST_RUN", "STREAM_LOCAL_TEST_HOST"):
            environment.pop(name, None)
        self._process = subprocess.Popen(
            ["node", str(_SCRIPT)],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._numbers = count()

    def ask(self, order: dict[str, Any]) -> dict[str, Any]:
        assert self._process.stdin and self._process.stdout
        id = next(self._numbers)
        self._process.stdin.write(json.dumps({"id": id, **order}) + "\n")
        self._process.stdin.flush()
        while line := self._process.stdout.readline():
            answer: dict[str, Any] = json.loads(line)
            if answer["id"] == id:
                return answer
        raise AssertionError("the clients' process has ended")

    def close(self) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait(10)
        if self._process.stdout:
            self._process.stdout.close()


class NodeCaller:
    def __init__(self, node: Node, name: Client, url: str, key: str, secret: str) -> None:
        self.name = name
        self._node = node
        self._order = {"client": name, "url": url, "key": key, "secret": secret}

    def call(self, operation: str, **fields: Any) -> Any:
        answer = self._node.ask({**self._order, "operation": operation, "fields": fields})
        if refused := answer.get("refused"):
            record.note_operation(self.name, operation, refused["status"])
            raise Refused(**refused)
        assert "failed" not in answer, answer["failed"]
        record.note_operation(self.name, operation, 200)
        return answer["result"]

    def close(self) -> None:
        """The process serves others as well."""


class Connected:
    """stream-chat as a user who is connected by a WebSocket, as in a browser. The user is a guest
    where there is no token, and nobody where there is no user. `ws` is where WebSockets are opened,
    if not at `url`.
    """

    name: Client = JS

    def __init__(
        self,
        node: Node,
        url: str,
        key: str,
        user: dict[str, Any] | None,
        token: str | None,
        ws: str | None = None,
    ) -> None:
        self._node = node
        self._order = {"client": JS, "url": url, "key": key, "user": user, "token": token, "ws": ws}

    def call(self, operation: str, **fields: Any) -> Any:
        """As a Caller's; beside the operations there are those of the connection itself:
        `connection`, `events`, `ping` and `disconnect`.
        """
        answer = self._node.ask({**self._order, "operation": operation, "fields": fields})
        if refused := answer.get("refused"):
            raise Refused(**refused)
        if "failed" in answer:
            raise ConnectionError(answer["failed"])
        if operation in OPERATIONS:
            record.note_operation(self.name, operation, 200)
        return answer["result"]

    def close(self) -> None:
        self.call("disconnect")


def operations_of_stream_chat() -> frozenset[str]:
    """Those that the script knows for stream-chat, which has methods of its own."""
    done = subprocess.run(
        ["node", str(_SCRIPT), "--operations"], capture_output=True, check=True, text=True
    )
    return frozenset(json.loads(done.stdout))
